"""The windows of the leaderboards, and in which of them an award counts.

A day is a date in the zone of the chat where the points were earned, as it was then: the ledger keeps it beside each
award. So a later change of the zone moves nothing that has been counted, and weeks and months are sums of days
everywhere. On the overall leaderboard everybody's points count for the date that it was where they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

OVERALL = 0
"""Stands for the leaderboard of everybody where a group's id would stand."""
EVER = date(1970, 1, 1)
WEEK = timedelta(days=7)


class Period(StrEnum):
    """A kind of window; the members' order is the order of the buttons."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    GAIN = "gain"
    """This week's points less those of the week before."""


OPEN_FOR = {
    Period.TODAY: timedelta(days=14),
    Period.WEEK: timedelta(days=14),
    Period.MONTH: timedelta(days=62),
    Period.GAIN: timedelta(days=14),
}
"""How long from its beginning ranks are kept for a window, and points of a day or a gain."""


@dataclass(frozen=True)
class Window:
    """A period that began on a certain day."""

    period: Period
    starts_on: date

    def is_open(self, today: date) -> bool:
        """Whether ranks are still kept; `today` is the date in UTC."""
        return self.period is Period.ALL or self.starts_on >= today - OPEN_FOR[self.period]

    def is_kept(self, today: date) -> bool:
        """Whether points are still counted; weeks and months are kept for ever, for their champions."""
        return self.period in (Period.WEEK, Period.MONTH) or self.is_open(today)


def window(period: Period, day: date) -> Window:
    """The window of this kind in which the day lies; weeks begin on Monday."""
    match period:
        case Period.TODAY:
            return Window(period, day)
        case Period.WEEK | Period.GAIN:
            return Window(period, day - timedelta(days=day.weekday()))
        case Period.MONTH:
            return Window(period, day.replace(day=1))
        case Period.ALL:
            return Window(period, EVER)


def shares(day: date) -> Iterator[tuple[Window, int]]:
    """In which windows points of this day count, and how often: in the gain of the week after they count against."""
    for period in Period:
        yield window(period, day), 1
    yield window(Period.GAIN, day + WEEK), -1
