"""Takes up what came in and was not dealt with, and stops trying what ends the process each time."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import telegram

from bot.delivery.inbox import Inbox, read
from storage.database import Database

log = logging.getLogger(__name__)

TRIES = 3
"""So often is an update taken up again: an endless loop, or what kills the process, raises no exception to count."""
ALONE_SECONDS = 30.0
"""So long is an update waited for that is tried by itself."""
BEFORE_SECONDS = 1.0
"""So long what is ready to be said has a start: cut off on its way, it would come twice."""


@dataclass
class Replay:
    """Updates of an earlier run, or of a worker that is no more.

    At first all are taken up side by side. What then waits still is under suspicion: it is tried by itself, so that no
    other is blamed when the process ends, and each try is counted before it begins. `set_aside` gives an update up and
    tells its sender; only the worker that `leads` tries suspects.
    """

    database: Database
    inbox: Inbox
    bot: telegram.Bot
    handle: Callable[[telegram.Update], Awaitable[None]]
    set_aside: Callable[[telegram.Update, str], Awaitable[None]]
    leads: Callable[[], bool]
    _taken: set[int] = field(default_factory=set)

    async def take_up(self, before: datetime | None = None) -> int:
        """Deals with suspects, and queues the rest; how many those were together.

        With `before`, only what came before that moment. Nothing is taken up twice.
        """
        async with self.database.transaction() as store:
            found = await store.inbox.suspects(before)
            fresh = await store.inbox.take_up(before)
        self._taken &= {update_id for update_id, _, _ in found}
        suspects = [one for one in found if one[0] not in self._taken] if self.leads() else []
        if suspects:
            await asyncio.sleep(BEFORE_SECONDS)
        for update_id, tries, body in suspects:
            self._taken.add(update_id)
            await self._try_alone(update_id, tries, body)
        for body in fresh:
            self._taken.add(int(body["update_id"]))
            if (update := await self._read(int(body["update_id"]), body)) is not None:
                await self.inbox.put(update)
        return len(suspects) + len(fresh)

    async def _try_alone(self, update_id: int, tries: int, body: dict[str, Any]) -> None:
        update = await self._read(update_id, body)
        if update is None:
            return
        if tries >= TRIES:
            reference = secrets.token_hex(3)
            log.error(
                "update %s was taken up %s times in vain and is set aside (reference %s)", update_id, tries, reference
            )
            await self.set_aside(update, reference)
            return
        async with self.database.transaction() as store:
            await store.inbox.count_try(update_id)
        log.warning("update %s is tried by itself, as it has not been done with before", update_id)
        try:
            async with asyncio.timeout(ALONE_SECONDS):
                await self.handle(update)
        except TimeoutError:
            # The database may be away, or it waits for something that never comes: then only for its own sender.
            log.warning("update %s takes long; the others do not wait for it", update_id)
            await self.inbox.put(update)

    async def _read(self, update_id: int, body: dict[str, Any]) -> telegram.Update | None:
        update = read(body, self.bot)
        if update is None:
            async with self.database.transaction() as store:
                await store.inbox.set_aside(update_id)
        return update
