"""Points: the ledger of awards, and the scores, which are its sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.states import LedgerKind
from storage.tables import Learner, LedgerRow, Question, Score


@dataclass(frozen=True)
class Standing:
    """A learner's place on a leaderboard; who has as many points shares the rank."""

    rank: int
    learner_id: int
    name: str
    shown_by_name: bool
    points: int


class Scores:
    """The ledger and its sums, by chat and overall."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def award(self, question: Question, learner_id: int, kind: LedgerKind, points: int, now: datetime) -> bool:
        """Adds an award to the ledger and the score; False when it was already there."""
        row = insert_into(self._session, LedgerRow).values(
            question_id=question.id,
            learner_id=learner_id,
            chat_id=question.chat_id,
            kind=kind,
            points=points,
            awarded_at=now,
        )
        if await self._session.scalar(row.on_conflict_do_nothing().returning(LedgerRow.id)) is None:
            return False
        score = insert_into(self._session, Score).values(chat_id=question.chat_id, learner_id=learner_id, points=points)
        # The sum is made by the database, so that awards at the same moment cannot lose one another.
        await self._session.execute(
            score.on_conflict_do_update(
                index_elements=["chat_id", "learner_id"], set_={"points": Score.points + points}
            )
        )
        return True

    async def earned_for_card_since(self, learner_id: int, deck: str, card_id: str, since: datetime) -> bool:
        """Whether the learner has had points in private for this card since then."""
        found = await self._session.scalar(
            select(LedgerRow.id)
            .join(Question, Question.id == LedgerRow.question_id)
            .where(
                LedgerRow.learner_id == learner_id,
                LedgerRow.awarded_at >= since,
                Question.deck == deck,
                Question.card_id == card_id,
                Question.learner_id == learner_id,
            )
            .limit(1)
        )
        return found is not None

    async def board(self, chat_id: int | None, since: datetime | None) -> Sequence[Standing]:
        """Everybody's standing in a chat (None: overall) since then (None: ever), best first."""
        if since is None:
            total = func.sum(Score.points)
            query = select(Score.learner_id, total.label("points")).group_by(Score.learner_id)
            if chat_id is not None:
                query = query.where(Score.chat_id == chat_id)
        else:
            total = func.sum(LedgerRow.points)
            query = (
                select(LedgerRow.learner_id, total.label("points"))
                .where(LedgerRow.awarded_at >= since)
                .group_by(LedgerRow.learner_id)
            )
            if chat_id is not None:
                query = query.where(LedgerRow.chat_id == chat_id)
        sums = query.having(total > 0).subquery()
        rows = await self._session.execute(
            select(
                func.rank().over(order_by=sums.c.points.desc()),
                Learner.id,
                Learner.name,
                Learner.shown_by_name,
                sums.c.points,
            )
            .join(Learner, Learner.id == sums.c.learner_id)
            .order_by(sums.c.points.desc(), Learner.id)
        )
        return [Standing(rank, learner, name, shown, int(points)) for rank, learner, name, shown, points in rows]

    async def of_learner(self, learner_id: int) -> int:
        """The learner's points in all chats together."""
        total = await self._session.scalar(select(func.sum(Score.points)).where(Score.learner_id == learner_id))
        return int(total or 0)

    async def in_questions(self, question_ids: Sequence[int]) -> dict[int, int]:
        """Points by learner for these questions together."""
        rows = await self._session.execute(
            select(LedgerRow.learner_id, func.sum(LedgerRow.points))
            .where(LedgerRow.question_id.in_(question_ids))
            .group_by(LedgerRow.learner_id)
        )
        return {learner: int(points) for learner, points in rows}
