"""Deck files."""

import tomli_w

from content.card import Deck
from content.formats.found import Fault, Found, UnreadableError
from content.formats.identity import slug
from content.library import DeckError, parse_deck


def read(text: str, name: str) -> Found:
    """The deck of a deck file, whole. Raises UnreadableError with every mistake."""
    try:
        deck = parse_deck(text, slug(name), f"{name}.toml")
    except DeckError as error:
        raise UnreadableError(Fault.DECK, mistakes=error.problems) from None
    return Found(deck.title, deck)


def write(deck: Deck) -> bytes:
    """The deck file, without what goes without saying."""
    whole = deck.model_dump(mode="json", exclude_defaults=True, exclude={"cards", "name"})
    cards = []
    for card in deck.cards:
        fields = card.model_dump(exclude_defaults=True) | {"kind": card.kind.value}
        if card.language == deck.language:
            fields.pop("language", None)
        elif "language" not in fields:
            fields["language"] = card.language
        cards.append(fields)
    return tomli_w.dumps({**whole, "language": deck.language, "card": cards}).encode()
