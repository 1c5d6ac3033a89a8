"""A learner's runs through some cards in private."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Prepared, Reading, change
from storage.tables import Sitting

_SITTINGS = table_of(Sitting)
_IS_RUNNING = (_SITTINGS.c.learner_id == bindparam("learner")) & _SITTINGS.c.finished_at.is_(None)
_GET = Reading(Sitting, select(_SITTINGS).where(_SITTINGS.c.id == bindparam("sitting")))
_RUNNING = Reading(Sitting, select(_SITTINGS).where(_IS_RUNNING).order_by(_SITTINGS.c.id.desc()))
_END_RUNNING = Prepared(update(_SITTINGS).where(_IS_RUNNING).values(finished_at=bindparam("now")))
_START = Reading(Sitting, lambda dialect: insert(dialect, _SITTINGS).returning(*_SITTINGS.c))


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
        await _END_RUNNING.rows(self._session, {"learner": learner_id, "now": now})
        row = {
            "learner_id": learner_id,
            "chat_id": chat_id,
            "deck": deck,
            "topic": topic,
            "daily": daily,
            "queue": list(cards),
            "total": len(cards),
            "started_at": now,
        }
        (sitting,) = await _START.all(self._session, row)
        return sitting

    async def get(self, sitting_id: int) -> Sitting | None:
        """The sitting with this id, if there is one."""
        return await _GET.first(self._session, {"sitting": sitting_id})

    async def running(self, learner_id: int) -> Sitting | None:
        """The learner's sitting that is not finished, if there is one."""
        return await _RUNNING.first(self._session, {"learner": learner_id})

    async def set_queue(self, sitting: Sitting, queue: Sequence[str]) -> None:
        """What is still to come in this sitting."""
        await change(self._session, sitting, queue=list(queue))

    async def finish(self, sitting: Sitting, now: datetime) -> None:
        """The sitting is over."""
        await change(self._session, sitting, finished_at=now)
