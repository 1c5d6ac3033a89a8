"""What the two databases say differently: INSERT … ON CONFLICT, waiting in a line, the time between two moments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Executable, extract, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from storage.tables import Base, UtcDateTime


def insert_into(session: AsyncSession, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can be told what to do when its row is already there."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


async def execute_rows(
    session: AsyncSession, statement: Executable, rows: Sequence[Mapping[str, Any]]
) -> CursorResult[*tuple[Any, ...]]:
    """Runs a statement for each of the rows, in few round trips: past the ORM, which would make objects of them."""
    options = {"prebuffer_rows": True}
    return await session.run_sync(lambda inner: inner.connection().execute(statement, rows, execution_options=options))


def days_since(session: AsyncSession, column: InstrumentedAttribute[datetime], now: datetime) -> ColumnElement[Any]:
    """The days from the moment in a column until now, with fractions."""
    moment = literal(now, UtcDateTime())
    if session.get_bind().dialect.name == "sqlite":
        return func.julianday(moment) - func.julianday(column)
    return extract("epoch", moment - column) / 86_400


async def one_at_a_time(session: AsyncSession, lock: int) -> None:
    """Waits until no other transaction holds this lock, and holds it to the end; on SQLite a transaction is alone."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(select(func.pg_advisory_xact_lock(lock)))
