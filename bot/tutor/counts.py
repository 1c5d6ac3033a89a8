"""How a learner stands with their decks, in three numbers each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from content.card import Deck
from storage.database import Store


@dataclass(frozen=True)
class Counts:
    """Of a deck's cards: all, those that are due now, and those that the learner has never met."""

    cards: int
    due: int
    new: int


async def counts(store: Store, decks: Sequence[Deck], learner_id: int, now: datetime) -> list[Counts]:
    """The counts of each of these decks; cards that have left a deck do not count."""
    known = await store.memories.met_and_due(learner_id, [deck.name for deck in decks], now)
    found = []
    for deck in decks:
        met, due = known.get(deck.name, (set(), set()))
        ids = {card.id for card in deck.cards}
        found.append(Counts(len(ids), len(ids & due), len(ids - met)))
    return found
