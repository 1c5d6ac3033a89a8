"""What the bot does by itself: daily questions, the end of a round's question, the next one."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.conversation import daily as daily_words
from bot.conversation import digest as digest_words
from bot.conversation import outgoing, rounds
from bot.conversation import snooze as snooze_words
from bot.ops import metrics
from bot.tutor import daily, digest, snooze
from bot.tutor.authoring import Shelf
from content.library import Library
from storage.database import Database, Store, is_outage
from storage.states import Priority

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0
AFTER_FAILURE_SECONDS = 10.0
PUSHES_A_TICK = 100
AFTER_FAILURE = timedelta(minutes=5)
CLEAN_EVERY = timedelta(hours=1)
KEEP_NOTES = timedelta(days=1)
LIVELY_SECONDS = 3600

Work = Callable[[Store, int, datetime], Awaitable[None]]
"""Deals with the row of this id, if it is still due at that time."""


@dataclass
class Pusher:
    """Looks every second for rows whose time has come; nothing is kept in memory.

    Of several workers only the one that leads does so.
    """

    database: Database
    library: Library
    bot_username: str
    clock: Callable[[], datetime]
    dice: random.Random
    wake_sender: Callable[[], None]
    on_tick: Callable[[], None]
    on_library: Callable[[Library], None]
    leads: Callable[[], bool]
    shelf: Shelf
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _stopping: bool = False
    _newest_wording: int = 0
    _as_read: Library = field(init=False)
    _cleaned_at: datetime | None = None
    _failed: dict[tuple[str, int], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._as_read = self.library  # without what was accepted since

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

    async def tick(self) -> bool:
        """Deals with everything that is due now, each in a transaction of its own: what fails holds up nothing else.

        Says whether there was anything.
        """
        async with self._looking:
            await self.renew_library()
            if not self.leads():
                return False
            await self._clean_up()
            found = False
            for work, row_id in await self._due():
                if self._stopping:
                    break
                found |= await self._deal_with(work, row_id)
            return found

    async def _due(self) -> list[tuple[Work, int]]:
        now = self.clock()
        async with self.database.transaction() as store:
            due: tuple[tuple[Work, Sequence[int]], ...] = (
                (self._close_question, await store.questions.past_their_time(now)),
                (self._hint, await store.questions.hints_due(now)),
                (self._ask_next, await store.rounds.waiting_for_next(now)),
                (self._push, await store.subscriptions.due(now, PUSHES_A_TICK)),
                (self._show_again, await store.subscriptions.snoozed(now)),
                (self._sum_up, await store.digests.due(now)),
            )
        return [(work, row_id) for work, ids in due for row_id in ids]

    async def _deal_with(self, work: Work, row_id: int) -> bool:
        """False where it has failed a short while ago, and is left alone."""
        key = (work.__name__, row_id)
        if self._failed.get(key, self.clock()) > self.clock():
            return False
        try:
            async with self.database.transaction() as store:
                await work(store, row_id, self.clock())
            self._failed.pop(key, None)
            metrics.DUE.labels(work.__name__.strip("_"), "done").inc()
        except Exception as error:
            if is_outage(error):
                raise
            metrics.DUE.labels(work.__name__.strip("_"), "failed").inc()
            log.exception("%s of %s failed; tried again in %s", *key, AFTER_FAILURE)
            self._failed[key] = self.clock() + AFTER_FAILURE
        self.wake_sender()
        return True

    async def _clean_up(self) -> None:
        now = self.clock()
        if self._cleaned_at is None or now - self._cleaned_at >= CLEAN_EVERY:
            self._cleaned_at = now
            async with self.database.transaction() as store:
                await store.inbox.clean_up(now)
                await store.scores.purge(now)
                await store.notes.forget_before(now - KEEP_NOTES)

    async def renew_library(self) -> None:
        """Takes up wordings that were accepted since, in whichever process."""
        async with self.database.transaction() as store:
            newest = await store.appeals.newest()
            if newest == self._newest_wording:
                return
            wordings = await store.appeals.accepted()
        self._newest_wording = newest
        self.library = self._as_read.accepting(wordings)
        self.on_library(self.library)

    async def _close_question(self, store: Store, question_id: int, now: datetime) -> None:
        question = await store.questions.take_past_its_time(question_id, now)
        if question is None:  # somebody else was quicker
            return
        library = await self.shelf.library(store, self.library, question.chat_id)
        outputs = await rounds.time_up(store, library, question, now, self.bot_username)
        # A quiz that is under way is a conversation; cards of the day have time.
        lively = question.seconds is not None and question.seconds <= LIVELY_SECONDS
        priority = Priority.REPLY if lively else Priority.PUSH
        await outgoing.announce(store, f"closed.{question.id}", outputs, now, priority=priority)

    async def _hint(self, store: Store, question_id: int, now: datetime) -> None:
        question = await store.questions.take_hint_due(question_id, now)
        if question is not None:
            library = await self.shelf.library(store, self.library, question.chat_id)
            outputs = await rounds.hint_due(store, library, question, self.bot_username)
            await outgoing.announce(store, f"hint.{question.id}.{question.hints}", outputs, now)

    async def _ask_next(self, store: Store, round_id: int, now: datetime) -> None:
        running = await store.rounds.take_waiting(round_id, now)
        if running is None:
            return
        left = len(running.queue)
        library = await self.shelf.library(store, self.library, running.chat_id)
        outputs = await rounds.next_due(store, library, running, now, self.bot_username)
        await outgoing.announce(store, f"round.{running.id}.{left}", outputs, now, priority=Priority.REPLY)

    async def _push(self, store: Store, subscription_id: int, now: datetime) -> None:
        subscription = await store.subscriptions.take_due(subscription_id, now)
        if subscription is None:
            return
        library = await self.shelf.library(store, self.library, subscription.chat_id)
        pushed = await daily.push(store, library, subscription, now, self.dice)
        if pushed is not None:
            outputs = daily_words.pushed(pushed, self.bot_username)
            await outgoing.announce(store, f"push.{pushed.push_id}", outputs, now)

    async def _show_again(self, store: Store, subscription_id: int, now: datetime) -> None:
        subscription = await store.subscriptions.take_snoozed(subscription_id, now)
        if subscription is None:
            return
        library = await self.shelf.library(store, self.library, subscription.chat_id)
        shown = await snooze.show_again(store, library, subscription)
        if shown is not None:
            chat, asked = shown
            key = f"snoozed.{asked.question.id}.{now.timestamp():.0f}"
            await outgoing.announce(store, key, snooze_words.shown_again(chat, asked), now)

    async def _sum_up(self, store: Store, digest_id: int, now: datetime) -> None:
        due = await store.digests.take(digest_id, now)
        if due is None:
            return
        library = await self.shelf.library(store, self.library, due.chat_id)
        week = await digest.sum_up(store, library, due, now)
        if week is not None:
            await outgoing.announce(store, f"digest.{digest_id}", digest_words.outputs(week), now)
