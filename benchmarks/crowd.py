"""A crowd that answers a group's question within ten seconds: is an answer lost, is Telegram's limit kept?

    python -m benchmarks.crowd [PEOPLE] [--postgresql]

The real bot against the fake Telegram in real seconds; the database is in a temporary folder.
"""

import asyncio
import sys
import time

from benchmarks.setting import on_stage
from tests.support.stage import Stage

PEOPLE = 500
WITHIN_SECONDS = 10.0
PATIENCE_SECONDS = 120.0
SENDING = ("sendMessage", "editMessageText")


async def measure(stage: Stage, number: int) -> None:
    """Prints what was kept and what was sent."""
    group = stage.world.groups[0]
    ann = stage.learner(stage.world.people[0], group)
    people = [stage.world.person(f"P{place}") for place in range(number)]
    for person in people:
        group.add(person)
    await stage.settled()
    await ann.sends("/quiz planets 1")
    question = ann.sees_now("Question 1 of 1")
    before, start = len(stage.world.calls), time.perf_counter()
    for person in people:
        person.send(group, "mars", reply_to=question)
        await asyncio.sleep(WITHIN_SECONDS / number)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (kept := await _kept(stage)) < number:  # noqa: ASYNC110 # a database rings no bell
            await asyncio.sleep(0.1)
    seconds = time.perf_counter() - start
    await asyncio.sleep(60 - min(60.0, seconds))
    calls = list(stage.world.calls)[before:]
    sent = sum(call.method in SENDING for call in calls)
    refused = sum(call.status == 429 for call in calls)  # too many requests
    sys.stdout.write(
        f"{kept} of {number} answers kept after {seconds:.1f} s; "
        f"{sent} messages and edits in {max(60.0, seconds):.0f} s, {refused} refused\n"
    )


async def _kept(stage: Stage) -> int:
    async with stage.store() as store:
        return len(await store.answers.who_answered(1))


if __name__ == "__main__":
    on_stage(measure, PEOPLE)
