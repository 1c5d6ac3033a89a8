"""How long it takes to choose the next card with 10,000 cards in a learner's memory, and to sum a sitting up.

    python -m benchmarks.choice [CARDS]

The last row of each database is the worst case: everything is overdue at once, and is spread over the next days, which
happens once after a long break. The ratio is to the plainest query there is, in the same run. At the end of a sitting
stand those who have answered each card twice, in a year of two hours a day. Last comes the picture of their progress.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import asyncpg

from bot.conversation import picture, progress
from bot.conversation.words import Words
from bot.tutor import choice, summary
from bot.tutor.progress import Progress, Span, Topic
from bot.tutor.schedule import DUE_A_DAY
from bot.tutor.streak import streak
from content.card import Deck, TermCard
from storage.database import Database, Store
from storage.states import ChatKind, QuestionState
from storage.tables import Answer, Memory, Question, Review
from tests.conftest import PostgresServer

CARDS, RUNS = 10_000, 40
LEARNER = 1
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Paris")


def big_deck(cards: int) -> Deck:
    """A deck of so many cards that have been met, and a hundred new ones."""
    return Deck(
        name="big",
        title="Big",
        cards=tuple(
            TermCard(id=f"card-{number}", question="?", answer="!", topic=f"topic {number % 12}")
            for number in range(cards + 100)
        ),
    )


async def fill(store: Store, cards: int, overdue: int) -> None:
    """A learner who has met all cards, so many of which are due."""
    dice = random.Random(1)  # noqa: S311 # seeded
    await store.learners.meet(LEARNER, "Ann", NOW)
    session = store.memories._session
    for number in range(cards):
        stability = dice.uniform(1, 200)
        at = NOW - timedelta(days=dice.uniform(0.1, 200))
        due_at = NOW + timedelta(days=-dice.random() if number < overdue else dice.uniform(1, 200))
        session.add(
            Memory(
                learner_id=LEARNER, deck="big", card_id=f"card-{number}", state=2, step=None, stability=stability,
                difficulty=5.0, due_at=due_at, reviewed_at=at,
            )
        )  # fmt: skip
        session.add(Review(learner_id=LEARNER, deck="big", card_id=f"card-{number}", rating=3, reviewed_at=at))


async def timed(work: Callable[[], Awaitable[object]], runs: int = RUNS) -> list[float]:
    """Milliseconds of each run, after one to warm up."""
    taken = []
    for run in range(runs + (runs > 1)):
        start = time.perf_counter()
        await work()
        if run or runs == 1:
            taken.append((time.perf_counter() - start) * 1000)
    return taken


def row(name: str, taken: list[float], base: float) -> None:
    """Prints best, median and worst, and the ratio of the median to the plainest read."""
    middle = statistics.median(taken)
    sys.stdout.write(f"{name:52}{min(taken):9.2f}{middle:9.2f}{max(taken):9.2f}{middle / base:9.1f}\n")


def answered(cards: int) -> tuple[list[Question], list[Answer]]:
    """Each card twice, 55 a day."""
    questions, answers = [], []
    for number in range(2 * cards):
        at = NOW - timedelta(days=number // 55, minutes=2 * (number % 55))
        asked = {"chat_id": LEARNER, "learner_id": LEARNER, "deck": "big", "card_id": f"card-{number // 2}"}
        questions.append(
            Question(id=-1 - number, number=1, state=QuestionState.ANSWERED, asked_at=at, closed_at=at, **asked)
        )
        judged = {"outcome": "correct", "score": 1.0, "reason": "", "points": 10}
        answers.append(Answer(question_id=-1 - number, learner_id=LEARNER, text="!", answered_at=at, **judged))
    return questions, answers


async def end(database: Database, deck: Deck, cards: int) -> list[float]:
    """Milliseconds that the end of a sitting takes."""
    async with database.transaction() as store:
        chat = await store.chats.meet(LEARNER, ChatKind.PRIVATE, "Ann", language="en", timezone=ZONE.key, now=NOW)
        session = store.memories._session
        for rows in answered(cards):
            session.add_all(rows)
            await session.flush()
    async with database.transaction() as store:
        sitting = await store.sittings.start(LEARNER, LEARNER, "big", ["card-1"], now=NOW)
        question = await store.questions.ask_in_sitting(sitting, "card-1", 1, NOW)
        await store.questions.close(question, QuestionState.ANSWERED, NOW)
        return await timed(lambda: summary.finish(store, deck, sitting, LEARNER, chat, NOW))


CASES = (
    ("20 due, 5 asked", 20, ""),
    ("none due, 5 new ones", 0, ""),
    ("none due, 5 of a topic", 0, "topic 1"),
    ("all due at once, and spread", CARDS, ""),
)


async def measure(
    kind: str,
    new_database: Callable[[int], Awaitable[str]],
    tidied: Callable[[int], Awaitable[None]],
    deck: Deck,
    cards: int,
) -> None:
    """The rows of one kind of database; `tidied` has it do at once what it does by itself in the first minutes."""
    for number, (name, overdue, topic) in enumerate(CASES):
        database = Database(await new_database(number))
        await database.migrate()
        async with database.transaction() as store:
            await fill(store, cards, overdue)
        await tidied(number)
        async with database.transaction() as store:

            async def ask(store: Store = store, topic: str = topic) -> None:
                dice = random.Random(1)  # noqa: S311 # seeded
                await choice.choose(store, deck, LEARNER, 5, topic=topic, zone=ZONE, now=NOW, dice=dice)

            async def plain(store: Store = store) -> None:
                await store.memories.due_count(LEARNER, "no such deck", NOW)

            base = statistics.median(await timed(plain))
            row(f"{kind}, {name}", await timed(ask, 1 if overdue > DUE_A_DAY else RUNS), base)
        if number == 1:
            row(f"{kind}, the end of a sitting", await end(database, deck, cards), base)
        await database.close()


def draw() -> None:
    """The picture's row: three spans, English and French."""
    today = date(2026, 3, 2)
    days = {today - timedelta(days=ago): 7 for ago in range(360) if ago % 5}
    topics = tuple(Topic(f"topic {number}", 20, 12, 30, 20 + number) for number in range(8))
    taken = []
    for _ in range(3):
        for language in ("en", "fr"):
            for span in Span:
                done = Progress(
                    span, today, 1240, streak(days, today), days, 900, 800, big_deck(1), topics, (9, 0, 3, 20, 5, 1, 2)
                )
                start = time.perf_counter()
                picture.png(picture.draw(progress.facts(Words(language), done)))
                taken.append((time.perf_counter() - start) * 1000)
    sys.stdout.write(f"{'the picture of /stats':52}{min(taken):9.2f}{statistics.median(taken):9.2f}{max(taken):9.2f}\n")


async def main() -> None:
    """Prints the table."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else CARDS
    deck = big_deck(cards)
    sys.stdout.write(f"{f'milliseconds, {cards} cards in memory':52}{'best':>9}{'median':>9}{'worst':>9}{'ratio':>9}\n")
    with tempfile.TemporaryDirectory() as folder:

        async def on_sqlite(number: int) -> str:
            return f"sqlite:///{folder}/{number}.db"

        async def nothing(_: int) -> None:
            """SQLite needs no housekeeping."""

        await measure("SQLite", on_sqlite, nothing, deck, cards)
        (Path(folder) / "postgres").mkdir()
        server = PostgresServer(Path(folder) / "postgres")

        async def on_postgres(number: int) -> str:
            await server.run(f"CREATE DATABASE bench_{number}")
            return server.url(f"bench_{number}")

        async def vacuumed(number: int) -> None:
            connection = await asyncpg.connect(server.url(f"bench_{number}"))
            await connection.execute("VACUUM ANALYZE")
            await connection.close()

        try:
            await measure("PostgreSQL", on_postgres, vacuumed, deck, cards)
        finally:
            server.close()
    draw()


if __name__ == "__main__":
    asyncio.run(main())
