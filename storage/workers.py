"""A worker's place among others on the same database: its number, whether it leads, and which others have died.

All of it hangs on advisory locks of one connection: PostgreSQL frees them when the process at its other end is gone.
"""

import asyncio
import contextlib
import logging
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = logging.getLogger(__name__)

# The first of the two numbers of our locks; those of learners are of the kind that has one number.
ALIVE, LEADER = 4711, 4712


class Place:
    """The place of one worker. On SQLite there is but one process, and it always leads."""

    def __init__(self, engine: AsyncEngine, number: int) -> None:
        """`number` must differ from that of every other worker; it is positive and below 2**31."""
        self._engine = engine
        self.shared = engine.dialect.name == "postgresql"
        self._connection: AsyncConnection | None = None
        self._looking = asyncio.Lock()
        self.number = number
        self.leads = not self.shared

    async def hold(self) -> None:
        """Takes the place, or makes sure of it; where nobody leads, we do from now on.

        When the database cannot be reached, we no longer lead.
        """
        if not self.shared:
            return
        async with self._looking:
            try:
                if self._connection is None:
                    self.leads = False
                    opened = await self._engine.connect()
                    self._connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
                    await _try(self._connection, ALIVE, self.number)
                if self.leads:
                    await self._connection.execute(text("SELECT"))  # fails when the connection, and the lock, is gone
                else:
                    self.leads = await _try(self._connection, LEADER, 0)
            except (OSError, SQLAlchemyError) as error:
                log.warning("the place among the workers is lost for now: %s", type(error).__name__)
                self.leads = False
                await self._drop()

    async def dead(self, numbers: Iterable[int]) -> list[int]:
        """Which of these workers are no more. Raises what the database raises."""
        others = [number for number in numbers if number != self.number]
        if not self.shared:
            return others
        async with self._looking:
            return [] if self._connection is None else await ended(self._connection, others)

    async def leave(self) -> None:
        """Gives the place up."""
        async with self._looking:
            if self._connection is not None:
                with contextlib.suppress(OSError, SQLAlchemyError):
                    # At once, and not only when the server has noticed that we have hung up: whoever comes next leads.
                    await self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
            await self._drop()

    async def _drop(self) -> None:
        if self._connection is not None:
            # Back in the pool, the connection would go on holding the locks.
            await self._connection.invalidate()
            await self._connection.close()
            self._connection = None


async def ended(connection: AsyncConnection, numbers: Iterable[int]) -> list[int]:
    """Which of these workers of a PostgreSQL database are no more; our own connection must hold no place."""
    found = [number for number in numbers if await _try(connection, ALIVE, number)]
    for number in found:
        await connection.execute(text("SELECT pg_advisory_unlock(:kind, :number)"), {"kind": ALIVE, "number": number})
    return found


async def _try(connection: AsyncConnection, kind: int, number: int) -> bool:
    query = text("SELECT pg_try_advisory_lock(:kind, :number)")
    return await connection.scalar(query, {"kind": kind, "number": number}) is True
