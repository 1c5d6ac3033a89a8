"""The database: engines for SQLite and PostgreSQL, and the one place that commits."""

import asyncio
import contextlib
import secrets
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool

from storage import revisions, sqlite_file
from storage.answers import Answers
from storage.appeals import Appeals
from storage.boards import Boards
from storage.chats import Chats
from storage.decks import Decks
from storage.digests import Digests
from storage.fits import Fits
from storage.inbox import Inbox
from storage.learners import Learners
from storage.limits import Limits
from storage.memories import Memories
from storage.milestones import Milestones
from storage.moves import Moves
from storage.notes import Notes
from storage.outbox import Outbox
from storage.prepared import DRIVER
from storage.privacy import Privacy
from storage.questions import Questions
from storage.rounds import Rounds
from storage.scores import Scores
from storage.sharing import Commits
from storage.sittings import Sittings
from storage.subscriptions import Subscriptions
from storage.sums import Sums
from storage.topic_wishes import TopicWishes
from storage.workers import Place
from storage.writings import Writings

BUSY_MILLISECONDS = 30_000
HANGING_UP_SECONDS = 0.5
CONNECT_SECONDS = 10.0
COMMAND_SECONDS = 20.0
"""So long PostgreSQL may take for a statement of ours: a connection may have gone silent."""
KEEP_ALIVE = {"tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3"}
"""After a minute the server, too, knows that a machine of ours is gone, and frees its locks."""
CROWD = 8
"""Of the 15 connections that SQLAlchemy opens at most."""
PASSING_STATES = ("08", "40", "53", "55P03", "57")
"""What PostgreSQL calls errors that go by: connection, serialisation and deadlock, resources, locks, the operator."""
OF_THE_DRIVERS = (sqlite3.OperationalError, asyncpg.InterfaceError, asyncpg.InvalidCachedStatementError)
"""Errors that go by, too, where a statement was run by the driver itself: the last one once on each connection."""
BEGIN = "sqlite_begin"
"""The option of a connection that says how its transactions begin on SQLite."""


class CannotOpenError(Exception):
    """The database cannot be reached or used; the message says why, and may hold the address."""


def is_outage(error: BaseException) -> bool:
    """Whether an error says that the database is away or busy, rather than that something is wrong with the work."""
    if isinstance(error, (OperationalError, sqlite3.OperationalError)) and "no such" in str(error):
        return False  # so SQLite calls a query that does not fit its tables
    # Starting, stopping, full, out of connections, or two transactions in each other's way.
    state = str(getattr(getattr(error, "orig", error), "sqlstate", None) or "")
    if state.startswith(PASSING_STATES) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return True
    return isinstance(error, (OSError, OperationalError, InterfaceError, PoolTimeoutError, *OF_THE_DRIVERS))


