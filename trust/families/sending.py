"""Sending goes wrong: answers of Telegram get lost, it asks for pauses, people have blocked the bot, groups move."""

import asyncio
import itertools
import statistics
import time
from collections import Counter

from bot.playground import Person
from trust.databases import Kind
from trust.outcome import Figure
from trust.pushes import PUSHED, count_pushes, everybody_asked, subscribe, subscribe_groups
from trust.rig import Rig

LOSSES = ("cut", "rubbish", "hang", "never")


def _lose(rig: Rig, how: str, chat_id: int) -> None:
    """The next message to this chat: delivered, but its answer is cut, no JSON, too late; or nothing arrives."""
    faults = rig.world.faults
    match how:
        case "cut":
            faults.drop("sendMessage", delivered=True, chat_id=chat_id)
        case "rubbish":
            faults.rubbish("sendMessage", delivered=True, chat_id=chat_id)
        case "hang":
            faults.hang("sendMessage", 13, delivered=True, chat_id=chat_id)
        case _:
            faults.drop("sendMessage", delivered=False, chat_id=chat_id)


async def answers_of_telegram_are_lost(rig: Rig) -> None:
    """F6: of verdicts, then of pushes."""
    people = rig.people(rig.pick(8, 24))
    await rig.up()
    await rig.ask(people)
    losses = LOSSES if not rig.short and rig.seed % 4 == 0 else tuple(how for how in LOSSES if how != "hang")
    for person in people:
        _lose(rig, rig.dice.choice(losses), person.id)
        person.send(person.chat, "mars")
    await rig.settled()
    if rig.kind is Kind.STOCK:
        await asyncio.sleep(2)
    seen = Counter(rig.verdicts(person.chat) for person in people)
    rig.outcome.count(Figure.UPDATES, len(people))
    rig.outcome.count(Figure.UPDATES_LOST, seen[0])
    rig.outcome.count(Figure.REPLIES_TWICE, seen[2])
    rig.outcome.expect(not seen[0], f"{seen[0]} of {len(people)} verdicts never arrived")
    rig.outcome.expect(seen[0] + seen[1] + seen[2] == len(people), "a verdict arrived more than twice")
    await rig.stop()
    await subscribe(rig, people, 1.5)
    rig.world.faults.clear()
    for person in people:
        _lose(rig, rig.dice.choice(losses), person.id)
    await rig.start()
    await everybody_asked(rig, people)
    await count_pushes(rig, people, twice_at_most=len(people))


async def _latencies(rig: Rig, people: list[Person]) -> float:
    """Of these people's replies, the slowest but a few, in s; they write one after the other."""
    waits = [await rig.wait_for_reply(person) for person in people]
    return statistics.quantiles(waits, n=20)[-1]


async def one_chat_must_pause(rig: Rig) -> None:
    """F9: others do not wait for it, and what it is sent comes in order."""
    people = rig.people(rig.pick(8, 30))
    await rig.up()
    before = await _latencies(rig, people)
    pause = rig.pick(3, 30)
    paused, *others = people
    rig.world.faults.flood("sendMessage", pause, chat_id=paused.id)
    at = time.monotonic()
    for topic in ("planets", "giants"):
        paused.send(paused.chat, f"/quiz {topic} 1")
    during = await _latencies(rig, others)
    rig.outcome.note(
        f"95 % of others waited at most {before * 1000:.0f} ms before and {during * 1000:.0f} ms during it"
    )
    rig.outcome.expect(during < 2 * before + 0.5, f"others waited {during:.1f} s because one chat had to pause")
    await rig.until(lambda: len(rig.said(paused.chat, "1 of 1")) == 2, "the paused chat is not served")
    waited = time.monotonic() - at
    rig.outcome.expect(waited >= pause, f"the chat was served after {waited:.1f} s, not after {pause}")
    said = rig.said(paused.chat, "1 of 1")
    rig.outcome.expect("red planet" in said[0], "messages of one chat came in another order")


