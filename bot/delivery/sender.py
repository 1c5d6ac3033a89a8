"""Works the outbox off: replies first, within Telegram's limits, and with an answer to each way of failing."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import telegram
from telegram.error import BadRequest, TelegramError

from bot.conversation import outgoing, rounds
from bot.conversation.outgoing import EDIT_NOTE, EDIT_QUESTION, NOTE
from bot.delivery.calls import Calls, is_unreadable
from bot.delivery.fate import BACK_OFF_SECONDS, Failures, Fate, Result
from bot.delivery.limits import Limits
from bot.ops import metrics
from storage.database import Database, Store
from storage.states import Priority
from storage.tables import OutboxRow

log = logging.getLogger(__name__)

AT_ONCE = 30
LOOK_SECONDS = 1.0
KEPT_FOR_REPLIES = 10
"""So many of the calls at once are not given to pushes: each of those has taken its slot, for which a reply waits."""
BOARD_SECONDS = 3.0
"""Between two edits of a scoreboard: many answers in a row must not use up what a group may be sent."""
TOPIC_PAUSE = timedelta(hours=1)
_SAID = ("send_message", "send_photo", "send_document")
_COUNTED = (*_SAID, "edit_message_text", "edit_message_media")


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
        on_sent: Callable[[], None],
    ) -> None:
        """`worker` is our number, `clock` the time of what is stored; `seconds` counts real seconds for pauses.

        `on_sent` is called when Telegram has taken something.
        """
        self._database = database
        self._bot = bot
        self._calls = Calls(database, bot)
        self._clock = clock
        self._seconds = seconds
        self._limits = limits
        self._worker = worker
        self._on_sent = on_sent
        self._bell = asyncio.Event()
        self._at_work: dict[int, asyncio.Task[None]] = {}
        self._finished: list[tuple[OutboxRow, Result]] = []
        self._paused: dict[int, float] = {}
        self._boards_wait: dict[int, float] = {}
        self._all_paused_until = 0.0
        self._failures = Failures(seconds)
        self._topics_told: dict[tuple[int, int], datetime] = {}
        self._stopping = False

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._bell.set()

    async def run(self) -> None:
        """Sends until `stop`, and then what can be said at once. Cancelled, it drops what is being sent."""
        try:
            while not self._stopping:
                self._bell.clear()
                try:
                    await self._hand_out()
                except Exception:
                    log.exception("the outbox cannot be read; trying again")
                    await asyncio.sleep(LOOK_SECONDS)
                    continue
                try:
                    async with asyncio.timeout(self._until_next_look()):
                        await self._bell.wait()
                except TimeoutError:
                    pass  # rows that had to wait may be due now
            await self._finish()
        finally:
            for task in self._at_work.values():
                task.cancel()
            await asyncio.gather(*self._at_work.values(), return_exceptions=True)

    def stop(self) -> None:
        """Finishes what is being sent and the replies that are ready; the rest is for the next start."""
        self._stopping = True
        self._bell.set()

    async def _finish(self) -> None:
        while True:
            self._bell.clear()
            try:
                await self._hand_out(finishing=True)
            except Exception as error:
                log.warning("the outbox cannot be read any more: %s", type(error).__name__)
                return
            if not self._at_work:
                return
            await self._bell.wait()

    async def _hand_out(self, *, finishing: bool = False) -> None:
        now = self._seconds()
        finished = len(self._finished)
        most = 1 if self._failures.troubled else AT_ONCE
        free = max(0, most - len(self._at_work) + finished) if now >= self._all_paused_until else 0
        if free and self._failures.troubled and not await self._is_telegram_well():
            free = 0
        if not free and not finished:
            return
        self._paused = _still(self._paused, now)
        self._boards_wait = _still(self._boards_wait, now)
        busy = {*self._at_work, *self._paused} - {
            row.chat_id for row, _ in self._finished if row.chat_id not in self._paused
        }
        rows: Sequence[OutboxRow] = ()
        few = finishing
        try:
            async with self._database.transaction() as store:
                for row, result in self._finished[:finished]:
                    await self._settle(store, row, result)
                if free:
                    few = finishing or (free <= KEPT_FOR_REPLIES and not self._failures.troubled)
                    most = free if few or self._failures.troubled else free - KEPT_FOR_REPLIES
                    rows = await store.outbox.take(self._worker, most, busy, self._boards_wait, replies_only=few)
        except Exception:
            # Perhaps because of one of them: the others are not to wait for it.
            await self._keep_results()
            raise
        self._forget(self._finished[:finished])
        if rows and not few and rows[-1].priority == Priority.REPLY:
            self._bell.set()  # there may be more of them
        for row in rows:
            self._at_work[row.chat_id] = asyncio.create_task(self._work(row))

    async def _is_telegram_well(self) -> bool:
        """Whether Telegram answers again after a server error: the second try of a message is its last."""
        try:
            await self._bot.get_me()
        except TelegramError as error:
            pause = self._failures.failed_again()
            log.warning("Telegram is in trouble, nothing is sent for %s s: %s", pause, error)
            self._all_paused_until = self._seconds() + pause
            return False
        return True

    async def _keep_results(self) -> None:
        """Keeps what became of rows, one by one; what cannot be kept is left for the next time."""
        for row, result in list(self._finished):
            try:
                async with self._database.transaction() as store:
                    await self._settle(store, row, result)
            except Exception:
                log.exception("what became of row %s cannot be kept; trying again", row.id)
            else:
                self._forget([(row, result)])

    def _forget(self, finished: Sequence[tuple[OutboxRow, Result]]) -> None:
        for row, result in finished:
            self._finished.remove((row, result))
            del self._at_work[row.chat_id]

    def _until_next_look(self) -> float:
        """Seconds until a pause ends, at most those after which the outbox is looked at anyway."""
        now = self._seconds()
        ends = (self._all_paused_until, *self._paused.values(), *self._boards_wait.values())
        return min([LOOK_SECONDS, *(end - now for end in ends if end > now)])

    async def _work(self, row: OutboxRow) -> None:
        try:
            result = await self._send(row)
        except Exception:
            log.exception("row %s cannot be sent now; trying again", row.id)
            result = Result(Fate.AGAIN, pause_chat=BACK_OFF_SECONDS)
        metrics.CALLS.labels(result.fate.name.lower()).inc()
        self._paused[row.chat_id] = self._seconds() + result.pause_chat
        self._all_paused_until = max(self._all_paused_until, self._seconds() + result.pause_all)
        self._finished.append((row, result))
        self._bell.set()

    async def _settle(self, store: Store, row: OutboxRow, result: Result) -> None:
        """Keeps what became of a row."""
        match result.fate:
            case Fate.AGAIN | Fate.UNCERTAIN:
                await store.outbox.try_again(row.id, attempts=row.attempts + (result.fate is Fate.UNCERTAIN))
            case Fate.MOVED:
                await store.moves.move(row.chat_id, result.moved_to)
                await store.outbox.try_again(row.id, attempts=row.attempts)
            case Fate.CHAT_GONE:
                await store.outbox.settle(row.id)
                await store.outbox.drop_all_to(row.chat_id)
                await store.chats.mark_gone(row.chat_id)
            case Fate.TOPIC_GONE:
                thread = int(row.payload.get("message_thread_id") or 0)
                await store.outbox.settle(row.id)
                await store.outbox.drop_all_to(row.chat_id, thread)
                now = self._clock()
                told = await rounds.topic_gone(store, row.chat_id, thread, result.admins, now)
                if self._may_tell(row.chat_id, thread, now):
                    await outgoing.announce(store, f"topic.{row.id}", told, now)
            case Fate.DONE | Fate.GIVEN_UP:
                await store.outbox.settle(row.id)
        if result.message_id is not None and row.question_id is not None:
            await store.questions.arrived(row.question_id, row.chat_id, result.message_id, self._clock())
        if result.message_id is not None and row.method == EDIT_NOTE:
            await store.notes.keep(row.payload[NOTE], row.chat_id, result.message_id, self._clock())

    def _may_tell(self, chat_id: int, thread: int, now: datetime) -> bool:
        """Not too often: what cannot be answered in a topic may be asked there again and again."""
        last = self._topics_told.get((chat_id, thread))
        if last is not None and now - last < TOPIC_PAUSE:
            return False
        self._topics_told[chat_id, thread] = now
        return True

    async def _say(self, row: OutboxRow) -> int | None:
        """Makes the call; a text that Telegram does not take goes out without its markup."""
        if row.method == EDIT_QUESTION:
            self._boards_wait[row.chat_id] = self._seconds() + BOARD_SECONDS
        try:
            return await self._calls.make(row)
        except BadRequest as error:
            if not is_unreadable(error):
                raise
            log.error(
                "Telegram does not take %s as it is (row %s), so it goes as plain text: %s", row.method, row.id, error
            )
            return await self._calls.make(row, plain=True)

    async def _send(self, row: OutboxRow) -> Result:
        if row.method in _COUNTED or row.method in (EDIT_QUESTION, EDIT_NOTE):
            wait = await self._limits.turn(row.chat_id, urgent=row.priority == Priority.REPLY)
            if wait > 0:
                return Result(Fate.AGAIN, pause_chat=wait)
        if row.method in _SAID:
            # Killed from here on, nobody knows whether it arrived.
            async with self._database.transaction() as store:
                await store.outbox.begin(row.id)
        try:
            message_id = await self._say(row)
            self._failures.over()
            self._on_sent()
            waited = (self._clock() - row.created_at).total_seconds()
            metrics.DELIVERY_SECONDS.labels(Priority(row.priority).name.lower()).observe(max(0.0, waited))
            return Result(Fate.DONE, message_id=message_id)
        except TelegramError as error:
            result = self._failures.judge(row, error, paused=self._seconds() < self._all_paused_until)
            if result.pause_chat or result.pause_all:
                await self._limits.pause(row.chat_id, result.pause_chat, result.pause_all)
            if result.fate is Fate.TOPIC_GONE and not row.payload.get("message_thread_id"):
                return replace(result, admins=await self._calls.admins(row.chat_id))
            return result
        except Exception:
            log.exception("row %s cannot be sent as it is and is given up", row.id)
            return Result(Fate.GIVEN_UP)


def _still(until: dict[int, float], now: float) -> dict[int, float]:
    """The pauses that are not over."""
    return {chat_id: end for chat_id, end in until.items() if end > now}
