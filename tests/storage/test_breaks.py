"""What a database must be asked for so that nothing is lost: cut connections, power that fails, another writer."""

import asyncio
from datetime import UTC, datetime

import asyncpg
import pytest
from sqlalchemy import text

from storage.database import Database


async def test_connections_that_were_cut_are_replaced(postgres_url: str) -> None:
    """As after a restart of the server: the next transaction does not notice."""
    database = Database(postgres_url)
    async with database.transaction() as store, database.transaction() as another:
        await store.inbox.count()
        await another.inbox.count()
    server = await asyncpg.connect(postgres_url)
    cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
    assert await server.fetchval(f"{cut} AND pid <> pg_backend_pid()") >= 2
    await server.close()
    async with database.transaction() as store, database.transaction() as another:
        assert await store.inbox.count() == await another.inbox.count() == (0, 0)
    await database.close()


async def test_what_is_committed_is_on_the_disk(sqlite_url: str) -> None:
    """And not only with the operating system, on whichever connection it was written."""
    database = Database(sqlite_url)
    async with database.transaction() as store:
        assert await store.inbox._session.scalar(text("PRAGMA synchronous")) == 2
        assert await store.inbox._session.scalar(text("PRAGMA journal_mode")) == "wal"
    async with database.connection() as connection:
        assert await connection.scalar(text("PRAGMA synchronous")) == 2
    await database.close()


@pytest.mark.parametrize("bare", [False, True])
async def test_who_begins_to_write_is_not_overtaken(sqlite_url: str, bare: bool) -> None:
    """Another process that writes between our reading and our writing would make ours impossible; it has to wait."""
    ours, theirs = Database(sqlite_url), Database(sqlite_url)
    count, change = text("SELECT count(*) FROM inbox"), text("DELETE FROM inbox WHERE update_id = 0")

    async def interrupt() -> None:
        async with theirs.transaction() as store:
            await store.inbox.take_in(1, None, {}, datetime(2026, 3, 2, tzinfo=UTC))

    if bare:
        async with ours.connection() as connection:
            assert await connection.scalar(count) == 0
            other = asyncio.create_task(interrupt())
            await asyncio.sleep(0.2)
            await connection.execute(change)
    else:
        async with ours.transaction() as store:
            assert await store.inbox._session.scalar(count) == 0
            other = asyncio.create_task(interrupt())
            await asyncio.sleep(0.2)
            await store.inbox._session.execute(change)
    await other
    async with ours.transaction() as store:
        assert await store.inbox.count() == (1, 0)
    await ours.close()
    await theirs.close()
