"""What was sent lately, shared by all workers on one PostgreSQL database; times by the clock of that database."""

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Prepared, Reading, Statement, change
from storage.tables import SendLimit

EVERYBODY = 0
"""The row that counts for all chats together."""
KEPT_SECONDS = 60.0

_NOW = Prepared(select(func.extract("epoch", func.clock_timestamp())))


def _lock(dialect: str) -> Statement:
    statement = insert(dialect, table_of(SendLimit))
    # In one statement, so that the row cannot be swept away between its making and its locking.
    return statement.on_conflict_do_update(
        index_elements=["chat_id"], set_={"chat_id": statement.excluded.chat_id}
    ).returning(*table_of(SendLimit).c)


_LOCK = Reading(SendLimit, _lock)


class Limits:
    """Counters of what was sent: one for each chat, and one for all."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lock(self, chat_id: int) -> SendLimit:
        """The counter of a chat, ours until the transaction ends. Whoever needs two takes that of all chats last."""
        row = {"chat_id": chat_id, "next_at": 0.0, "next_urgent_at": 0.0, "paused_until": 0.0, "sent": []}
        (found,) = await _LOCK.all(self._session, row)
        return found

    async def keep(self, row: SendLimit) -> None:
        """What was set in the counter."""
        names = ("next_at", "next_urgent_at", "paused_until", "sent")
        await change(self._session, row, **{name: getattr(row, name) for name in names})

    async def now(self) -> float:
        """Seconds since 1970, as the database counts them: workers' own clocks may differ."""
        return float(await _NOW.scalar(self._session, {}) or 0.0)

    async def forget_idle(self) -> None:
        """Counters that limit nothing any more."""
        now = await self.now()
        await self._session.execute(
            delete(SendLimit).where(SendLimit.next_at < now - KEPT_SECONDS, SendLimit.paused_until < now)
        )
