"""How fast an answer is judged: every wording of a bundled deck, answers as learners type them, and long messages.

    python -m benchmarks.speed [DECK …]

Each row gives microseconds and, measured in the same run on the same texts, what rapidfuzz.fuzz.WRatio takes. It is
time of the processor for this thread, so that what else runs on the machine counts as little as it can. The longest
message that Telegram allows has 4,000 characters: nonsense of all sorts, or a card's own answer over and over.
"""

import csv
import gc
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz

from content.card import Card, Deck
from content.grading import grade
from content.library import Library

ANSWERS = Path(__file__).parent.parent / "tests" / "content" / "answers.tsv"
LONGEST = 4000
UNKNOWN = " ".join(f"a{number:03}b".translate(str.maketrans("0123456789", "cdefghijkl")) for number in range(800))
MONSTERS = (
    *("a" * 4000, "not " * 1000, "word " * 800, "1" * 4000, "(" * 4000, "é̂" * 2000, "x,y;z/ " * 570),
    *("aaaab " * 800, UNKNOWN[:4000]),
)


def wordings(deck: Deck) -> list[tuple[Card, str]]:
    """What authors wrote for the cards, right and wrong, and the answer of another card."""
    texts: list[tuple[Card, str]] = []
    for card, other in zip(deck.cards, [*deck.cards[1:], deck.cards[0]], strict=True):
        texts += [(card, text) for text in (card.answer, *card.accept, *card.reject, other.answer)]
    return texts


def typed(deck: Deck) -> list[tuple[Card, str]]:
    """The answers of the tests' table, of which each names its card by the number of its source."""
    if deck.name != "deep-learning" or not ANSWERS.is_file():
        return []
    cards = {number: card for card in reversed(deck.cards) for number in card.source}
    rows = csv.DictReader(ANSWERS.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(cards[int(row["n"])], row["answer"]) for row in rows]


def monsters(deck: Deck) -> list[tuple[Card, str]]:
    """The longest messages, for some of the cards, and for all of them their own answer repeated."""
    repeated: list[tuple[Card, str]] = [(card, (f"{card.answer} " * LONGEST)[:LONGEST]) for card in deck.cards]
    return [(card, text) for card in deck.cards[::8] for text in MONSTERS] + repeated


def timed(work: Callable[[], object]) -> float:
    """Microseconds of a first run: no text has been read before, as with learners."""
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1e3


def row(name: str, ours: list[float], theirs: list[float]) -> str:
    """Median, 99th percentile and worst, and the ratio of the medians."""
    ordered = sorted(ours)
    late = ordered[int(0.99 * (len(ordered) - 1))]
    base = statistics.median(theirs)
    middle = statistics.median(ordered)
    return f"{name:28}{len(ours):7}{middle:10.0f}{late:10.0f}{ordered[-1]:10.0f}{base:10.1f}{middle / base:9.1f}"


def main() -> None:
    """Prints the table."""
    library = Library.read()
    wanted = sys.argv[1:] or [deck.name for deck in library.decks]
    write = sys.stdout.write
    write(f"{'µs for one answer':28}{'n':>7}{'median':>10}{'p99':>10}{'worst':>10}{'WRatio':>10}{'ratio':>9}\n")
    for deck in (deck for deck in library.decks if deck.name in wanted):
        for name, texts in (
            ("wordings", wordings(deck)),
            ("learners' answers", typed(deck)),
            ("4,000 characters", monsters(deck)),
        ):
            if not texts:
                continue
            for card, _ in texts:
                grade(card, "warm up", deck)  # makes the card ready, which is done once for each
            gc.collect()
            gc.freeze()  # a collection of what the deck holds is no work of the answer that happens to set it off
            ours = [timed(partial(grade, card, text, deck)) for card, text in texts]
            theirs = [timed(partial(fuzz.WRatio, card.answer, text)) for card, text in texts]
            write(row(f"{deck.name}, {name}", ours, theirs) + "\n")


if __name__ == "__main__":
    main()
