"""What a database must be asked for so that it survives: cut connections, power that fails."""

import asyncpg
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
