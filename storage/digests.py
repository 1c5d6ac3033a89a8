"""The weeks of groups that are to be summed up."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import change
from storage.tables import Answer, Digest, Question


class Digests:
    """Digests, one for each group and week."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def plan(self, chat_id: int, week: date, thread_id: int, due_at: datetime) -> None:
        """The week that began on this Monday is summed up at that time; planned or sent already, nothing changes."""
        statement = insert_into(self._session, Digest).values(
            chat_id=chat_id, week=week, thread_id=thread_id, due_at=due_at
        )
        await self._session.execute(statement.on_conflict_do_nothing())

    async def due(self, now: datetime) -> Sequence[int]:
        """The ids of digests whose time has come, longest waiting first."""
        found = await self._session.scalars(select(Digest.id).where(Digest.due_at <= now).order_by(Digest.due_at))
        return found.all()

    async def take(self, digest_id: int, now: datetime) -> Digest | None:
        """The digest, locked for us; None when it has been dealt with or somebody else is at it."""
        return await self._session.scalar(
            select(Digest).where(Digest.id == digest_id, Digest.due_at <= now).with_for_update(skip_locked=True)
        )

    async def settle(self, digest: Digest) -> None:
        """It is not due any more, and stays so that there is no second one for that week."""
        await change(self._session, digest, due_at=None)

    async def cards(self, chat_id: int, since: datetime) -> list[tuple[str, str, int, int]]:
        """Deck, card, number of answers and of right ones, for each card answered in a group since then.

        Those that were missed most come first.
        """
        right = func.sum(case((Answer.outcome == "correct", 1), else_=0))
        rows = await self._session.execute(
            select(Question.deck, Question.card_id, func.count(), right)
            .join(Answer, Answer.question_id == Question.id)
            .where(Question.chat_id == chat_id, Question.asked_at >= since, Question.closed_at.is_not(None))
            .group_by(Question.deck, Question.card_id)
            .order_by((func.count() - right).desc(), Question.card_id)
        )
        return [(deck, card_id, number, int(correct)) for deck, card_id, number, correct in rows]