async def everybody_must_pause(rig: Rig) -> None:
    """F10: also for getUpdates, and where Telegram does not say for how long."""
    people = rig.people(rig.pick(20, 40))
    await rig.up()
    pause = rig.pick(4, 10)
    faults, world = rig.world.faults, rig.world
    faults.flood("sendMessage", pause, times=1000)
    faults.flood("getUpdates", 2, times=1)
    before = len(world.calls)
    for person in people:
        person.send(person.chat, "/about")
    await asyncio.sleep(pause - 0.5)
    tried = [call for call in list(world.calls)[before:] if call.method == "sendMessage"]
    rig.outcome.note(f"{len(tried)} calls in a ban of {pause} s of all chats, with {len(people)} messages to send")
    rig.outcome.expect(len(tried) <= 32, f"{len(tried)} calls were made while Telegram had asked for a pause")
    faults.clear()
    if not rig.short:
        faults.flood("sendMessage", None, chat_id=people[0].id)
    await rig.settled()
    lost = [person for person in people if len(rig.said(person.chat, "Dailydeck")) != 1]
    rig.outcome.count(Figure.UPDATES, len(people))
    rig.outcome.count(Figure.UPDATES_LOST, len(lost))
    rig.outcome.expect(not lost, f"{len(lost)} of {len(people)} were not answered once after the pause")


async def many_have_blocked_the_bot(rig: Rig) -> None:
    """F11: in a push; one call each, once; who comes back gets the next day's question."""
    people = rig.people(rig.pick(10, 50))
    gone, here = people[: len(people) * 3 // 10], people[len(people) * 3 // 10 :]
    await rig.stop()
    await subscribe(rig, people, 1.5)
    for person in gone:
        person.chat.blocked = True  # its notice has not reached us
    rig.set(**rig.clock())
    await rig.start()
    await everybody_asked(rig, here)
    wasted = Counter(int(call.values["chat_id"]) for call in rig.world.calls if call.status == 403)
    worst = max(wasted.values(), default=0)
    rig.outcome.expect(worst <= 1, f"{worst} calls to somebody who has blocked the bot")
    back = gone[0]
    rig.world.set_blocked(back.chat, blocked=False)
    back.start()
    await rig.settled()
    before = len(rig.world.calls)
    rig.shift(24 * 3600)
    await rig.until(lambda: len(rig.said(back.chat, PUSHED)) == 1, "who has come back gets no question")
    await everybody_asked(rig, here, days=2)
    again = [call for call in list(rig.world.calls)[before:] if call.status == 403]
    rig.outcome.expect(not again, f"{len(again)} more calls on the next day to those who have blocked the bot")
    await count_pushes(rig, here, days=2)


async def groups_move_during_the_push(rig: Rig) -> None:
    """F12: Telegram tells of it three times, in six orders."""
    people = rig.world.people[:3]
    orders = list(itertools.permutations(("old", "new", "refused")))
    groups = [rig.world.group(f"Group {number}", people) for number in range(len(orders))]
    await rig.stop()
    rig.world.updates.drop()
    due = await subscribe_groups(rig, groups, 7)
    successors = [group.migrate() for group in groups]
    notices = {update["message"]["chat"]["id"]: update for update in rig.world.updates.pending}
    rig.world.updates.drop()
    await rig.start()
    later = []
    for group, successor, order in zip(groups, successors, orders, strict=True):
        for place, name in enumerate(order):
            if name == "refused":
                continue
            notice = notices[group.id if name == "old" else successor.id]
            if place < order.index("refused"):
                rig.world.updates.repeat(notice)
                await asyncio.sleep(0.2)
            else:
                later.append(notice)
    await rig.until(lambda: (rig.world.now() - due).total_seconds() > 1.5, "the time does not come", 30)
    for notice in later:
        rig.world.updates.repeat(notice)
        await asyncio.sleep(0.2)
    await rig.until(lambda: all(rig.said(one, "Card of the day") for one in successors), "a group gets no card", 30)
    await rig.settled()
    for successor, order in zip(successors, orders, strict=True):
        came = len(rig.said(successor, "Card of the day"))
        rig.outcome.count(Figure.PUSHES_ONCE if came == 1 else Figure.PUSHES_TWICE if came else Figure.PUSHES_ZERO)
        rig.outcome.expect(came == 1, f"the card came {came} times when the order was {', '.join(order)}")
    ids = ", ".join(str(group.id) for group in groups)
    for table, column in (("chats", "id"), ("subscriptions", "chat_id"), ("questions", "chat_id")):
        left = await rig.sql(f"SELECT count(*) FROM {table} WHERE {column} IN ({ids})")  # noqa: S608 # numbers and names of ours
        rig.outcome.expect(not left, f"{left} rows of {table} are left with the old group")
