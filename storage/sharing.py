"""SQLite for a process that writes much: one writer, statements without a thread between, and commits that are shared.

A commit waits for the disk, a statement hardly ever does. So statements run where they are asked for, and only the
beginning and the commit, which may wait, go to a thread of their own. What comes while a commit is under way shares
the next one; every transaction still waits for the commit that holds it.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

DRIVER = "sqlite+sharing"
STATEMENTS = 512
"""So many are kept ready to run; a bot uses about 300 different ones."""
PART = "part"
Done = TypeVar("Done")


class _Cursor(sqlite3.Cursor):
    """What SQLAlchemy expects of a cursor whose rows were fetched for code that awaits them."""

    async def _async_soft_close(self) -> None:
        """Nothing is left open: this is what is awaited before the rows of a plain query are handed out."""


class _Connection(sqlite3.Connection):
    """One for all who share its transaction, each of whom has a part of it: a savepoint."""

    def cursor(self, factory: Any = _Cursor) -> Any:
        """As with sqlite3, but of our kind."""
        return super().cursor(factory)

    @contextlib.contextmanager
    def part(self) -> Iterator[None]:
        """What is done here stays together. Raises sqlite3.OperationalError when in the end there is nothing left."""
        self.execute(f"SAVEPOINT {PART}")
        try:
            yield
            self.must_be_whole()
            self.execute(f"RELEASE {PART}")
        except BaseException:
            self._undo_part()
            raise

    def _undo_part(self) -> None:
        if self.in_transaction:
            try:
                self.execute(f"ROLLBACK TO {PART}")
                self.execute(f"RELEASE {PART}")
            except sqlite3.Error:
                self.execute("ROLLBACK")  # none of this may stay; the others hear of it, and try again

    def must_be_whole(self) -> None:
        """After some errors, as of a full disk, SQLite rolls everything back by itself, and a commit says nothing."""
        if not self.in_transaction:
            raise sqlite3.OperationalError("SQLite has undone the transaction")


class SharingDialect(SQLiteDialect_pysqlite):
    """What SQLAlchemy does belongs to the part of whose turn it is, which `Commits` begins and ends."""

    driver = "sharing"
    supports_statement_cache = True
    is_async = True

    def do_begin(self, _connection: Any) -> None:
        """The part has begun."""

    def do_commit(self, _connection: Any) -> None:
        """The part is not over."""

    def do_rollback(self, _connection: Any) -> None:
        """Of a part that has gone wrong nothing stays, as whoever made it hears of it too."""


registry.register(DRIVER.replace("+", "."), __name__, SharingDialect.__name__)


class _Group:
    """Those whose changes are committed together."""

    def __init__(self) -> None:
        self._ended = asyncio.Event()
        self._error: Exception | None = None

    def end(self, error: Exception | None = None) -> None:
        self._error = error
        self._ended.set()

    async def wait(self) -> None:
        """Until the changes are on disk. Raises sqlalchemy.exc.OperationalError when they are not."""
        await self._ended.wait()
        if self._error is not None:
            raise OperationalError("COMMIT", None, self._error)


class Commits:
    """The one connection that writes, and whose turn it is."""

    def __init__(self, url: URL, set_up: Callable[[sqlite3.Connection], None]) -> None:
        """`set_up` is called with the connection once it is open, in another thread."""
        self._arguments, self._options = SharingDialect().create_connect_args(url)
        self._set_up = set_up
        self._connection: _Connection | None = None
        # A lock of asyncio lets people in as they came: the commit, which queues behind who is waiting already, ends
        # the group, and who comes later is in the next.
        self._turn = asyncio.Lock()
        self._group: _Group | None = None
        self._committing: set[asyncio.Task[None]] = set()
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self.engine: AsyncEngine = create_async_engine(
            url.set(drivername=DRIVER),
            poolclass=StaticPool,
            creator=lambda: self._connection,
            pool_reset_on_return=None,
            hide_parameters=True,
        )

    @contextlib.asynccontextmanager
    async def share(self) -> AsyncIterator[sqlite3.Connection]:
        """One's turn at the connection; at its end it waits for the commit. After an exception, nothing of it stays.

        Raises sqlalchemy.exc.OperationalError when the commit fails, or the database stays locked by others.
        """
        async with self._turn:
            group, connection = await self._begun()
            with connection.part():
                yield connection
        await group.wait()

    @contextlib.asynccontextmanager
    async def pause(self) -> AsyncIterator[None]:
        """Nobody writes, everything before is committed: room for another connection."""
        async with self._turn:
            await self._commit_whatever_becomes_of_us()
            yield

    async def close(self) -> None:
        """Commits what is open and lets the file go; it is opened again when it is needed."""
        async with self._turn:
            await self._commit_whatever_becomes_of_us()
            await self.engine.dispose()
            if self._connection is not None:
                self._connection.close()
            self._connection = None
        if self._committing:
            await asyncio.wait(self._committing)

    async def _begun(self) -> tuple[_Group, _Connection]:
        connection = self._connection
        if self._group is not None and connection is not None:
            try:
                connection.must_be_whole()
            except sqlite3.Error as error:
                self._group.end(error)
                self._group = None
        if self._group is None or connection is None:
            try:
                connection = await self._in_thread(self._begin)
            except asyncio.CancelledError:
                # The thread goes on, and must not leave a lock on the file behind.
                self._thread.submit(self._roll_back)
                raise
            except sqlite3.Error as error:
                raise OperationalError("BEGIN", None, error) from error
            self._group = _Group()
            task = asyncio.create_task(self._commit_later(self._group))
            self._committing.add(task)
            task.add_done_callback(self._committing.discard)
        return self._group, connection

    async def _commit_whatever_becomes_of_us(self) -> None:
        """Others wait for it too; the thread does one thing after the other."""
        await asyncio.shield(self._commit())

    async def _commit_later(self, group: _Group) -> None:
        async with self._turn:
            if self._group is group:
                await self._commit()

    async def _commit(self) -> None:
        group, self._group = self._group, None
        if group is None:
            return
        try:
            await self._in_thread(self._end)
        except sqlite3.Error as error:
            await self._in_thread(self._roll_back)
            group.end(error)
        else:
            group.end()

    async def _in_thread(self, work: Callable[[], Done]) -> Done:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _begin(self) -> _Connection:
        if self._connection is None:
            options: dict[str, Any] = {
                **self._options,
                "isolation_level": None,
                "check_same_thread": False,  # one at a time uses it, the thread among them
                "cached_statements": STATEMENTS,
            }
            (file,) = self._arguments
            connection = sqlite3.connect(file, factory=_Connection, **options)
            self._set_up(connection)
            self._connection = connection
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.must_be_whole()
            self._connection.execute("COMMIT")

    def _roll_back(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
