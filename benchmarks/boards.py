"""How long a leaderboard takes, beside a plain GROUP BY over the ledger, as the ledger grows.

    python -m benchmarks.boards [ROWS …] [--url URL] [--postgresql]

By default 10,000, 100,000 and a million rows on SQLite in a temporary folder; `--postgresql` takes a server in a
temporary folder, and `--url` a database of one's own, empty or filled by an earlier run with as many rows. Ten million
rows take some minutes to write, and 4 GB.
A tenth as many learners as rows, at most 100,000, in a thousandth as many groups, at most 1,000, of which the largest
has a tenth of all learners. Milliseconds are medians of all queries of a command, each time for another learner, as the
bot sees them: through SQLAlchemy and the driver, within a transaction.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text

from benchmarks.big_ledger import NOW, TODAY, fill, group_of
from bot.tutor import leaderboard
from storage.database import Database, Store
from storage.periods import OVERALL, Period, window
from storage.tables import LedgerRow
from tests.conftest import PostgresServer

REPEATS = 100
CHECKED = 100_000
"""Up to so many rows it is made sure that what was written is what the bot would have written."""


async def median(database: Database, work: Callable[[Store], Awaitable[object]], repeats: int = REPEATS) -> float:
    """Milliseconds within a transaction; the first time does not count."""
    taken = []
    for _ in range(repeats + 1):
        async with database.transaction() as store:
            await store.learners.get(1)
            start = time.perf_counter()
            await work(store)
            taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[1:])


async def group_by(store: Store) -> None:
    """The top ten of the week as one would ask the ledger for it."""
    total = func.sum(LedgerRow.points)
    await store.scores._session.execute(
        select(LedgerRow.learner_id, total)
        .where(LedgerRow.day >= window(Period.WEEK, TODAY).starts_on)
        .group_by(LedgerRow.learner_id)
        .order_by(total.desc())
        .limit(10)
    )


async def prepare(database: Database, rows: int, learners: int, groups: int) -> None:
    """A database with so many rows, tidied up as it would be after a while."""
    await database.migrate()
    async with database.transaction() as store:
        if await store.learners.get(1):
            return
    await fill(database, rows, learners, groups)
    async with database.transaction() as store:
        await store.scores._session.execute(text("ANALYZE"))
        if rows <= CHECKED and (found := await store.sums.differences(NOW)):
            raise ValueError(f"the benchmark's scores are not the sums of its ledger: {found[:3]}")


async def measure(url: str, rows: int) -> None:
    """Prints one line."""
    learners, groups = min(max(10, rows // 10), 100_000), min(max(1, rows // 1_000), 1_000)
    database = Database(url)
    start = time.perf_counter()
    await prepare(database, rows, learners, groups)
    filling = time.perf_counter() - start
    dice = random.Random(2)  # noqa: S311 # nothing secret

    def somebody() -> int:
        return 1 + int(learners * dice.random() ** 2)

    async def board(period: Period, *, overall: bool) -> float:
        async def ask(store: Store) -> None:
            who = somebody()
            board_id = OVERALL if overall else -group_of(who, groups)
            await leaderboard.board(store, board_id, period, TODAY, who)

        return await median(database, ask)

    async def crowd(store: Store) -> None:
        await leaderboard.board(store, -1, Period.ALL, TODAY, somebody() // 10 * 10 or 10)

    async def award(store: Store) -> None:
        question = await store.questions.get(1)
        if question is None:
            raise LookupError("the benchmark has no question")
        kind: Any = f"b{dice.randrange(10**12)}"
        await store.scores.award(question, kind, {somebody(): 10}, TODAY, NOW)

    figures = [await board(period, overall=True) for period in Period]
    figures += [
        await board(Period.WEEK, overall=False),
        await median(database, crowd),
        await median(database, lambda store: leaderboard.champions(store, OVERALL, TODAY)),
        await median(database, award),
        await median(database, group_by, repeats=3),
    ]
    kind = "PostgreSQL" if url.startswith("postgresql") else "SQLite"
    cells = "".join(f"{figure:>10.2f}" for figure in figures)
    sys.stdout.write(f"{kind:12}{rows:>12,}{cells}{filling:>9.0f} s\n")
    sys.stdout.flush()
    await database.close()


HEADS = (*(period.value for period in Period), "group", "crowd", "champions", "award", "GROUP BY", "written in")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--url", help="a database of your own, for one number of rows")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server in a temporary folder")
    chosen = parser.parse_args()
    sys.stdout.write(f"{'milliseconds':12}{'rows':>12}" + "".join(f"{head:>10}" for head in HEADS) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        server = PostgresServer(Path(folder)) if chosen.postgresql else None
        try:
            for rows in chosen.rows:
                if server is not None:
                    asyncio.run(server.run(f"CREATE DATABASE boards_{rows}"))
                url = server.url(f"boards_{rows}") if server else f"sqlite:///{folder}/boards_{rows}.db"
                asyncio.run(measure(chosen.url or url, rows))
        finally:
            if server is not None:
                server.close()


if __name__ == "__main__":
    main()
