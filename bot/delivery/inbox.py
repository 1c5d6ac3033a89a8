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

log = logging.getLogger(__name__)

AT_ONCE = 256


class Inbox(asyncio.Queue[object]):
    """The application's queue of updates; `put` returns once an update is on disk.

    Both ways in use it: polling moves its offset, and a webhook says 200, only after `put`.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock

    async def put(self, item: object) -> None:
        """Keeps an update, then queues it; one that is known already is dropped."""
        if isinstance(item, telegram.Update):
            async with self._database.transaction() as store:
                fresh = await store.inbox.take_in(item.update_id, sender_of(item), item.to_dict(), self._clock())
            if not fresh:
                return
        await super().put(item)

    async def replay(self, bot: telegram.Bot) -> int:
        """Queues what was taken in by an earlier run and not dealt with; how many those were."""
        async with self._database.transaction() as store:
            bodies = await store.inbox.waiting()
        for body in bodies:
            await super().put(telegram.Update.de_json(body, bot))
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
