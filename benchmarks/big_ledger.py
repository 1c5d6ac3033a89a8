"""A bot's database after many awards: ledger, scores and ranks, written in minutes where the bot would take years."""

import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import insert

from storage.database import Database
from storage.periods import OVERALL, Window, shares
from storage.states import ChatKind
from storage.tables import Base, Chat, Learner, LedgerRow, Member, Question, Score, Tally
from storage.tallies import Step, tallied

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
DAYS = 60
CROWD = 10
"""Every so many-th learner is in the largest group; the others are spread evenly."""
LEARNERS_AT_ONCE = 1_000

Pour = Callable[[type[Base], Sequence[str], list[tuple[Any, ...]]], Awaitable[None]]
"""Writes rows into a table, given the names of their columns."""

AWARD = ("question_id", "learner_id", "chat_id", "kind", "points", "day", "awarded_at")
SCORE = ("board_id", "period", "starts_on", "learner_id", "points", "hidden")
TALLY = ("period", "starts_on", "width", "step", "learners")


def group_of(who: int, groups: int) -> int:
    """The number of the one group of this learner."""
    return 1 if who % CROWD == 0 or groups == 1 else 2 + who % (groups - 1)


def awards(who: int, learners: int, rows: int) -> Iterator[tuple[date, int]]:
    """Days and points of a learner's awards: a few learners have many of them, and lately there are more."""
    dice = random.Random(who)  # noqa: S311 # nothing secret
    number = int(rows * (who / learners) ** 0.5) - int(rows * ((who - 1) / learners) ** 0.5)
    for _ in range(number):
        yield TODAY - timedelta(days=int(DAYS * dice.random() ** 2)), 1 + int(13 * dice.random())


async def fill(database: Database, rows: int, learners: int, groups: int) -> None:
    """Writes so many awards, and the scores and ranks as they are kept beside them."""
    await _people(database, learners, groups)
    tallies: Counter[tuple[Window, int, int]] = Counter()
    everyone = sorted(range(1, learners + 1), key=lambda who: (group_of(who, groups), who))
    async with _pouring(database) as pour:
        for start in range(0, learners, LEARNERS_AT_ONCE):
            ledger, scores = [], []
            for who in everyone[start : start + LEARNERS_AT_ONCE]:
                group, sums = group_of(who, groups), Counter[Window]()
                for number, (day, points) in enumerate(awards(who, learners, rows)):
                    # One question takes all awards of its group: their kinds tell them apart.
                    ledger.append((group, who, -group, f"k{number}", points, day, _noon(day)))
                    for window, times in _kept_shares(day):
                        sums[window] += times * points
                for board in (OVERALL, -group):
                    scores += [(board, of.period.value, of.starts_on, who, total, False) for of, total in sums.items()]
                tallies.update(tallied(Step(one, 0, total) for one, total in sums.items() if one.is_open(TODAY)))
            await pour(LedgerRow, AWARD, ledger)
            await pour(Score, SCORE, scores)
        steps = tallies.items()
        await pour(Tally, TALLY, [(of.period.value, of.starts_on, width, at, many) for (of, width, at), many in steps])


@cache
def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@cache
def _kept_shares(day: date) -> tuple[tuple[Window, int], ...]:
    return tuple((window, times) for window, times in shares(day) if window.is_kept(TODAY))


async def _people(database: Database, learners: int, groups: int) -> None:
    chat = {"kind": ChatKind.GROUP, "title": "", "language": "en", "timezone": "UTC", "created_at": NOW}
    question = {"deck": "d", "card_id": "c", "number": 1, "asked_at": NOW}
    everyone, every_group = range(1, learners + 1), range(1, groups + 1)
    tables: tuple[tuple[type[Base], list[dict[str, Any]]], ...] = (
        (Learner, [{"id": who, "name": f"Learner {who}", "created_at": NOW, "seen_at": NOW} for who in everyone]),
        (Chat, [chat | {"id": -at} for at in every_group]),
        (Member, [{"chat_id": -group_of(who, groups), "learner_id": who, "answered_at": NOW} for who in everyone]),
        (Question, [question | {"id": at, "chat_id": -at} for at in every_group]),
    )
    async with database.connection() as connection:
        for table, values in tables:
            await connection.execute(insert(table), values)


@contextlib.asynccontextmanager
async def _pouring(database: Database) -> AsyncIterator[Pour]:
    """The quickest way into each database, past everything that guards a bot's rows while it is at work."""
    if database.file is None:
        async with database.connection() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            await raw.execute("SET session_replication_role = replica")  # foreign keys are not looked up
            yield lambda table, columns, rows: raw.copy_records_to_table(
                table.__tablename__, columns=columns, records=rows
            )
            await raw.execute("SET session_replication_role = DEFAULT")
        return
    await database.close()  # its idle connections would be in the way of the next line
    with contextlib.closing(sqlite3.connect(database.file)) as file:
        file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")

        async def pour(table: type[Base], columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
            marks = ", ".join("?" * len(columns))
            into = f"INSERT INTO {table.__tablename__} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 # names of ours
            file.executemany(into, (tuple(map(_for_sqlite, row)) for row in rows))

        yield pour
        file.commit()


def _for_sqlite(value: object) -> object:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S.%f}"
        case date():
            return value.isoformat()
    return value
