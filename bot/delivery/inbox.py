"""Updates are committed before Telegram is told that we have them, and dealt with in order for each person."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import telegram
from telegram.ext import BaseUpdateProcessor

from bot.conversation.incoming import sender_of
from storage.database import Database
from storage.states import InboxState

log = logging.getLogger(__name__)

AT_ONCE = 256
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 10.0


class Inbox(asyncio.Queue[object]):
    """The application's queue of updates; `put` returns once an update is on disk.

    Both ways in use it: polling moves its offset, and a webhook says 200, only after `put`.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock

    async def put(self, item: object) -> None:
        """Keeps an update, then queues it; one that is known already is dropped.

        While the database is away this waits, and Telegram keeps what comes.
        """
        if isinstance(item, telegram.Update) and not await self._taken_in(item):
            return
        await super().put(item)

    async def _taken_in(self, update: telegram.Update) -> bool:
        """Whether the update is new to us."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                async with self._database.transaction() as store:
                    return await store.inbox.take_in(
                        update.update_id, sender_of(update), update.to_dict(), self._clock()
                    )
            except Exception:
                # The library's polling ends for good at any error but its own.
                log.exception("update %s cannot be kept; trying again", update.update_id)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def replay(self, bot: telegram.Bot) -> int:
        """Queues what was taken in by an earlier run and not dealt with; how many those were."""
        async with self._database.transaction() as store:
            bodies = await store.inbox.waiting()
        for body in bodies:
            try:
                update = telegram.Update.de_json(body, bot)
            except Exception:
                log.exception("an update of an earlier run cannot be read: %s", body.get("update_id"))
                async with self._database.transaction() as store:
                    await store.inbox.settle(int(body["update_id"]), InboxState.DEAD)
                continue
            await super().put(update)
        return len(bodies)


class OnePersonAtATime(BaseUpdateProcessor):
    """Updates of one person in order, those of different people side by side."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Runs the handler when it is this person's turn."""
        sender = sender_of(update) if isinstance(update, telegram.Update) else None
        async with self._turn(sender):
            await coroutine

    @contextlib.asynccontextmanager
    async def _turn(self, sender: int | None) -> Any:
        if sender is None:
            yield
            return
        self._waiting[sender] += 1
        try:
            async with self._locks[sender]:
                yield
        finally:
            self._waiting[sender] -= 1
            if not self._waiting[sender]:
                del self._waiting[sender], self._locks[sender]
