"""Streaks: days in a row, forgiving by rule, always recomputed from the answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

REST_EVERY = 7
REST_AT_MOST = 2


@dataclass(frozen=True)
class Streak:
    """`length` days practised without a break, rest days bridging gaps; `rest` such days are in hand."""

    length: int
    rest: int
    today: bool
    last_30: int


def streak(practised: Iterable[date], today: date) -> Streak:
    """The streak as of `today`; every 7 days practised earn a rest day (2 at most), which a missed day uses up."""
    days = set(practised)
    length = rest = earned = 0
    day = min(days, default=today)
    while day <= today:
        if day in days:
            length += 1
            earned += 1
            if earned % REST_EVERY == 0:
                rest = min(REST_AT_MOST, rest + 1)
        elif day < today and length:
            if rest:
                rest -= 1
            else:
                length = earned = 0
        day += timedelta(days=1)
    last_30 = sum(today - timedelta(days=29) <= day <= today for day in days)
    return Streak(length, rest, today in days, last_30)
