"""Sending: messages, pictures, files, actions, reactions, and answers to taps."""

from datetime import timedelta
from typing import Any

from bot.playground import wire
from bot.playground.entities import FormattedText, checked_link
from bot.playground.errors import bad_request
from bot.playground.keyboards import checked_markup
from bot.playground.messages import Attachment
from bot.playground.methods.call import (
    BotCall,
    admit,
    answered_message,
    caption_of,
    check_photo,
    file_of,
    reachable_chat,
    text_of,
    thread_of,
    writable_chat,
)
from bot.playground.world import Change

TOAST_CHARACTERS = 200
TAP_LIVES = timedelta(minutes=15)
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
ACTIONS = frozenset(
    {
        "choose_sticker",
        "find_location",
        "record_video",
        "record_video_note",
        "record_voice",
        "typing",
        "upload_document",
        "upload_photo",
        "upload_video",
        "upload_video_note",
        "upload_voice",
    }
)
_EMOJI = """
    👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨
    😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾
    🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = frozenset(_EMOJI.split())


async def send_message(call: BotCall) -> Any:
    """sendMessage."""
    return _send(call, text_of(call))


async def send_photo(call: BotCall) -> Any:
    """sendPhoto."""
    photo = file_of(call, "photo", "photos")
    if len(photo.data) > PHOTO_BYTES:
        raise bad_request("file is too big")
    check_photo(photo)
    return _send(call, caption_of(call), Attachment("photo", photo))


async def send_document(call: BotCall) -> Any:
    """sendDocument."""
    document = file_of(call, "document", "documents")
    return _send(call, caption_of(call), Attachment("document", document))


def _send(call: BotCall, body: FormattedText, attachment: Attachment | None = None) -> Any:
    chat = writable_chat(call)
    thread = thread_of(call, chat)
    reply_to, quote = answered_message(call, chat)
    markup = checked_markup(call.params.nested("reply_markup"), chat)
    admit(call, chat)
    sent = call.world.post(
        chat,
        call.world.bot,
        body=body,
        attachment=attachment,
        reply_to=reply_to,
        quote=quote,
        thread=thread,
        markup=markup,
    )
    return wire.message(sent)


async def send_chat_action(call: BotCall) -> Any:
    """sendChatAction: shown for a few seconds, or until the bot writes."""
    chat = writable_chat(call)
    thread_of(call, chat)
    if call.params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.announce(Change("typing", chat))
    return True


async def set_message_reaction(call: BotCall) -> Any:
    """setMessageReaction: a bot has one reaction a message, out of a fixed list."""
    chat = reachable_chat(call)
    message = chat.message(call.params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to react not found")
    reactions = call.params.nested("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = None
    if reactions:
        # Custom emoji are for paying members; the same heart comes with and without a variation selector.
        emoji = str(reactions[0].get("emoji"))
        if reactions[0].get("type") != "emoji" or emoji.replace("\ufe0f", "") not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    call.world.react(message, call.world.bot, emoji)
    return True


async def answer_callback_query(call: BotCall) -> Any:
    """answerCallbackQuery: once, and soon."""
    tap = call.world.taps.get(call.params.text("callback_query_id") or "")
    if tap is None or tap.answered or call.world.now() - tap.at > TAP_LIVES:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text, url = call.params.text("text"), call.params.text("url")
    if text is not None and len(text) > TOAST_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not (checked_link(url) or "").removeprefix("https://").startswith("t.me/"):
        raise bad_request("URL_INVALID")
    tap.answered, tap.text, tap.alert, tap.url = True, text, call.params.flag("show_alert"), url
    call.world.announce(Change("answer", tap=tap))
    return True


async def get_file(call: BotCall) -> Any:
    """getFile."""
    stored = call.world.files.get(call.params.text("file_id") or "")
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return wire.file(stored) | {"file_path": stored.path}
