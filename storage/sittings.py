"""A learner's runs through some cards in private."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Sitting


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
        await self._session.execute(
            update(Sitting)
            .where(Sitting.learner_id == learner_id, Sitting.finished_at.is_(None))
            .values(finished_at=now)
        )
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
        return await self._session.scalar(
            select(Sitting)
            .where(Sitting.learner_id == learner_id, Sitting.finished_at.is_(None))
            .order_by(Sitting.id.desc())
            .limit(1)
        )

    async def set_queue(self, sitting: Sitting, queue: Sequence[str]) -> None:
        """What is still to come in this sitting."""
        # A new list, as changes inside a JSON value go unnoticed.
        sitting.queue = list(queue)
        await self._session.flush()

    async def finish(self, sitting: Sitting, now: datetime) -> None:
        """The sitting is over."""
        sitting.finished_at = now
        await self._session.flush()
