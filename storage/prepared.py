"""Statements of which every update needs some: built, compiled and typed by SQLAlchemy once, run by the driver itself.

What SQLAlchemy does around each run costs ten times as much as SQLite's work and three times as much as PostgreSQL's.
"""

import functools
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import CursorResult, Dialect, Result, Select, UpdateBase, bindparam, inspect, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.attributes import set_committed_value

from storage.dialect import execute_rows, table_of
from storage.tables import Base

Mapped = TypeVar("Mapped", bound=Base)
Row = tuple[Any, ...]
Statement = UpdateBase | Select[*tuple[Any, ...]]
Converter = Callable[[Any], Any] | None
DRIVER = "driver"
"""Under this name a session remembers the connection of its driver."""
FLOAT = 701
"""PostgreSQL's number for the type of our fractions: the only one that SQLAlchemy asks for."""

configure_mappers()  # the ORM does so with its first query, which may come later than ours


class _Compiled:
    """The text of a statement for one of the databases, and what becomes of the values on the way in and out."""

    def __init__(self, statement: Statement, names: Sequence[str], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        if compiled.insert_prefetch or compiled.update_prefetch:
            raise TypeError(f"a column has a value that only SQLAlchemy can fill in: {compiled}")
        if compiled.post_compile_params or compiled.literal_execute_params:
            raise TypeError(f"the text depends on the values: {compiled}")
        self.text = compiled.string
        self._names = len(names)
        binds = [(name, compiled.binds[name]) for name in compiled.positiontup or ()]
        self._values = [
            (
                name if bind.required else None,
                bind.effective_value,
                bind.type.dialect_impl(dialect).bind_processor(dialect),
            )
            for name, bind in binds
        ]
        columns = getattr(statement, "exported_columns", ())
        converters = [column.type.dialect_impl(dialect).result_processor(dialect, FLOAT) for column in columns]
        self._converters = converters if any(converters) else None

    def arguments(self, values: Mapping[str, Any]) -> Sequence[Any]:
        """The values in their order, as the driver takes them."""
        if len(values) != self._names:
            raise TypeError("the values must be of the same names each time")
        found = []
        for name, constant, convert in self._values:
            value = constant if name is None else values[name]
            found.append(value if convert is None else convert(value))
        return found

    def convert(self, rows: Sequence[Any]) -> Sequence[Row]:
        """The rows as SQLAlchemy would hand them out."""
        converters = self._converters
        if converters is None or not rows:
            return rows
        return [
            tuple(value if convert is None else convert(value) for convert, value in zip(converters, row, strict=True))
            for row in rows
        ]


class Prepared:
    """A statement for both databases. It must be the same whatever the values are: no lists of them.

    It knows nothing of the ORM: what was added to a session is to be flushed before.
    """

    def __init__(self, build: Callable[[str], Statement] | Statement) -> None:
        """`build` is the statement, or makes it from the name of the dialect."""
        statements = {name: build(name) if callable(build) else build for name in ("sqlite", "postgresql")}
        self._statements = statements
        self._compiled: dict[str, _Compiled] = {}

    async def rows(self, session: AsyncSession, values: Mapping[str, Any]) -> Sequence[Row]:
        """Runs it and fetches what comes back. Raises sqlite3.Error, or what asyncpg raises."""
        dialect = _engine(session).dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _Compiled(self._statements[dialect.name], [*values], dialect)
        connection = session.info.get(DRIVER)
        if connection is None:
            connection = session.info[DRIVER] = await session.run_sync(
                lambda inner: inner.connection().connection.driver_connection
            )
        if isinstance(connection, sqlite3.Connection):
            return compiled.convert(connection.execute(compiled.text, compiled.arguments(values)).fetchall())
        if not connection.is_in_transaction():  # SQLAlchemy begins one, and with it a statement that comes this way
            return _fetched(await session.execute(self._statements[dialect.name], values))
        return compiled.convert(await connection.fetch(compiled.text, *compiled.arguments(values)))

    async def scalar(self, session: AsyncSession, values: Mapping[str, Any]) -> Any:
        """The first value of the first row, or None."""
        rows = await self.rows(session, values)
        return rows[0][0] if rows else None

    async def each(self, session: AsyncSession, many: Sequence[Mapping[str, Any]]) -> Sequence[Row]:
        """Runs it for each of these, and hands out what comes back in all."""
        if _engine(session).dialect.name == "sqlite":
            return [row for values in many for row in await self.rows(session, values)]
        # A trip to PostgreSQL takes longer than whatever SQLAlchemy does to make one of many.
        return _fetched(await execute_rows(session, self._statements["postgresql"], many))


class Reading(Prepared, Generic[Mapped]):
    """A statement that fetches all columns of a table. The objects are nobody's: `change` changes them."""

    def __init__(self, mapped: type[Mapped], build: Callable[[str], Statement] | Statement) -> None:
        super().__init__(build)
        manager = inspect(mapped).class_manager
        names = [column.key for column in table_of(mapped).columns]

        def made(row: Row) -> Mapped:
            instance = manager.new_instance()
            instance.__dict__.update(zip(names, row, strict=True))
            return cast(Mapped, instance)

        self._made = made

    async def all(self, session: AsyncSession, values: Mapping[str, Any]) -> Sequence[Mapped]:
        """All that it finds."""
        return [self._made(row) for row in await self.rows(session, values)]

    async def first(self, session: AsyncSession, values: Mapping[str, Any]) -> Mapped | None:
        """The first that it finds."""
        rows = await self.rows(session, values)
        return self._made(rows[0]) if rows else None


def renew(row: Mapped, fresh: Mapped) -> None:
    """The object is as another one of the same row, read later."""
    for column in table_of(type(row)).columns:
        set_committed_value(row, column.key, getattr(fresh, column.key))


async def change(session: AsyncSession, row: Base, **values: Any) -> None:
    """Sets columns of a row, in the database and in the object."""
    statement, key = _changing(type(row), tuple(values))
    wanted = {f"new_{name}": value for name, value in values.items()}
    await statement.rows(session, wanted | {f"key_{name}": getattr(row, name) for name in key})
    for name, value in values.items():
        set_committed_value(row, name, value)


@functools.cache
def _changing(mapped: type[Base], names: tuple[str, ...]) -> tuple[Prepared, Sequence[str]]:
    table = table_of(mapped)
    key = [column.key for column in table.primary_key.columns]
    new = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    which = [table.c[name] == bindparam(f"key_{name}", type_=table.c[name].type) for name in key]
    return Prepared(update(table).where(*which).values(new)), key


def _fetched(found: Result[*tuple[Any, ...]]) -> Sequence[Row]:
    return () if isinstance(found, CursorResult) and not found.returns_rows else found.all()


def _engine(session: AsyncSession) -> AsyncEngine:
    engine = session.bind
    assert isinstance(engine, AsyncEngine)  # noqa: S101 # sessions of ours are made for engines
    return engine
