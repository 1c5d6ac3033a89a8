"""Telegram's limits, kept by ourselves: overall, and for each chat."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable

CHAT_MESSAGES, CHAT_SECONDS = 18, 10.0
GROUP_MESSAGES, GROUP_SECONDS = 18, 60.0
REMEMBERED = 10_000
URGENT_SHARE = 5
"""One in so many may go at once: what Telegram allows is a little more than what we use."""


class Pace:
    """An even pace over all chats: a burst at the start would earn a pause from Telegram."""

    def __init__(self, per_second: float, seconds: Callable[[], float]) -> None:
        self._gap = 1 / per_second
        self._seconds = seconds
        self._next = self._next_urgent = 0.0

    async def turn(self, *, urgent: bool = False) -> None:
        """Waits until the next message may go; a few urgent ones a second go at once, and those behind make room."""
        now = self._seconds()
        if urgent and now >= self._next_urgent:
            self._next_urgent = now + URGENT_SHARE * self._gap
            self._next = max(self._next, now) + self._gap
            return
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            await asyncio.sleep(at - now)


class ChatLimits:
    """How much each chat has had lately: short bursts are fine, a group takes less. Groups have negative ids."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._sent: OrderedDict[int, deque[float]] = OrderedDict()

    def wait_for(self, chat_id: int) -> float:
        """How many seconds until this chat may have another message; 0 when it may now."""
        most, window = (GROUP_MESSAGES, GROUP_SECONDS) if chat_id < 0 else (CHAT_MESSAGES, CHAT_SECONDS)
        sent = self._sent.get(chat_id)
        if sent is None or len(sent) < most:
            return 0.0
        return max(0.0, sent[-most] + window - self._seconds())

    def note(self, chat_id: int) -> None:
        """A message goes to this chat."""
        self._sent.setdefault(chat_id, deque(maxlen=GROUP_MESSAGES)).append(self._seconds())
        self._sent.move_to_end(chat_id)
        if len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)
