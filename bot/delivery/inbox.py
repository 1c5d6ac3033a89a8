"""Updates are committed before Telegram is told that we have them, and dealt with in order for each person."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import telegram
from telegram.ext import BaseUpdateProcessor

from bot.conversation.incoming import sender_of
from storage.database import Database

log = logging.getLogger(__name__)

AT_ONCE = 256


class Inbox(asyncio.Queue[object]):
    """The application's queue of updates, on disk before anybody is told that we have them.

    Both ways in use it: polling moves its offset, and a webhook says 200, only after `take_in`.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock

    async def take_in(self, bodies: Sequence[Mapping[str, Any]], bot: telegram.Bot) -> None:
        """Keeps updates as Telegram writes them, all or none, then queues them; those that are known are dropped.

        Raises what the database raises.
        """
        known = {int(body["update_id"]): (body, read(body, bot)) for body in bodies}
        now = self._clock()
        fresh = []
        async with self._database.transaction() as store:
            for update_id, (body, update) in known.items():
                if not await store.inbox.take_in(update_id, sender_of(update) if update else None, dict(body), now):
                    continue
                if update is None:
                    await store.inbox.set_aside(update_id)
                else:
                    fresh.append(update)
        for update in fresh:
            await self.put(update)


def read(body: Mapping[str, Any], bot: telegram.Bot) -> telegram.Update | None:
    """The update as an object; None when it is of a form that the library cannot read."""
    try:
        return telegram.Update.de_json(dict(body), bot)
    except Exception:
        log.exception("update %s cannot be read and is set aside", body.get("update_id"))
        return None


class OnePersonAtATime(BaseUpdateProcessor):
    """Updates of one person in order, those of different people side by side."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)
        self._at_work: set[asyncio.Task[Any]] = set()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Drops what does not come to an end: nothing of it is kept, so that the next start deals with it."""
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Runs the handler when it is this person's turn."""
        sender = sender_of(update) if isinstance(update, telegram.Update) else None
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("updates are dealt with in tasks")
        self._at_work.add(task)
        try:
            async with self._turn(sender):
                await coroutine
        finally:
            self._at_work.discard(task)
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # it may not have begun

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
