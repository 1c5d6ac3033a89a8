"""What the author of a deck should look at: wordings that ask for less than they seem to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.card import Card, Deck, ExplanationCard, ListCard
from content.grading.bare import bare_deck
from content.grading.prepared import prepare
from content.grading.wordings import wording
from content.language import read

COMMON = 0.04
FEWEST = 4
"""Common is what stands in the question or answer of this share of a deck's cards, and of at least so many."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A wording of several words of which one is left once the small ones are taken out, and that one is common.

    `others` are how many other cards have the word in their question or answer.
    """

    card: str
    field: str
    wording: str
    word: str
    others: int


def loose(deck: Deck) -> Iterator[Loose]:
    """The wordings of a deck that any answer with one common word would hold, card by card.

    Whoever lists the word by itself means it, so its phrases are left out.
    """
    deck = bare_deck(deck)
    cards = _cards_with(deck)
    least = max(FEWEST, COMMON * len(deck.cards))
    for card in deck.cards:
        prepared = prepare(card)
        if prepared.bare:
            # Nobody has written these; they were found in the answer.
            continue
        for field, texts in _written(card):
            made = [wording(text, card.language, prepared.question, strict=field != "accept") for text in texts]
            alone = {one.keys[0].stem for one in made if len(one.words) == 1 and one.keys}
            for one in made:
                key = one.keys[0] if len(one.keys) == 1 and len(one.words) > 1 and not one.code else None
                if key is None or key.negated or key.stem in alone:
                    continue
                others = len(cards[key.stem] - {card.id})
                if others >= least:
                    yield Loose(card.id, field, one.text, key.text, others)


def _cards_with(deck: Deck) -> Mapping[str, set[str]]:
    """For each stem the cards that have it in their question or answer."""
    found: dict[str, set[str]] = defaultdict(set)
    for card in deck.cards:
        for text in (card.question, card.answer):
            for word in read(text, card.language).content:
                found[word.stem].add(card.id)
    return found


def _written(card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an author writes beside question and answer, by the name of its field."""
    yield "accept", (card.answer, *card.accept)
    yield "reject", card.reject
    yield "half", card.half
    if isinstance(card, ListCard):
        yield from (("items", item) for item in card.items)
    elif isinstance(card, ExplanationCard):
        yield from (("points", point) for point in card.points)
