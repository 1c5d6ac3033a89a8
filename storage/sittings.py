"""A learner's runs through some cards in private."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Sitting

_RUNNING = (
    select(Sitting)
    .where(Sitting.learner_id == bindparam("learner"), Sitting.finished_at.is_(None))
    .order_by(Sitting.id.desc())
)

_TAKE_RUNNING = _RUNNING.with_for_update().execution_options(populate_existing=True)


class Sittings:
    """Sittings; a learner has at most one that is not finished."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def start(
        self,
        learner_id: int,
        chat_id: int,
        deck: str,
        cards: Sequence[str],
        *,
        topic: str = "",
        daily: bool = False,
        now: datetime,
    ) -> Sitting:
        """A new sitting with these cards; one still running ends."""
        for running in await self._session.scalars(_TAKE_RUNNING, {"learner": learner_id}):
            running.finished_at = now
        sitting = Sitting(
            learner_id=learner_id,
            chat_id=chat_id,
            deck=deck,
            topic=topic,
            daily=daily,
            queue=list(cards),
            total=len(cards),
            started_at=now,
        )
        self._session.add(sitting)
        await self._session.flush()
        return sitting

    async def get(self, sitting_id: int) -> Sitting | None:
        """The sitting with this id, if there is one."""
        return await self._session.get(Sitting, sitting_id)

    async def running(self, learner_id: int) -> Sitting | None:
        """The learner's sitting that is not finished, if there is one."""
        return (await self._session.scalars(_RUNNING, {"learner": learner_id})).first()

    async def set_queue(self, sitting: Sitting, queue: Sequence[str]) -> None:
        """What is still to come in this sitting."""
        # A new list, as changes inside a JSON value go unnoticed.
        sitting.queue = list(queue)

    async def finish(self, sitting: Sitting, now: datetime) -> None:
        """The sitting is over."""
        sitting.finished_at = now
