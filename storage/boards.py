"""Leaderboards, read from the scores by their index: as fast with ten million awards as with ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, Select, false, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from storage.periods import OVERALL, Period, Window
from storage.tables import Learner, Score
from storage.tallies import Tallies

JOINT_WINNERS = 3


@dataclass(frozen=True)
class Standing:
    """A learner's place on a leaderboard; who has as many points shares the rank."""

    rank: int
    learner_id: int
    name: str
    shown_by_name: bool
    points: int


@dataclass(frozen=True)
class Champions:
    """Who won the window that began on this day; several where they had the same points."""

    starts_on: date
    winners: tuple[Standing, ...]


class Boards:
    """Who leads on a board: a group's, by its chat id, or that of everybody (`OVERALL`). Nobody hidden is on any."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._tallies = Tallies(session)

    async def top(self, board_id: int, window: Window, number: int) -> list[Standing]:
        """The first so many of a window, best first."""
        return _ranked((await self._session.execute(self._best(board_id, window, number))).all())

    def _best(self, board_id: int, window: Window, number: int) -> Select[int, str, bool, int, date]:
        return (
            select(Learner.id, Learner.name, Learner.shown_by_name, Score.points, Score.starts_on)
            .join(Learner, Learner.id == Score.learner_id)
            .where(
                Score.board_id == board_id,
                Score.period == window.period,
                Score.hidden == false(),
                Score.starts_on == window.starts_on,
                Score.points > 0,
            )
            .order_by(Score.points.desc(), Score.learner_id.desc())
            .limit(number)
        )

    async def place(self, board_id: int, window: Window, learner_id: int) -> Standing | None:
        """The learner's own place in a window that is open; None without points, and for whoever is hidden."""
        row = (
            await self._session.execute(
                select(Learner.id, Learner.name, Learner.shown_by_name, Score.points)
                .join(Learner, Learner.id == Score.learner_id)
                .where(
                    Score.board_id == board_id,
                    Score.period == window.period,
                    Score.starts_on == window.starts_on,
                    Score.learner_id == learner_id,
                    Score.hidden == false(),
                    Score.points > 0,
                )
            )
        ).one_or_none()
        if row is None:
            return None
        above = await self._above(board_id, window, row.points)
        return Standing(1 + above, row.id, row.name, row.shown_by_name, row.points)

    async def _above(self, board_id: int, window: Window, points: int) -> int:
        if board_id == OVERALL:
            return await self._tallies.above(window, points)
        # A group is small enough to count, along the index.
        higher = select(func.count()).where(
            Score.board_id == board_id,
            Score.period == window.period,
            Score.hidden == false(),
            Score.starts_on == window.starts_on,
            Score.points > points,
        )
        return await self._session.scalar(higher) or 0

    async def champions(self, board_id: int, period: Period, before: date, number: int) -> list[Champions]:
        """Who won the last so many windows that began before this day, latest first; empty windows are left out."""
        board = (Score.board_id == board_id, Score.period == period, Score.hidden == false(), Score.points > 0)
        # From one window that is not empty to the one before it, each found at once by the index.
        latest = select(func.max(Score.starts_on)).where(*board, Score.starts_on < before).scalar_subquery()
        past = select(latest.label("starts_on"), literal(1).label("nth")).cte("past", recursive=True)
        earlier = select(func.max(Score.starts_on)).where(*board, Score.starts_on < past.c.starts_on)
        past = past.union_all(
            select(earlier.correlate(past).scalar_subquery(), past.c.nth + 1).where(
                past.c.nth < number, past.c.starts_on.is_not(None)
            )
        )
        starts = (await self._session.scalars(select(past.c.starts_on).where(past.c.starts_on.is_not(None)))).all()
        if not starts:
            return []
        bests = [self._best(board_id, Window(period, starts_on), JOINT_WINNERS).subquery() for starts_on in starts]
        rows = (await self._session.execute(union_all(*(select(best) for best in bests)))).all()
        found = []
        for starts_on in starts:
            best = _ranked(sorted((row for row in rows if row.starts_on == starts_on), key=lambda row: -row.points))
            found.append(Champions(starts_on, tuple(one for one in best if one.rank == 1)))
        return found


def _ranked(rows: Sequence[Row[int, str, bool, int, date]]) -> list[Standing]:
    every = [row.points for row in rows]
    return [Standing(1 + every.index(row.points), row.id, row.name, row.shown_by_name, row.points) for row in rows]
