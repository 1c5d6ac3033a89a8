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


@dataclass(frozen=True)
class ListCards(Payload, code="Dl"):
    """A page of the cards of this deck."""

    deck: str
    page: int


@dataclass(frozen=True)
class ShowCard(Payload, code="Dc"):
    """All of this card."""

    deck: str
    card: str


@dataclass(frozen=True)
class Write(Payload, code="Dw"):
    """My next text is this field of the card, or, without a card, of the deck."""

    deck: str
    card: str
    field: str


@dataclass(frozen=True)
class StopWriting(Payload, code="Dx"):
    """It is not, after all."""

    deck: str
    card: str


@dataclass(frozen=True)
class ClearField(Payload, code="Dk"):
    """This field of the card becomes empty."""

    deck: str
    card: str
    field: str


@dataclass(frozen=True)
class DeleteCard(Payload, code="Dr"):
    """This card leaves my deck."""

    deck: str
    card: str


@dataclass(frozen=True)
class DeleteDeck(Payload, code="Dz"):
    """My deck goes; with `sure` 0 I am asked first."""

    deck: str
    sure: int


@dataclass(frozen=True)
class UndoChange(Payload, code="Du"):
    """Take the change back that led to this version of my deck."""

    deck: str
    version: int


@dataclass(frozen=True)
class ShareDeck(Payload, code="Ds"):
    """The link by which this deck can be taken."""

    deck: str


@dataclass(frozen=True)
class WithdrawDeck(Payload, code="Dv"):
    """Nobody can take my deck any more; with `sure` 0 I am asked first."""

    deck: str
    sure: int


@dataclass(frozen=True)
class TakeDeck(Payload, code="Dt"):
    """I take the deck that is shared by this code."""

    share: str


@dataclass(frozen=True)
class NotNow(Payload, code="Dn"):
    """I take nothing."""


@dataclass(frozen=True)
class CopyDeck(Payload, code="Dy"):
    """This deck, which somebody else shares, becomes mine."""

    deck: str


@dataclass(frozen=True)
class LeaveDeck(Payload, code="Dq"):
    """I do not use this deck of somebody else any more; with `sure` 0 I am asked first, where it could not come back.

    In a group, the group does not.
    """

    deck: str
    sure: int


@dataclass(frozen=True)
class ShowDisputes(Payload, code="Dp"):
    """The verdicts on cards of my deck that learners dispute."""

    deck: str


@dataclass(frozen=True)
class ExportDeck(Payload, code="De"):
    """This deck as such a file, or my answers to it ("history"); without a name I choose first."""

    deck: str
    suffix: str


PRIVATE: frozenset[type[Payload]] = frozenset(
    {
        ShowDecks,
        ShowDeck,
        ListCards,
        ShowCard,
        Write,
        StopWriting,
        ClearField,
        DeleteCard,
        DeleteDeck,
        UndoChange,
        ShareDeck,
        WithdrawDeck,
        TakeDeck,
        NotNow,
        CopyDeck,
        ShowDisputes,
        ExportDeck,
    }
)
"""Those that belong into the private chat."""
