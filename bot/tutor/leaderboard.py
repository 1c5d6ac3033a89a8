"""Who leads, in a group or overall, today, this week, this month or ever; who has improved most; who has won before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from storage.boards import Champions, Standing
from storage.database import Store
from storage.periods import Period, window
from storage.states import LedgerKind
from storage.tables import Learner, Question

TOP = 10
CHAMPIONS = {Period.WEEK: 4, Period.MONTH: 3}
"""How many past windows of each kind are remembered on the screen."""


@dataclass(frozen=True)
class Board:
    """The top ten of a period, and one's own place where one is not among them."""

    period: Period
    top: Sequence[Standing]
    own: Standing | None


def rank(points: int, everybody: Sequence[int]) -> int:
    """The rank of somebody with so many points; equal points share it, and the next ones are passed over."""
    return 1 + sum(other > points for other in everybody)


async def board(store: Store, board_id: int, period: Period, today: date, learner_id: int) -> Board:
    """A group's leaderboard by its chat id, or that of everybody; `today` is the study day of who asks."""
    shown = window(period, today)
    top = await store.boards.top(board_id, shown, TOP)
    own = None
    if all(one.learner_id != learner_id for one in top):
        own = await store.boards.place(board_id, shown, learner_id)
    return Board(period, top, own)


async def champions(store: Store, board_id: int, today: date) -> dict[Period, list[Champions]]:
    """Who won the last weeks and months."""
    present = {window(period, today): number for period, number in CHAMPIONS.items()}
    return await store.boards.champions(board_id, present)


async def award(
    store: Store, question: Question, kind: LedgerKind, points: Mapping[int, int], at: datetime, now: datetime
) -> None:
    """Gives points, by learner, for the day that it was in the question's chat at that moment."""
    chat = await store.chats.get(question.chat_id)
    zone = ZoneInfo(chat.timezone if chat else "UTC")
    await store.scores.award(question, kind, points, calendar.study_day(at, zone), now)


async def hide(store: Store, learner: Learner, hidden: bool, now: datetime) -> None:
    """On no leaderboard from now on, or on all of them again."""
    await store.learners.hide(learner, hidden)
    await store.scores.show_rightly(learner.id, now)


async def set_left(store: Store, chat_id: int, learner_id: int, *, left: bool, now: datetime) -> None:
    """Who has left a group is not shown on its leaderboard; who comes back is, with all their points."""
    if await store.chats.set_left(chat_id, learner_id, left=left):
        await store.scores.show_rightly(learner_id, now)
