"""From every earlier revision to the newest, with data in every table, on both databases: no row is lost or changed."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    insert,
    select,
)

from storage import revisions
from storage.check import check
from storage.database import Database
from storage.tables import UtcDateTime
from tests.conftest import PostgresServer

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ROWS = (1, 2)
SUMS = {"scores", "tallies"}
"""Made of other tables, so that nothing can be made up for them; they are added up anew after the upgrade."""

# What the code of any revision may rely on; everything else is made up by type.
PLAIN: dict[str, Any] = {
    "timezone": "Europe/Paris",
    "language": "en",
    "local_time": "09:00",
    "outcome": "correct",
    "points": 10,
    "mode": "quiz",
    "update_id": None,
}
BY_TABLE: dict[tuple[str, str], Any] = {
    ("chats", "kind"): "private",
    ("chats", "state"): "active",
    ("ledger", "kind"): "answer",
    ("questions", "state"): "answered",
    ("rounds", "state"): "finished",
    ("appeals", "state"): "accepted",
    ("inbox", "state"): "done",
    ("outbox", "state"): "waiting",
}


def made_up(table: Table, column: Column[Any], number: int) -> Any:
    """A value for a column of the row with this number; rows with the same number belong together."""
    if (table.name, column.name) in BY_TABLE:
        return BY_TABLE[table.name, column.name]
    if (table.name, column.name) == ("deck_uses", "deck"):
        return f"name-{number}"
    if PLAIN.get(column.name) is not None:
        return PLAIN[column.name]
    match column.type:
        case Boolean():
            return True
        case Integer():
            return number
        case Float():
            return 0.5
        case UtcDateTime() | DateTime():
            return NOW
        case Date():
            return date(2026, 3, number)
        case LargeBinary():
            return b"\x00\xff"
        case kind if kind.python_type in (dict, list):
            return ["a", "b"] if column.name == "queue" else {"text": "é"}
        case kind:
            return f"{column.name}-{number}"[: getattr(kind, "length", None) or 48]


def tables(connection: Connection) -> MetaData:
    """All tables as they are."""
    metadata = MetaData()
    metadata.reflect(connection)
    metadata.remove(metadata.tables["alembic_version"])
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, DateTime):
                column.type = UtcDateTime()
    return metadata


def fill(connection: Connection) -> None:
    """Some rows in every table but the sums."""
    for table in tables(connection).sorted_tables:
        if table.name in SUMS:
            continue
        rows = [{column.name: made_up(table, column, number) for column in table.columns} for number in ROWS]
        connection.execute(insert(table), rows)


def contents(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    return {
        table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
        for table in tables(connection).sorted_tables
    }


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a database without any tables."""
    asyncio.run(postgres_server.run("CREATE DATABASE upgraded"))
    yield postgres_server.url("upgraded")
    asyncio.run(postgres_server.run("DROP DATABASE upgraded WITH (FORCE)"))


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """The address of a file that is not there yet."""
    return f"sqlite:///{tmp_path / 'upgraded.db'}"


@pytest.fixture(params=["empty_sqlite_url", "empty_postgres_url"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """The same, once on each kind."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.mark.parametrize("revision", revisions.revisions())
def test_an_upgrade_keeps_every_row(revision: str, empty_url: str) -> None:
    """Whatever a later revision still has a column for holds the same as before, and the whole is consistent."""

    async def upgrade() -> None:
        database = Database(empty_url)
        await database.migrate(revision)
        async with database.connection() as connection:
            await connection.run_sync(fill)
            before = await connection.run_sync(contents)
        await database.migrate()
        async with database.transaction() as store:
            await store.sums.mend(NOW)
        assert await check(database, NOW) == []
        async with database.connection() as connection:
            after = await connection.run_sync(contents)
        await database.close()
        for name in before.keys() & after.keys() - SUMS:
            assert len(after[name]) == len(before[name]) == len(ROWS), name
            for old, new in zip(before[name], after[name], strict=True):
                still = old.keys() & new.keys()
                assert {key: new[key] for key in still} == {key: old[key] for key in still}, name

    asyncio.run(upgrade())


def test_several_workers_start_at_the_same_moment(empty_postgres_url: str) -> None:
    """One of them makes the tables, and the others find them made."""

    async def start() -> None:
        workers = [Database(empty_postgres_url) for _ in range(3)]
        await asyncio.gather(*(worker.migrate() for worker in workers))
        assert [await worker.revision() for worker in workers] == [revisions.revisions()[-1]] * 3
        for worker in workers:
            await worker.close()

    asyncio.run(start())


def test_a_document_that_waits_is_still_sent_whole(empty_url: str) -> None:
    """Its text becomes the bytes of a file, and leaves the parameters of the call."""
    text = "Größe, ταξίδι"

    async def upgrade() -> None:
        database = Database(empty_url)
        await database.migrate("0012")
        async with database.connection() as connection:
            await connection.run_sync(fill)
            payload = {"chat_id": 1, "filename": "a.json", "document": text}
            outbox = (await connection.run_sync(tables)).tables["outbox"]
            await connection.execute(outbox.update().values(method="send_document", payload=payload))
        await database.migrate()
        async with database.connection() as connection:
            rows = (await connection.run_sync(contents))["outbox"]
        assert [(row["file"], row["payload"]) for row in rows] == [
            (text.encode(), {"chat_id": 1, "filename": "a.json"})
        ] * len(ROWS)
        await database.close()

    asyncio.run(upgrade())
