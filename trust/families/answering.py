"""People do it twice, edit, come late, flood, send what breaks things, or want to be forgotten."""

import asyncio
import signal
import statistics
from collections.abc import Sequence
from pathlib import Path

from bot.playground import Message, Person
from tests.support.stage import WEBHOOK_HOST, free_place
from trust.databases import Kind
from trust.outcome import Figure
from trust.process import Process
from trust.pushes import PUSHED, subscribe
from trust.rig import Rig

SECRET = "a-secret-that-only-telegram-knows"  # noqa: S105 # made up


async def _points(rig: Rig, person: Person) -> int:
    """What the ledger says."""
    return await rig.sql(f"SELECT coalesce(sum(points), 0) FROM ledger WHERE learner_id = {person.id}")  # noqa: S608 # a number


def _question_in_group(rig: Rig) -> Message:
    return next(message for message in rig.world.groups[0].from_bot if "red planet" in message.text)


async def answered_two_hundred_times(rig: Rig) -> None:
    """F29: the same at once, on PostgreSQL at two processes."""
    second: Process | None = None
    if rig.kind is Kind.POSTGRESQL:
        await rig.stop()
        places = [free_place(), free_place()]
        webhook = {"DAILYDECK_WEBHOOK_URL": f"https://{WEBHOOK_HOST}/telegram", "DAILYDECK_WEBHOOK_SECRET": SECRET}
        rig.world.courier.behind[WEBHOOK_HOST] = [f"http://{place}" for place in places]
        rig.set(**webhook, DAILYDECK_LISTEN=places[0])
        second = rig.another(**webhook, DAILYDECK_LISTEN=places[1])
        await rig.bot.start()
        await second.start()
        await rig.until(lambda: rig.bot.said("is running") + second.said("is running") == 2, "no two workers come up")
    else:
        await rig.up()
    group, (ann, bo, *_) = rig.world.groups[0], rig.world.people
    ann.send(group, "/quiz planets 1")
    await rig.until(lambda: any("red planet" in one.text for one in group.from_bot), "no question comes")
    question = _question_in_group(rig)
    for number in range(rig.pick(40, 200)):
        bo.send(group, "mars" if number % 2 else "venus", reply_to=question)
    await rig.settled()
    answers = await rig.sql(f"SELECT count(*) FROM answers WHERE learner_id = {bo.id}")  # noqa: S608 # a number
    rig.outcome.expect(answers == 1, f"{answers} answers of one person to one question are kept")
    board = _question_in_group(rig).text
    rig.outcome.expect(board.count("Bo") == 1, f"the board counts them {board.count('Bo')} times")
    if second is not None:
        second.send(signal.SIGTERM)
        await second.ended()
        rig.bot.log += second.log


async def the_same_update_again(rig: Rig) -> None:
    """F30: three times, out of order, with gaps between the ids, with ids that begin again from below."""
    await rig.up()
    people = rig.people(4)
    await rig.ask(people)
    await rig.stop()
    for person in people:
        person.send(person.chat, "mars")
    updates = rig.world.updates.pending
    rig.world.updates.drop()
    low = [{**update, "update_id": 17 + 5 * place} for place, update in enumerate(updates[2:])]
    await rig.start()
    for _ in range(3):
        for update in [*reversed(updates[:2]), *low]:
            rig.world.updates.repeat(update)
        await rig.settled()
    twice = [person for person in people if rig.verdicts(person.chat) != 1]
    rig.outcome.count(Figure.UPDATES, len(people))
    rig.outcome.count(Figure.UPDATES_LOST, sum(not rig.verdicts(person.chat) for person in people))
    rig.outcome.expect(not twice, f"{len(twice)} answers were not judged exactly once")
    for person in people:
        rig.outcome.expect(await _points(rig, person) == 10, "an answer counted more than once, or not at all")


