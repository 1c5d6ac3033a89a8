"""Migrations: what revision a database is of, and bringing it to the one that this code is made for."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import sqlite_file

# Any number does, as long as nobody else on the server locks the same.
LOCK = 0x6461696C79


class RevisionError(Exception):
    """A database cannot be brought to the revision of this code; the message says why and what to do."""


@cache
def revisions() -> tuple[str, ...]:
    """All revisions that this code knows, oldest first: the first four letters of each migration's file."""
    versions = Path(__file__).parent / "migrations" / "versions"
    return tuple(sorted(file.name[:4] for file in versions.glob("[0-9]*.py")))


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is of; None when it has none of our tables. Raises RevisionError when too new."""
    revision: str | None = None
    if inspect(connection).has_table("alembic_version"):
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    known = revisions()
    if revision is not None and revision not in known:
        raise RevisionError(
            f"a newer version of Dailydeck made this database (revision {revision}, and this version knows "
            f"{known[-1]} at most): start that version, or restore a backup from before the upgrade"
        )
    return revision


async def upgrade(engine: AsyncEngine, to: str, file: Path | None) -> None:
    """Brings a database to a revision; its file, if given, is first copied beside itself, with the old revision's name.

    Raises RevisionError when it is newer than this code, or when it cannot be copied.
    """
    async with engine.connect() as connection, _without_foreign_keys(connection), connection.begin():
        if connection.dialect.name == "postgresql":  # several workers may start at the same moment
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        revision = await connection.run_sync(revision_of)
        if revision == (revisions()[-1] if to == "head" else to):
            return
        if file is not None and revision is not None:
            _back_up(file, revision)
        before = await _orphans(connection)
        from storage import migrations  # takes time and memory, and is hardly ever needed

        try:
            await connection.run_sync(migrations.upgrade, to)
        except migrations.CommandError as error:
            raise RevisionError(str(error)) from error
        if await _orphans(connection) > before:
            raise RevisionError("the upgrade would tear rows from what they belong to; nothing was changed")


@contextlib.asynccontextmanager
async def _without_foreign_keys(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite changes a table by building it anew, and dropping the old one would take along all that hangs on it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    # Inside a transaction the pragma does nothing, and SQLAlchemy would open one for it.
    driver = (await connection.get_raw_connection()).driver_connection
    if driver is None:
        raise RevisionError("the database has closed the connection")
    await driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        await driver.execute("PRAGMA foreign_keys = ON")


async def _orphans(connection: AsyncConnection) -> int:
    """How many rows belong to one that is not there; PostgreSQL sees to it by itself that there are none."""
    if connection.dialect.name != "sqlite":
        return 0
    return len((await connection.exec_driver_sql("PRAGMA foreign_key_check")).all())


def _back_up(file: Path, revision: str) -> None:
    try:
        sqlite_file.back_up_beside(file, revision)
    except (OSError, sqlite3.Error) as error:
        raise RevisionError(f"there is no upgrade without a backup, and none could be made: {error}") from error
