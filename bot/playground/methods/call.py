"""What all methods share: the chat a call means, whether the bot may write there, text with its markup, files."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.accounts import Role
from bot.playground.chats import GENERAL_TOPIC, Chat, PrivateChat
from bot.playground.entities import FormattedText, clean, finish, given_entities, utf16_length
from bot.playground.errors import ApiError, bad_request, forbidden, too_many_requests
from bot.playground.files import StoredFile, image_size
from bot.playground.groups import Group
from bot.playground.markup import MarkupError, parse_html
from bot.playground.messages import Message
from bot.playground.params import Params
from bot.playground.world import World

TEXT_UNITS = 4096
CAPTION_UNITS = 1024


@dataclass(frozen=True)
class BotCall:
    """One call of the bot: the world it is made in, and what it brings."""

    world: World
    params: Params


Method = Callable[[BotCall], Awaitable[Any]]


def chat_of(call: BotCall) -> Chat:
    """The chat that `chat_id` names."""
    raw = call.params.text("chat_id")
    if not raw:
        raise bad_request("chat_id is empty")
    chat = None
    if raw.removeprefix("-").isdecimal():
        chat = call.world.chat(int(raw))
    if chat is None:
        raise bad_request("chat not found")
    return chat


def reachable_chat(call: BotCall) -> Chat:
    """The same, if the bot has any business there."""
    chat = chat_of(call)
    if isinstance(chat, PrivateChat):
        _check_private(chat)
    elif isinstance(chat, Group):
        _check_group(chat)
    return chat


def writable_chat(call: BotCall) -> Chat:
    """The same, if the bot may write there."""
    chat = reachable_chat(call)
    if isinstance(chat, Group) and not chat.bot_may_write:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def _check_private(chat: PrivateChat) -> None:
    if chat.person.deleted:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(group: Group) -> None:
    if group.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=group.migrated_to)
    role = group.role(group.world.bot)
    if role is Role.KICKED:
        raise forbidden(f"bot was kicked from the {group.kind} chat")
    if role is Role.LEFT:
        raise forbidden(f"bot is not a member of the {group.kind} chat")


def admit(call: BotCall, chat: Chat) -> None:
    """Count a message against Telegram's limits."""
    if not call.world.limits:
        return
    wait = call.world.flood_control.admit(chat.id, group=isinstance(chat, Group))
    if wait is not None:
        raise too_many_requests(wait)


def thread_of(call: BotCall, chat: Chat) -> int | None:
    """The forum topic the call names, if it is there and open."""
    thread = call.params.integer("message_thread_id")
    if not thread:
        if isinstance(chat, Group) and GENERAL_TOPIC in chat.closed_topics and not chat.role(call.world.bot).leads:
            raise bad_request("TOPIC_CLOSED")
        return None
    if not isinstance(chat, Group) or not chat.thread_exists(thread):
        raise bad_request("message thread not found")
    if thread in chat.closed_topics and not chat.role(call.world.bot).leads:
        raise bad_request("TOPIC_CLOSED")
    return thread


def answered_message(call: BotCall, chat: Chat) -> tuple[Message | None, str | None]:
    """The message the call replies to, and what it quotes of it."""
    reply = call.params.nested("reply_parameters")
    if reply is None:
        message_id = call.params.integer("reply_to_message_id")
        reply = {"message_id": message_id} if message_id else None
    if not isinstance(reply, dict):
        return None, None
    message_id = int(reply.get("message_id") or 0)
    found = chat.message(message_id)
    if found is None:
        if reply.get("allow_sending_without_reply") or call.params.flag("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found")
    quote = reply.get("quote")
    if quote and quote not in found.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return found, quote


def text_of(call: BotCall, field: str = "text", entities: str = "entities") -> FormattedText:
    """The message's words with their formatting, checked as Telegram does."""
    formatted = finish(_formatted(call, field, entities))
    if not formatted.text:
        raise bad_request("message text is empty")
    if utf16_length(formatted.text) > TEXT_UNITS:
        raise bad_request("message is too long")
    return formatted


def caption_of(call: BotCall) -> FormattedText:
    """The words under a picture or file; there need not be any."""
    formatted = finish(_formatted(call, "caption", "caption_entities"))
    if utf16_length(formatted.text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return formatted


def _formatted(call: BotCall, field: str, entities: str) -> FormattedText:
    raw = clean(call.params.text(field) or "")
    mode = (call.params.text("parse_mode") or "").lower()
    try:
        if not mode:
            given = call.params.nested(entities)
            return FormattedText(raw, given_entities(given) if given else ())
        if mode == "html":
            return parse_html(raw)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from None
    except (ValueError, KeyError) as error:
        raise bad_request(f"can't parse MessageEntity: {error}") from None
    if mode in {"markdown", "markdownv2"}:
        raise ApiError(501, f"Not Implemented: the playground reads HTML only, not {mode}")
    raise bad_request("unsupported parse_mode")


def file_of(call: BotCall, field: str, folder: str, value: str | None = None) -> StoredFile:
    """The file a call brings (as a part, or attach://part) or names by its id."""
    named = value if value is not None else call.params.text(field)
    upload = call.params.files.get(field if value is None else "")
    if named is not None and named.startswith("attach://"):
        upload = call.params.files.get(named.removeprefix("attach://"))
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        return call.world.files.add(upload.data, name=upload.name, mime=_mime(upload.mime, folder), folder=folder)
    if not named or named.startswith("attach://"):
        raise bad_request(f"there is no {field} in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = call.world.files.get(named)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known


def check_photo(stored: StoredFile) -> None:
    """Telegram makes a photo of pictures only, and not of all of them."""
    size = image_size(stored.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _mime(given: str | None, folder: str) -> str | None:
    # Of a photo, the bytes say what it is; of a document, the sender does.
    return None if folder == "photos" else given
