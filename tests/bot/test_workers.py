"""Two workers on one PostgreSQL database share all the work, and nothing is done twice."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot import assembly
from bot.assembly import Running
from bot.playground import Person
from storage.database import Database
from storage.states import Priority
from storage.workers import ALIVE
from tests.support.stage import WEBHOOK_HOST, Stage, free_place, hurried, staged, with_webhook


@pytest.fixture
async def stage(postgres_url: str) -> AsyncIterator[Stage]:
    """The first worker."""
    async with staged(postgres_url, **with_webhook(free_place())) as stage:
        yield stage


async def start_second(stage: Stage, stack: AsyncExitStack) -> Running:
    """Another worker with the same settings; the load balancer in front knows both."""
    settings = stage.settings.model_copy(update={"listen": free_place()})
    second = await stack.enter_async_context(
        assembly.running(settings, stage.library, clock=stage.world.now, dice=random.Random(2), seconds=hurried)
    )
    stage.world.courier.behind[WEBHOOK_HOST] = [f"http://{one.listen}" for one in (stage.settings, settings)]
    return second


def said_to(person: Person, words: str) -> list[str]:
    """What of this kind the bot has said to somebody."""
    return [message.text for message in person.chat.messages if message.by_bot and words in message.text]


async def test_answers_spread_over_two_workers(stage: Stage) -> None:
    """Each is judged once, each learner's in the order in which they were sent."""
    people = [stage.world.person(f"P{number}") for number in range(12)]
    async with AsyncExitStack() as stack:
        await start_second(stage, stack)
        for person in people:
            for line in ("/quiz planets 1", "mars", "/quiz giants 1", "jupiter", "/about"):
                person.send(person.chat, line)
        await stage.settled()
        for person in people:
            said = [message.text for message in person.chat.messages if message.by_bot]
            marks = [text[:9] for text in said]
            assert marks == ["1 of 1 · ", "✅ Correct", "1 of 1 · ", "✅ Correct", "Dailydeck"], said
    assert set((await stage.scores()).values()) == {20}
    assert not [call for call in stage.world.calls if call.status == 429]


async def test_the_same_update_at_both_workers_counts_once(stage: Stage) -> None:
    """Telegram brings one again that it takes for lost, and the load balancer gives it to the other worker."""
    async with AsyncExitStack() as stack:
        await start_second(stage, stack)
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/quiz planets 1")
        ann.person.send(ann.chat, "mars")
        update = stage.world.updates.pending[-1]
        await stage.settled()
        for _ in range(4):
            stage.world.updates.repeat(update)
            await stage.settled()
    assert len(said_to(ann.person, "Correct!")) == 1
    assert await stage.scores() == {"Ann Archer": 10}


async def test_one_leads_and_another_takes_over(stage: Stage, postgres_url: str) -> None:
    """When the connection of the one that leads is gone, daily questions go out all the same, once each."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/daily 09:00")
    async with AsyncExitStack() as stack:
        second = await start_second(stage, stack)
        assert (stage.bot.worker.place.leads, second.worker.place.leads) == (True, False)
        await end_connections_of(postgres_url, stage.bot.worker.place.number)
        await second.worker.place.hold()
        await stage.bot.worker.place.hold()
        assert (stage.bot.worker.place.leads, second.worker.place.leads) == (False, True)
        stage.world.clock.move_to(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
        await asyncio.gather(second.pusher.tick(), stage.bot.pusher.tick())
        await stage.settled()
        assert len(said_to(ann.person, "daily questions")) == 1


async def end_connections_of(url: str, number: int) -> None:
    """What PostgreSQL does when the process at the other end of a connection has died."""
    database = Database(url)
    theirs = "FROM pg_locks WHERE locktype = 'advisory' AND classid = :kind AND objid = :number"
    whose = {"kind": ALIVE, "number": number}
    async with database._engine.connect() as connection, asyncio.timeout(20):
        await connection.execute(text(f"SELECT pg_terminate_backend(pid) {theirs}"), whose)
        while await connection.scalar(text(f"SELECT count(*) {theirs}"), whose):  # noqa: ASYNC110 # it ends in its own time
            await asyncio.sleep(0.02)
    await database.close()


async def test_what_a_dead_worker_was_sending_is_sent_by_another(stage: Stage) -> None:
    """One that is alive keeps what it has in hand."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/start")
    payload = {"chat_id": ann.person.id, "text": "left behind"}
    for worker in (99, stage.bot.worker.place.number):
        async with stage.store() as store:
            await store.outbox.put(
                f"left by {worker}", worker, "send_message", payload, priority=Priority.REPLY, now=stage.world.now()
            )
            await store.outbox.take(worker, 1, (), ())
    await stage.bot.worker.take_over()
    async with stage.store() as store:
        assert await store.outbox.workers() in ([stage.bot.worker.place.number], [])
        await store.outbox.take_up_again([stage.bot.worker.place.number])
    await stage.settled()
    assert len(said_to(ann.person, "left behind")) == 2


async def test_an_update_in_the_hands_of_a_dead_worker_is_dealt_with(stage: Stage) -> None:
    """After a while; and before what the same person writes later."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/quiz planets 1")
    message = {
        "message_id": 900,
        "date": int(stage.world.now().timestamp()),
        "chat": {"id": ann.person.id, "type": "private", "first_name": "Ann"},
        "from": {"id": ann.person.id, "is_bot": False, "first_name": "Ann", "language_code": "en"},
    }
    async with stage.store() as store:
        for number, said in ((777, "mars"), (778, "/quiz giants 1")):
            body = {"update_id": number, "message": message | {"text": said}}
            await store.inbox.take_in(number, ann.person.id, body, stage.world.now())
    ann.person.send(ann.chat, "jupiter")
    await stage.settled()
    assert [text[:9] for text in said_to(ann.person, "")][1:] == ["✅ Correct", "1 of 1 · ", "✅ Correct"]
    async with stage.store() as store:
        await store.inbox.take_in(
            779, ann.person.id, {"update_id": 779, "message": message | {"text": "/about"}}, stage.world.now()
        )
    stage.world.clock.advance(timedelta(minutes=2))
    await stage.bot.worker.take_over()
    await stage.settled()
    ann.sees_now("Dailydeck")
