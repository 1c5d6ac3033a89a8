"""The playground's clock: it can be moved, so that tomorrow's question can be seen today."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

MoveListener = Callable[[datetime], None]


class MovableClock:
    """Real time plus an offset; or, given a start, a time that stands still until it is moved."""

    def __init__(self, start: datetime | None = None) -> None:
        self._frozen = None if start is None else _aware(start)
        self._offset = timedelta()
        self._listeners: list[MoveListener] = []

    def now(self) -> datetime:
        """The time in this world, in UTC."""
        base = datetime.now(UTC) if self._frozen is None else self._frozen
        return base + self._offset

    @property
    def running(self) -> bool:
        """Does time pass by itself?"""
        return self._frozen is None

    def advance(self, step: timedelta) -> None:
        """Let this much time pass at once."""
        if step < timedelta():
            raise ValueError("advance() goes forward only; move_to(..., backwards=True) goes back")
        self._offset += step
        self._tell()

    def move_to(self, when: datetime, *, backwards: bool = False) -> None:
        """Make it this time; back in time only when that is asked for."""
        step = _aware(when) - self.now()
        if step < timedelta() and not backwards:
            raise ValueError(f"{when} has passed already; move_to(..., backwards=True) goes back")
        self._offset += step
        self._tell()

    def on_move(self, listener: MoveListener) -> None:
        """Call `listener` with the new time whenever the clock has been moved."""
        self._listeners.append(listener)

    def next_morning(self, zone: ZoneInfo, at: time = time(9)) -> datetime:
        """That time of tomorrow, as the calendar of this zone has it."""
        tomorrow = self.now().astimezone(zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, at, zone).astimezone(UTC)

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener(self.now())


def _aware(when: datetime) -> datetime:
    if when.tzinfo is None:
        raise ValueError("the clock needs a time with a zone")
    return when.astimezone(UTC)
