"""How long a learner waits for a verdict: in quiet, and while the day's questions go out to many others.

    python -m benchmarks.push [SUBSCRIBERS] [--per-second 29] [--postgresql]

And how much of what Telegram allows, 30 messages a second, that push uses, and how often it was refused. The real bot
against the fake Telegram with its flood control, as many messages a second as by default, SQLite in a temporary
folder; a thousand take 40 seconds.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from benchmarks.setting import on_stage
from bot.playground import Person
from bot.playground.limits import OVERALL
from bot.playground.world import Change
from bot.tutor import rhythm
from storage.database import Store
from storage.states import ChatKind
from tests.support.stage import MORNING, Learner, Stage

SUBSCRIBERS = 1000
REPLIES = 8
THINKING_SECONDS = 0.5
UNDER_WAY = 25
"""From so many messages on the push counts as under way."""


async def subscribe(store: Store, people: Sequence[Person]) -> None:
    """These learners want their questions in an hour."""
    for person in people:
        chat = await store.chats.meet(person.id, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=MORNING)
        await store.learners.meet(person.id, person.first_name, MORNING)
        await rhythm.subscribe(store, chat, 0, "10:00", 5, MORNING)


async def waits(stage: Stage) -> list[float]:
    """Milliseconds from an answer to its verdict, each of somebody else: the world's clock stands still."""
    taken = []
    for place in range(REPLIES):
        person = stage.world.person(f"Ann {place}", language_code="en")
        person.chat.started = True
        learner = stage.learner(person)
        await _replied(learner, "/quiz planets 1")
        await asyncio.sleep(THINKING_SECONDS)
        taken.append(await _replied(learner, learner.answer()))
        await asyncio.sleep(THINKING_SECONDS)
    return taken


async def _replied(learner: Learner, text: str) -> float:
    before, start = len(learner.said), time.perf_counter()
    learner.person.send(learner.chat, text)
    await learner.stage.world.until(lambda: len(learner.said) > before, seconds=30)
    return (time.perf_counter() - start) * 1000


async def measure(stage: Stage, number: int) -> None:
    """Prints the table."""
    quiet = await waits(stage)
    people = [stage.world.person(f"Learner {place}", language_code="en") for place in range(number)]
    for person in people:
        person.chat.started = True
    async with stage.store() as store:
        await subscribe(store, people)
    sent: list[float] = []

    def seen(change: Change) -> None:
        if change.kind == "message" and change.message is not None and change.message.by_bot:
            sent.append(time.perf_counter())

    stage.world.listen(seen)
    stage.world.clock.advance(timedelta(hours=1))
    stage.bot.pusher.wake()
    await stage.world.until(lambda: len(sent) > UNDER_WAY)
    busy = await waits(stage)
    under_way = len(sent) < number
    await stage.world.until(lambda: len(sent) >= number, seconds=2 * number / stage.settings.sends_per_second)
    base = statistics.median(quiet)
    for name, taken in (("in quiet", quiet), (f"during a push of {number}", busy)):
        middle = statistics.median(taken)
        sys.stdout.write(f"{name:28}{middle:8.0f} ms{max(taken):8.0f} ms worst{middle / base:8.1f} ×\n")
    if not under_way:
        sys.stdout.write("the push was over before the last verdict: take more subscribers\n")
    a_second = (number - UNDER_WAY) / (sent[number - 1] - sent[UNDER_WAY - 1])
    refused = sum(call.status == HTTPStatus.TOO_MANY_REQUESTS for call in stage.world.calls)
    share = f"{a_second / OVERALL.most:.1%} of Telegram's {OVERALL.most}, {refused} refused with 429"
    ours = f"{a_second / stage.settings.sends_per_second:.1%} of our {stage.settings.sends_per_second:g}"
    sys.stdout.write(f"{'messages a second':28}{a_second:8.1f}, {ours}, {share}\n")


if __name__ == "__main__":
    on_stage(measure, SUBSCRIBERS)
