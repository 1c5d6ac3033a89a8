"""Who writes faster than anybody can."""

from collections import OrderedDict, deque
from enum import Enum, auto

MESSAGES = 15
SECONDS = 10.0
PAUSE_SECONDS = 30.0
REMEMBERED = 10_000


class Flood(Enum):
    """Whether a message belongs to a flood: no, it begins one, or it comes while one is being sat out."""

    NO = auto()
    BEGINS = auto()
    GOES_ON = auto()


class Budget:
    """So many things in so many seconds for each key, and no more."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._spent: OrderedDict[int, deque[float]] = OrderedDict()

    def spend(self, key: int, at: float) -> bool:
        """Takes one from the budget of this key; False when it is used up. `at` is in seconds since 1970."""
        spent = self._spent.setdefault(key, deque(maxlen=self._most))
        self._spent.move_to_end(key)
        if len(self._spent) > REMEMBERED:
            self._spent.popitem(last=False)
        if len(spent) == self._most and at - spent[0] < self._seconds:
            return False
        spent.append(at)
        return True


class Floods:
    """How fast people write, by Telegram's own time stamps: what waited through an outage is no flood.

    Kept in memory only: forgetting it at a restart harms nobody.
    """

    def __init__(self) -> None:
        self._recent: OrderedDict[int, deque[float]] = OrderedDict()
        self._until: dict[int, float] = {}

    def pauses(self, sender_id: int, sent_at: float | None) -> bool:
        """Whether this message falls into a pause that the sender has earned; takes note of nothing."""
        return sent_at is not None and sent_at < self._until.get(sender_id, 0)

    def check(self, sender_id: int, sent_at: float) -> Flood:
        """Takes note of a message; `sent_at` is in seconds since 1970."""
        if self.pauses(sender_id, sent_at):
            return Flood.GOES_ON
        self._until.pop(sender_id, None)
        recent = self._recent.setdefault(sender_id, deque(maxlen=MESSAGES))
        self._recent.move_to_end(sender_id)
        if len(self._recent) > REMEMBERED:
            forgotten, _ = self._recent.popitem(last=False)
            self._until.pop(forgotten, None)
        recent.append(sent_at)
        if len(recent) == MESSAGES and sent_at - recent[0] < SECONDS:
            self._until[sender_id] = sent_at + PAUSE_SECONDS
            recent.clear()
            return Flood.BEGINS
        return Flood.NO
