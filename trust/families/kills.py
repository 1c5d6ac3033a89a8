"""The process is killed, stopped, doubled, or dies again and again."""

import asyncio
import sqlite3
from collections.abc import Sequence

from bot.playground import Person
from trust.databases import Kind
from trust.outcome import Figure
from trust.pushes import count_pushes, subscribe
from trust.rig import Rig

ANSWERS = {"planets": "mars", "giants": "jupiter"}
A_SECOND = 20


async def _stream(rig: Rig, people: Sequence[Person], topic: str) -> None:
    """Answers come in, twenty a second."""
    for person in people:
        person.send(person.chat, ANSWERS[topic])
        await asyncio.sleep(rig.dice.uniform(0, 2 / A_SECOND))


async def count_answers(rig: Rig, people: Sequence[Person], rounds: int) -> None:
    """Who has been answered how often, and whether the database knows of it."""
    kept = await _kept(rig)
    for person in people:
        seen = rig.verdicts(person.chat)
        rig.outcome.count(Figure.UPDATES, rounds)
        rig.outcome.count(Figure.UPDATES_LOST, max(0, rounds - seen))
        rig.outcome.count(Figure.REPLIES_TWICE, max(0, seen - rounds))
        rig.outcome.count(Figure.CONFIRMED_LOST, max(0, min(seen, rounds) - kept.get(person.id, 0)))
    figures = rig.outcome.figures
    lost, confirmed = figures[Figure.UPDATES_LOST], figures[Figure.CONFIRMED_LOST]
    rig.outcome.expect(not lost, f"{lost} of {figures[Figure.UPDATES]} answers were never judged")
    rig.outcome.expect(not confirmed, f"{confirmed} confirmed answers are not in the database")


async def _kept(rig: Rig) -> dict[int, int]:
    """How many answers are kept, by person."""
    if rig.kind is Kind.STOCK:
        with sqlite3.connect(rig.folder / "stock.db") as rows:
            return dict(rows.execute("SELECT user_id, count(*) FROM answers GROUP BY user_id").fetchall())
    return await rig.rows("SELECT learner_id, count(*) FROM answers GROUP BY learner_id")


async def killed_while_answers_stream(rig: Rig) -> None:
    """F1."""
    people = rig.people(rig.pick(12, 40))
    await rig.start()
    topics = list(ANSWERS)[: rig.pick(1, 2)]
    for topic in topics:
        await rig.ask(people, topic)
        stream = asyncio.create_task(_stream(rig, people, topic))
        for _ in range(2):
            await asyncio.sleep(rig.dice.uniform(0.05, 1.0 if rig.short else 1.5))
            await rig.kill_and_start()
        await stream
        await rig.settled()
    await count_answers(rig, people, len(topics))


async def killed_during_the_push(rig: Rig) -> None:
    """F3."""
    people = rig.people(rig.pick(30, 200))
    await subscribe(rig, people, 2.5)
    await rig.start()
    kills = rig.pick(1, 3)
    for _ in range(kills):
        before = sum(bool(rig.said(person.chat, "daily question")) for person in people)
        await rig.until(
            lambda before=before: sum(bool(rig.said(one.chat, "daily question")) for one in people) > before,  # type: ignore[misc] # mypy cannot see through the default
            "the push does not begin or go on",
            20,
        )
        await asyncio.sleep(rig.dice.uniform(0, 0.4))
        await rig.kill_and_start()
    await rig.settled()
    await count_pushes(rig, people, twice_at_most=kills * 30)
