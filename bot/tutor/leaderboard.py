"""Who leads, in a chat or overall, today, this week, this month or ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from storage.database import Store
from storage.scores import Standing

TOP = 10


class Period(StrEnum):
    """A window of a leaderboard; the members' order is the order of the buttons."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True)
class Board:
    """The top ten of a period, and one's own place where one is not among them."""

    period: Period
    top: Sequence[Standing]
    own: Standing | None
    players: int


def period_start(period: Period, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the period began in this zone; None for ever."""
    today = calendar.study_day(now, zone)
    match period:
        case Period.TODAY:
            return calendar.day_start(today, zone)
        case Period.WEEK:
            return calendar.day_start(today - timedelta(days=today.weekday()), zone)
        case Period.MONTH:
            return calendar.day_start(today.replace(day=1), zone)
        case Period.ALL:
            return None


def rank(points: int, everybody: Sequence[int]) -> int:
    """The rank of somebody with so many points; equal points share it, and the next ones are passed over."""
    return 1 + sum(other > points for other in everybody)


async def board(
    store: Store, chat_id: int | None, period: Period, zone: ZoneInfo, learner_id: int | None, now: datetime
) -> Board:
    """The leaderboard of a chat, or with None the overall one."""
    standings = await store.scores.board(chat_id, period_start(period, zone, now))
    top = standings[:TOP]
    own = next((one for one in standings[TOP:] if one.learner_id == learner_id), None)
    return Board(period, top, own, len(standings))
