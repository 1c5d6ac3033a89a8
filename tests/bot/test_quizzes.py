"""Races, hints as time runs, who may start and stop, and what stands in the way of a group's quiz."""

from datetime import UTC, datetime

import pytest

from bot.playground import Group
from storage.states import Starters
from storage.tables import Chat
from tests.support.databases import BOTH, ONE
from tests.support.stage import WRONG, Learner, Stage, staged

pytestmark = ONE


async def test_the_menu(ann_here: Learner, bo_here: Learner) -> None:
    """For those who do not type: a tap starts, and the menu says who has done so."""
    await ann_here.sends("/quiz")
    menu = ann_here.sees_now("What shall we play", "5 questions", "Race of 5", "planets")
    await bo_here.taps("planets", menu)
    bo_here.sees_now("Question 1 of 1")
    assert "Bo has started a quiz: Solar system" in menu.text
    tap = await ann_here.taps("Race of 5") if menu.buttons else None
    assert tap is None, "a menu that was used is gone"


@pytest.mark.parametrize("wish", ["race planets 1", "1 RACE planets", "planets 1 race"])
async def test_arguments_come_in_any_order(ann_here: Learner, wish: str) -> None:
    """Deck or topic, number and race."""
    await ann_here.sends(f"/quiz {wish}")
    ann_here.sees_now("Race · 1 of 1", "red planet", "The first right answer takes it")


@BOTH
async def test_a_race(ann_here: Learner, bo_here: Learner, chloe_here: Learner, stage: Stage, group: Group) -> None:
    """Wrong answers do not end it, and one may guess again; the first right one takes it."""
    await ann_here.sends("/quiz planets 1 race")
    question = ann_here.sees_now("Race")
    await bo_here.sends(WRONG, to=question)
    await chloe_here.sends("venus", to=question)
    assert "Tried: Bo, Chloé" in question.text
    assert chloe_here.hears() == 0
    await bo_here.sends("mars", to=question)
    result = ann_here.sees("The result", "Answer: Mars", r"✅ Bo was first: \+10")
    assert WRONG not in result.text
    await ann_here.sends("mars", to=question)
    ann_here.sees_now("That question is closed")
    assert await stage.scores(group) == {"Bo": 10}


