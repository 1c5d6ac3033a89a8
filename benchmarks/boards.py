"""How long a leaderboard takes, beside a plain GROUP BY over the ledger, as the ledger grows.

    python -m benchmarks.boards [ROWS …] [--url URL] [--postgresql]

By default 10,000 and 100,000 rows on SQLite in a temporary folder; `--postgresql` takes a server in a temporary folder,
and `--url` an empty database of one's own. A tenth as many learners as rows, at most 100,000, in a thousandth as many
groups, at most 1,000, and points that few have many of. Milliseconds are medians as the bot sees them: through
SQLAlchemy and the driver, within a transaction.
"""

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text

from storage.database import Database, Store
from storage.periods import OVERALL, Period, window
from storage.states import ChatKind
from storage.tables import Base, Chat, Learner, LedgerRow, Member, Question
from tests.conftest import PostgresServer

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
AT_ONCE = 10_000
REPEATS = 25
DAYS = 60


def awards(rows: int, learners: int, groups: int) -> Iterator[dict[str, Any]]:
    """So many awards of the last two months: a few learners have many of them, and lately there are more."""
    dice = random.Random(1)  # noqa: S311 # nothing secret
    for number in range(rows):
        who = 1 + int(learners * dice.random() ** 2)
        group = 1 + who % groups
        ago = timedelta(days=int(DAYS * dice.random() ** 2))
        yield {
            "question_id": group,
            "learner_id": who,
            "chat_id": -group,
            "kind": f"k{number}",  # so that one question takes as many awards as there are
            "points": dice.randint(1, 13),
            "day": TODAY - ago,
            "awarded_at": NOW - ago,
        }


def tables(rows: int, learners: int, groups: int) -> Iterator[tuple[type[Base], Iterable[dict[str, Any]]]]:
    """What such a bot holds."""
    chat = {"kind": ChatKind.GROUP, "title": "", "language": "en", "timezone": "UTC", "created_at": NOW}
    question = {"deck": "d", "card_id": "c", "number": 1, "asked_at": NOW}
    everyone = range(1, learners + 1)
    yield Learner, ({"id": who, "name": f"Learner {who}", "created_at": NOW, "seen_at": NOW} for who in everyone)
    yield Chat, (chat | {"id": -at} for at in range(1, groups + 1))
    yield Member, ({"chat_id": -(1 + who % groups), "learner_id": who, "answered_at": NOW} for who in everyone)
    yield Question, (question | {"id": at, "chat_id": -at} for at in range(1, groups + 1))
    yield LedgerRow, awards(rows, learners, groups)


async def fill(database: Database, rows: int, learners: int, groups: int) -> None:
    """Writes the ledger, and the scores as they are kept beside it."""
    for table, values in tables(rows, learners, groups):
        left = iter(values)
        while some := list(itertools.islice(left, AT_ONCE)):
            async with database.transaction() as store:
                connection = await store.scores._session.connection()
                await connection.execute(insert(table), some)
    async with database.transaction() as store:
        await store.sums.mend(NOW)
        await store.scores._session.execute(text("ANALYZE"))  # as the database does by itself after a while


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


async def measure(url: str, rows: int) -> None:
    """Prints one line."""
    learners, groups = min(max(10, rows // 10), 100_000), min(max(1, rows // 1_000), 1_000)
    database = Database(url)
    await database.migrate()
    await fill(database, rows, learners, groups)
    dice = random.Random(2)  # noqa: S311 # nothing secret
    somebody = [1 + int(learners * dice.random() ** 2) for _ in range(1_000)]

    async def top(board: int, period: Period) -> float:
        return await median(database, lambda store: store.boards.top(board, window(period, TODAY), 10))

    async def place(period: Period, *, overall: bool) -> float:
        async def ask(store: Store) -> None:
            who = dice.choice(somebody)
            board = OVERALL if overall else -(1 + who % groups)
            await store.boards.place(board, window(period, TODAY), who)

        return await median(database, ask)

    async def award(store: Store) -> None:
        question = await store.questions.get(1)
        if question is None:
            raise LookupError("the benchmark has no question")
        kind: Any = f"b{dice.randrange(10**12)}"
        await store.scores.award(question, kind, {dice.choice(somebody): 10}, TODAY, NOW)

    figures = [
        await top(OVERALL, Period.WEEK),
        await top(OVERALL, Period.ALL),
        await place(Period.WEEK, overall=True),
        await place(Period.ALL, overall=True),
        await top(-1, Period.WEEK),
        await place(Period.WEEK, overall=False),
        await top(OVERALL, Period.GAIN),
        await median(database, award),
        await median(database, group_by, repeats=3),
    ]
    kind = "PostgreSQL" if url.startswith("postgresql") else "SQLite"
    sys.stdout.write(f"{kind:12}{rows:>12,}" + "".join(f"{figure:>11.2f}" for figure in figures) + "\n")
    sys.stdout.flush()
    await database.close()


HEADS = ("week top", "ever top", "week rank", "ever rank", "group top", "group rank", "gain top", "award", "GROUP BY")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--url", help="an empty database of your own, for one number of rows")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server in a temporary folder")
    chosen = parser.parse_args()
    sys.stdout.write(f"{'milliseconds':12}{'rows':>12}" + "".join(f"{head:>11}" for head in HEADS) + "\n")
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
