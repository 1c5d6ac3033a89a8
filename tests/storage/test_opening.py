"""Databases as they are opened: which ones, how they are set up, and what is wrong when they cannot be."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import CannotOpenError, Database, driver_url, is_outage
from tests.conftest import PostgresServer

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


async def test_sqlite_is_set_up_for_safety(sqlite_url: str) -> None:
    """WAL, full syncs, foreign keys."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        session = store.learners._session
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [await session.scalar(text(f"PRAGMA {name}")) for name in names]
    await database.close()
    assert values == ["wal", 2, 1, 30_000]


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/x.db", "postgresql://nobody:x@127.0.0.1:1/none"])
async def test_a_database_that_cannot_be_opened(url: str) -> None:
    """One kind of error for all reasons."""
    database = Database(url)
    with pytest.raises(CannotOpenError):
        await database.migrate()
    await database.close()
    await asyncio.sleep(0.1)  # the thread of a connection that never opened ends by itself


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite"),
        ("postgres://h/d", "postgresql+asyncpg"),
        ("postgresql://h/d", "postgresql+asyncpg"),
        ("postgresql+psycopg2://h/d", "postgresql+asyncpg"),
    ],
)
def test_the_driver_is_ours_to_choose(given: str, used: str) -> None:
    """Whatever the address names."""
    assert driver_url(given).drivername == used


def test_the_way_of_encryption_is_passed_on() -> None:
    """In the word that the driver knows."""
    assert driver_url("postgresql://h/d?sslmode=require").query == {"ssl": "require"}


@pytest.mark.parametrize("given", ["mysql://h/d", "nonsense", ""])
def test_other_databases_are_refused(given: str) -> None:
    """With a reason."""
    with pytest.raises(ValueError, match=r"names|is not"):
        driver_url(given)


@pytest.mark.parametrize("state", ["40P01", "40001", "57P03", "53300", "53100"])
async def test_what_goes_by_is_not_the_works_fault(postgres_url: str, state: str) -> None:
    """A deadlock, a server that is starting, too many connections, a full disk: the work is to be tried again."""
    database = Database(postgres_url)
    for raised, expected in ((state, True), ("22012", False)):
        with pytest.raises(DBAPIError) as caught:
            async with database.connection() as connection:
                await connection.exec_driver_sql(f"DO $$ BEGIN RAISE SQLSTATE '{raised}'; END $$")
        assert is_outage(caught.value) is expected
    await database.close()


async def test_connections_that_the_server_has_cut_are_replaced(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    """As after its restart: nobody notices."""
    database = Database(postgres_url)
    async with database.transaction() as store:
        await store.learners.meet(1, "Ann", NOW)
    await postgres_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'")
    async with database.transaction() as store:
        assert await store.learners.get(1) is not None
    await database.close()
