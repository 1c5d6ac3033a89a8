"""Streaks: days in a row, forgiving by rule, always recomputed from the answers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from storage.database import Store

REST_EVERY = 7
REST_AT_MOST = 2
SAME_DAY = timedelta(hours=8)
"""Within so long, the answer to a date's questions is given on that date, wherever one is by the next evening."""


class Kind(StrEnum):
    """What a day was for the streak."""

    PRACTISED = "practised"
    REST = "rest"
    ELSEWHERE = "elsewhere"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True)
class Streak:
    """`length` days practised without a break, rest days bridging gaps; `rest` such days are in hand."""

    length: int
    rest: int
    today: bool
    last_30: int


def streak(practised: Iterable[date], today: date, asked: Collection[date] = frozenset()) -> Streak:
    """The streak as of `today`; every 7 days practised earn a rest day (2 at most), which a missed day uses up.

    A day of `asked`, whose questions were answered, is no missed one even where a journey has moved the answers to the
    day before: they come only once for a date.
    """
    return _walk(set(practised), today, asked)[0]


async def of_learner(store: Store, learner_id: int, zone: ZoneInfo, now: datetime) -> Streak:
    """The learner's streak, from all their answers, by the days of this zone."""
    times = await store.answers.times_by_the_hour(learner_id)
    practised = (calendar.study_day(moment, zone) for moment in times)
    return streak(practised, calendar.study_day(now, zone), await asked_and_answered(store, learner_id, times))


async def asked_and_answered(store: Store, learner_id: int, times: Sequence[datetime]) -> set[date]:
    """The dates whose daily questions the learner has answered before long; `times` are those of all their answers
    in order, or of the first and last in each hour."""
    dates = set()
    for local_date, pushed_at in await store.subscriptions.pushes_to(learner_id):
        after = bisect_left(times, pushed_at)
        if after < len(times) and times[after] - pushed_at <= SAME_DAY:
            dates.add(local_date)
    return dates


@dataclass(frozen=True)
class Day:
    """A day as the streak sees it, with the number of answers given on it."""

    day: date
    kind: Kind
    answers: int


async def explained(
    store: Store, learner_id: int, zone: ZoneInfo, now: datetime, number: int
) -> tuple[Streak, tuple[Day, ...]]:
    """The streak, and why it is what it is: each of the last `number` days, newest first."""
    times = await store.answers.times_of(learner_id)
    answers = Counter(calendar.study_day(moment, zone) for moment in times)
    today = calendar.study_day(now, zone)
    found, kinds = _walk(set(answers), today, await asked_and_answered(store, learner_id, times))
    days = [today - timedelta(days=ago) for ago in range(number)]
    return found, tuple(Day(day, kinds[day], answers[day]) for day in days if day in kinds)


def _walk(days: set[date], today: date, asked: Collection[date]) -> tuple[Streak, dict[date, Kind]]:
    length = rest = earned = 0
    kinds: dict[date, Kind] = {}
    day = min(days, default=today)
    while day <= today:
        kinds[day] = Kind.PRACTISED if day in days else Kind.OPEN if day == today else Kind.MISSED
        if day in days:
            length += 1
            earned += 1
            if earned % REST_EVERY == 0:
                rest = min(REST_AT_MOST, rest + 1)
        elif day < today and length:
            if day in asked:
                kinds[day] = Kind.ELSEWHERE
            elif rest:
                rest -= 1
                kinds[day] = Kind.REST
            else:
                length = earned = 0
        day += timedelta(days=1)
    last_30 = sum(today - timedelta(days=29) <= day <= today for day in days)
    return Streak(length, rest, today in days, last_30), kinds
