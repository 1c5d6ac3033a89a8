"""How fast and with how much memory decks are read, in the process that reads strangers' files.

python -m benchmarks.importing [CARDS]
"""

import asyncio
import resource
import sys
import time

from bot.ops.reader import read_apart
from content.card import Card, Deck, plain_card
from content.formats import SUFFIXES, write


def made(number: int) -> Deck:
    """A deck of so many cards of several kinds."""
    answers = ("the powerhouse of the cell", "No", "about {} km", "- water - light - air {}", "a thing (or two) of {}")
    cards: list[Card] = [
        plain_card(f"What is number {at} of the things that matter?", [answers[at % 5].format(at)]).model_copy(
            update={"id": f"card-{at}"}
        )
        for at in range(number)
    ]
    return Deck.model_validate({"name": "big", "title": "Big", "cards": cards})


def cpu() -> float:
    """Seconds that this process and its children have worked."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main() -> None:
    """Prints a line for each format."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    deck = made(number)
    say = sys.stdout.write
    for suffix in SUFFIXES:
        data = write(deck, suffix, at=0.0)
        start, worked = time.perf_counter(), cpu()
        found = asyncio.run(read_apart(f"big.{suffix}", data))
        seconds, worked = time.perf_counter() - start, cpu() - worked
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        cards = len(found.deck.cards) if found.deck else 0
        say(f"{suffix:5} {cards:6} cards {seconds:6.2f} s ({worked:5.2f} s of work), largest process {peak:4.0f} MB\n")


if __name__ == "__main__":
    main()
