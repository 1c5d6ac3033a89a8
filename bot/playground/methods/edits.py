"""Changing and taking back what the bot has written."""

from datetime import timedelta
from typing import Any

from bot.playground import wire
from bot.playground.accounts import Role
from bot.playground.chats import Chat
from bot.playground.entities import FormattedText
from bot.playground.errors import ApiError, bad_request
from bot.playground.groups import Group
from bot.playground.keyboards import checked_inline
from bot.playground.messages import Attachment, Json, Message
from bot.playground.methods.call import (
    BotCall,
    caption_of,
    check_photo,
    file_of,
    reachable_chat,
    text_of,
)
from bot.playground.params import Params
from bot.playground.world import Change

DELETABLE = timedelta(hours=48)
MOST_DELETED = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def edit_message_text(call: BotCall) -> Any:
    """editMessageText."""
    message = _editable(call)
    body = text_of(call)
    if message.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, body, None, _markup(call, message))


async def edit_message_caption(call: BotCall) -> Any:
    """editMessageCaption."""
    message = _editable(call)
    if message.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, message, caption_of(call), message.attachment, _markup(call, message))


async def edit_message_reply_markup(call: BotCall) -> Any:
    """editMessageReplyMarkup."""
    message = _editable(call)
    return _change(call, message, message.body, message.attachment, _markup(call, message))


async def edit_message_media(call: BotCall) -> Any:
    """editMessageMedia: another picture or file in place of this one."""
    message = _editable(call)
    media = call.params.nested("media")
    if not isinstance(media, dict) or media.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: the playground takes photos and documents")
    kind = media["type"]
    stored = file_of(call, kind, f"{kind}s", value=str(media.get("media", "")))
    if kind == "photo":
        check_photo(stored)
    words = BotCall(call.world, Params({key: media[key] for key in media if key not in {"type", "media"}}))
    return _change(call, message, caption_of(words), Attachment(kind, stored), _markup(call, message))


async def delete_message(call: BotCall) -> Any:
    """deleteMessage."""
    chat = reachable_chat(call)
    message = chat.message(call.params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(call, message):
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(message)
    return True


async def delete_messages(call: BotCall) -> Any:
    """deleteMessages: what is not there, or may not go, is passed over."""
    chat = reachable_chat(call)
    ids = call.params.nested("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= MOST_DELETED:
        raise bad_request("MESSAGE_IDS_INVALID")
    for message_id in ids:
        message = chat.message(int(message_id))
        if message is not None and _deletable(call, message):
            call.world.delete(message)
    return True


def _editable(call: BotCall) -> Message:
    if call.params.text("inline_message_id"):
        raise ApiError(501, "Not Implemented: the playground has no inline mode")
    chat: Chat = reachable_chat(call)
    message = chat.message(call.params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot or message.service is not None:
        raise bad_request("message can't be edited")
    if message.markup is not None and not message.keyboard:
        # What came with a reply keyboard or a forced reply stays as it is.
        raise bad_request("message can't be edited")
    return message


def _markup(call: BotCall, message: Message) -> Json | None:
    return checked_inline(call.params.nested("reply_markup"), message.chat)


def _change(
    call: BotCall, message: Message, body: FormattedText, attachment: Attachment | None, markup: Json | None
) -> Any:
    if (body, attachment, markup) == (message.body, message.attachment, message.markup):
        raise bad_request(NOT_MODIFIED)
    words_changed = (body, attachment) != (message.body, message.attachment)
    message.text, message.entities = body.text, body.entities
    message.attachment, message.markup = attachment, markup
    if words_changed:  # new buttons alone leave no "edited" mark
        message.edited = call.world.now()
    call.world.announce(Change("edited", message.chat, message))
    return wire.message(message)


def _deletable(call: BotCall, message: Message) -> bool:
    chat, bot = message.chat, call.world.bot
    if isinstance(chat, Group) and chat.role(bot) is Role.ADMINISTRATOR:
        return True
    fresh = call.world.now() - message.date <= DELETABLE
    return fresh and (message.by_bot or chat.kind == "private")
