"""Telegram's flood control, as far as it is known: how fast a bot may send."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """So many messages in so many seconds."""

    most: int
    seconds: float


# "About one a second, bursts are tolerated" leaves the burst to us.
OVERALL = Window(30, 1)
PER_CHAT = Window(20, 10)
PER_GROUP = Window(20, 60)


class FloodControl:
    """Counts what was sent, in real seconds: a moved clock does not help a flooding bot."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._sent: defaultdict[tuple[int, Window], deque[float]] = defaultdict(deque)

    def admit(self, chat_id: int, *, group: bool) -> int | None:
        """Count one message; or, if it is one too many, say how many seconds to wait."""
        now = self._seconds()
        windows = [(0, OVERALL), (chat_id, PER_GROUP if group else PER_CHAT)]
        waits = [wait for key in windows if (wait := self._wait(key, now)) > 0]
        if waits:
            return math.ceil(max(waits))
        for key in windows:
            self._sent[key].append(now)
        return None

    def _wait(self, key: tuple[int, Window], now: float) -> float:
        sent, window = self._sent[key], key[1]
        while sent and sent[0] <= now - window.seconds:
            sent.popleft()
        return sent[0] + window.seconds - now if len(sent) >= window.most else 0
