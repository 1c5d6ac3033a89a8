"""What the two databases say differently: INSERT … ON CONFLICT, waiting in a line, the time between two moments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    ColumnElement,
    CursorResult,
    Executable,
    Table,
    any_,
    bindparam,
    extract,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from storage.tables import Base

Insert = sqlite.Insert | postgresql.Insert


def table_of(mapped: type[Base]) -> Table:
    """The table of a class. A statement on it is cheaper than one on the class, and changes no objects in memory."""
    table = mapped.__table__
    assert isinstance(table, Table)  # noqa: S101 # no class of ours is mapped to anything else
    return table


def insert(dialect: str, table: type[Base] | Table) -> Insert:
    """An INSERT that can be told what to do when its row is already there."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_into(session: AsyncSession, table: type[Base]) -> Insert:
    """As `insert`, for statements that are seldom wanted."""
    return insert(session.get_bind().dialect.name, table)


async def execute_rows(
    session: AsyncSession, statement: Executable, rows: Sequence[Mapping[str, Any]]
) -> CursorResult[*tuple[Any, ...]]:
    """Runs a statement for each of the rows, in few round trips: past the ORM, which would make objects of them."""
    options = {"prebuffer_rows": True}
    return await session.run_sync(lambda inner: inner.connection().execute(statement, rows, execution_options=options))


def days_since(
    dialect: str, column: InstrumentedAttribute[datetime], moment: BindParameter[datetime]
) -> ColumnElement[Any]:
    """The days from the moment in a column until another one, with fractions."""
    if dialect == "sqlite":
        return func.julianday(moment) - func.julianday(column)
    return extract("epoch", moment - column) / 86_400


def hour_of(dialect: str, column: ColumnElement[datetime]) -> ColumnElement[Any]:
    """The same for all moments of an hour."""
    return func.substr(column, 1, 13) if dialect == "sqlite" else func.date_trunc("hour", column)


def joined(dialect: str, column: ColumnElement[str]) -> ColumnElement[str | None]:
    """All values of a column as one text, with spaces between: it is read many times faster than thousands of rows."""
    return func.group_concat(column, " ") if dialect == "sqlite" else func.string_agg(column, " ")


def among(dialect: str, column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether the column holds one of the values in the list of that name, however many they are."""
    if dialect == "sqlite":
        return column.in_(select(func.json_each(bindparam(name, type_=JSON)).table_valued("value").c.value))
    return column == any_(bindparam(name, type_=postgresql.ARRAY(column.type)))


async def one_at_a_time(session: AsyncSession, lock: int) -> None:
    """Waits until no other transaction holds this lock, and holds it to the end; on SQLite a transaction is alone."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(select(func.pg_advisory_xact_lock(lock)))