class Store:
    """All that is remembered, for the length of one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self.learners = Learners(session)
        self.chats = Chats(session)
        self.decks = Decks(session)
        self.writings = Writings(session)
        self.sittings = Sittings(session)
        self.rounds = Rounds(session)
        self.questions = Questions(session)
        self.answers = Answers(session)
        self.appeals = Appeals(session)
        self.scores = Scores(session)
        self.boards = Boards(session)
        self.sums = Sums(session)
        self.memories = Memories(session)
        self.milestones = Milestones(session)
        self.topic_wishes = TopicWishes(session)
        self.fits = Fits(session)
        self.subscriptions = Subscriptions(session)
        self.digests = Digests(session)
        self.inbox = Inbox(session)
        self.outbox = Outbox(session)
        self.notes = Notes(session)
        self.limits = Limits(session)
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


def with_password(url: str, password: str) -> str:
    """The address with a password in it, which may hold any characters."""
    return make_url(url).set(password=password).render_as_string(hide_password=False)


def _set_up(connection: Any) -> None:
    """Any new connection to SQLite."""
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


def _set_up_sqlite(engine: AsyncEngine) -> None:
    """WAL, and transactions that take the write lock at their start, so that no update is ever lost."""

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        _set_up(connection)

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get(BEGIN, 'IMMEDIATE')}")


def _drop_the_silent(engine: AsyncEngine) -> None:
    """A connection on which a statement has taken too long is not used again, nor are those opened before."""

    @event.listens_for(engine.sync_engine, "handle_error")
    def failed(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, TimeoutError):
            context.is_disconnect = True


class Database:
    """Opens transactions. On SQLite there is one writer at a time; PostgreSQL looks after itself."""

    def __init__(self, url: str) -> None:
        """Raises ValueError when `url` is no database that we can use."""
        target = driver_url(url)
        # What people wrote must not end up in a log by way of an error message: parameters stay hidden.
        self.is_sqlite = target.drivername.startswith("sqlite")
        self._commits: Commits | None = None
        if self.is_sqlite:
            if target.database in (None, "", ":memory:"):
                # Several connections, one memory.
                target = target.set(
                    database=f"file:{secrets.token_hex(4)}", query={"mode": "memory", "cache": "shared", "uri": "true"}
                )
            self._engine = create_async_engine(
                target,
                poolclass=AsyncAdaptedQueuePool,
                hide_parameters=True,
                connect_args={"isolation_level": None},
            )
            _set_up_sqlite(self._engine)
            self._commits = Commits(target, _set_up)
            self._caretaker = self._engine
            self._crowd: contextlib.AbstractAsyncContextManager[Any] = contextlib.nullcontext()
        else:
            # By this name the connections of other processes are told from our own.
            self._name = f"dailydeck {secrets.token_hex(4)}"
            settings = {"server_settings": KEEP_ALIVE | {"application_name": self._name}, "timeout": CONNECT_SECONDS}
            self._engine = create_async_engine(
                target,
                hide_parameters=True,
                pool_pre_ping=True,
                connect_args=settings | {"command_timeout": COMMAND_SECONDS},
            )
            _drop_the_silent(self._engine)
            # What looks after tables as a whole, such as an upgrade, may take its time.
            self._caretaker = create_async_engine(
                target, hide_parameters=True, poolclass=NullPool, connect_args=settings
            )
            self._crowd = asyncio.Semaphore(CROWD)
        engine = self._engine if self._commits is None else self._commits.engine
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """A store whose changes are committed together at the end, or, after an exception, not at all."""
        if self._commits is None:
            with _without_what_people_wrote():
                async with self._sessions.begin() as session:
                    yield Store(session)
            return
        async with self._commits.share() as connection:
            session = self._sessions(info={DRIVER: connection})
            try:
                yield Store(session)
                if session.in_transaction():  # often nobody has needed the ORM
                    await session.flush()
            finally:
                if session.in_transaction():
                    await session.close()

    @contextlib.asynccontextmanager
    async def transaction_in_a_crowd(self) -> AsyncIterator[Store]:
        """As `transaction`, for what comes from many people at once and may wait for each other in the database.

        On PostgreSQL a few are let in at a time: connections are left for all the rest, such as what is to be sent.
        """
        async with self._crowd, self.transaction() as store:
            yield store

    @contextlib.asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection for looking after the tables as a whole; as with `transaction`, all of it or nothing."""
        turn = contextlib.nullcontext() if self._commits is None else self._commits.pause()
        async with turn, self._caretaker.begin() as connection:
            yield connection

    @contextlib.asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection that sees everything as it is at one moment, for reading only; others go on writing."""
        options: dict[str, Any] = {BEGIN: "DEFERRED"}
        if not self.is_sqlite:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        async with self._caretaker.execution_options(**options).connect() as connection:
            yield connection

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database; None for PostgreSQL, and for what is kept in memory only."""
        name = self._engine.url.database
        in_memory = self._engine.url.query.get("mode") == "memory"
        return Path(name) if self.is_sqlite and name and not in_memory else None

    async def migrate(self, to: str = "head", *, keep_copy: bool = True) -> None:
        """Brings the tables to a revision, a file of SQLite not without copying it first.

        Raises CannotOpenError when the database cannot be used.
        """
        with cannot_open():
            await revisions.upgrade(self._caretaker, to, self.file if keep_copy else None)

    async def is_in_use(self) -> bool:
        """Whether anybody else has the database open: another bot or command of ours, on SQLite any program."""
        if self.file is not None:
            await self.close()  # our own connections would count too
            return sqlite_file.is_in_use(self.file)
        if self.is_sqlite:
            return False
        if not await self._others():
            return False
        await asyncio.sleep(HANGING_UP_SECONDS)  # who has just hung up is listed a moment longer
        return await self._others()

    async def _others(self) -> bool:
        others = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name LIKE 'dailydeck %' AND application_name <> :ours"
        )
        async with self.snapshot() as connection:
            return bool(await connection.scalar(text(others), {"ours": self._name}))

    async def revision(self) -> str | None:
        """The revision of the tables, None when there are none. Raises CannotOpenError as `migrate` does."""
        with cannot_open():
            async with self.snapshot() as connection:
                return await connection.run_sync(revisions.revision_of)

    def place(self, number: int) -> Place:
        """The place of this process among the workers on this database; `number` must be its own, below 2**31."""
        return Place(self._engine, number)

    async def close(self) -> None:
        """Gives all connections back; they are opened again when they are needed."""
        if self._commits is not None:
            await self._commits.close()
        await self._engine.dispose()


@contextlib.contextmanager
def _without_what_people_wrote() -> Iterator[None]:
    """Of a row that it refuses PostgreSQL says all that it holds, and whatever logs the error would write that down."""
    try:
        yield
    except Exception as error:
        found: BaseException | None = error
        while found is not None:
            if isinstance(found, asyncpg.PostgresError):
                found.detail = None
            found = found.__cause__ or found.__context__
        raise


@contextlib.contextmanager
def cannot_open() -> Iterator[None]:
    """Whatever keeps us from a database, as one kind of error."""
    try:
        yield
    except (OSError, SQLAlchemyError, asyncpg.PostgresError, revisions.RevisionError) as error:
        raise CannotOpenError(str(getattr(error, "orig", None) or error)) from error
