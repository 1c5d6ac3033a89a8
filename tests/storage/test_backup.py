"""Backups while others write, restores into either kind of database, moves there and back."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from content.grading import Outcome, Reason, Verdict
from storage.backup import BackupError, back_up, move, restore
from storage.check import check
from storage.database import CannotOpenError, Database, Store
from storage.sqlite_file import backups_beside, companions
from storage.states import ChatKind, LedgerKind
from storage.tables import Answer, Base, Subscription

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def full(database: Database) -> Database:
    """A database with something of every kind of value in it."""
    async with database.transaction() as store:
        for number in range(1, 40):
            await answered(store, number)
        subscription = await store.subscriptions.subscribe(1, 0, "09:00", 5, NOW, NOW)
        await store.subscriptions.claim_push(subscription, date(2026, 3, 2), NOW)
        await store.inbox.take_in(7, 1, {"text": "é 🟡", "deep": [1, None]}, NOW)
    return database


@pytest.fixture
def other_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> str:
    """A new database of the other kind than `full`."""
    url: str = request.getfixturevalue("postgres_url") if database_url.startswith("sqlite") else ""
    return url or f"sqlite:///{tmp_path / 'other.db'}"


@pytest.fixture
async def other(other_url: str) -> AsyncIterator[Database]:
    """The same, opened."""
    opened = Database(other_url)
    yield opened
    await opened.close()


async def answered(store: Store, learner_id: int) -> None:
    """A learner with an answer and ten points."""
    await store.chats.meet(learner_id, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=NOW)
    await store.learners.meet(learner_id, f"Ann & <{learner_id}>", NOW)
    sitting = await store.sittings.start(learner_id, learner_id, "deck", ["a", "b"], now=NOW)
    question = await store.questions.ask_in_sitting(sitting, "a", 1, NOW)
    await store.answers.record(question, learner_id, "x", Verdict(Outcome.PARTIAL, 0.35, Reason.EXACT), 10, NOW)
    await store.scores.award(question, LedgerKind.ANSWER, {learner_id: 10}, NOW.date(), NOW)


async def contents(database: Database) -> dict[str, list[object]]:
    """Every row of every table."""
    async with database.snapshot() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


def leftovers(folder: Path) -> list[str]:
    """The files that have to do with a backup."""
    return sorted(one.name for one in folder.iterdir() if "backup" in one.name)


async def test_a_backup_holds_everything(full: Database, tmp_path: Path) -> None:
    """In one file that only its owner can read, and that is checked."""
    file = tmp_path / "backup.db"
    await back_up(full, file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one for one in companions(file) if one.exists()] == []
    copy = Database(f"sqlite:///{file}")
    assert await contents(copy) == await contents(full)
    assert await check(copy, NOW) == []
    await copy.close()


async def test_a_backup_replaces_nothing_by_accident(full: Database, tmp_path: Path) -> None:
    """Neither another file nor the database itself."""
    file = tmp_path / "backup.db"
    file.write_text("mine")
    with pytest.raises(BackupError, match="there already"):
        await back_up(full, file)
    assert file.read_text() == "mine"
    await back_up(full, file, replace=True)
    if full.file is not None:
        with pytest.raises(BackupError, match="the database itself"):
            await back_up(full, full.file, replace=True)
    with pytest.raises(BackupError, match="No such file"):
        await back_up(full, tmp_path / "no-folder" / "backup.db")
    assert leftovers(tmp_path) == ["backup.db"]


async def test_a_backup_under_load_is_of_one_moment(full: Database, tmp_path: Path) -> None:
    """Answer, ledger and score of one commit are all in it, or all not."""
    stop = asyncio.Event()

    async def write() -> int:
        number = 1000
        while not stop.is_set():
            async with full.transaction() as store:
                await answered(store, number)
            number += 1
            await asyncio.sleep(0)
        return number - 1000

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    for number in range(3):
        await back_up(full, tmp_path / f"{number}.db")
        await asyncio.sleep(0.02)
    stop.set()
    assert await writing > 0
    for number in range(3):
        copy = Database(f"sqlite:///{tmp_path / f'{number}.db'}")
        assert await check(copy, NOW) == []
        await copy.close()


async def test_a_restore_brings_everything_back(full: Database, tmp_path: Path) -> None:
    """Over what was there since; on SQLite that is kept beside."""
    file = tmp_path / "backup.db"
    await back_up(full, file)
    before = await contents(full)
    async with full.transaction() as store:
        await answered(store, 1000)
    with pytest.raises(BackupError, match="holds something"):
        await restore(file, full)
    kept = await restore(file, full, replace=True)
    assert await contents(full) == before
    if full.file is not None:
        assert kept is not None
        old = Database(f"sqlite:///{kept}")
        async with old.transaction() as store:
            assert await store.scores.of_learner(1000) == 10
        await old.close()


async def test_into_the_other_kind_and_on_from_there(full: Database, other: Database, tmp_path: Path) -> None:
    """Nothing differs, and new rows get numbers of their own."""
    file = tmp_path / "backup.db"
    await back_up(full, file)
    await restore(file, other)
    assert await contents(other) == await contents(full)
    async with other.transaction() as store:
        await answered(store, 1000)
    assert await check(other, NOW) == []


async def test_a_move_there(full: Database, other: Database) -> None:
    """Counted table by table; a second one is refused."""
    copied = await move(full, other)
    assert {one.table for one in copied} == set(Base.metadata.tables)
    assert sum(one.before - one.after for one in copied) == 0
    assert {one.after for one in copied if one.table == "answers"} == {39}
    assert await contents(other) == await contents(full)
    async with other.transaction() as store:
        await answered(store, 1000)
        session = store.answers._session
        assert await session.scalar(select(func.count()).select_from(Answer)) == 40
        assert await session.scalar(select(func.count()).select_from(Subscription)) == 1
    with pytest.raises(BackupError, match="holds something"):
        await move(full, other)


async def test_not_while_the_bot_runs(full: Database, database_url: str, other: Database, tmp_path: Path) -> None:
    """Neither a restore nor a move; a backup is another matter."""
    bot = Database(database_url)
    async with bot.transaction() as store:
        await store.learners.get(1)
    file = tmp_path / "backup.db"
    await back_up(full, file)
    before = await contents(full)
    with pytest.raises(BackupError, match="stop the bot"):
        await restore(file, full, replace=True)
    with pytest.raises(BackupError, match="stop the bot"):
        await move(full, other)
    assert await contents(full) == before
    await bot.close()
    await restore(file, full, replace=True)


async def test_what_is_no_backup(full: Database, tmp_path: Path) -> None:
    """Refused with the reason, and nothing is touched."""
    before = await contents(full)
    good = tmp_path / "backup.db"
    await back_up(full, good)
    file = tmp_path / "bad.db"
    with pytest.raises(BackupError, match="is not there"):
        await restore(file, full, replace=True)
    file.write_bytes(good.read_bytes()[:-4096])
    with pytest.raises(BackupError, match="not a sound backup"):
        await restore(file, full, replace=True)
    file.write_text("hello " * 1000)
    with pytest.raises(BackupError, match="not a sound backup"):
        await restore(file, full, replace=True)
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE strangers (id INTEGER)")
    connection.close()
    with pytest.raises(BackupError, match="no tables of ours"):
        await restore(file, full, replace=True)
    shutil.copy(good, file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(BackupError, match="newer version of Dailydeck"):
        await restore(file, full, replace=True)
    assert await contents(full) == before


async def test_a_damaged_database_is_restored(sqlite_url: str, tmp_path: Path) -> None:
    """The drill of docs/operating.md: what is left of it is kept."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        await answered(store, 1)
    file, place = tmp_path / "backup.db", tmp_path / "test.db"
    await back_up(database, file)
    await database.close()
    place.write_bytes(b"rubbish" * 5000)
    with pytest.raises(BackupError, match="holds something"):
        await restore(file, database)
    kept = await restore(file, database, replace=True)
    assert kept is not None
    assert kept.read_bytes().startswith(b"rubbish")
    assert await check(database, NOW) == []
    await database.close()


async def test_an_upgrade_backs_up_first(tmp_path: Path) -> None:
    """Beside the database; the copy is of the old revision, and a newer database is refused in words."""
    file = tmp_path / "old.db"
    database = Database(f"sqlite:///{file}")
    await database.migrate("0001")
    assert backups_beside(file) == []
    await database.migrate()
    (copy,) = backups_beside(file)
    assert copy.name == "old.db.0001.backup"
    old = Database(f"sqlite:///{copy}")
    assert await old.revision() == "0001"
    await old.close()
    async with database.connection() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CannotOpenError, match=r"newer version of Dailydeck.*9999"):
        await database.migrate()
    await database.close()
