"""What learners have reached, so that each is told only once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import Prepared
from storage.tables import Milestone

_OF = Prepared(select(Milestone.name).where(Milestone.learner_id == bindparam("learner")))


class Milestones:
    """Milestones by learner and name."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, learner_id: int) -> Sequence[str]:
        """The names of all that the learner has reached."""
        return [name for (name,) in await _OF.rows(self._session, {"learner": learner_id})]

    async def note(self, learner_id: int, names: Iterable[str], now: datetime) -> None:
        """The learner has reached these; what was noted before stays as it is."""
        for name in names:
            statement = insert_into(self._session, Milestone).values(learner_id=learner_id, name=name, reached_at=now)
            await self._session.execute(statement.on_conflict_do_nothing())