async def the_first_answer_counts(rig: Rig) -> None:
    """F31: answered, edited, deleted, answered again, and an old question answered."""
    await rig.up()
    (ann,) = rig.people(1)
    await rig.ask([ann])
    question = ann.chat.from_bot[-1]
    mine = ann.send(ann.chat, "venus")
    await rig.settled()
    ann.edit(mine, "mars")
    await rig.settled()
    ann.delete(mine)
    await rig.wait_for_reply(ann, "/quiz giants 1")
    ann.send(ann.chat, "mars", reply_to=question)
    await rig.settled()
    points = await _points(rig, ann)
    rig.outcome.expect(points == 0, f"{points} points for a wrong answer that was changed")
    kept = await rig.sql(f"SELECT count(*) FROM answers WHERE learner_id = {ann.id} AND text = 'venus'")  # noqa: S608 # a number
    rig.outcome.expect(kept == 1, "the first answer is not what is kept")


async def poison(rig: Rig) -> None:
    """F32: a feature that always fails, and updates of no known form; what comes behind them is answered."""
    await rig.stop()
    rig.set(TRUST_POISON="stats")
    await rig.start()
    ann, bo = rig.people(2)
    ann.send(ann.chat, "/stats")
    for odd in ({"nonsense": True}, "text", {"message_id": 1, "date": "x", "chat": []}):
        rig.world.updates.add("message", odd)  # type: ignore[arg-type] # that is the point
    deaf = await rig.wait_for_reply(bo)
    rig.outcome.note(f"others waited {deaf:.1f} s")
    rig.outcome.was_deaf(deaf)
    await rig.settled()
    told = len(rig.said(ann.chat, "Something went wrong on my side"))
    rig.outcome.expect(told == 1, f"whose message failed was told {told} times")
    rig.outcome.count(Figure.UPDATES, 2)
    dead = await rig.sql("SELECT count(*) FROM inbox WHERE state = 'dead'")
    rig.outcome.expect(dead == 4, f"{dead} of 4 updates were set aside")
    # They were set aside, as they should be; the look through the database would name them.
    await rig.stop()
    await rig.execute("DELETE FROM inbox WHERE state = 'dead'")


async def a_flood(rig: Rig) -> None:
    """F33: one writes a thousand messages; others hardly notice."""
    await rig.up()
    people = rig.people(rig.pick(6, 20))
    before = [await rig.wait_for_reply(person) for person in people]
    (flooder,) = rig.people(1)
    for number in range(rig.pick(200, 1000)):
        flooder.send(flooder.chat, f"message {number}")
    during = [await rig.wait_for_reply(person) for person in people]
    await rig.settled()
    middle, worst = statistics.median(before), max(during)
    rig.outcome.note(
        f"others waited {middle * 1000:.0f} ms before, {statistics.median(during) * 1000:.0f} ms during it "
        f"({worst * 1000:.0f} ms at the worst)"
    )
    notices = len(rig.said(flooder.chat, "Too fast"))
    rig.outcome.expect(notices == 1, f"{notices} notices to the flooder")
    said = len(flooder.chat.from_bot)
    rig.outcome.expect(said < 20, f"{said} replies to the flooder")


