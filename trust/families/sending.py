"""Sending goes wrong: answers of Telegram get lost, it asks for pauses, people have blocked the bot, groups move."""

import asyncio
from collections import Counter

from trust.databases import Kind
from trust.outcome import Figure
from trust.pushes import PUSHED, count_pushes, subscribe
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
    await rig.start()
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
    await rig.until(
        lambda: sum(bool(rig.said(one.chat, PUSHED)) for one in people) >= len(people) // 2, "no push comes", 30
    )
    if rig.kind is Kind.STOCK:
        await asyncio.sleep(3)
    await rig.settled()
    await count_pushes(rig, people, twice_at_most=len(people))
