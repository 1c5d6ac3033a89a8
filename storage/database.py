"""The database: engines for SQLite and PostgreSQL, and the one place that commits."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage.answers import Answers
from storage.appeals import Appeals
from storage.chats import Chats
from storage.decks import Decks
from storage.inbox import Inbox
from storage.learners import Learners
from storage.memories import Memories
from storage.moves import Moves
from storage.outbox import Outbox
from storage.privacy import Privacy
from storage.questions import Questions
from storage.rounds import Rounds
from storage.scores import Scores
from storage.sittings import Sittings
from storage.subscriptions import Subscriptions

BUSY_MILLISECONDS = 30_000


class CannotOpenError(Exception):
    """The database cannot be reached or used; the message says why, and may hold the address."""


def is_outage(error: BaseException) -> bool:
    """Whether an error says that the database is away or busy, rather than that something is wrong with the work."""
    if isinstance(error, OperationalError) and "no such" in str(error):
        return False  # so SQLite calls a query that does not fit its tables
    return isinstance(error, (OSError, OperationalError, InterfaceError, PoolTimeoutError)) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )


class Store:
    """All that is remembered, for the length of one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self.learners = Learners(session)
        self.chats = Chats(session)
        self.decks = Decks(session)
        self.sittings = Sittings(session)
        self.rounds = Rounds(session)
        self.questions = Questions(session)
        self.answers = Answers(session)
        self.appeals = Appeals(session)
        self.scores = Scores(session)
        self.memories = Memories(session)
        self.subscriptions = Subscriptions(session)
        self.inbox = Inbox(session)
        self.outbox = Outbox(session)
        self.privacy = Privacy(session)
        self.moves = Moves(session)


def driver_url(url: str) -> URL:
    """The URL with the driver that we use. Raises ValueError when it names neither SQLite nor PostgreSQL."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The reason may hold the address, and with it a password.
        raise ValueError("is not a database address") from None
    match parsed.drivername.partition("+")[0]:
        case "sqlite":
            return parsed.set(drivername="sqlite+aiosqlite")
        case "postgres" | "postgresql":
            # A socket folder comes as ?host=, which asyncpg takes as an argument of its own.
            query = {"ssl" if name == "sslmode" else name: value for name, value in parsed.query.items()}
            return parsed.set(drivername="postgresql+asyncpg", query=query)
        case other:
            raise ValueError(f"names {other!r}")


def _set_up_sqlite(engine: AsyncEngine) -> None:
    """WAL, and transactions that take the write lock at their start, so that no update is ever lost."""

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        # The order matters: switching to WAL can itself meet a lock.
        for pragma in (
            f"busy_timeout = {BUSY_MILLISECONDS}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


class Database:
    """Opens transactions. On SQLite there is one writer at a time; PostgreSQL looks after itself."""

    def __init__(self, url: str) -> None:
        """Raises ValueError when `url` is no database that we can use."""
        target = driver_url(url)
        # What people wrote must not end up in a log by way of an error message: parameters stay hidden.
        self.is_sqlite = target.drivername.startswith("sqlite")
        if self.is_sqlite:
            self._engine = create_async_engine(target, hide_parameters=True, connect_args={"isolation_level": None})
            _set_up_sqlite(self._engine)
            self._writer: contextlib.AbstractAsyncContextManager[Any] = asyncio.Lock()
        else:
            self._engine = create_async_engine(target, hide_parameters=True, pool_pre_ping=True)
            self._writer = contextlib.nullcontext()
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """A store whose changes are committed together at the end, or, after an exception, not at all."""
        async with self._writer, self._sessions.begin() as session:
            yield Store(session)

    async def migrate(self) -> None:
        """Brings the tables to the newest revision. Raises CannotOpenError when the database cannot be used."""
        try:
            async with self._engine.connect() as connection:
                await connection.run_sync(_upgrade)
        except (OSError, SQLAlchemyError, asyncpg.PostgresError) as error:
            raise CannotOpenError(str(getattr(error, "orig", None) or error)) from error

    async def close(self) -> None:
        """Gives all connections back."""
        await self._engine.dispose()


def migration_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration for our migrations, on `connection` where one is given."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    # SQLite changes a table by building it anew, and dropping the old one would delete along the foreign keys.
    _heed_foreign_keys(connection, "OFF")
    try:
        with connection.begin():
            command.upgrade(migration_config(connection), "head")
    finally:
        _heed_foreign_keys(connection, "ON")


def _heed_foreign_keys(connection: Connection, heed: str) -> None:
    if connection.dialect.name == "sqlite":
        # Past SQLAlchemy, which would open a transaction first: within one, SQLite ignores this.
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {heed}")
        cursor.close()
