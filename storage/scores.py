"""Points: the ledger of awards, and the scores, which are its sums on each leaderboard and in each of its windows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, false, func, literal, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, insert_into, one_at_a_time, table_of
from storage.periods import EVER, OPEN_FOR, OVERALL, Period, Window, shares
from storage.prepared import Prepared, Statement
from storage.states import LedgerKind
from storage.tables import Chat, Learner, LedgerRow, Member, Question, Score, Tally
from storage.tallies import Step, Tallies

LOCK = 5_017
PURGED_AT_ONCE = 5_000

_LEDGER = table_of(LedgerRow)
_AWARD = Prepared(lambda dialect: insert(dialect, _LEDGER).on_conflict_do_nothing().returning(_LEDGER.c.learner_id))
_EARNED_SINCE = Prepared(
    select(LedgerRow.id)
    .join(Question, Question.id == LedgerRow.question_id)
    .where(
        LedgerRow.learner_id == bindparam("learner"),
        LedgerRow.awarded_at >= bindparam("since"),
        Question.deck == bindparam("of_deck"),
        Question.card_id == bindparam("card"),
        Question.learner_id == bindparam("learner"),
    )
    .limit(1)
)
_HIDDEN = (
    select(Learner.id, Learner.hidden, func.coalesce(Member.left, false()))
    .outerjoin(Member, (Member.learner_id == Learner.id) & (Member.chat_id == bindparam("chat")))
    .where(Learner.id.in_(bindparam("learners", expanding=True)))
)


def _add(dialect: str) -> Statement:
    scores = table_of(Score)
    statement = insert(dialect, scores)
    return statement.on_conflict_do_update(
        index_elements=["board_id", "period", "starts_on", "learner_id"],
        set_={"points": scores.c.points + statement.excluded.points},
    ).returning(scores.c.board_id, scores.c.period, scores.c.starts_on, scores.c.learner_id, scores.c.points)


_ADD = Prepared(_add)


class Scores:
    """The ledger and its sums: for each group, and for everybody (`OVERALL`).

    Whoever is hidden has scores as all others; they are only not shown, and nobody's rank counts them.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._tallies = Tallies(session)

    async def award(
        self, question: Question, kind: LedgerKind, points: Mapping[int, int], day: date, now: datetime
    ) -> int:
        """Adds awards to the ledger and the scores, by learner; how many of them were not there already.

        They count for `day`, which may be long past: an appeal mends the week in which the answer was given.
        """
        if not points:
            return 0
        await self._lock()
        common = {
            "question_id": question.id,
            "chat_id": question.chat_id,
            "kind": kind,
            "day": day,
            "awarded_at": now,
        }
        rows = [common | {"learner_id": who, "points": more} for who, more in sorted(points.items())]
        fresh = [who for (who,) in await _AWARD.each(self._session, rows)]
        if fresh:
            await self._add(question, {who: points[who] for who in fresh}, day, now.date())
        return len(fresh)

    async def _add(self, question: Question, points: Mapping[int, int], day: date, today: date) -> None:
        """The sums are made by the database, so that awards at the same moment cannot lose one another."""
        boards = (OVERALL,) if question.learner_id is not None else (OVERALL, question.chat_id)
        hidden = await self._hidden(question.chat_id, points)
        rows = [
            {
                "board_id": board,
                "period": window.period,
                "starts_on": window.starts_on,
                "learner_id": who,
                "points": times * more,
                "hidden": hidden[who][board == OVERALL],
            }
            for who, more in points.items()
            for window, times in shares(day)
            for board in boards
            if window.is_kept(today)
        ]
        times_of = dict(shares(day))
        steps = []
        for board, period, starts_on, who, total in await _ADD.each(self._session, rows):
            window = Window(Period(period), starts_on)
            if board == OVERALL and window.is_open(today) and not hidden[who][True]:
                steps.append(Step(window, total - times_of[window] * points[who], total))
        await self._tallies.change(steps)

    async def _hidden(self, chat_id: int, learner_ids: Iterable[int]) -> dict[int, tuple[bool, bool]]:
        """For each learner whether they are hidden on the board of this group, and on that of everybody."""
        rows = await self._session.execute(_HIDDEN, {"chat": chat_id, "learners": list(learner_ids)})
        return {who: (hidden or bool(left), hidden) for who, hidden, left in rows}

    async def _lock(self) -> None:
        """Points change one transaction at a time: the counts behind the ranks are everybody's."""
        await one_at_a_time(self._session, LOCK)

    async def show_rightly(self, learner_id: int, now: datetime) -> None:
        """After the learner has hidden or shown themselves, or left a group or come back: scores and ranks say so."""
        await self._lock()
        await self._tallies.change(await self._steps(learner_id, now, leaving=True))
        left = (
            select(Member.left)
            .where(Member.chat_id == Score.board_id, Member.learner_id == Score.learner_id)
            .scalar_subquery()
        )
        hides = select(Learner.hidden).where(Learner.id == learner_id).scalar_subquery()
        await self._session.execute(
            update(Score)
            .where(Score.learner_id == learner_id)
            .values(hidden=or_(func.coalesce(hides, false()), func.coalesce(left, false()))),
            execution_options={"synchronize_session": False},
        )
        await self._tallies.change(await self._steps(learner_id, now, leaving=False))

    async def forget(self, learner_id: int, now: datetime) -> None:
        """Deletes the learner's scores, and counts them in no rank any more."""
        await self._lock()
        await self._tallies.change(await self._steps(learner_id, now, leaving=True))
        await self._session.execute(delete(Score).where(Score.learner_id == learner_id))

    async def _steps(self, learner_id: int, now: datetime, *, leaving: bool) -> list[Step]:
        """What it takes for the learner's scores to be counted, or to be counted no more."""
        rows = await self._session.execute(
            select(Score.period, Score.starts_on, Score.points).where(
                Score.board_id == OVERALL, Score.learner_id == learner_id, Score.hidden == false()
            )
        )
        counted = [(Window(Period(period), starts_on), points) for period, starts_on, points in rows]
        return [
            Step(window, points if leaving else 0, 0 if leaving else points)
            for window, points in counted
            if window.is_open(now.date())
        ]

    async def move(self, old_id: int, new_id: int) -> None:
        """What was won in one group was won in the other."""
        await self._lock()
        theirs = select(
            literal(new_id), Score.period, Score.starts_on, Score.learner_id, Score.points, Score.hidden
        ).where(Score.board_id == old_id)
        columns = ["board_id", "period", "starts_on", "learner_id", "points", "hidden"]
        statement = insert_into(self._session, Score).from_select(columns, theirs)
        statement = statement.on_conflict_do_update(
            index_elements=["board_id", "period", "starts_on", "learner_id"],
            set_={"points": Score.points + statement.excluded.points},
        )
        await self._session.execute(statement)
        await self._session.execute(delete(Score).where(Score.board_id == old_id))

    async def earned_for_card_since(self, learner_id: int, deck: str, card_id: str, since: datetime) -> bool:
        """Whether the learner has had points in private for this card since then."""
        wanted = {"learner": learner_id, "of_deck": deck, "card": card_id, "since": since}
        return await _EARNED_SINCE.scalar(self._session, wanted) is not None

    async def of_learner(self, learner_id: int) -> int:
        """The learner's points ever, in private and in all groups together."""
        total = await self._session.scalar(
            select(Score.points).where(
                Score.board_id == OVERALL,
                Score.period == Period.ALL,
                Score.starts_on == EVER,
                Score.learner_id == learner_id,
            )
        )
        return total or 0

    async def awards_of(self, learner_id: int) -> list[tuple[LedgerRow, Question, str]]:
        """Everything that the learner has had points for, oldest first, with the question and the group's title."""
        rows = await self._session.execute(
            select(LedgerRow, Question, Chat.title)
            .join(Question, Question.id == LedgerRow.question_id)
            .join(Chat, Chat.id == LedgerRow.chat_id)
            .where(LedgerRow.learner_id == learner_id)
            .order_by(LedgerRow.awarded_at, LedgerRow.id)
        )
        return [(award, question, title) for award, question, title in rows]

    async def in_questions(self, question_ids: Sequence[int]) -> dict[int, int]:
        """Points by learner for these questions together."""
        rows = await self._session.execute(
            select(LedgerRow.learner_id, func.sum(LedgerRow.points))
            .where(LedgerRow.question_id.in_(question_ids))
            .group_by(LedgerRow.learner_id)
        )
        return {learner: int(points) for learner, points in rows}

    async def purge(self, now: datetime) -> None:
        """Deletes what nobody asks for any more, some at a time: days and gains gone by, and the counts for ranks."""
        for period, open_for in OPEN_FOR.items():
            before = now.date() - open_for - timedelta(days=1)
            await self._session.execute(delete(Tally).where(Tally.period == period, Tally.starts_on < before))
            if period in (Period.TODAY, Period.GAIN):
                key = (Score.board_id, Score.period, Score.starts_on, Score.learner_id)
                old = select(*key).where(Score.period == period, Score.starts_on < before).limit(PURGED_AT_ONCE)
                await self._session.execute(
                    delete(Score).where(tuple_(*key).in_(old)), execution_options={"synchronize_session": False}
                )
