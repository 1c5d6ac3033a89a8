"""What a feature returns: messages with their buttons, edits, toasts and files."""

import html
import re
from dataclasses import dataclass

from bot.conversation.callbacks import Payload

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
ELLIPSIS = "…"

_TAG = re.compile(r"<[^>]*>")


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
    """The buttons in rows of so many."""
    return tuple(buttons[start : start + width] for start in range(0, len(buttons), width))


def cut(text: str, limit: int) -> str:
    """Plain text of at most `limit` UTF-16 units, as Telegram counts; what is cut shows an ellipsis."""
    if len(text.encode("utf-16-le")) // 2 <= limit:
        return text
    units = text.encode("utf-16-le")[: (limit - 1) * 2]
    return units.decode("utf-16-le", errors="ignore") + ELLIPSIS


def fit(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """HTML that Telegram takes: as it is, or, when it is too long, as plain text cut to the limit."""
    plain = html.unescape(_TAG.sub("", text))
    if len(plain.encode("utf-16-le")) // 2 <= limit:
        return text
    # Cutting HTML could leave a tag open, and Telegram refuses that.
    return html.escape(cut(plain, limit), quote=False)
