"""What the two databases say differently: INSERT … ON CONFLICT, and the time between two moments."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, extract, func, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from storage.tables import Base, UtcDateTime


def insert_into(session: AsyncSession, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can be told what to do when its row is already there."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def days_since(session: AsyncSession, column: InstrumentedAttribute[datetime], now: datetime) -> ColumnElement[Any]:
    """The days from the moment in a column until now, with fractions."""
    moment = literal(now, UtcDateTime())
    if session.get_bind().dialect.name == "sqlite":
        return func.julianday(moment) - func.julianday(column)
    return extract("epoch", moment - column) / 86_400
