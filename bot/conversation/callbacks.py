"""Button payloads: small dataclasses to and from the 64 bytes that Telegram gives a button."""

import dataclasses
from dataclasses import dataclass

LIMIT_BYTES = 64


@dataclass(frozen=True)
class AskNext:
    """Go on after this question."""

    question: int


@dataclass(frozen=True)
class TakeHint:
    """One more hint for this question."""

    question: int


@dataclass(frozen=True)
class SkipQuestion:
    """Give this question up."""

    question: int


@dataclass(frozen=True)
class KnowAlready:
    """I know the card of this question: ask it only in a long time."""

    question: int


@dataclass(frozen=True)
class NotKnown:
    """Not after all."""

    question: int


@dataclass(frozen=True)
class StartDeck:
    """Take this deck and begin."""

    deck: str


@dataclass(frozen=True)
class ChooseDeck:
    """Take this deck from now on."""

    deck: str


@dataclass(frozen=True)
class SetDaily:
    """Daily questions at this time ("0930")."""

    at: str
    number: int


@dataclass(frozen=True)
class StopDaily:
    """No daily questions any more."""


@dataclass(frozen=True)
class SetSecondHour:
    """Daily questions at this time ("1930") as well."""

    at: str


@dataclass(frozen=True)
class SetNumber:
    """So many daily questions."""

    number: int


@dataclass(frozen=True)
class Pause:
    """No daily questions for so many days; 0 ends a pause."""

    days: int


@dataclass(frozen=True)
class PutOff:
    """Not now: what can be done with this daily question."""

    question: int


@dataclass(frozen=True)
class Snooze:
    """This daily question later: in an "hour", in the "evening", not "today", or "now" after all."""

    question: int
    until: str


@dataclass(frozen=True)
class ShowSettings:
    """A page of the settings, in place of the one that is shown; the first one has no name."""

    page: str


@dataclass(frozen=True)
class Change:
    """A setting becomes the option with this number."""

    setting: str
    option: int


@dataclass(frozen=True)
class WishTopic:
    """The topic with this number in the deck: first, never, or like any other, in turn."""

    topic: int


@dataclass(frozen=True)
class AskLocation:
    """Let me share where I am, for the time zone."""


@dataclass(frozen=True)
class ChooseZone:
    """This IANA zone from now on."""

    zone: str


@dataclass(frozen=True)
class ChooseLanguage:
    """This language from now on."""

    language: str


@dataclass(frozen=True)
class ShowBoard:
    """The leaderboard of this period."""

    period: str


@dataclass(frozen=True)
class ShowStats:
    """My numbers of this span; `pictured` 1 under a picture, 0 under words alone: neither can become the other."""

    span: str
    pictured: int


@dataclass(frozen=True)
class ShowMyName:
    """On the overall leaderboard: 1 my name, 0 a made-up one."""

    shown: int


@dataclass(frozen=True)
class StartQuiz:
    """Start a group's quiz: deck, topic by its place in the deck from 1 (0: all), how many questions, 1 for a race."""

    deck: str
    topic: int
    number: int
    race: int


@dataclass(frozen=True)
class ShowChampions:
    """Who won the last weeks and months."""


@dataclass(frozen=True)
class HideMe:
    """On no leaderboard any more, or on all of them again; the board shown is that of this period."""

    period: str


@dataclass(frozen=True)
class Open:
    """Another screen, by the name of its command."""

    screen: str


@dataclass(frozen=True)
class ForgetMe:
    """Delete everything about me; good for a short time after `asked` (seconds since 1970)."""

    asked: int


@dataclass(frozen=True)
class KeepMe:
    """Delete nothing after all; `asked` as above."""

    asked: int


@dataclass(frozen=True)
class WasRight:
    """My answer to this question was right."""

    question: int


@dataclass(frozen=True)
class AcceptAppeal:
    """An operator finds that it was."""

    appeal: int


@dataclass(frozen=True)
class RefuseAppeal:
    """An operator finds that it was not."""

    appeal: int


@dataclass(frozen=True)
class TakeImport:
    """Make a deck of what was found in my file."""


@dataclass(frozen=True)
class ChooseSeparator:
    """Something else divides question and answer there."""


@dataclass(frozen=True)
class TrySeparator:
    """This one, by its place among the separators."""

    number: int


@dataclass(frozen=True)
class DropImport:
    """Nothing becomes of what was found."""


@dataclass(frozen=True)
class UndoImport:
    """Take the last import into this deck back."""

    deck: str


Payload = (
    AskNext
    | TakeHint
    | SkipQuestion
    | KnowAlready
    | NotKnown
    | StartDeck
    | ChooseDeck
    | SetDaily
    | StopDaily
    | ChooseZone
    | ChooseLanguage
    | ShowBoard
    | ShowStats
    | ShowMyName
    | StartQuiz
    | ShowChampions
    | HideMe
    | Open
    | ForgetMe
    | KeepMe
    | WasRight
    | AcceptAppeal
    | RefuseAppeal
    | TakeImport
    | ChooseSeparator
    | TrySeparator
    | DropImport
    | UndoImport
    | SetSecondHour
    | SetNumber
    | Pause
    | PutOff
    | Snooze
    | ShowSettings
    | Change
    | AskLocation
    | WishTopic
)

# Buttons stay in people's chats for ever: a code is never given to another payload.
_CODES: dict[str, type[Payload]] = {
    "n": AskNext,
    "h": TakeHint,
    "s": SkipQuestion,
    "i": KnowAlready,
    "u": NotKnown,
    "d": StartDeck,
    "c": ChooseDeck,
    "y": SetDaily,
    "o": StopDaily,
    "z": ChooseZone,
    "l": ChooseLanguage,
    "b": ShowBoard,
    "p": ShowStats,
    "v": ShowMyName,
    "q": StartQuiz,
    "bc": ShowChampions,
    "bh": HideMe,
    "g": Open,
    "f": ForgetMe,
    "k": KeepMe,
    "w": WasRight,
    "a": AcceptAppeal,
    "r": RefuseAppeal,
    "it": TakeImport,
    "ic": ChooseSeparator,
    "is": TrySeparator,
    "id": DropImport,
    "iu": UndoImport,
    "T": SetSecondHour,
    "M": SetNumber,
    "P": Pause,
    "Q": PutOff,
    "U": Snooze,
    "E": ShowSettings,
    "X": Change,
    "I": AskLocation,
    "W": WishTopic,
}
_CODE_OF = {kind: code for code, kind in _CODES.items()}


def pack(payload: Payload) -> str:
    """The payload as callback data. Raises ValueError when it does not fit."""
    data = ":".join([_CODE_OF[type(payload)], *(str(value) for value in dataclasses.astuple(payload))])
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(f"callback data of {len(data.encode())} bytes: {data}")
    return data


def unpack(data: str) -> Payload | None:
    """The payload in callback data; None for anything that we did not pack."""
    code, *values = data.split(":")
    kind = _CODES.get(code)
    if kind is None or len(values) != len(fields := dataclasses.fields(kind)):
        return None
    arguments: list[int | str] = []
    for field, value in zip(fields, values, strict=True):
        if field.type is int:
            # Longer numbers are forged, and would not fit into the database.
            if not (value.isascii() and value.isdigit() and len(value) <= 18):
                return None
            arguments.append(int(value))
        else:
            arguments.append(value)
    return kind(*arguments)  # type: ignore[arg-type] # each was made to fit its field above
