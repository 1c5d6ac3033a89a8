"""The buttons of decks and their cards; a card is named by a digest of its id, for which 64 bytes have room."""

from dataclasses import dataclass

from bot.conversation.callbacks import Payload


@dataclass(frozen=True)
class ShowDecks(Payload, code="Dm"):
    """A page of the menu of all decks."""

    page: int


@dataclass(frozen=True)
class ShowDeck(Payload, code="Dd"):
    """What this deck is, and what can be done with it."""

    deck: str


PRIVATE: frozenset[type[Payload]] = frozenset({ShowDecks, ShowDeck})
"""Those that belong into the private chat."""
