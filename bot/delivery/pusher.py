"""What the bot does by itself: daily questions, the end of a round's question, the next one."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.conversation import daily as daily_words
from bot.conversation import outgoing, rounds
from bot.tutor import daily
from content.library import Library
from storage.database import Database, Store
from storage.tables import Priority

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0
AFTER_FAILURE_SECONDS = 10.0
PUSHES_A_TRANSACTION = 25
LIVELY_SECONDS = 3600


@dataclass
class Pusher:
    """Looks every second for rows whose time has come; nothing is kept in memory."""

    database: Database
    library: Library
    bot_username: str
    clock: Callable[[], datetime]
    dice: random.Random
    wake_sender: Callable[[], None]
    on_tick: Callable[[], None]
    on_library: Callable[[Library], None]
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _newest_wording: int = 0

    def wake(self) -> None:
        """Look now; the clock may have been moved."""
        self._bell.set()

    def stop(self) -> None:
        """Finish the look that is under way."""
        self._stopping = True
        self._bell.set()

    async def run(self) -> None:
        """Looks until `stop`."""
        while not self._stopping:
            self._bell.clear()
            pause = TICK_SECONDS
            try:
                await self.tick()
                self.on_tick()
            except Exception:
                log.exception("what is due cannot be dealt with; trying again")
                pause = AFTER_FAILURE_SECONDS
            try:
                async with asyncio.timeout(pause):
                    await self._bell.wait()
            except TimeoutError:
                pass  # time for the next look

    async def tick(self) -> None:
        """Deals with everything that is due now."""
        await self.renew_library()
        for work in (self._close_questions, self._ask_next, self._push):
            while not self._stopping and await self._in_transaction(work):
                self.wake_sender()

    async def renew_library(self) -> None:
        """Takes up wordings that were accepted since, in whichever process."""
        async with self.database.transaction() as store:
            newest = await store.appeals.newest()
            if newest == self._newest_wording:
                return
            wordings = await store.appeals.accepted()
        self._newest_wording = newest
        self.library = self.library.accepting(wordings)
        self.on_library(self.library)

    async def _in_transaction(self, work: Callable[[Store, datetime], Awaitable[bool]]) -> bool:
        async with self.database.transaction() as store:
            return await work(store, self.clock())

    async def _close_questions(self, store: Store, now: datetime) -> bool:
        questions = await store.questions.past_their_time(now)
        for question in questions:
            outputs = await rounds.time_up(store, self.library, question, now, self.bot_username)
            # A quiz that is under way is a conversation; cards of the day have time.
            lively = question.seconds is not None and question.seconds <= LIVELY_SECONDS
            priority = Priority.REPLY if lively else Priority.PUSH
            await outgoing.announce(store, f"closed.{question.id}", outputs, now, priority=priority)
        return bool(questions)

    async def _ask_next(self, store: Store, now: datetime) -> bool:
        waiting = await store.rounds.waiting_for_next(now)
        for running in waiting:
            left = len(running.queue)
            outputs = await rounds.next_due(store, self.library, running, now, self.bot_username)
            await outgoing.announce(store, f"round.{running.id}.{left}", outputs, now, priority=Priority.REPLY)
        return bool(waiting)

    async def _push(self, store: Store, now: datetime) -> bool:
        due = await store.subscriptions.due(now, PUSHES_A_TRANSACTION)
        for subscription in due:
            pushed = await daily.push(store, self.library, subscription, now, self.dice)
            if pushed is not None:
                outputs = daily_words.pushed(pushed, self.bot_username)
                await outgoing.announce(store, f"push.{pushed.push_id}", outputs, now)
        return bool(due)
