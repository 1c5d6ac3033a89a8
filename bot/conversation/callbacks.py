"""Button payloads: small dataclasses to and from the 64 bytes that Telegram gives a button."""

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

LIMIT_BYTES = 64

_KINDS: dict[str, type["Payload"]] = {}


@dataclass(frozen=True)
class Payload:
    """What a button sends back; each kind is a frozen dataclass of numbers and short texts.

    Buttons stay in people's chats for ever: a `code` is never given to another kind.
    """

    code: ClassVar[str]

    def __init_subclass__(cls, *, code: str) -> None:
        """Raises ValueError when the code is taken."""
        if code in _KINDS:
            raise ValueError(f"{cls.__name__} has the code of {_KINDS[code].__name__}: {code}")
        cls.code = code
        _KINDS[code] = cls


@dataclass(frozen=True)
class AskNext(Payload, code="n"):
    """Go on after this question."""

    question: int


@dataclass(frozen=True)
class TakeHint(Payload, code="h"):
    """One more hint for this question."""

    question: int


@dataclass(frozen=True)
class SkipQuestion(Payload, code="s"):
    """Give this question up."""

    question: int


@dataclass(frozen=True)
class ExplainMore(Payload, code="e"):
    """Tell me more about the card of this question."""

    question: int


@dataclass(frozen=True)
class KnowAlready(Payload, code="i"):
    """I know the card of this question: ask it only in a long time."""

    question: int


@dataclass(frozen=True)
class NotKnown(Payload, code="u"):
    """Not after all."""

    question: int


@dataclass(frozen=True)
class StartDeck(Payload, code="d"):
    """Take this deck and begin."""

    deck: str


@dataclass(frozen=True)
class ChooseDeck(Payload, code="c"):
    """Take this deck from now on."""

    deck: str


@dataclass(frozen=True)
class SetDaily(Payload, code="y"):
    """Daily questions at this time ("0930")."""

    at: str
    number: int


@dataclass(frozen=True)
class StopDaily(Payload, code="o"):
    """No daily questions any more."""


@dataclass(frozen=True)
class SetSecondHour(Payload, code="T"):
    """Daily questions at this time ("1930") as well."""

    at: str


@dataclass(frozen=True)
class SetNumber(Payload, code="M"):
    """So many daily questions."""

    number: int


@dataclass(frozen=True)
class Pause(Payload, code="P"):
    """No daily questions for so many days; 0 ends a pause."""

    days: int


@dataclass(frozen=True)
class PutOff(Payload, code="Q"):
    """Not now: what can be done with this daily question."""

    question: int


@dataclass(frozen=True)
class Snooze(Payload, code="U"):
    """This daily question later: in an "hour", in the "evening", not "today", or "now" after all."""

    question: int
    until: str


@dataclass(frozen=True)
class ShowSettings(Payload, code="E"):
    """A page of the settings, in place of the one that is shown; the first one has no name."""

    page: str


@dataclass(frozen=True)
class Change(Payload, code="X"):
    """A setting becomes the option with this number."""

    setting: str
    option: int


@dataclass(frozen=True)
class WishTopic(Payload, code="W"):
    """The topic with this number in the deck: first, never, or like any other, in turn."""

    topic: int


@dataclass(frozen=True)
class AskLocation(Payload, code="I"):
    """Let me share where I am, for the time zone."""


@dataclass(frozen=True)
class ChooseZone(Payload, code="z"):
    """This IANA zone from now on."""

    zone: str


@dataclass(frozen=True)
class ChooseLanguage(Payload, code="l"):
    """This language from now on."""

    language: str


@dataclass(frozen=True)
class ShowBoard(Payload, code="b"):
    """The leaderboard of this period."""

    period: str


@dataclass(frozen=True)
class ShowStats(Payload, code="p"):
    """My numbers of this span; `pictured` 1 under a picture, 0 under words alone: neither can become the other."""

    span: str
    pictured: int


@dataclass(frozen=True)
class ShowMyName(Payload, code="v"):
    """On the overall leaderboard: 1 my name, 0 a made-up one."""

    shown: int


@dataclass(frozen=True)
class StartQuiz(Payload, code="q"):
    """Start a group's quiz: deck, topic by its place in the deck from 1 (0: all), how many questions, 1 for a race."""

    deck: str
    topic: int
    number: int
    race: int


@dataclass(frozen=True)
class ShowChampions(Payload, code="bc"):
    """Who won the last weeks and months."""


@dataclass(frozen=True)
class HideMe(Payload, code="bh"):
    """On no leaderboard any more, or on all of them again; the board shown is that of this period."""

    period: str


@dataclass(frozen=True)
class Open(Payload, code="g"):
    """Another screen, by the name of its command."""

    screen: str


@dataclass(frozen=True)
class ForgetMe(Payload, code="f"):
    """Delete everything about me; good for a short time after `asked` (seconds since 1970)."""

    asked: int


@dataclass(frozen=True)
class KeepMe(Payload, code="k"):
    """Delete nothing after all; `asked` as above."""

    asked: int


@dataclass(frozen=True)
class WasRight(Payload, code="w"):
    """My answer to this question was right."""

    question: int


@dataclass(frozen=True)
class AcceptAppeal(Payload, code="a"):
    """An operator finds that it was."""

    appeal: int


@dataclass(frozen=True)
class RefuseAppeal(Payload, code="r"):
    """An operator finds that it was not."""

    appeal: int


@dataclass(frozen=True)
class TakeImport(Payload, code="if"):
    """Make a deck of what was found in the file that came with this update."""

    number: int


@dataclass(frozen=True)
class ChooseSeparator(Payload, code="ic"):
    """Something else divides question and answer there."""


@dataclass(frozen=True)
class TrySeparator(Payload, code="is"):
    """This one, by its place among the separators."""

    number: int


@dataclass(frozen=True)
class DropImport(Payload, code="id"):
    """Nothing becomes of what was found."""


def pack(payload: Payload) -> str:
    """The payload as callback data. Raises ValueError when it does not fit."""
    data = ":".join([payload.code, *(str(value) for value in dataclasses.astuple(payload))])
    if len(data.encode()) > LIMIT_BYTES:
        raise ValueError(f"callback data of {len(data.encode())} bytes: {data}")
    return data


def unpack(data: str) -> Payload | None:
    """The payload in callback data; None for anything that we did not pack."""
    code, *values = data.split(":")
    kind = _KINDS.get(code)
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
    return kind(*arguments)
