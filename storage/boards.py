"""Leaderboards, read from the scores by their index: as fast with ten million awards as with ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, false, func, select
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
        rows = await self._session.execute(
            select(Learner.id, Learner.name, Learner.shown_by_name, Score.points)
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
        return _ranked(rows.all())

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
        found: list[Champions] = []
        while len(found) < number:
            latest = await self._session.scalar(
                select(Score.starts_on)
                .where(
                    Score.board_id == board_id,
                    Score.period == period,
                    Score.hidden == false(),
                    Score.starts_on < before,
                )
                .order_by(Score.starts_on.desc())
                .limit(1)
            )
            if latest is None:
                break
            best = await self.top(board_id, Window(period, latest), JOINT_WINNERS)
            found.append(Champions(latest, tuple(one for one in best if one.rank == 1)))
            before = latest
        return found


def _ranked(rows: Sequence[Row[int, str, bool, int]]) -> list[Standing]:
    every = [row.points for row in rows]
    return [Standing(1 + every.index(row.points), row.id, row.name, row.shown_by_name, row.points) for row in rows]
