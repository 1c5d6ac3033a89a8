"""How fast an answer is judged: every wording of a bundled deck, and the longest message that Telegram allows.

    python -m benchmarks.speed [DECK …]

Each row gives microseconds and, measured in the same run on the same texts, what rapidfuzz.fuzz.WRatio takes.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from rapidfuzz import fuzz

from content.card import Card, Deck
from content.grading import grade
from content.library import Library

MONSTERS = ("a" * 4000, "not " * 1000, "word " * 800, "1" * 4000, "(" * 4000, "é̂" * 2000, "x,y;z/ " * 570)


def wordings(deck: Deck) -> list[tuple[Card, str]]:
    """What authors wrote for the cards, right and wrong, and the answer of another card."""
    texts: list[tuple[Card, str]] = []
    for card, other in zip(deck.cards, [*deck.cards[1:], deck.cards[0]], strict=True):
        texts += [(card, text) for text in (card.answer, *card.accept, *card.reject, other.answer)]
    return texts


def timed(work: Callable[[], object]) -> float:
    """Microseconds of a first run: no text has been read before, as with learners."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e6


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
            ("4,000 characters", [(card, text) for card in deck.cards[:20] for text in MONSTERS]),
        ):
            for card, _ in texts:
                grade(card, "warm up", deck)  # makes the card ready, which is done once for each
            ours = [timed(partial(grade, card, text, deck)) for card, text in texts]
            theirs = [timed(partial(fuzz.WRatio, card.answer, text)) for card, text in texts]
            write(row(f"{deck.name}, {name}", ours, theirs) + "\n")


if __name__ == "__main__":
    main()
