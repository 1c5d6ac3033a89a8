"""Cards without the marks in their texts: what is judged is what stands there, not how it looks."""

from collections.abc import Iterable
from typing import Any

from content.card import WORDING_LIMIT, Card, Deck, ExplanationCard, ListCard
from content.grading.cache import Cache
from content.marked import readings

_cards = Cache()
_decks = Cache()


def bare_card(card: Card) -> Card:
    """The card with its texts as they are read; the card itself where nothing in it is marked.

    Of a formula the answer accepts what people type for it, too. The work is done once for each card object.
    """
    held = _cards.get(card, None)
    if held is None:
        held = _made(card) or _SAME
        _cards.keep(card, None, held)
    return held if isinstance(held, Card) else card


def bare_deck(deck: Deck) -> Deck:
    """The deck with such cards; the deck itself where nothing in it is marked."""
    held = _decks.get(deck, None)
    if held is None:
        cards = tuple(bare_card(card) for card in deck.cards)
        same = all(one is other for one, other in zip(cards, deck.cards, strict=True))
        held = _SAME if same else deck.model_copy(update={"cards": cards})
        _decks.keep(deck, None, held)
    return held if isinstance(held, Deck) else deck


_SAME = object()
"""Kept in place of a copy where none is needed: what is kept must not keep its own original alive."""


def _made(card: Card) -> Card | None:
    answer, *further = readings(card.answer)
    bare: dict[str, Any] = {
        "question": readings(card.question)[0],
        "answer": answer,
        "accept": _all(card.accept, further),
        "reject": _all(card.reject),
        "half": _all(card.half),
    }
    if isinstance(card, ListCard):
        bare["items"] = tuple(_all(item) for item in card.items)
    elif isinstance(card, ExplanationCard):
        bare["points"] = tuple(_all(point) for point in card.points)
    changed = any(getattr(card, name) != value for name, value in bare.items())
    return card.model_copy(update=bare) if changed else None


def _all(wordings: Iterable[str], further: Iterable[str] = ()) -> tuple[str, ...]:
    read = (one[:WORDING_LIMIT] for text in wordings for one in readings(text))
    return tuple(dict.fromkeys((*read, *further)))
