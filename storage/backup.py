"""Backups, and moves between databases.

A backup is always one file of SQLite with all tables in it, whichever kind of database it was made of: so it can be
looked at, checked, and restored into either kind.
"""

import contextlib
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, event, func, insert, literal, select, text
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import DateTime

from storage import sqlite_file
from storage.database import CannotOpenError, Database
from storage.tables import Base, UtcDateTime

AT_ONCE = 500


class BackupError(Exception):
    """A backup, restore or move did not happen, and nothing was changed; the message says why."""


@dataclass(frozen=True)
class Copied:
    """How many rows of a table there were, and how many there are now on the other side."""

    table: str
    before: int
    after: int


async def back_up(database: Database, file: Path, *, replace: bool = False) -> None:
    """Writes everything as it is at one moment into a file of its own; the bot may be running meanwhile.

    The file is whole and checked when it appears. Raises BackupError, and CannotOpenError for the database.
    """
    if database.file is not None and file.exists() and database.file.exists() and file.samefile(database.file):
        raise BackupError(f"{file} is the database itself")
    if file.exists() and not replace:
        raise BackupError(f"{file} is there already: choose another name, or say --force to replace it")
    revision = await database.revision()
    if revision is None:
        raise BackupError("the database has no tables yet")
    with _told():
        if database.file is not None:
            sqlite_file.copy(database.file, file)
            return
        with sqlite_file.being_made(file) as unfinished:
            async with _opened(unfinished) as copy:
                await copy.migrate(revision)
                async with database.snapshot() as here, copy.connection() as there:
                    await _copy_rows(here, there)


async def restore(file: Path, database: Database, *, replace: bool = False) -> Path | None:
    """Puts a backup in the place of what the database holds, brought up to this version on the way.

    What an SQLite database held before is kept in the file that is returned. Raises BackupError, among others when
    somebody is at work on the database, or when it holds something and `replace` is not given.
    """
    if not file.is_file():
        raise BackupError(f"{file} is not there")
    if damage := sqlite_file.find_damage(file):
        raise BackupError(f"{file} is not a sound backup: {damage}")
    if database.file is not None:
        return await _restore_file(file, database, database.file, replace=replace)
    with _told(), tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "backup.db"
        await _make_ready(file, ready)
        async with _opened(ready) as source:
            await move(source, database, replace=replace)
    return None


async def _restore_file(file: Path, database: Database, place: Path, *, replace: bool) -> Path | None:
    if place.exists():
        if file.samefile(place):
            raise BackupError(f"{file} is the database itself")
        if not replace and await _holds_anything(database, place):
            raise BackupError(f"{place} holds something already: say --force to replace it; it will be kept beside")
        await _check_idle(database)
    ready = place.with_name(f"{place.name}.restoring")
    with _told():
        try:
            await _make_ready(file, ready)
            return sqlite_file.put_in_place(ready, place)
        finally:
            ready.unlink(missing_ok=True)


async def _holds_anything(database: Database, place: Path) -> bool:
    """Whether there is anything to lose; what cannot be read may well be worth keeping."""
    if sqlite_file.find_damage(place) is not None:
        return True
    try:
        if await database.revision() is None:
            return False
        await database.migrate()
    except CannotOpenError:
        return True
    async with database.snapshot() as connection:
        return await _any_row(connection)


async def _make_ready(file: Path, ready: Path) -> None:
    """A copy of a backup, with the tables of this version."""
    sqlite_file.copy(file, ready)
    async with _opened(ready) as copy:
        try:
            if await copy.revision() is None:
                raise BackupError(f"{file} holds no tables of ours: it is not a backup of Dailydeck")
            await copy.migrate(keep_copy=False)
        except CannotOpenError as error:
            raise BackupError(f"{file} cannot be used: {error}") from error
    sqlite_file.make_single(ready)


async def move(source: Database, target: Database, *, replace: bool = False) -> list[Copied]:
    """Copies every row into a database of either kind, in one transaction there; the source is left as it is.

    Raises BackupError, among others when somebody is at work on either, or when the target holds something and
    `replace` is not given; and CannotOpenError for either.
    """
    if await source.revision() is None:
        raise BackupError("there is nothing to move: the database has no tables yet")
    for database in (source, target):
        await database.migrate()
        await _check_idle(database)
    with _told():
        async with source.snapshot() as here, target.connection() as there:
            if there.dialect.name == "postgresql":  # a bot that starts now waits until all is there
                names = ", ".join(f'"{name}"' for name in Base.metadata.tables)
                await there.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
            if await _any_row(there):
                if not replace:
                    raise BackupError("that database holds something already, which would be lost")
                for table in reversed(Base.metadata.sorted_tables):
                    await there.execute(table.delete())
            return await _copy_rows(here, there)


async def _check_idle(database: Database) -> None:
    """Raises BackupError when anybody else is at work on the database."""
    if await database.is_in_use():
        raise BackupError("somebody is at work on the database: stop the bot first")


async def _any_row(connection: AsyncConnection) -> bool:
    for table in Base.metadata.sorted_tables:
        if await connection.scalar(select(literal(1)).select_from(table).limit(1)):
            return True
    return False


async def _copy_rows(here: AsyncConnection, there: AsyncConnection) -> list[Copied]:
    """Copies all tables that both have, as they are at their revision. Raises BackupError when a row is missing."""
    theirs, ours = await there.run_sync(_tables), await here.run_sync(_tables)
    copied = []
    for table in theirs.sorted_tables:
        source = ours.tables.get(table.name)
        if source is None or table.name == "alembic_version":
            continue
        before = 0
        async with here.stream(select(source).order_by(*source.primary_key)) as rows:
            async for some in rows.mappings().partitions(AT_ONCE):
                await there.execute(insert(table), [dict(row) for row in some])
                before += len(some)
        await _continue_counting(there, table)
        after = await there.scalar(select(func.count()).select_from(table)) or 0
        if before != after:
            raise BackupError(f"of {before} rows of {table.name}, {after} arrived")
        copied.append(Copied(table.name, before, after))
    return copied


def _tables(connection: Connection) -> MetaData:
    """The tables as they stand in the database, which may be of an older revision than this code."""
    metadata = MetaData()

    @event.listens_for(metadata, "column_reflect")
    def reflected(_inspector: object, _table: object, column: ReflectedColumn) -> None:
        if isinstance(column["type"], DateTime):  # SQLite keeps no zone
            column["type"] = UtcDateTime()

    metadata.reflect(connection)
    return metadata


async def _continue_counting(connection: AsyncConnection, table: Table) -> None:
    """PostgreSQL counts ids by itself, and does not notice those that come with their rows."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key:
        if column.server_default is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            last = func.max(column)
            await connection.execute(select(func.setval(sequence, func.coalesce(last, 1), last.is_not(None))))


@contextlib.asynccontextmanager
async def _opened(file: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{file.absolute()}")
    try:
        yield database
    finally:
        await database.close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Whatever files and databases have to complain of, as one kind of error."""
    try:
        yield
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise BackupError(str(getattr(error, "orig", None) or error)) from error
