"""Works the outbox off: replies first, within Telegram's limits, and with an answer to each way of failing."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.conversation import outgoing, picture, rounds
from bot.conversation.outgoing import EDIT_QUESTION, PICTURE, UNDER_QUESTION
from bot.delivery.limits import Limits
from bot.delivery.transport import GatewayError, NotSentError
from storage.database import Database
from storage.states import Priority
from storage.tables import OutboxRow

log = logging.getLogger(__name__)

AT_ONCE = 30
LOOK_SECONDS = 1.0
BACK_OFF_SECONDS, LONGEST_BACK_OFF_SECONDS = 5.0, 60.0
STORM_CHATS, STORM_SECONDS = 3, 10.0
KEPT_FOR_REPLIES = 10
"""So many of the calls at once are not given to pushes."""
BOARD_SECONDS = 3.0
"""Between two edits of a scoreboard: many answers in a row must not use up what a group may be sent."""
UNEXPLAINED_PAUSE_SECONDS = 30.0
TOPIC_GONE = ("topic_closed", "topic_deleted", "message thread not found")
STALE = ("query is too old", "message is not modified", "message to edit not found", "message can't be edited")
CHAT_GONE = ("chat not found", "not enough rights", "user is deactivated", "bot was kicked", "have no rights to send")
_COUNTED = ("send_message", "send_photo", "send_document", "edit_message_text", "edit_message_media")


class Fate(Enum):
    """What becomes of a row: done with, chat or topic gone, again (not sent), again (perhaps sent), again elsewhere."""

    DONE = auto()
    CHAT_GONE = auto()
    TOPIC_GONE = auto()
    AGAIN = auto()
    UNCERTAIN = auto()
    MOVED = auto()


@dataclass(frozen=True)
class Result:
    """How a call went; `message_id` of what was sent; seconds until this chat, or any chat, is tried again."""

    fate: Fate
    message_id: int | None = None
    pause_chat: float = 0.0
    pause_all: float = 0.0
    moved_to: int = 0


class Sender:
    """Takes rows from the outbox and sends them, one at a time for each chat."""

    def __init__(
        self,
        database: Database,
        bot: telegram.Bot,
        *,
        limits: Limits,
        worker: int,
        clock: Callable[[], datetime],
        seconds: Callable[[], float],
    ) -> None:
        """`worker` is our number, `clock` the time of what is stored; `seconds` counts real seconds for pauses."""
        self._database = database
        self._bot = bot
        self._clock = clock
        self._seconds = seconds
        self._limits = limits
        self._worker = worker
        self._bell = asyncio.Event()
        self._at_work: dict[int, asyncio.Task[None]] = {}
        self._paused: dict[int, float] = {}
        self._boards_wait: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._failures = 0
        self._refused: dict[int, float] = {}
        self._stopping = False

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._bell.set()

    async def run(self) -> None:
        """Sends until `stop`."""
        while not self._stopping:
            self._bell.clear()
            try:
                await self._hand_out()
            except Exception:
                log.exception("the outbox cannot be read; trying again")
                await asyncio.sleep(LOOK_SECONDS)
                continue
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                pass  # rows that had to wait may be due now
        await asyncio.gather(*self._at_work.values())

    def stop(self) -> None:
        """Finishes what is being sent, and no more."""
        self._stopping = True
        self._bell.set()

    async def _hand_out(self) -> None:
        free = AT_ONCE - len(self._at_work)
        now = self._seconds()
        if free <= 0 or now < self._all_paused_until:
            return
        self._paused = _still(self._paused, now)
        self._boards_wait = _still(self._boards_wait, now)
        busy = {*self._at_work, *self._paused}
        async with self._database.transaction() as store:
            replies_only = free <= KEPT_FOR_REPLIES
            rows = await store.outbox.take(self._worker, free, busy, self._boards_wait, replies_only=replies_only)
        for row in rows:
            self._at_work[row.chat_id] = asyncio.create_task(self._work(row))

    async def _work(self, row: OutboxRow) -> None:
        try:
            result = await self._send(row)
            self._paused[row.chat_id] = self._seconds() + result.pause_chat
            self._all_paused_until = max(self._all_paused_until, self._seconds() + result.pause_all)
            while not await self._settled(row, result) and not self._stopping:  # noqa: ASYNC110 # a database does not ring when it is back
                await asyncio.sleep(BACK_OFF_SECONDS)
        finally:
            del self._at_work[row.chat_id]
            self._bell.set()

    async def _settled(self, row: OutboxRow, result: Result) -> bool:
        """Keeps what became of a row; False when the database cannot be reached."""
        try:
            async with self._database.transaction() as store:
                match result.fate:
                    case Fate.AGAIN | Fate.UNCERTAIN:
                        await store.outbox.try_again(row.id, uncertain=result.fate is Fate.UNCERTAIN)
                    case Fate.MOVED:
                        await store.moves.move(row.chat_id, result.moved_to)
                        await store.outbox.try_again(row.id, uncertain=False)
                    case Fate.CHAT_GONE:
                        await store.outbox.settle(row.id)
                        await store.outbox.drop_all_to(row.chat_id)
                        await store.chats.mark_gone(row.chat_id)
                    case Fate.TOPIC_GONE:
                        thread = int(row.payload.get("message_thread_id") or 0)
                        await store.outbox.settle(row.id)
                        await store.outbox.drop_all_to(row.chat_id, thread)
                        told = await rounds.topic_gone(store, row.chat_id, thread, self._clock())
                        await outgoing.announce(store, f"topic.{row.id}", told, self._clock())
                    case Fate.DONE:
                        await store.outbox.settle(row.id)
                if result.message_id is not None and row.question_id is not None:
                    await store.questions.arrived(row.question_id, row.chat_id, result.message_id, self._clock())
        except Exception:
            log.exception("what became of row %s cannot be kept; trying again", row.id)
            return False
        return True

    async def _send(self, row: OutboxRow) -> Result:
        if row.method in _COUNTED or row.method == EDIT_QUESTION:
            wait = await self._limits.turn(row.chat_id, urgent=row.priority == Priority.REPLY)
            if wait > 0:
                return Result(Fate.AGAIN, pause_chat=wait)
        try:
            message_id = await self._call(row)
            self._failures = 0
            return Result(Fate.DONE, message_id=message_id)
        except TelegramError as error:
            result = self._judge(row, error)
            if result.pause_chat or result.pause_all:
                await self._limits.pause(row.chat_id, result.pause_chat, result.pause_all)
            return result
        except Exception:
            log.exception("row %s cannot be sent as it is and is given up", row.id)
            return Result(Fate.DONE)

    async def _call(self, row: OutboxRow) -> int | None:
        payload: dict[str, Any] = dict(row.payload)
        match row.method:
            case "send_message":
                if (question := payload.pop(UNDER_QUESTION, None)) is not None:
                    payload |= await self._under(question)
                return (await self._bot.send_message(**payload)).message_id
            case "send_document":
                return (await self._bot.send_document(document=row.file or b"", **payload)).message_id
            case "send_photo":
                photo = await _drawn(payload.pop(PICTURE))
                if photo is None:
                    return (await self._bot.send_message(text=payload.pop("caption"), **payload)).message_id
                return (await self._bot.send_photo(photo=photo, **payload)).message_id
            case "edit_message_media":
                photo = await _drawn(payload.pop(PICTURE))
                if photo is None:
                    await self._bot.edit_message_caption(**payload)
                    return None
                media = telegram.InputMediaPhoto(photo, payload.pop("caption"), parse_mode=payload.pop("parse_mode"))
                await self._bot.edit_message_media(media=media, **payload)
            case "edit_message_text":
                await self._bot.edit_message_text(**payload)
            case "answer_callback_query":
                await self._bot.answer_callback_query(**payload)
            case method if method == EDIT_QUESTION and row.question_id is not None:
                message_id = await self._message_of(row.question_id)
                self._boards_wait[row.chat_id] = self._seconds() + BOARD_SECONDS
                if message_id is not None:  # otherwise the question itself never arrived
                    await self._bot.edit_message_text(**payload, message_id=message_id)
            case method:
                raise ValueError(f"the outbox holds a call of {method!r}")
        return None

    async def _message_of(self, question_id: int) -> int | None:
        async with self._database.transaction() as store:
            return await store.questions.message_of(question_id)

    async def _under(self, question_id: int) -> dict[str, Any]:
        """What hangs a message under that of a question, if it has one."""
        message_id = await self._message_of(question_id)
        if message_id is None:
            return {}
        return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}

    def _is_storm(self, chat_id: int) -> bool:
        """Whether several chats were refused in a short time: then it is not about one of them."""
        now = self._seconds()
        self._refused = {chat: at for chat, at in self._refused.items() if now - at < STORM_SECONDS} | {chat_id: now}
        return len(self._refused) >= STORM_CHATS

    def _judge(self, row: OutboxRow, error: TelegramError) -> Result:
        """What an error means for the row: surely not sent, perhaps sent, or never to be sent."""
        said = str(error).casefold()
        match error:
            case RetryAfter():
                wait = error.retry_after
                pause = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
                log.warning("Telegram asks for a pause of %s s in chat %s", pause, row.chat_id)
                return Result(Fate.AGAIN, pause_chat=pause, pause_all=pause if self._is_storm(row.chat_id) else 0.0)
            case ChatMigrated():
                return Result(Fate.MOVED, moved_to=error.new_chat_id)
            case Forbidden():
                return Result(Fate.CHAT_GONE)
            case BadRequest() if any(text in said for text in CHAT_GONE):
                return Result(Fate.CHAT_GONE)
            case BadRequest() if row.payload.get("message_thread_id") and any(text in said for text in TOPIC_GONE):
                return Result(Fate.TOPIC_GONE)
            case BadRequest() if any(text in said for text in STALE):
                return Result(Fate.DONE)
            case BadRequest():
                log.error("Telegram refuses %s (row %s): %s", row.method, row.id, error)
                return Result(Fate.DONE)
            case NotSentError() | InvalidToken() | GatewayError():
                self._failures += 1
                pause = min(BACK_OFF_SECONDS * 2 ** (self._failures - 1), LONGEST_BACK_OFF_SECONDS)
                log.warning("nothing can be sent for %s s: %s", pause, error)
                return Result(Fate.AGAIN, pause_all=pause)
            case NetworkError() if "too many requests" in said:
                return Result(Fate.AGAIN, pause_chat=UNEXPLAINED_PAUSE_SECONDS)
            case NetworkError() if not row.attempts:
                # Nobody knows whether it arrived: twice is better than never, and more often than twice is not.
                return Result(Fate.UNCERTAIN, pause_chat=BACK_OFF_SECONDS)
            case _:
                log.error("%s (row %s) was given up, it may have arrived: %s", row.method, row.id, error)
                return Result(Fate.DONE)


async def _drawn(svg: str) -> bytes | None:
    """The picture; None when it cannot be drawn: its words say the same."""
    try:
        return await asyncio.to_thread(picture.png, svg)
    except Exception:
        log.exception("a picture cannot be drawn and goes out in words")
        return None


def _still(until: dict[int, float], now: float) -> dict[int, float]:
    """The pauses that are not over."""
    return {chat_id: end for chat_id, end in until.items() if end > now}