async def test_a_race_is_no_guessing_between_yes_and_no(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """The second guess would always be right."""
    await ann_here.sends("/quiz moon 1 race")
    question = ann_here.sees_now("Race")
    await bo_here.sends("yes", to=question)
    await bo_here.sends("no", to=question)
    bo_here.sees_now("Your first answer counts")
    await stage.time_passes(minutes=2)
    assert await stage.scores() == {}


async def test_half_an_answer_wins_no_race(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """In a round it would be worth something; here there is one winner or none."""
    await ann_here.sends("/quiz rocks 1 race")
    await bo_here.sends("Mars and Venus", to=ann_here.sees_now("Race"))
    await stage.time_passes(minutes=2)
    ann_here.sees("The result")
    assert await stage.scores() == {}


@BOTH
async def test_many_race_for_the_same_second(stage: Stage, ann_here: Learner, group: Group) -> None:
    """One of them has it, whoever; it is told once."""
    people = [stage.world.person(f"P{number}") for number in range(8)]
    for person in people:
        group.add(person)
    await ann_here.sends("/quiz planets 1 race")
    question = ann_here.sees_now("Race")
    await ann_here.does(lambda: [person.send(group, "mars", reply_to=question) for person in people])
    assert list((await stage.scores(group)).values()) == [10]
    assert sum("was first" in message.text for message in ann_here.said) == 1


@BOTH
async def test_hints_appear_as_time_runs(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """In the question's own message, from its arrival on; each makes a right answer worth less."""
    await ann_here.sends("/quiz giants 1")
    question = ann_here.sees_now("Question 1 of 1")
    assert "💡" not in question.text
    before = len(ann_here.said)
    await stage.time_passes(seconds=21)
    assert "One word." in question.text
    await stage.restart()
    await stage.time_passes(seconds=20)
    assert "J______" in question.text
    assert len(ann_here.said) == before, "nothing but the question itself changes"
    await bo_here.sends("jupiter", to=question)
    await stage.time_passes(seconds=20)
    ann_here.sees(r"✅ Bo \+7")


async def test_who_may_stop(ann_here: Learner, bo_here: Learner, chloe_here: Learner) -> None:
    """Whoever has started it, and administrators; others are told whom to ask."""
    await bo_here.sends("/quiz 3")
    await chloe_here.sends("/stop")
    chloe_here.sees_now("Only Bo, who started this quiz, or an admin can end it")
    await bo_here.sends("/stop")
    bo_here.sees_now("The quiz is over")
    await bo_here.sends("/quiz 3")
    await ann_here.sends("/stop")
    ann_here.sees_now("The quiz is over")


@BOTH
async def test_only_admins_start_where_they_wish_so(
    ann_here: Learner, bo_here: Learner, stage: Stage, group: Group
) -> None:
    """A setting of the group, as are mode and seconds."""
    async with stage.store() as store:
        chat = await store.chats.get(group.id)
        assert isinstance(chat, Chat)
        await store.chats.prefer(chat, starters=Starters.ADMINS, mode="race", seconds=30)
    await bo_here.sends("/quiz 1")
    bo_here.sees_now("only admins start a quiz")
    await ann_here.sends("/quiz planets 1")
    ann_here.sees_now("Race", "30 seconds")


@BOTH
async def test_a_quiz_that_nobody_attends_stops_itself(ann_here: Learner, stage: Stage) -> None:
    """After three questions, and says so."""
    await ann_here.sends("/quiz 5")
    for _ in range(3):
        await stage.time_passes(seconds=61)
        await stage.time_passes(seconds=6)
    ann_here.sees_now("Nobody is answering, so I stop here")
    before = len(ann_here.said)
    await stage.time_passes(seconds=120)
    assert len(ann_here.said) == before


async def test_plain_messages_count_where_the_bot_hears_them(
    ann_here: Learner, bo_here: Learner, group: Group, stage: Stage
) -> None:
    """What is surely an answer is one; chatter is not."""
    group.promote_bot()
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    await bo_here.sends("who wants tea?")
    assert "Answered" not in question.text
    await bo_here.sends("mars")
    assert "Answered: Bo" in question.text
    await stage.time_passes(seconds=61)
    ann_here.sees(r"✅ Bo \+13")


@pytest.mark.parametrize("deleted", [False, True])
@BOTH
async def test_a_topic_that_is_gone(stage: Stage, deleted: bool) -> None:
    """Its quiz and daily question are switched off, and the group is told in its general topic, once."""
    ann, bo, _ = stage.world.people
    forum = stage.world.group("Forum", [ann, bo], forum=True)
    topic = forum.topic("Quiz")
    here = stage.learner(ann, forum)
    await here.sends("/daily 08:00", thread=topic)
    await here.sends("/quiz 3", thread=topic)
    if deleted:
        del forum.topics[topic]
    else:
        forum.close_topic(topic)
    await stage.time_passes(seconds=61)
    notice = here.sees_now("can’t write in one of your topics")
    assert notice.thread is None
    before = len(here.said)
    await stage.at(datetime(2026, 3, 4, 8, 0, tzinfo=UTC))
    assert len(here.said) == before
    async with stage.store() as store:
        assert not await store.subscriptions.all_of(forum.id)
    if not deleted:
        for _ in range(2):
            await here.sends("/doctor", thread=topic)
        here.sees_now("can’t write in one of your topics")
        assert len(here.said) == before + 1, "who asks there is answered elsewhere"


@BOTH
async def test_a_closed_general_topic(stage: Stage) -> None:
    """There is nowhere in the group to say so: an administrator whom we know is told in private, once."""
    ann, bo, _ = stage.world.people
    forum = stage.world.group("Forum", [ann, bo], forum=True)
    topic = forum.topic("Quiz")
    here, at_home, bos = stage.learner(ann, forum), stage.learner(ann), stage.learner(bo)
    await at_home.sends("/start")
    await bos.sends("/start")
    await here.sends("/daily 08:00")
    await here.sends("/quiz 3")
    forum.close_general_topic()
    await stage.time_passes(seconds=61)
    at_home.sees_now("can’t write in the general topic of Forum: it is closed", "make me an admin")
    before = len(at_home.said)
    await stage.time_passes(seconds=61)
    await stage.at(datetime(2026, 3, 4, 8, 0, tzinfo=UTC))
    assert len(at_home.said) == before
    await here.sends("/quiz planets 1", thread=topic)
    assert here.sees_now("Question 1 of 1").thread == topic, "elsewhere all goes on"
    assert len(bos.said) == 1, "Bo leads nothing"
    await here.sends("/help")
    at_home.sees_now("can’t write in the general topic")
    assert len(at_home.said) == before + 1, "whoever asks there is not left without an answer"


async def test_the_doctor(ann_here: Learner, stage: Stage, group: Group) -> None:
    """Each finding with the one thing to do; or that all is well."""
    await ann_here.sends("/doctor")
    ann_here.sees_now("What I found", "privacy mode", "make me an admin", "add me again")
    group.slow_seconds = 30
    await ann_here.sends("/doctor")
    ann_here.sees_now("Slow mode is on: people wait 30 seconds")
    group.slow_seconds = 0
    group.promote_bot()
    await ann_here.sends("/doctor")
    ann_here.sees_now("✅ All is well here")
    stage.world.faults.fail("getChat", 500, "Internal Server Error")
    await ann_here.sends("/doctor")
    ann_here.sees_now("Telegram doesn’t tell me")


@BOTH
async def test_guessing_in_private(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """In a race a wrong guess is told there, and the next text is the next guess; a forwarded text is none."""
    await ann_here.sends("/quiz planets 1 race")
    question = ann_here.sees_now("Race")
    bo = stage.learner(bo_here.person)
    await bo.does(lambda: bo.person.tap(question, "Answer in private"))
    await bo.sends(WRONG)
    bo.sees_now("Not yet. Guess again")
    written = ann_here.person.send(ann_here.chat, "mars")
    await bo.does(lambda: bo.person.forward(bo.chat, written))
    bo.sees_now("A forwarded message is no answer")
    await bo.sends("mars")
    ann_here.sees("Bo was first")


async def test_a_crowd_answers_at_once(sqlite_url: str) -> None:
    """No answer is lost, no limit of Telegram's is met, and neither board nor result is a wall of names."""
    async with staged(sqlite_url) as stage:
        group = stage.world.groups[0]
        ann = stage.learner(stage.world.people[0], group)
        people = [stage.world.person(f"P{number}") for number in range(40)]
        for person in people:
            group.add(person)
        await ann.sends("/quiz planets 1")
        question = ann.sees_now("Question 1 of 1")
        await ann.does(lambda: [person.send(group, "mars", reply_to=question) for person in people])
        assert "and 30 more" in question.text
        await stage.time_passes(seconds=61)
        ann.sees("The result", "And 30 more had it")
        assert len(await stage.scores(group)) == 40
        assert not [call for call in stage.world.calls if call.status == 429]
