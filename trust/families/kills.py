"""The process is killed, stopped, doubled, or dies again and again."""

import asyncio
import signal
import sqlite3
import time
from collections.abc import Sequence

from bot.playground import Person
from trust.databases import Kind
from trust.launch import STEPS, TOGETHER
from trust.outcome import Figure
from trust.pushes import PUSHED, count_pushes, everybody_asked, subscribe
from trust.rig import PATIENCE_SECONDS, Rig

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
        before = sum(bool(rig.said(person.chat, PUSHED)) for person in people)
        await rig.until(
            lambda before=before: sum(bool(rig.said(one.chat, PUSHED)) for one in people) > before,  # type: ignore[misc] # mypy cannot see through the default
            "the push does not begin or go on",
            10 if rig.kind is Kind.STOCK else PATIENCE_SECONDS,
        )
        await asyncio.sleep(rig.dice.uniform(0, 0.4))
        await rig.kill_and_start()
    await everybody_asked(rig, people)
    await count_pushes(rig, people, twice_at_most=kills * 30)


async def killed_at_each_step(rig: Rig) -> None:
    """F2: on the way of an answer, wherever it is."""
    people = rig.people(6)
    topics = 0
    steps = rig.dice.sample(list(STEPS), rig.pick(1, len(STEPS)))
    for step in steps:
        topic = list(ANSWERS)[topics % 2]
        await rig.up()
        await rig.ask(people, topic)
        await rig.settled()
        await rig.stop()
        hooked = rig.another(TRUST_DIE_AT=f"{step}:{1 if step in TOGETHER else 3}")
        hooked.log, rig.bot = rig.bot.log, hooked
        await rig.start()
        for person in people:
            person.send(person.chat, ANSWERS[topic])
        await rig.until(lambda: not rig.bot.is_running, f"it does not come to “{step}”", 30)
        rig.outcome.count(Figure.KILLS)
        rig.set()
        await rig.start()
        await rig.settled()
        topics += 1
        twice = sum(max(0, rig.verdicts(person.chat) - topics) for person in people)
        rig.outcome.note(f"killed {step}: {twice} verdicts twice so far")
    await count_answers(rig, people, topics)


async def told_to_stop_under_load(rig: Rig) -> None:
    """F4: twice in a row, as when it is updated."""
    people = rig.people(rig.pick(12, 60))
    await rig.up()
    await rig.ask(people)
    stream = asyncio.create_task(_stream(rig, people, "planets"))
    slowest = 0.0
    for _ in range(rig.pick(1, 2)):
        await asyncio.sleep(rig.dice.uniform(0.2, 0.6))
        code, seconds = await rig.stop()
        slowest = max(slowest, seconds)
        if rig.kind is not Kind.STOCK:
            rig.outcome.expect(code == 0, f"SIGTERM ends with exit code {code}")
        await rig.start()
    await stream
    await rig.settled()
    await count_answers(rig, people, 1)
    twice = rig.outcome.figures[Figure.REPLIES_TWICE]
    rig.outcome.expect(not twice, f"{twice} verdicts twice, though nothing was killed")
    rig.outcome.note(f"ended within {slowest:.1f} s")


async def two_at_a_time(rig: Rig) -> None:
    """F5: the one that comes later says why it ends; nothing is said twice."""
    people = rig.people(6)
    await rig.up()
    await rig.ask(people)
    second, at = rig.another(), time.monotonic()
    await second.start()
    for person in people:
        person.send(person.chat, "mars")
    code = await second.ended(90)
    rig.outcome.note(f"the second ended after {time.monotonic() - at:.0f} s with exit code {code}")
    reason = [line for line in second.log if "another process" in line.casefold()]
    rig.outcome.expect(code in (1, 78) and bool(reason), f"the second ends with {code} and no reason")
    rig.outcome.expect(rig.bot.is_running, "the first has ended, too")
    await rig.settled()
    await count_answers(rig, people, 1)
    twice = rig.outcome.figures[Figure.REPLIES_TWICE]
    rig.outcome.expect(not twice, f"{twice} verdicts twice, though nothing was killed")


async def dies_soon_after_each_start(rig: Rig) -> None:
    """F41: whatever came in is still answered, and not once for each start."""
    loops = rig.pick(2, 15)
    people = rig.people(loops)
    for person in people:
        person.send(person.chat, "/about")
        await rig.up()
        await asyncio.sleep(rig.dice.uniform(0, 1))
        await rig.bot.kill()
        rig.outcome.count(Figure.KILLS)
    await rig.start()
    await rig.settled()
    replies = [len(rig.said(person.chat, "Dailydeck")) for person in people]
    rig.outcome.count(Figure.UPDATES, loops)
    rig.outcome.count(Figure.UPDATES_LOST, replies.count(0))
    rig.outcome.count(Figure.REPLIES_TWICE, replies.count(2))
    rig.outcome.expect(0 not in replies, f"{replies.count(0)} of {loops} messages were never answered")
    rig.outcome.expect(max(replies) <= 2, f"a message was answered {max(replies)} times")


async def stopped_like_a_frozen_machine(rig: Rig) -> None:
    """F15: SIGSTOP when the push is due, SIGCONT a while later."""
    people = rig.people(rig.pick(20, 100))
    due = await subscribe(rig, people, 6)
    await rig.start()
    await rig.until(lambda: (due - rig.world.now()).total_seconds() < 0.3, "the time does not come", 30)
    rig.bot.send(signal.SIGSTOP)
    await asyncio.sleep(rig.pick(3, 20))
    rig.bot.send(signal.SIGCONT)
    await everybody_asked(rig, people)
    await count_pushes(rig, people)
