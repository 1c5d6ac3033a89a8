"""Are the scores and the ranks the sums of the ledger? And making them so again."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime

from sqlalchemy import delete, false, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import execute_rows, one_at_a_time
from storage.periods import OVERALL, Period, Window, shares
from storage.scores import LOCK
from storage.states import ChatKind
from storage.tables import Chat, Learner, LedgerRow, Member, Score, Tally
from storage.tallies import Step, tallied

AT_ONCE = 500
"""Learners whose sums are in memory at the same time."""

Key = tuple[int, Window, int]
"""Board, window and learner."""
Sum = tuple[int, bool]
"""Points, and whether they are hidden."""


class Sums:
    """What the ledger comes to, beside what is kept of it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def differences(self, now: datetime) -> list[str]:
        """Every score and count of ranks that is not what the ledger comes to, in a sentence each."""
        found = []
        async for ids in self._learners():
            due, kept = await self._due(ids, now.date()), await self._kept(ids, now.date())
            found += [
                _score_sentence(key, due.get(key), kept.get(key))
                for key in sorted(due.keys() | kept.keys(), key=str)
                if due.get(key) != kept.get(key)
            ]
        counted, tallies = await self._counted(now.date()), await self._tallies(now.date())
        for step in sorted(counted.keys() | tallies.keys(), key=str):
            if counted[step] != tallies[step]:
                window, width, at = step
                found.append(
                    f"tallies: {window.period} from {window.starts_on}, {at * width} points and up by {width}: "
                    f"{tallies[step]} learners instead of {counted[step]}"
                )
        return found

    async def mend(self, now: datetime) -> None:
        """Makes scores and counts of ranks anew from the ledger; weeks and months long past as well."""
        await one_at_a_time(self._session, LOCK)
        async for ids in self._learners():
            await self._session.execute(delete(Score).where(Score.learner_id.in_(ids)))
            rows = [
                {
                    "board_id": board,
                    "period": window.period,
                    "starts_on": window.starts_on,
                    "learner_id": who,
                    "points": points,
                    "hidden": hidden,
                }
                for (board, window, who), (points, hidden) in (await self._due(ids, now.date())).items()
            ]
            if rows:
                await execute_rows(self._session, insert(Score), rows)
        await self._session.execute(delete(Tally))
        counts = [
            {"period": window.period, "starts_on": window.starts_on, "width": width, "step": step, "learners": number}
            for (window, width, step), number in (await self._counted(now.date())).items()
        ]
        if counts:
            await execute_rows(self._session, insert(Tally), counts)

    async def _learners(self) -> AsyncIterator[Sequence[int]]:
        last = None
        while True:
            query = select(Learner.id).order_by(Learner.id).limit(AT_ONCE)
            ids = (await self._session.scalars(query if last is None else query.where(Learner.id > last))).all()
            if not ids:
                return
            yield ids
            last = ids[-1]

    async def _due(self, ids: Sequence[int], today: date) -> dict[Key, Sum]:
        """What the scores of these learners have to be."""
        rows = await self._session.execute(
            select(
                LedgerRow.learner_id,
                LedgerRow.chat_id,
                LedgerRow.day,
                Chat.kind,
                Learner.hidden,
                func.coalesce(Member.left, false()),
                func.sum(LedgerRow.points),
            )
            .join(Chat, Chat.id == LedgerRow.chat_id)
            .join(Learner, Learner.id == LedgerRow.learner_id)
            .outerjoin(Member, (Member.chat_id == LedgerRow.chat_id) & (Member.learner_id == LedgerRow.learner_id))
            .where(LedgerRow.learner_id.in_(ids))
            .group_by(LedgerRow.learner_id, LedgerRow.chat_id, LedgerRow.day, Chat.kind, Learner.hidden, Member.left)
        )
        points: Counter[Key] = Counter()
        hides: dict[Key, bool] = {}
        for who, chat_id, day, kind, hidden, left, earned in rows:
            for board in (OVERALL,) if kind == ChatKind.PRIVATE else (OVERALL, chat_id):
                for window, times in shares(day):
                    if window.is_kept(today):
                        key = (board, window, who)
                        points[key] += times * int(earned)
                        hides[key] = bool(hidden or (left and board != OVERALL))
        return {key: (total, hides[key]) for key, total in points.items()}

    async def _kept(self, ids: Sequence[int], today: date) -> dict[Key, Sum]:
        rows = await self._session.execute(
            select(Score.board_id, Score.period, Score.starts_on, Score.learner_id, Score.points, Score.hidden).where(
                Score.learner_id.in_(ids)
            )
        )
        kept: dict[Key, Sum] = {}
        for board, period, starts_on, who, points, hidden in rows:
            window = Window(Period(period), starts_on)
            if window.is_kept(today):
                kept[board, window, who] = (points, hidden)
        return kept

    async def _counted(self, today: date) -> Counter[tuple[Window, int, int]]:
        """How many learners the scores put at each step of the ranks."""
        counts: Counter[tuple[Window, int, int]] = Counter()
        rows = await self._session.execute(
            select(Score.period, Score.starts_on, Score.points, func.count())
            .where(Score.board_id == OVERALL, Score.hidden == false(), Score.points > 0)
            .group_by(Score.period, Score.starts_on, Score.points)
        )
        for period, starts_on, points, learners in rows:
            window = Window(Period(period), starts_on)
            if window.is_open(today):
                for step, one in tallied([Step(window, 0, points)]).items():
                    counts[step] += one * learners
        return counts

    async def _tallies(self, today: date) -> Counter[tuple[Window, int, int]]:
        rows = await self._session.execute(select(Tally))
        counts: Counter[tuple[Window, int, int]] = Counter()
        for tally in rows.scalars():
            window = Window(Period(tally.period), tally.starts_on)
            if window.is_open(today):
                counts[window, tally.width, tally.step] = tally.learners
        return counts


def _score_sentence(key: Key, due: Sum | None, kept: Sum | None) -> str:
    board, window, who = key
    where = "everybody's board" if board == OVERALL else f"board of chat {board}"
    return (
        f"scores: learner {who} on the {where}, {window.period} from {window.starts_on}: "
        f"{_sum_words(kept)} instead of {_sum_words(due)}"
    )


def _sum_words(one: Sum | None) -> str:
    if one is None:
        return "nothing"
    points, hidden = one
    return f"{points} points{' (hidden)' if hidden else ''}"
