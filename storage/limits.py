"""What was sent lately, shared by all workers on one PostgreSQL database; times by the clock of that database."""

from sqlalchemy import Executable, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import PerDatabase, insert, table_of
from storage.tables import SendLimit

EVERYBODY = 0
"""The row that counts for all chats together."""
KEPT_SECONDS = 60.0

_NOW = select(func.extract("epoch", func.clock_timestamp()))


def _lock(dialect: str) -> Executable:
    statement = insert(dialect, table_of(SendLimit))
    # In one statement, so that the row cannot be swept away between its making and its locking.
    locked = statement.on_conflict_do_update(
        index_elements=["chat_id"], set_={"chat_id": statement.excluded.chat_id}
    ).returning(*table_of(SendLimit).c)
    return select(SendLimit).from_statement(locked).execution_options(populate_existing=True)


_LOCK = PerDatabase(_lock)


class Limits:
    """Counters of what was sent: one for each chat, and one for all."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lock(self, chat_id: int) -> SendLimit:
        """The counter of a chat, ours until the transaction ends. Whoever needs two takes that of all chats last."""
        row = {"chat_id": chat_id, "next_at": 0.0, "next_urgent_at": 0.0, "paused_until": 0.0, "sent": []}
        found: SendLimit = (await self._session.scalars(_LOCK.on(self._session), row)).one()
        return found

    async def now(self) -> float:
        """Seconds since 1970, as the database counts them: workers' own clocks may differ."""
        return float(await self._session.scalar(_NOW) or 0.0)

    async def forget_idle(self) -> None:
        """Counters that limit nothing any more."""
        now = await self.now()
        await self._session.execute(
            delete(SendLimit).where(SendLimit.next_at < now - KEPT_SECONDS, SendLimit.paused_until < now)
        )
