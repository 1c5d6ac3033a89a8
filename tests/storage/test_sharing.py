"""Transactions on SQLite that share a commit: each waits for it, and none sees the failing of another."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.database import Database, Store, is_outage
from storage.sharing import Commits

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FILE = "sqlite:///"


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """An SQLite database with all tables."""
    database = Database(sqlite_url)
    await database.migrate()
    yield database
    await database.close()


def on_disk(url: str) -> list[int]:
    """The learners whom another program finds in the file."""
    with closing(sqlite3.connect(url.removeprefix(FILE))) as other:
        return [number for (number,) in other.execute("SELECT id FROM learners ORDER BY id")]


async def meet(database: Database, number: int) -> None:
    """One transaction."""
    async with database.transaction() as store:
        await store.learners.meet(number, f"L{number}", NOW)


async def execute(store: Store, statement: str) -> None:
    """A bare statement within a transaction."""
    await store.learners._session.execute(text(statement))


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A growing list with an item for each commit."""
    made: list[int] = []
    real = Commits._end

    def counting(self: Commits) -> None:
        made.append(len(made))
        real(self)

    monkeypatch.setattr(Commits, "_end", counting)
    return made


async def test_it_is_on_disk_when_it_is_over(database: Database, sqlite_url: str) -> None:
    """Also each of many at once."""

    async def meet_and_look(number: int) -> bool:
        await meet(database, number)
        return number in on_disk(sqlite_url)

    assert all(await asyncio.gather(*(meet_and_look(number) for number in range(1, 51))))


async def test_many_at_once_share_few_commits(database: Database, commits: list[int]) -> None:
    """A disk that is asked once for all is quicker than one that is asked for each."""
    await asyncio.gather(*(meet(database, number) for number in range(1, 51)))
    assert 1 <= len(commits) <= 5


async def test_one_that_fails_takes_none_with_it(database: Database, sqlite_url: str) -> None:
    """What it did is undone, and only that."""

    async def fail(number: int) -> None:
        async with database.transaction() as store:
            await store.learners.meet(number, "nobody", NOW)
            await execute(store, "INSERT INTO learners SELECT * FROM learners")

    async def wild(number: int) -> None:
        async with database.transaction() as store:
            await store.learners.meet(number, "nobody", NOW)
            raise ValueError(number)

    jobs = [job for number in range(1, 31, 3) for job in (meet(database, number), fail(number + 1), wild(number + 2))]
    ends = await asyncio.gather(*jobs, return_exceptions=True)
    assert on_disk(sqlite_url) == list(range(1, 31, 3))
    kinds = [type(end) for end in ends]
    assert kinds.count(IntegrityError) == kinds.count(ValueError) == kinds.count(type(None)) == 10


async def test_one_that_is_cancelled_takes_none_with_it(database: Database, sqlite_url: str) -> None:
    """As when the bot stops in the middle."""

    async def hang(number: int) -> None:
        async with database.transaction() as store:
            await store.learners.meet(number, "nobody", NOW)
            await asyncio.sleep(60)

    first, hanging = asyncio.create_task(meet(database, 1)), asyncio.create_task(hang(2))
    last = asyncio.create_task(meet(database, 3))
    await asyncio.sleep(0.1)
    hanging.cancel()
    await asyncio.gather(first, last)
    assert on_disk(sqlite_url) == [1, 3]


async def test_when_sqlite_gives_the_whole_up_all_hear_of_it(database: Database, sqlite_url: str) -> None:
    """After a full disk, SQLite rolls back by itself, and a commit then would say that all is well."""

    async def lose(number: int) -> None:
        async with database.transaction() as store:
            await store.learners.meet(number, "nobody", NOW)
            await execute(store, "ROLLBACK")

    ends = await asyncio.gather(meet(database, 1), lose(2), meet(database, 3), return_exceptions=True)
    assert all(isinstance(end, BaseException) and is_outage(end) for end in ends[:2])
    assert ends[2] is None
    assert on_disk(sqlite_url) == [3]


async def test_a_commit_that_fails_is_no_success(
    database: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For none of those who share it; the next one goes well."""

    def full(_: Commits) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(Commits, "_end", full)
        ends = await asyncio.gather(*(meet(database, number) for number in (1, 2)), return_exceptions=True)
    assert all(isinstance(end, OperationalError) and is_outage(end) for end in ends)
    await meet(database, 3)
    assert on_disk(sqlite_url) == [3]


async def test_another_program_that_writes_is_waited_for(database: Database, sqlite_url: str) -> None:
    """Without stopping everything else in this process."""
    ticks = 0
    with closing(sqlite3.connect(sqlite_url.removeprefix(FILE), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(meet(database, 1))
        for _ in range(5):
            await asyncio.sleep(0.05)
            ticks += 1
        assert not waiting.done()
        other.execute("COMMIT")
    await waiting
    assert ticks == 5
    assert on_disk(sqlite_url) == [1]


async def test_one_that_gives_up_waiting_leaves_no_lock(database: Database, sqlite_url: str) -> None:
    """The thread that began for it ends what it began."""
    with closing(sqlite3.connect(sqlite_url.removeprefix(FILE), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(meet(database, 1))
        await asyncio.sleep(0.1)
        waiting.cancel()
        await asyncio.wait([waiting])
        other.execute("COMMIT")
        await meet(database, 2)
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    assert on_disk(sqlite_url) == [2]


@pytest.mark.parametrize("closes", [False, True])
async def test_whoever_waits_hears_of_the_commit_though_who_asked_for_it_is_gone(
    database: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, closes: bool
) -> None:
    """As when looking after the tables, or closing the file, is called off in the middle."""
    real, at_it = Commits._end, threading.Event()

    def slowly(self: Commits) -> None:
        at_it.set()
        time.sleep(0.2)
        real(self)

    async def look_after() -> None:
        if closes:
            await database.close()
        else:
            async with database.connection():
                pass

    await meet(database, 2)
    monkeypatch.setattr(Commits, "_end", slowly)
    writing = asyncio.create_task(meet(database, 1))
    await asyncio.sleep(0)
    looking = asyncio.create_task(look_after())  # in line before the commit that the writing asks for
    while not at_it.is_set():  # noqa: ASYNC110 # a thread does not ring
        await asyncio.sleep(0.01)
    looking.cancel()
    async with asyncio.timeout(10):
        await asyncio.wait([looking, writing])
    assert on_disk(sqlite_url) == [1, 2]


async def test_looking_after_the_tables_waits_for_those_who_write(database: Database) -> None:
    """And sees what they wrote."""
    await asyncio.gather(*(meet(database, number) for number in range(1, 11)))
    writing = [asyncio.create_task(meet(database, number)) for number in range(11, 21)]
    await asyncio.sleep(0)
    async with database.connection() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM learners")) == 20
        await connection.execute(text("DELETE FROM learners WHERE id > 5"))
    await asyncio.gather(*writing)
    async with database.transaction() as store:
        assert await store.learners.get(6) is None
        assert await store.learners.get(5) is not None


async def test_a_database_in_memory() -> None:
    """For trying things out: all connections see the same."""
    database = Database("sqlite://")
    await database.migrate()
    await meet(database, 1)
    async with database.snapshot() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM learners")) == 1
    await database.close()
