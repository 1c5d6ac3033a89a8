"""What learners are writing at the moment, other than answers."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Writing

_OF = select(Writing).where(Writing.learner_id == bindparam("learner"))


class Writings:
    """What the next text of each learner will be; one thing at a time."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def begin(self, learner_id: int, deck: str, card_id: str, field: str, text: str, now: datetime) -> None:
        """The learner's next text is this; what was waited for before is not any more."""
        row = await self.of(learner_id)
        if row is None:
            row = Writing(learner_id=learner_id)
            self._session.add(row)
        row.deck, row.card_id, row.field, row.text, row.begun_at = deck, card_id, field, text, now
        await self._session.flush()

    async def of(self, learner_id: int) -> Writing | None:
        """What the learner is writing, if anything."""
        return await self._session.scalar(_OF, {"learner": learner_id})

    async def stop(self, learner_id: int) -> None:
        """The learner's next text is an answer again."""
        row = await self.of(learner_id)
        if row is not None:
            await self._session.delete(row)
            await self._session.flush()
