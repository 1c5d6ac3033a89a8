"""How long a learner waits for a reply: in quiet, and while the day's questions go out to many others.

    python -m benchmarks.push [SUBSCRIBERS]

The real bot against the fake Telegram, 25 messages a second, SQLite in a temporary folder.
"""

import asyncio
import statistics
import sys
import time
from datetime import timedelta

from benchmarks.setting import on_stage
from bot.tutor import rhythm
from storage.database import Store
from storage.states import ChatKind
from tests.support.stage import MORNING, Learner, Stage

SUBSCRIBERS = 400
REPLIES = 8


async def subscribe(store: Store, number: int) -> None:
    """So many learners who want their questions in an hour."""
    for learner_id in range(10**6, 10**6 + number):
        chat = await store.chats.meet(learner_id, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=MORNING)
        await store.learners.meet(learner_id, f"Learner {learner_id}", MORNING)
        await rhythm.subscribe(store, chat, 0, "10:00", 5, MORNING)


async def waits(learner: Learner) -> list[float]:
    """Milliseconds from a message of the learner to the reply."""
    taken = []
    for _ in range(REPLIES):
        before, start = len(learner.said), time.perf_counter()
        learner.person.send(learner.chat, "/about")
        await learner.stage.world.until(lambda before=before: len(learner.said) > before)  # type: ignore[misc] # mypy cannot see through the default
        taken.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(1)
    return taken


async def measure(stage: Stage, number: int) -> None:
    """Prints the table."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/start")
    quiet = await waits(ann)
    async with stage.store() as store:
        await subscribe(store, number)
    stage.world.limits = False  # these chats do not exist in the fake; what they are sent is refused there
    stage.world.clock.advance(timedelta(hours=1))
    stage.bot.pusher.wake()
    await asyncio.sleep(1)
    busy = await waits(ann)
    base = statistics.median(quiet)
    for name, taken in (("in quiet", quiet), (f"during a push of {number}", busy)):
        middle = statistics.median(taken)
        sys.stdout.write(f"{name:28}{middle:8.0f} ms{max(taken):8.0f} ms worst{middle / base:8.1f} ×\n")


if __name__ == "__main__":
    on_stage(measure, SUBSCRIBERS)
