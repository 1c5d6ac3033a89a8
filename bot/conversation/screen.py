"""What a feature returns: messages with their buttons, edits, toasts and files."""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.callbacks import Payload

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
ELLIPSIS = "…"
ROW_LETTERS = 34
"""So many letters stand in a row of buttons on a small phone."""

_TAG = re.compile(r"<[^>]*>")
_PARTS = re.compile(r"<[^>]*>|[^<]+")
# Joiners, skin tones, tags of flags, and the vowels and ends of Korean syllables.
_JOINS = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u1160-\u11ff]")
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_VIRAMA = 9
_CLUSTER = 40


@dataclass(frozen=True)
class Button:
    """A button under a message: it sends its payload back, or opens an address."""

    label: str
    payload: Payload | None = None
    url: str | None = None


@dataclass(frozen=True)
class Screen:
    """A message: Telegram's HTML, rows of buttons, and the id of the question that stands in it, if one does.

    `picture` (SVG) stands above the text, which then has 1024 characters at most; the text says all that it shows.
    `location_button` puts a keyboard with one button under the chat that shares the person's location, and
    `hides_keyboard` takes it away; `reply_hint` opens the reply to this message, with these words in the empty field.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    question: int | None = None
    picture: str | None = None
    location_button: str | None = None
    hides_keyboard: bool = False
    reply_hint: str | None = None


@dataclass(frozen=True)
class Say:
    """A new message; `reply` hangs it under the message that it answers."""

    screen: Screen
    reply: bool = False


@dataclass(frozen=True)
class Edit:
    """The message whose button was tapped becomes this."""

    screen: Screen


@dataclass(frozen=True)
class EditQuestion:
    """The message in which a question stands, in the chat where it was asked, becomes this."""

    chat_id: int
    question: int
    screen: Screen


@dataclass(frozen=True)
class SayIn:
    """A new message in another chat than the one where this turn takes place.

    `under` is a question under whose message it hangs.
    """

    chat_id: int
    thread_id: int
    screen: Screen
    under: int | None = None


@dataclass(frozen=True)
class Toast:
    """A short note over the chat after a tap, in plain text."""

    text: str


@dataclass(frozen=True)
class File:
    """A document with a caption in plain text."""

    name: str
    content: bytes
    caption: str


Output = Say | SayIn | Edit | EditQuestion | Toast | File


def rows(*buttons: Button, width: int = 1) -> tuple[tuple[Button, ...], ...]:
    """The buttons in rows of so many, or of fewer where a label would be cut on a phone."""
    filled: list[tuple[Button, ...]] = []
    rest = buttons
    while rest:
        taken = next(n for n in range(min(width, len(rest)), 0, -1) if n == 1 or _fit_side_by_side(rest[:n]))
        filled.append(rest[:taken])
        rest = rest[taken:]
    return tuple(filled)


def _fit_side_by_side(buttons: Sequence[Button]) -> bool:
    return all(_letters(button.label) * len(buttons) <= ROW_LETTERS for button in buttons)


def _letters(label: str) -> int:
    """How much room a label takes: an emoji is as wide as two letters."""
    return sum(2 if unicodedata.category(character) == "So" else 1 for character in label)


def cut(text: str, limit: int) -> str:
    """Plain text of at most `limit` UTF-16 units, as Telegram counts; what is cut shows an ellipsis.

    No character that people see as one is cut in two.
    """
    if _units(text) <= limit:
        return text
    units = at = 0
    while (units := units + _units(text[at])) < limit:
        at += 1
    return text[: _whole(text, at)] + ELLIPSIS


def fit(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """HTML that Telegram takes: as it is, or, when what it shows is longer than the limit, cut with its tags closed."""
    plain = html.unescape(_TAG.sub("", text))
    if _units(plain) <= limit:
        return text
    rest = cut(plain, limit).removesuffix(ELLIPSIS)
    parts: list[str] = []
    open_tags: list[str] = []
    for part in _PARTS.findall(text):
        if part.startswith("</"):
            open_tags.pop()
        elif _TAG.fullmatch(part):
            open_tags.append(part[1:-1].split(" ")[0])
        else:
            said = html.unescape(part)
            if len(said) > len(rest):
                parts.append(html.escape(rest, quote=False))
                break
            rest = rest[len(said) :]
        parts.append(part)
    return "".join(parts) + ELLIPSIS + "".join(f"</{tag}>" for tag in reversed(open_tags))


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _whole(text: str, at: int) -> int:
    """The last place up to `at` where text can be cut between two characters as people see them.

    A short form of the grapheme clusters of Unicode (UAX 29): what joins to the letter before it stays with it, but
    piles of marks are cut all the same.
    """
    for place in range(at, max(at - _CLUSTER, 0), -1):
        before, after = text[place - 1], text[place : place + 1]
        flags = len(text[:place]) - len(text[:place].rstrip(_FLAGS))
        joined = after and (
            unicodedata.category(after).startswith("M")
            or _JOINS.fullmatch(after)
            or before == "\u200d"
            or (before, after) == ("\r", "\n")
            or unicodedata.combining(before) == _VIRAMA
            or (flags % 2 and after in _FLAGS)
        )
        if not joined:
            return place
    return at if at > _CLUSTER else 0
