"""How many learners stand where on the overall leaderboard, so that a rank need not be counted out.

Points are counted in steps of three widths, each 64 times the one before. A rank is the sum of the wide steps above, of
the middle ones up to the next wide one, and of the narrow ones up to the next middle one: some 64 rows each, however
many learners there are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.periods import Window
from storage.prepared import Prepared, Statement
from storage.tables import Tally

WIDTHS = (1, 64, 4096)


def _change(dialect: str) -> Statement:
    tallies = table_of(Tally)
    statement = insert(dialect, tallies)
    return statement.on_conflict_do_update(
        index_elements=["period", "starts_on", "width", "step"],
        set_={"learners": tallies.c.learners + statement.excluded.learners},
    )


_CHANGE = Prepared(_change)


@dataclass(frozen=True)
class Step:
    """Somebody's points in a window change; 0 or less is no place on the leaderboard."""

    window: Window
    before: int
    after: int


def tallied(steps: Iterable[Step]) -> Counter[tuple[Window, int, int]]:
    """By how much the count of each window, width and step changes."""
    counts: Counter[tuple[Window, int, int]] = Counter()
    for one in steps:
        for width in WIDTHS:
            if one.before > 0:
                counts[one.window, width, one.before // width] -= 1
            if one.after > 0:
                counts[one.window, width, one.after // width] += 1
    return counts


class Tallies:
    """Counts of learners by window and points."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def change(self, steps: Iterable[Step]) -> None:
        """Brings the counts up to date."""
        rows = [
            {"period": window.period, "starts_on": window.starts_on, "width": width, "step": step, "learners": number}
            for (window, width, step), number in tallied(steps).items()
            if number
        ]
        if rows:
            await _CHANGE.each(self._session, rows)

    async def above(self, window: Window, points: int) -> int:
        """How many learners have more points than these, of which there is at least one."""
        parts = []
        for width, wider in zip(WIDTHS, (*WIDTHS[1:], None), strict=True):
            part = select(Tally.learners).where(
                Tally.period == window.period,
                Tally.starts_on == window.starts_on,
                Tally.width == width,
                Tally.step > points // width,
            )
            if wider is not None:
                part = part.where(Tally.step < (points // wider + 1) * (wider // width))
            parts.append(part)
        higher = union_all(*parts).subquery()
        return int(await self._session.scalar(select(func.sum(higher.c.learners))) or 0)
