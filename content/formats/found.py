"""What a reader finds in a file: rows, cards, what was left out and why; and why a file cannot be read at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from content.card import Deck

FILE_LIMIT = 20_000_000
"""Bytes of a file; Telegram hands no larger ones to bots."""
TEXT_LIMIT = 10_000_000
"""Bytes of a text file."""
CARDS_LIMIT = 20_000


class Why(StrEnum):
    """Why a card was left out."""

    EMPTY = "empty"
    NO_QUESTION = "no-question"
    NO_ANSWER = "no-answer"
    PICTURE_ONLY = "picture-only"
    SOUND_ONLY = "sound-only"
    TOO_LONG = "too-long"
    TWICE = "twice"
    QUOTE = "quote"
    CELLS = "cells"
    INVALID = "invalid"

    @property
    def is_damage(self) -> bool:
        """Whether the file itself is broken there, so that its owner should be asked before anything is taken."""
        return self in (Why.QUOTE, Why.CELLS, Why.INVALID)


class Fault(StrEnum):
    """Why a file cannot be read."""

    TOO_BIG = "too-big"
    TOO_BIG_UNPACKED = "too-big-unpacked"
    TOO_MANY = "too-many"
    TOO_MANY_FILES = "too-many-files"
    ENCODING = "encoding"
    FORMAT = "format"
    NOT_ANKI = "not-anki"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    OLD_ANKI_ONLY = "old-anki-only"
    UNSAFE = "unsafe"
    DECK = "deck"


class UnreadableError(Exception):
    """A file that cannot be read; `limit` is the one that it exceeds, `mistakes` are those of a deck file."""

    def __init__(self, fault: Fault, *, limit: int = 0, mistakes: tuple[str, ...] = ()) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.limit = limit
        self.mistakes = mistakes


@dataclass(frozen=True)
class LeftOut:
    """A card that was left out: its line (0 where a file has none), why, and more about it."""

    line: int
    why: Why
    detail: str = ""


@dataclass(frozen=True)
class Row:
    """A card as a file has it. `key` names it there for ever; `fields` are those of a whole card of ours."""

    line: int
    question: str
    answers: tuple[str, ...]
    topic: str = ""
    explanation: str = ""
    key: str = ""
    lost: bool = False
    """Whether it had a picture or a sound beside its text."""
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Rows:
    """All that a reader takes out of a file; `separator` is the one between the cells, where there is one."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...] = ()
    title: str = ""
    separator: str = ""


@dataclass(frozen=True)
class Found:
    """What a file holds: a deck, or None when no card was found, and what was left out."""

    title: str
    deck: Deck | None
    left_out: tuple[LeftOut, ...] = ()
    separator: str = ""
    lost: int = 0
    """How many of the cards had pictures or sounds, which stay behind."""

    @property
    def reasons(self) -> Counter[Why]:
        """How many cards were left out for which reason."""
        return Counter(one.why for one in self.left_out)

    @property
    def is_damaged(self) -> bool:
        """Whether the file is broken somewhere."""
        return any(one.why.is_damage for one in self.left_out)
