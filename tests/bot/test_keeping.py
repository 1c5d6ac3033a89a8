"""Looking after a bot from the command line: check, backup, restore, move, doctor."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.ops import metrics
from bot.playground import Playground, playground_world, serve
from storage.alone import alone_on
from storage.database import Database

HANDBOOK = Path(__file__).parents[2] / "docs" / "operating.md"
pytestmark = pytest.mark.usefixtures("bare_environment")


def dailydeck(*arguments: str) -> Result:
    """Runs a command."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def at_work(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The settings name a migrated database."""
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", database_url)
    assert dailydeck("migrate").exit_code == 0
    return database_url


def spoil(url: str, *statements: str) -> None:
    """What somebody might do by hand."""

    async def run() -> None:
        database = Database(url)
        async with database.connection() as connection:
            for statement in statements:
                await connection.exec_driver_sql(statement)
        await database.close()

    asyncio.run(run())


def test_check(at_work: str) -> None:
    """Exit code 1 as long as something is left, and 0 when all is well or mended."""
    assert (dailydeck("check").exit_code, dailydeck("check").output) == (0, "All is well.\n")
    spoil(
        at_work,
        "INSERT INTO inbox (update_id, state, body, received_at) VALUES (1, 'dead', '{}', '2026-03-02 09:00:00+00')",
    )
    result = dailydeck("check")
    assert result.exit_code == 1
    assert result.output.startswith("Updates set aside after failing three times")
    assert result.output.endswith("dailydeck check --repair\n")
    result = dailydeck("check", "--repair")
    assert result.exit_code == 0, result.output
    assert result.output.endswith(": 1. Deleted.\n")
    assert dailydeck("check", "--repair").output == "All is well.\n"


def test_backup_and_restore(at_work: str, tmp_path: Path) -> None:
    """Errors come in words, with exit code 1."""
    spoil(at_work, "INSERT INTO accepted_wordings VALUES (1, 'deck', 'a', 'x', '2026-03-02 09:00:00+00')")
    file = str(tmp_path / "backup.db")
    result = dailydeck("backup", file)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Everything is in {file} (")
    result = dailydeck("backup", file)
    assert result.exit_code == 1
    assert result.output.startswith(f"Not done: {file} is there already")
    result = dailydeck("restore", file)
    assert result.exit_code == 1
    assert "holds something already" in result.output
    result = dailydeck("restore", file, "--force")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{file} has been restored.")
    assert dailydeck("restore", str(tmp_path / "none.db")).exit_code == 1
    assert dailydeck("restore").exit_code == 2


def test_no_restore_beside_a_bot_that_is_starting(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds the lock before it has opened the database."""
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    file = str(tmp_path / "backup.db")
    assert dailydeck("backup", file).exit_code == 0
    with alone_on(sqlite_url):
        result = dailydeck("restore", file, "--force")
    assert result.exit_code == 78
    assert "another process is running" in result.output


def test_move(at_work: str, tmp_path: Path) -> None:
    """With the differences counted, of which there are none."""
    spoil(at_work, "INSERT INTO accepted_wordings VALUES (1, 'deck', 'a', 'x', '2026-03-02 09:00:00+00')")
    result = dailydeck("move", f"sqlite:///{tmp_path / 'there.db'}")
    assert result.exit_code == 0, result.output
    assert "accepted_wordings\t1 there\t1 here\n" in result.output
    assert "1 rows moved, 0 differences." in result.output
    result = dailydeck("move", f"sqlite:///{tmp_path / 'there.db'}")
    assert result.exit_code == 1
    assert "holds something already" in result.output
    assert dailydeck("move", "mysql://h/d").exit_code == 2
    assert dailydeck("move", "postgresql://ann:hunter2@127.0.0.1:1/none").exit_code == 78


def test_a_database_of_a_newer_version(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is refused by every command in one sentence."""
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    dailydeck("migrate")
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in (["migrate"], ["check"], ["backup", "x.db"], ["appeals"]):
        result = dailydeck(*command)
        assert result.exit_code == 78, command
        assert "a newer version of Dailydeck made this database" in result.output
        assert result.output.count("\n") == 1


@pytest.fixture
async def telegram(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Playground]:
    """A fake Telegram that the settings name."""
    world = playground_world()
    served = await serve(world, port=0)
    monkeypatch.setenv("DAILYDECK_TOKEN", world.token)
    monkeypatch.setenv("DAILYDECK_TELEGRAM_URL", served.url)
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("DAILYDECK_ADMINS", "7")
    yield served
    await served.close()


async def visit(*arguments: str) -> Result:
    """Asks the doctor, beside the fake Telegram."""
    return await asyncio.to_thread(dailydeck, "doctor", *arguments)


async def test_the_doctor_finds_everything_in_order(telegram: Playground, tmp_path: Path) -> None:
    """Also before the first start; the token is not shown."""
    result = await visit()
    assert result.exit_code == 0, result.output
    assert "Telegram knows the bot as @" in result.output
    assert "Privacy mode is on" in result.output
    await asyncio.to_thread(dailydeck, "migrate")
    (tmp_path / "backups").mkdir()
    await asyncio.to_thread(dailydeck, "backup", str(tmp_path / "backups" / "one.db"))
    result = await visit("--backups", str(tmp_path / "backups"))
    assert result.exit_code == 0, result.output
    assert "The newest backup is 0 hours old." in result.output
    assert telegram.world.token not in result.output


async def test_the_doctor_says_what_is_to_be_done(
    telegram: Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line for each thing; exit code 1."""
    monkeypatch.setenv("DAILYDECK_ADMINS", "")
    (tmp_path / "backups").mkdir()
    token = f"{telegram.world.token[:-3]}abc"
    monkeypatch.setenv("DAILYDECK_TOKEN", token)
    result = await visit("--backups", str(tmp_path / "backups"))
    assert result.exit_code == 1
    assert [line[6:] for line in result.output.splitlines() if line.startswith("TO DO ")] == [
        "Nobody may decide appeals. Put your numeric Telegram id into DAILYDECK_ADMINS.",
        f"There is no backup in {tmp_path}/backups. Make one: dailydeck backup {tmp_path}/backups/dailydeck.db",
        "Telegram does not know this token. Ask @BotFather for the present one.",
    ]
    monkeypatch.setenv("DAILYDECK_TELEGRAM_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", "postgresql://ann:hunter2@127.0.0.1:1/none")
    result = await visit()
    assert "TO DO The database cannot be used (" in result.output
    assert "TO DO Telegram cannot be reached (ClientConnectorError). Look at the network or proxy." in result.output
    assert token not in result.output
    assert "hunter2" not in result.output


async def test_the_doctor_sees_a_forgotten_webhook(telegram: Playground) -> None:
    """Telegram hands out no updates to who polls as long as one is set."""
    hook = f"{telegram.url}/bot{telegram.world.token}/setWebhook"
    async with aiohttp.ClientSession() as session, session.get(hook, params={"url": "https://old.example.org"}):
        pass
    result = await visit()
    assert result.exit_code == 1
    assert "TO DO Telegram sends updates to a webhook, but the bot is to poll. Start the bot" in result.output


def test_the_handbook_names_what_there_is() -> None:
    """Every number, and no command that there is not."""
    text = HANDBOOK.read_text(encoding="utf-8")
    assert set(re.findall(r"`(dailydeck_\w+)", text)) == metrics.names()
    named = {first or second for first, second in re.findall(r"(?m)^dailydeck (\w+)|`dailydeck (\w+)", text)}
    assert named <= set(main.commands)
