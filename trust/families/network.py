"""Telegram cannot be reached, answers oddly, or the connection hangs; clocks jump."""

import asyncio
import time

from trust.databases import Kind
from trust.outcome import Figure
from trust.pushes import PUSHED, count_pushes, everybody_asked, subscribe
from trust.rig import Rig

HOUR = 3600


async def unreachable_when_the_push_is_due(rig: Rig) -> None:
    """F7: for an hour, and then it comes."""
    await _away(rig, HOUR)


async def unreachable_for_more_than_a_day(rig: Rig) -> None:
    """F8: one question to catch up with, not one for each day."""
    await _away(rig, 26 * HOUR)


async def _away(rig: Rig, seconds: float) -> None:
    people = rig.people(rig.pick(8, 60))
    await rig.stop()
    rig.set(**rig.clock())
    await subscribe(rig, people, HOUR / 2)
    await rig.start()
    rig.telegram.refuse()
    rig.shift(seconds)
    await asyncio.sleep(3)
    early = sum(bool(rig.said(one.chat, PUSHED)) for one in people)
    rig.outcome.expect(not early, "something was sent while Telegram was away")
    await rig.telegram.open()
    at = time.monotonic()
    await everybody_asked(rig, people)
    rig.outcome.note(f"all were asked {time.monotonic() - at:.0f} s after Telegram was back")
    await count_pushes(rig, people)


async def an_odd_answer_to_polling(rig: Rig) -> None:
    """F13: 404 or 401, once."""
    await rig.up()
    (ann,) = rig.people(1)
    await rig.wait_for_reply(ann)
    for code, name in ((404, "Not Found"), (401, "Unauthorized")):
        rig.world.faults.fail("getUpdates", code, name)
        await rig.wait_for_reply(ann)  # so that the poll which is under way returns
        at, before = time.monotonic(), len(ann.chat.from_bot)
        ann.send(ann.chat, "/about")
        patience = 70 if rig.kind is not Kind.STOCK else rig.pick(8, 70)
        said = f"deaf for good after one {code}, while the process goes on"
        if not await rig.until(lambda before=before: len(ann.chat.from_bot) > before, said, patience):  # type: ignore[misc] # mypy cannot see through the default
            rig.outcome.was_deaf(float("inf"))
            return
        deaf = time.monotonic() - at
        rig.outcome.was_deaf(deaf)
        rig.outcome.note(f"deaf for {deaf:.1f} s after one {code}")


async def the_polling_connection_hangs(rig: Rig) -> None:
    """F14: it stays open and carries nothing any more."""
    await rig.up()
    (ann,) = rig.people(1)
    await rig.wait_for_reply(ann)
    rig.telegram.freeze()
    deaf = await rig.wait_for_reply(ann)
    rig.outcome.was_deaf(deaf)
    rig.outcome.note(f"deaf for {deaf:.0f} s")
    rig.outcome.expect(deaf < 60, f"deaf for {deaf:.0f} s")


async def the_clock_jumps(rig: Rig) -> None:
    """F18: back an hour after the push, then on a day."""
    people = rig.people(rig.pick(6, 40))
    await rig.stop()
    rig.set(**rig.clock())
    await subscribe(rig, people, 1.5)
    await rig.start()
    await everybody_asked(rig, people)
    rig.shift(-HOUR)
    await asyncio.sleep(2.5)
    twice = sum(len(rig.said(one.chat, PUSHED)) > 1 for one in people)
    rig.outcome.expect(not twice, f"{twice} were asked again when the clock went back")
    rig.shift(25 * HOUR + 5)
    await everybody_asked(rig, people, days=2)
    await count_pushes(rig, people, days=2)
    rig.outcome.count(Figure.PUSHES_ONCE, len(people))
