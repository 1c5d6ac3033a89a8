"""How well and how fast answers are judged, on labelled files that are given as arguments.

    python -m benchmarks.judging --deck deep-learning ANSWERS.tsv     the cards of a deck, found by their source number
    python -m benchmarks.judging --cards CARDS.tsv ANSWERS.tsv        the same answers on plain cards
    python -m benchmarks.judging --imported FILE ANSWERS.tsv          … on the deck that the importer makes of a file;
                                                                      with --deck the curated deck stands beside it
    python -m benchmarks.judging PLAIN.tsv …                          plain cards with their references in each row

ANSWERS has the columns n, label, kind, answer; CARDS n, question, answer; PLAIN question, references (several joined
by " || "), answer, label and, where there are, language and split. Labels are correct, partial and incorrect.
"""

import argparse
import csv
import itertools
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz

from content.card import Card, Deck, plain_card
from content.formats import read as read_file
from content.grading import Verdict, grade
from content.library import load_deck
from content.trial import Tally

Row = dict[str, str]


def table_line(name: str, tally: Tally) -> str:
    """One line of the table."""
    return (
        f"{name[:32]:32} {len(tally.pairs):6} {tally.accuracy:7.3f} {tally.macro_f1:8.3f}"
        f" {tally.share('incorrect', ['correct']):9.3f} {tally.accepted:9.3f}"
        f" {tally.share('correct', ['incorrect']):9.3f} {tally.share('partial', ['partial', 'incorrect']):9.3f}"
    )


HEAD = (
    f"{'set':32} {'n':>6} {'acc':>7} {'macroF1':>8} {'wrong->ok':>9} {'not->ok':>9} {'ok->wrong':>9} {'part!=ok':>9}\n"
    "wrong->ok: incorrect ones accepted; not->ok: incorrect and partial ones accepted; "
    "ok->wrong: correct ones called incorrect"
)


def read(path: Path) -> list[Row]:
    """The rows of a table with a header, separated by tabs."""
    csv.field_size_limit(10_000_000)
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def imported(path: Path) -> Deck:
    """The deck that the importer makes of a file, its cards numbered in their order."""
    found = read_file(path.name, path.read_bytes())
    if found.deck is None or found.left_out:
        raise SystemExit(f"{path}: cards were left out, so their numbers would not be those of the answers")
    say(f"{path.name}: {len(found.deck.cards)} cards of {found.title}")
    cards = tuple(card.model_copy(update={"source": (n,)}) for n, card in enumerate(found.deck.cards, 1))
    return found.deck.model_copy(update={"cards": cards})


def cases(options: argparse.Namespace, deck: Deck | None, path: Path) -> Iterator[tuple[str, Card, Deck | None, Row]]:
    """Each answer of a file with the name of its part, its card and its deck."""
    rows = read(path)
    by_number = deck.sources if deck else {}
    bare = (
        {row["n"]: plain_card(row["question"], [row["answer"]]) for row in read(options.cards)} if options.cards else {}
    )
    plain: dict[tuple[str, str], Card] = {}
    for row in rows:
        if "references" in row:
            key = (row["question"], row["references"])
            if key not in plain:
                plain[key] = plain_card(key[0], key[1].split(" || "), row.get("language") or "en")
            yield row.get("split") or row.get("language") or row.get("field") or "", plain[key], None, row
        elif options.keep is None or (int(row["n"]) % 3 == 0) == (options.keep == "held-out"):
            if options.cards:
                yield "", bare[row["n"]], None, row
            elif int(row["n"]) in by_number:
                card = by_number[int(row["n"])]
                yield card.kind.value, card, deck, row


def judge(
    options: argparse.Namespace, deck: Deck | None, path: Path
) -> tuple[dict[str, Tally], list[float], list[float]]:
    """The tallies of a file by part, and the seconds an answer took us and rapidfuzz.fuzz.WRatio."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    ours: list[float] = []
    theirs: list[float] = []
    warm: set[int] = set()
    for part, card, its_deck, row in cases(options, deck, path):
        if id(card) not in warm:
            # The first answer makes a card ready; that is done once for each card, so it is not timed.
            warm.add(id(card))
            grade(card, "warm up", its_deck)
        start = time.perf_counter()
        verdict = grade(card, row["answer"], its_deck)
        middle = time.perf_counter()
        fuzz.WRatio(card.answer, row["answer"])
        theirs.append(time.perf_counter() - middle)
        ours.append(middle - start)
        pair = (row["label"], verdict.outcome.value)
        tallies["all"].pairs.append(pair)
        if part:
            tallies[part].pairs.append(pair)
        if options.mistakes and (pair[0] == "correct") != (pair[1] == "correct"):
            say(mistake(card, row, verdict))
    return tallies, ours, theirs


def mistake(card: Card, row: Row, verdict: Verdict) -> str:
    """A mistake in one line."""
    return f"{row['label']} -> {verdict.outcome} ({verdict.reason}) {card.kind} {card.id}: {row['answer']}"


def say(text: str) -> None:
    """Writes a line."""
    sys.stdout.write(text + "\n")


def times(seconds: list[float]) -> str:
    """Median and 99th percentile in microseconds."""
    ordered = sorted(seconds)
    return f"median {statistics.median(ordered) * 1e6:.0f} µs, p99 {ordered[int(len(ordered) * 0.99)] * 1e6:.0f} µs"


def main() -> None:
    """Reads the arguments and prints a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--deck", help="name of a bundled deck")
    parser.add_argument("--imported", type=Path, help="file of cards, read as the importer reads it")
    parser.add_argument("--cards", type=Path, help="table of plain cards for answers that name a card by number")
    parser.add_argument("--keep", choices=["held-out", "tuned"], help="only cards with n %% 3 == 0, or only the others")
    parser.add_argument("--mistakes", action="store_true", help="list every answer on the wrong side")
    options = parser.parse_args()
    decks: list[Deck | None] = [imported(options.imported)] if options.imported else []
    if options.deck or not decks:
        decks.append(load_deck(options.deck) if options.deck else None)
    say(HEAD)
    for path, deck in itertools.product(options.files, decks):
        tallies, ours, theirs = judge(options, deck, path)
        beside = f" {deck.name[:14]}" if deck and len(decks) > 1 else ""
        for part, tally in tallies.items():
            say(table_line(f"{path.stem}{beside} {part}", tally))
        if ours:
            say(f"  an answer: {times(ours)}; rapidfuzz.fuzz.WRatio: {times(theirs)}")


if __name__ == "__main__":
    main()
