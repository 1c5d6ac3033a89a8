"""Telegram's limits, kept by ourselves: overall, and for each chat."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from storage.database import Database, Store
from storage.limits import EVERYBODY

CHAT_MESSAGES, CHAT_SECONDS = 18, 10.0
GROUP_MESSAGES, GROUP_SECONDS = 18, 60.0
REMEMBERED = 10_000
URGENT_SHARE = 5
"""One in so many may go at once: what Telegram allows is a little more than what we use."""


class Slots(Protocol):
    """When the next message may go, and the next urgent one."""

    next_at: float
    next_urgent_at: float


@dataclass
class Pace:
    """Slots in memory."""

    next_at: float = 0.0
    next_urgent_at: float = 0.0


def slot(slots: Slots, now: float, gap: float, *, urgent: bool) -> float:
    """Takes the next slot and says in how many seconds it is: one every `gap`, as a burst would earn a pause.

    A few urgent ones a second go at once, and those behind make room.
    """
    if urgent and now >= slots.next_urgent_at:
        slots.next_urgent_at = now + URGENT_SHARE * gap
        slots.next_at = max(slots.next_at, now) + gap
        return 0.0
    at = max(now, slots.next_at)
    slots.next_at = at + gap
    return at - now


def wait_of(chat_id: int, sent: Sequence[float], now: float) -> float:
    """In how many seconds a chat may have another message: short bursts are fine, a group takes less.

    Groups have negative ids.
    """
    most, window = (GROUP_MESSAGES, GROUP_SECONDS) if chat_id < 0 else (CHAT_MESSAGES, CHAT_SECONDS)
    return 0.0 if len(sent) < most else max(0.0, sent[-most] + window - now)


class Limits(Protocol):
    """Says when a message may go."""

    async def turn(self, chat_id: int, *, urgent: bool) -> float:
        """Waits for a slot; or says at once how many seconds this chat must have peace, and takes none."""

    async def pause(self, chat_id: int, for_chat: float, for_all: float) -> None:
        """Telegram has asked for so many seconds of peace."""


class Lately:
    """What this process has sent in the last second: urgent ones come between, and slots bunch after a hold-up."""

    def __init__(self, per_second: float, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._sent: deque[float] = deque(maxlen=max(1, int(per_second)))

    async def room(self) -> None:
        """Waits until the last second has room for one more, and takes it."""
        while len(self._sent) == self._sent.maxlen and (wait := self._sent[0] + 1 - self._seconds()) > 0:  # noqa: ASYNC110 # time rings no bell
            await asyncio.sleep(wait)
        self._sent.append(self._seconds())


class OwnLimits:
    """The limits of the only process; pauses are the sender's own affair."""

    def __init__(self, per_second: float, seconds: Callable[[], float]) -> None:
        self._gap = 1 / per_second
        self._seconds = seconds
        self._pace = Pace()
        self._sent: OrderedDict[int, deque[float]] = OrderedDict()
        self._lately = Lately(per_second, seconds)

    async def turn(self, chat_id: int, *, urgent: bool) -> float:
        """As Limits says."""
        now = self._seconds()
        sent = self._sent.setdefault(chat_id, deque(maxlen=GROUP_MESSAGES))
        if wait := wait_of(chat_id, sent, now):
            return wait
        sent.append(now)
        self._sent.move_to_end(chat_id)
        if len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)
        await asyncio.sleep(slot(self._pace, now, self._gap, urgent=urgent))
        await self._lately.room()
        return 0.0

    async def pause(self, chat_id: int, for_chat: float, for_all: float) -> None:
        """As Limits says."""


class SharedLimits:
    """The limits that all workers on one database keep together."""

    def __init__(
        self,
        per_second: float,
        database: Database,
        own_seconds: Callable[[], float],
        seconds: Callable[[], float] | None = None,
    ) -> None:
        """`own_seconds` is for what this process sends within a second.

        Without `seconds`, time goes by the clock of the database: workers' own may differ.
        """
        self._gap = 1 / per_second
        self._database = database
        self._seconds = seconds
        self._lately = Lately(per_second, own_seconds)

    async def turn(self, chat_id: int, *, urgent: bool) -> float:
        """As Limits says."""
        async with self._database.transaction() as store:
            chat = await store.limits.lock(chat_id)
            everybody = await store.limits.lock(EVERYBODY)
            now = await self._now(store)
            paused = max(chat.paused_until, everybody.paused_until) - now
            wait = max(paused, wait_of(chat_id, chat.sent, now))
            if wait <= 0:
                chat.sent, chat.next_at = [*chat.sent, now][-GROUP_MESSAGES:], now
                until_slot = slot(everybody, now, self._gap, urgent=urgent)
                await store.limits.keep(chat)
                await store.limits.keep(everybody)
        if wait > 0:
            return wait
        await asyncio.sleep(until_slot)
        await self._lately.room()
        return 0.0

    async def pause(self, chat_id: int, for_chat: float, for_all: float) -> None:
        """As Limits says."""
        async with self._database.transaction() as store:
            for key, seconds in ((chat_id, for_chat), (EVERYBODY, for_all)):
                if seconds > 0:
                    row = await store.limits.lock(key)
                    row.paused_until = max(row.paused_until, await self._now(store) + seconds)
                    await store.limits.keep(row)

    async def _now(self, store: Store) -> float:
        return self._seconds() if self._seconds else await store.limits.now()
