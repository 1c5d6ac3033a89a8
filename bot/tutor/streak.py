"""Streaks: days in a row, forgiving by rule, always recomputed from the answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from storage.database import Store

REST_EVERY = 7
REST_AT_MOST = 2


class Kind(StrEnum):
    """What a day was for the streak."""

    PRACTISED = "practised"
    REST = "rest"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True)
class Streak:
    """`length` days practised without a break, rest days bridging gaps; `rest` such days are in hand."""

    length: int
    rest: int
    today: bool
    last_30: int


def streak(practised: Iterable[date], today: date) -> Streak:
    """The streak as of `today`; every 7 days practised earn a rest day (2 at most), which a missed day uses up."""
    return _walk(set(practised), today)[0]


async def of_learner(store: Store, learner_id: int, zone: ZoneInfo, now: datetime) -> Streak:
    """The learner's streak, from all their answers, by the days of this zone."""
    times = await store.answers.times_of(learner_id)
    return streak((calendar.study_day(moment, zone) for moment in times), calendar.study_day(now, zone))


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
    found, kinds = _walk(set(answers), today)
    days = [today - timedelta(days=ago) for ago in range(number)]
    return found, tuple(Day(day, kinds[day], answers[day]) for day in days if day in kinds)


def _walk(days: set[date], today: date) -> tuple[Streak, dict[date, Kind]]:
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
            if rest:
                rest -= 1
                kinds[day] = Kind.REST
            else:
                length = earned = 0
        day += timedelta(days=1)
    last_30 = sum(today - timedelta(days=29) <= day <= today for day in days)
    return Streak(length, rest, today in days, last_30), kinds
