"""Rows of the outbox become calls of the Bot API."""

import asyncio
import html
import logging
import re
from typing import Any

import telegram
from telegram.error import BadRequest, TelegramError

from bot.conversation import picture
from bot.conversation.outgoing import EDIT_NOTE, EDIT_QUESTION, NOTE, PICTURE, UNDER_QUESTION
from bot.conversation.screen import CAPTION_LIMIT, MESSAGE_LIMIT, cut
from bot.delivery.transport import call
from storage.database import Database
from storage.tables import OutboxRow

log = logging.getLogger(__name__)

UNREADABLE = ("can't parse entities", "message is too long", "message_too_long", "caption is too long")
_TAG = re.compile(r"</?[a-z][^<>]*>")


def is_unreadable(error: BadRequest) -> bool:
    """Whether Telegram does not take a text as it is: its markup, or its length."""
    said = str(error).casefold()
    return any(text in said for text in UNREADABLE)


def without_markup(method: str, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A call and what it needs, its text as plain as can be; a picture is left out."""
    plain = {name: value for name, value in payload.items() if name not in ("parse_mode", PICTURE)}
    for name, limit in (("text", MESSAGE_LIMIT), ("caption", CAPTION_LIMIT)):
        if name in plain:
            plain[name] = cut(html.unescape(_TAG.sub("", plain[name])), limit)
    match method:
        case "send_photo":
            return "send_message", {"text": plain.pop("caption"), **plain}
        case "edit_message_media":
            return "edit_message_caption", plain
    return method, plain


class Calls:
    """Makes calls of the Bot API, and finds out first what only the database knows."""

    def __init__(self, database: Database, bot: telegram.Bot) -> None:
        self._database = database
        self._bot = bot

    async def make(self, row: OutboxRow, *, plain: bool = False) -> int | None:
        """Makes the call of a row; the id of the message that was sent, if it was one.

        With `plain` its text goes without markup, and as much of it as Telegram takes. Raises TelegramError.
        """
        method, payload = (row.method, dict(row.payload)) if not plain else without_markup(row.method, row.payload)
        match method:
            case "send_message":
                if (question := payload.pop(UNDER_QUESTION, None)) is not None:
                    payload |= await self._under(question)
                return await self._send(payload)
            case "send_document":
                return (await self._bot.send_document(document=row.file or b"", **payload)).message_id
            case "send_photo":
                photo = await _drawn(payload.pop(PICTURE))
                if photo is None:
                    return await self._send({"text": payload.pop("caption"), **payload})
                return (await self._bot.send_photo(photo=photo, **payload)).message_id
            case "edit_message_media":
                photo = await _drawn(payload.pop(PICTURE))
                if photo is None:
                    await self._call("edit_message_caption", payload)
                    return None
                media = telegram.InputMediaPhoto(photo, payload.pop("caption"), parse_mode=payload.pop("parse_mode"))
                await self._bot.edit_message_media(media=media, **payload)
            case "edit_message_text" | "answer_callback_query" | "edit_message_caption":
                await self._call(method, payload)
            case method if method == EDIT_NOTE:
                return await self._note(payload.pop(NOTE), payload)
            case method if method == EDIT_QUESTION and row.question_id is not None:
                message_id = await self._message_of(row.question_id)
                if message_id is not None:  # otherwise the question itself never arrived
                    await self._call("edit_message_text", payload | {"message_id": message_id})
            case method:
                raise ValueError(f"the outbox holds a call of {method!r}")
        return None

    async def admins(self, chat_id: int) -> tuple[int, ...]:
        """Who can open a group's general topic again; nobody when Telegram does not say."""
        try:
            return tuple(member.user.id for member in await self._bot.get_chat_administrators(chat_id))
        except TelegramError as error:
            log.warning("could not ask who leads %s: %s", chat_id, error)
            return ()

    async def _note(self, name: str, payload: dict[str, Any]) -> int | None:
        """Changes the note of this name into this; the id of the message where it had to be sent."""
        async with self._database.transaction() as store:
            message_id = await store.notes.message_of(name)
        if message_id is not None:
            try:
                await self._call("edit_message_text", payload | {"message_id": message_id})
                return None
            except BadRequest as error:
                if "message to edit not found" not in str(error).casefold():
                    raise
        return await self._send(payload)

    async def _call(self, method: str, payload: dict[str, Any]) -> Any:
        """What needs no file goes out as it is kept; the library would make objects of it, and of what comes back."""
        first, *rest = method.split("_")
        return await call(self._bot.request, self._bot, "".join([first, *map(str.title, rest)]), payload)

    async def _send(self, payload: dict[str, Any]) -> int:
        return int((await self._call("send_message", payload))["message_id"])

    async def _message_of(self, question_id: int) -> int | None:
        async with self._database.transaction() as store:
            return await store.questions.message_of(question_id)

    async def _under(self, question_id: int) -> dict[str, Any]:
        """What hangs a message under that of a question, if it has one."""
        message_id = await self._message_of(question_id)
        if message_id is None:
            return {}
        return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}


async def _drawn(svg: str) -> bytes | None:
    """The picture; None when it cannot be drawn: its words say the same."""
    try:
        return await asyncio.to_thread(picture.png, svg)
    except Exception:
        log.exception("a picture cannot be drawn and goes out in words")
        return None
