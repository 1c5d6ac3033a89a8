"""What workers on one database owe each other: the work of one that has died is taken up by another."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.replay import Replay
from storage.database import Database
from storage.workers import Place

log = logging.getLogger(__name__)

HOLD_SECONDS = 1.0
LOOK_EVERY = 10
LEFT_BEHIND = timedelta(minutes=1)
"""An update that has waited so long was perhaps in the hands of a worker that is no more."""


@dataclass
class Worker:
    """Keeps this process's place, and looks after what others have left behind."""

    database: Database
    place: Place
    replay: Replay
    clock: Callable[[], datetime]
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def stop(self) -> None:
        """No more of it."""
        self._stopping.set()

    async def run(self) -> None:
        """Looks until `stop`."""
        look = 0
        while not self._stopping.is_set():
            await self.place.hold()
            look += 1
            if look % LOOK_EVERY == 1:
                try:
                    await self.take_over()
                except Exception:
                    log.exception("what others have left behind cannot be taken up; trying again")
            try:
                async with asyncio.timeout(HOLD_SECONDS):
                    await self._stopping.wait()
            except TimeoutError:
                pass  # time for the next look

    async def take_over(self) -> None:
        """Takes up what workers that are no more were sending, and updates that nobody deals with."""
        await self.take_over_messages()
        if self.place.leads:
            await self.replay.take_up(self.clock() - LEFT_BEHIND)

    async def take_over_messages(self) -> None:
        """Takes up what workers that are no more were sending."""
        async with self.database.transaction() as store:
            at_work = await store.outbox.workers()
        dead = await self.place.dead(at_work)
        async with self.database.transaction() as store:
            if dead:
                for row_id in await store.outbox.take_up_again(dead):
                    log.error("row %s of the outbox was given up, it may have arrived twice", row_id)
            if self.place.leads and self.place.shared:
                await store.limits.forget_idle()
