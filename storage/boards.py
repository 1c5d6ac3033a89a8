"""Leaderboards, read from the scores by their index: as fast with ten million awards as with ten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, bindparam, false, func, literal, select, union_all
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
        return _ranked((await self._session.execute(_best(board_id, window.period, window.starts_on, number))).all())

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

    async def champions(self, board_id: int, present: Mapping[Window, int]) -> dict[Period, list[Champions]]:
        """Who won the windows before each of these, so many of each, latest first; empty windows are left out."""
        before = {window.period.value: window.starts_on for window in present}
        starts = _starts_before(tuple((window.period, number) for window, number in present.items()))
        past = (await self._session.execute(starts, {"board_id": board_id} | before)).all()
        won: dict[Period, list[Champions]] = {window.period: [] for window in present}
        if not past:
            return won
        wanted = {f"period_{at}": row.period for at, row in enumerate(past)}
        wanted |= {f"starts_on_{at}": row.starts_on for at, row in enumerate(past)}
        rows = (await self._session.execute(_winners(len(past)), {"board_id": board_id} | wanted)).all()
        for at, (period, starts_on) in enumerate(past):
            best = _ranked(sorted((row for row in rows if row.at == at), key=lambda row: -row.points))
            won[Period(period)].append(Champions(starts_on, tuple(one for one in best if one.rank == 1)))
        return won


def _best(board_id: Any, period: Any, starts_on: Any, number: int) -> Select[int, str, bool, int]:
    """The first so many of a window; the values, or what stands for them."""
    return (
        select(Learner.id, Learner.name, Learner.shown_by_name, Score.points)
        .join(Learner, Learner.id == Score.learner_id)
        .where(
            Score.board_id == board_id,
            Score.period == period,
            Score.hidden == false(),
            Score.starts_on == starts_on,
            Score.points > 0,
        )
        .order_by(Score.points.desc(), Score.learner_id.desc())
        .limit(number)
    )


# To put these together takes longer than to run them: it is done once.


@cache
def _winners(number: int) -> CompoundSelect[*tuple[Any, ...]]:
    """The best of so many windows, given as `period_0` and `starts_on_0` and so on; `at` says of which."""
    bests = (
        _best(bindparam("board_id"), bindparam(f"period_{at}"), bindparam(f"starts_on_{at}"), JOINT_WINNERS)
        for at in range(number)
    )
    return union_all(*(select(literal(at).label("at"), *best.subquery().c) for at, best in enumerate(bests)))


@cache
def _starts_before(wanted: tuple[tuple[Period, int], ...]) -> CompoundSelect[*tuple[Any, ...]]:
    """The first days of windows in which somebody has points, so many of each kind, latest first.

    They lie before a day that is given under the name of the kind.
    """
    found = []
    for period, number in wanted:
        board = (
            Score.board_id == bindparam("board_id"),
            Score.period == period,
            Score.hidden == false(),
            Score.points > 0,
        )
        # From one window that is not empty to the one before it, each found at once by the index.
        latest = select(func.max(Score.starts_on)).where(*board, Score.starts_on < bindparam(period.value))
        past = select(latest.scalar_subquery().label("starts_on"), literal(1).label("nth"))
        steps = past.cte(f"past_{period.value}", recursive=True)
        earlier = select(func.max(Score.starts_on)).where(*board, Score.starts_on < steps.c.starts_on)
        steps = steps.union_all(
            select(earlier.correlate(steps).scalar_subquery(), steps.c.nth + 1).where(
                steps.c.nth < number, steps.c.starts_on.is_not(None)
            )
        )
        windows = select(literal(period.value).label("period"), steps.c.starts_on)
        found.append(windows.where(steps.c.starts_on.is_not(None)))
    return union_all(*found)


def _ranked(rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Standing]:
    every = [row.points for row in rows]
    return [Standing(1 + every.index(row.points), row.id, row.name, row.shown_by_name, row.points) for row in rows]
