"""What a database must be asked for so that nothing is lost: cut connections, power that fails, another writer."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest
from sqlalchemy import text

import storage.database
from bot.delivery import pusher
from storage.database import Database, Store, is_outage
from tests.support.stage import staged
from trust.proxy import Proxy


@contextlib.asynccontextmanager
async def through_proxy(url: str) -> AsyncIterator[tuple[Proxy, str]]:
    """A proxy in front of a database of PostgreSQL, and the address there."""
    parts = urlsplit(url)
    proxy = Proxy(Path(parse_qs(parts.query)["host"][0]) / ".s.PGSQL.5432")
    await proxy.open()
    yield proxy, f"postgresql://postgres@127.0.0.1:{proxy.port}{parts.path}"
    await proxy.close()


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


async def test_connections_that_have_gone_silent_are_replaced(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a router forgets them: what is under way fails after a while, and soon all goes on."""
    monkeypatch.setattr(storage.database, "COMMAND_SECONDS", 1.0)
    async with through_proxy(postgres_url) as (proxy, url):
        database = Database(url)

        async def count(then: Callable[[], object]) -> None:
            async with database.transaction() as store, database.transaction() as another:
                await another.inbox.count()
                assert await store.inbox.count() == (0, 0)
                then()
                await store.inbox.count()

        async with asyncio.timeout(30):
            with pytest.raises(TimeoutError) as found:
                await count(proxy.freeze)
            assert is_outage(found.value)
            await count(bool)
            proxy.freeze()  # those in the pool
            for _ in range(2):
                with contextlib.suppress(TimeoutError):
                    await count(bool)
            await count(bool)
        await database.close()


async def test_a_column_that_becomes_wider_meanwhile_is_an_outage(postgres_url: str) -> None:
    """As when another version brings the tables up to date: each connection has its own plans, and makes them anew."""
    database, now = Database(postgres_url), datetime(2026, 3, 2, tzinfo=UTC)
    await database.migrate()

    async def meet(store: Store, learner_id: int) -> None:
        await store.inbox.count()  # whoever is first goes by way of SQLAlchemy
        await store.learners.meet(learner_id, "Ann", now)

    async with contextlib.AsyncExitStack() as stack:
        for number in range(1, 5):
            await meet(await stack.enter_async_context(database.transaction()), number)
    async with database.connection() as connection:
        await connection.execute(text("ALTER TABLE learners ALTER COLUMN name TYPE text"))
    errors = []
    for _ in range(8):
        try:
            async with database.transaction() as store:
                await meet(store, 1)
        except asyncpg.InvalidCachedStatementError as error:
            errors.append(error)
    assert 0 < len(errors) <= 4
    assert all(map(is_outage, errors))
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


async def test_a_bot_whose_database_goes_silent_goes_on(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes is answered, and daily questions come: nothing waits for the silent connections for ever."""
    monkeypatch.setattr(storage.database, "COMMAND_SECONDS", 0.5)
    monkeypatch.setattr(pusher, "AFTER_FAILURE_SECONDS", 0.5)
    async with through_proxy(postgres_url) as (proxy, url), staged(url) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/daily 09:00")
        proxy.freeze()
        ann.person.send(ann.chat, "/help")
        await stage.until(lambda: "How it works" in ann.last.text)
        proxy.freeze()
        stage.world.clock.advance(timedelta(days=1))
        await stage.until(lambda: "Your daily questions" in ann.last.text)
        await stage.settled()
