"""What Telegram tells us, read into what happened, who did it and where."""

import re
from dataclasses import dataclass
from enum import Enum, auto

import telegram
from telegram.constants import ChatMemberStatus, ChatType

from bot.conversation.callbacks import Payload, unpack
from storage.states import ChatKind

ANONYMOUS_ADMIN = 1087968824
CHANNEL_FORWARD = 777000
CHANNEL_BOT = 136817688
NAME_LIMIT = 128
TITLE_LIMIT = 256

_COMMAND = re.compile(r"/([A-Za-z][A-Za-z0-9_]{0,63})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class What(Enum):
    """The kinds of thing that can happen."""

    COMMAND = auto()
    TEXT = auto()
    OTHER = auto()
    TAP = auto()
    LOCATION = auto()
    FILE = auto()
    ADDED = auto()
    REMOVED = auto()
    MOVED = auto()
    LEFT = auto()
    JOINED = auto()


@dataclass(frozen=True)
class Sender:
    """Who did it; `anonymous` when they write in the name of a group or channel."""

    id: int
    name: str
    first_name: str
    language: str | None
    anonymous: bool = False


@dataclass(frozen=True)
class Document:
    """A file: its id at Telegram, its name, and its size in bytes."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True)
class Incoming:
    """What came from Telegram, without Telegram's objects.

    `text` is the message, or what follows the command; `command` the word after the slash; `addressed` when it
    names us; `our_text` is that of our message to which it replies, or whose button was tapped; `sent_at` is in seconds
    since 1970; `member` is who has joined or left a group.
    """

    update_id: int
    what: What
    chat_id: int
    chat_kind: ChatKind
    chat_title: str
    sender: Sender
    text: str = ""
    command: str = ""
    payload: Payload | None = None
    message_id: int | None = None
    reply_to: int | None = None
    our_text: str = ""
    thread_id: int = 0
    callback_id: str | None = None
    addressed: bool = False
    location: tuple[float, float] | None = None
    document: Document | None = None
    sent_at: float | None = None
    forwarded: bool = False
    moved_from: int = 0
    moved_to: int = 0
    member: int = 0


def read(update: telegram.Update, bot_username: str) -> Incoming | None:
    """What happened; None for what is not meant for us: channels, other bots, edits, service messages."""
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member)
    if update.chat_member is not None:
        return _member(update.update_id, update.chat_member)
    if update.message is not None:
        return _message(update.update_id, update.message, bot_username)
    return None


def sender_of(update: telegram.Update) -> int | None:
    """The id of the person behind an update, if a person is."""
    user = update.effective_user
    return user.id if user is not None and not user.is_bot else None


def _kind(chat: telegram.Chat) -> ChatKind | None:
    match chat.type:
        case ChatType.PRIVATE:
            return ChatKind.PRIVATE
        case ChatType.GROUP | ChatType.SUPERGROUP:
            return ChatKind.GROUP
        case _:
            return None


def _clean(text: str) -> str:
    """Without the one character that PostgreSQL cannot store."""
    return text.replace("\x00", "")


def _sender(user: telegram.User, *, anonymous: bool = False) -> Sender:
    # Of a deleted account nothing is left, whatever the library's types say.
    first, full = _clean(user.first_name or ""), _clean(user.full_name or "")
    return Sender(user.id, full[:NAME_LIMIT], first[:NAME_LIMIT], user.language_code, anonymous)


def _tap(update_id: int, query: telegram.CallbackQuery) -> Incoming | None:
    message = query.message
    chat = message.chat if message is not None else None
    kind = _kind(chat) if chat is not None else ChatKind.PRIVATE
    if kind is None:
        return None
    accessible = message if isinstance(message, telegram.Message) else None
    return Incoming(
        update_id,
        What.TAP,
        chat.id if chat is not None else query.from_user.id,
        kind,
        _clean((chat.title if chat is not None else None) or "")[:TITLE_LIMIT],
        _sender(query.from_user),
        payload=unpack(query.data) if query.data else None,
        message_id=accessible.message_id if accessible is not None else None,
        our_text=(accessible.text or "") if accessible is not None else "",
        thread_id=_thread(accessible) if accessible is not None else 0,
        callback_id=query.id,
    )


def _membership(update_id: int, change: telegram.ChatMemberUpdated) -> Incoming | None:
    kind = _kind(change.chat)
    was_gone = change.old_chat_member.status in _GONE
    is_gone = change.new_chat_member.status in _GONE
    if kind is None or was_gone == is_gone:
        return None
    what = What.REMOVED if is_gone else What.ADDED
    title = _clean(change.chat.title or "")[:TITLE_LIMIT]
    return Incoming(update_id, what, change.chat.id, kind, title, _sender(change.from_user))


def _member(update_id: int, change: telegram.ChatMemberUpdated) -> Incoming | None:
    """Somebody has joined or left; Telegram tells it to bots that are administrators."""
    who, kind = change.new_chat_member.user, _kind(change.chat)
    if kind is not ChatKind.GROUP or who.is_bot:
        return None
    what = What.LEFT if change.new_chat_member.status in _GONE else What.JOINED
    return Incoming(update_id, what, change.chat.id, kind, "", _sender(change.from_user), member=who.id)


def _message(update_id: int, message: telegram.Message, bot_username: str) -> Incoming | None:
    kind = _kind(message.chat)
    user = message.from_user
    if kind is None or user is None:
        return None
    if moved := message.migrate_to_chat_id or message.migrate_from_chat_id:
        ids = (message.chat.id, moved) if message.migrate_to_chat_id else (moved, message.chat.id)
        return Incoming(
            update_id, What.MOVED, message.chat.id, kind, "", _sender(user), moved_from=ids[0], moved_to=ids[1]
        )
    if (gone := message.left_chat_member) is not None and not gone.is_bot:
        return Incoming(update_id, What.LEFT, message.chat.id, kind, "", _sender(user), member=gone.id)
    anonymous = user.id in (ANONYMOUS_ADMIN, CHANNEL_BOT) and message.sender_chat is not None
    if (user.is_bot and not anonymous) or user.id == CHANNEL_FORWARD or _is_service(message):
        return None
    text = _clean(message.text or "")
    command, addressee, rest = _command(text)
    if addressee and addressee.casefold() != bot_username.casefold():
        return None
    location = message.location
    replied = message.reply_to_message
    by_us = replied is not None and replied.from_user is not None and replied.from_user.username == bot_username
    if command:
        what = What.COMMAND
    elif message.text is not None:
        what = What.TEXT
    else:
        what = What.LOCATION if location is not None else What.FILE if message.document is not None else What.OTHER
    return Incoming(
        update_id,
        what,
        message.chat.id,
        kind,
        _clean(message.chat.title or "")[:TITLE_LIMIT],
        _sender(user, anonymous=anonymous),
        text=rest if command else text,
        command=command,
        message_id=message.message_id,
        reply_to=replied.message_id if replied is not None else None,
        our_text=(replied.text or "") if replied is not None and by_us else "",
        thread_id=_thread(message),
        addressed=bool(addressee),
        location=(location.latitude, location.longitude) if location is not None else None,
        document=_document(message.document) if message.document is not None else None,
        sent_at=message.date.timestamp(),
        forwarded=message.forward_origin is not None,
    )


def _document(document: telegram.Document) -> Document:
    # Without a size, as very old files come, it is found out on the way.
    return Document(document.file_id, _clean(document.file_name or "")[-TITLE_LIMIT:], document.file_size or 0)


def _command(text: str) -> tuple[str, str, str]:
    """Command, whom it is addressed to, and what follows; three empty strings for a text that is no command."""
    found = _COMMAND.fullmatch(text)
    return (found[1].casefold(), found[2] or "", (found[3] or "").strip()) if found else ("", "", "")


def _thread(message: telegram.Message) -> int:
    """The forum topic; replies in ordinary groups carry a thread too, which is none of ours."""
    return (message.message_thread_id or 0) if message.is_topic_message else 0


def _is_service(message: telegram.Message) -> bool:
    """Whether nobody said this: somebody joined, the title changed, a message was pinned and the like."""
    return message.text is None and message.effective_attachment is None
