"""What the two databases say differently: INSERT … ON CONFLICT, and waiting in a line."""

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Base


def insert_into(session: AsyncSession, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can be told what to do when its row is already there."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


async def one_at_a_time(session: AsyncSession, lock: int) -> None:
    """Waits until no other transaction holds this lock, and holds it to the end; on SQLite a transaction is alone."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(select(func.pg_advisory_xact_lock(lock)))