async def answers_that_cost_much(rig: Rig) -> None:
    """F34: as long as they may be, and of the worst kinds; others hardly notice, and each is judged."""
    await rig.up()
    topics = ("earth", "rocks", "numbers", "planets")
    hostile = (
        "the axis is tilted " * 26,
        "mercury venus earth mars; " * 19,
        "a" * 500,
        "ab " * 166,
        "-" * 500,
        "1" * 15 + " " + "half of " * 60,
        "not " * 125,
        "\u0301" * 250 + "x" * 250,
    )
    wrong = rig.people(len(hostile) * len(topics))
    others = rig.people(rig.pick(6, 20))
    before = [await rig.wait_for_reply(person) for person in others]
    for place, person in enumerate(wrong):
        person.send(person.chat, f"/quiz {topics[place % len(topics)]} 1")
    await rig.settled()
    for place, person in enumerate(wrong):
        person.send(person.chat, hostile[place // len(topics)][:500])
    during = [await rig.wait_for_reply(person) for person in others]
    await rig.settled()
    rig.outcome.note(
        f"others waited {statistics.median(before) * 1000:.0f} ms before, {statistics.median(during) * 1000:.0f} ms "
        f"during it ({max(during) * 1000:.0f} ms at the worst)"
    )
    mute = sum(len(person.chat.from_bot) != 2 for person in wrong)
    rig.outcome.expect(not mute, f"{mute} of {len(wrong)} such answers were not answered")
    lost = [person for person in wrong if rig.said(person.chat, "went wrong")]
    rig.outcome.expect(not lost, f"{len(lost)} of them ended in an error")


async def the_deck_changes_meanwhile(rig: Rig) -> None:
    """F39: between question and answer a card gets another answer, or is gone."""
    await rig.stop()
    folder = rig.folder / "decks"
    folder.mkdir(exist_ok=True)
    _write_deck(folder, "Alpha", both=True)
    rig.set(DAILYDECK_DECKS=str(folder))
    await rig.start()
    ann, bo = rig.people(2)
    for person, topic in ((ann, "oneness"), (bo, "twoness")):
        await rig.wait_for_reply(person, f"/quiz {topic} 1")
        rig.outcome.expect("sign" in person.chat.from_bot[-1].text, "no question comes")
    await rig.stop()
    _write_deck(folder, "Omega", both=False)
    await rig.start()
    await rig.wait_for_reply(ann, "Alpha")
    await rig.wait_for_reply(bo, "Beta")
    rig.outcome.note(f"card changed: {ann.chat.from_bot[-1].text.splitlines()[0]!r}")
    rig.outcome.note(f"card gone: {bo.chat.from_bot[-1].text.splitlines()[0]!r}")
    for person in (ann, bo):
        rig.outcome.expect("went wrong" not in person.chat.from_bot[-1].text, "an error instead of a sentence")
        await rig.wait_for_reply(person)


def _write_deck(folder: Path, answer: str, *, both: bool) -> None:
    card = '[[card]]\nid = "{id}"\nquestion = "Which sign is number {id}?"\nkind = "term"\nanswer = "{answer}"\n'
    text = 'title = "Signs"\n\n' + card.format(id="one", answer=answer) + 'topic = "oneness"\n'
    if both:
        text += "\n" + card.format(id="two", answer="Beta") + 'topic = "twoness"\n'
    (folder / "signs.toml").write_text(text)


async def forgotten(rig: Rig) -> None:
    """F40: while a question is open, while a push is under way, and killed in the middle of it."""
    await rig.stop()
    people = rig.people(rig.pick(6, 20))
    await subscribe(rig, people, 4)
    await rig.start()
    await rig.ask(people[::2])  # who is in the middle of something gets no push
    for person in people:
        await rig.wait_for_reply(person, "/forget")
    await rig.until(lambda: any(rig.said(one.chat, PUSHED) for one in people), "the push does not begin", 20)
    for person in people:
        message = next(one for one in reversed(person.chat.from_bot) if "Delete everything" in " ".join(one.buttons))
        person.tap(message, "Delete everything")
    await asyncio.sleep(rig.dice.uniform(0, 0.15))
    await rig.kill_and_start()
    await rig.settled()
    for person in people:
        confirmed = [one for one in person.chat.from_bot if "Everything is deleted" in one.text]
        rig.outcome.expect(bool(confirmed), "a wish to be forgotten was lost")
    await _nothing_left(rig, people)


async def _nothing_left(rig: Rig, people: Sequence[Person]) -> None:
    ids = ", ".join(str(person.id) for person in people)
    for table, column in (("learners", "id"), ("answers", "learner_id"), ("ledger", "learner_id"), ("chats", "id")):
        left = await rig.sql(f"SELECT count(*) FROM {table} WHERE {column} IN ({ids})")  # noqa: S608 # numbers and names of ours
        rig.outcome.expect(not left, f"{left} rows of {table} are left of people who were forgotten")
