"""A group's quiz, its card of the day and its leaderboard."""

import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.playground import Group
from storage.tables import Base, Chat, SendLimit
from tests.support.databases import BOTH, ONE
from tests.support.stage import WRONG, Learner, Stage

pytestmark = ONE


async def test_the_bot_introduces_itself(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """In one message, with a button to begin and the hours of a daily card, which administrators may tap."""
    welcome = ann_here.sees_now("Hello everyone", "Reply to my question", "Start a quiz", "08:00")
    tap = await bo_here.taps("08:00", welcome)
    assert tap.text == "Only group admins can change this."
    await ann_here.taps("08:00", welcome)
    ann_here.sees_now("1 question every day at 08:00", "Is UTC the right time zone")
    assert "Hello everyone" in welcome.text
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    ann_here.sees_now("Card of the day")


@BOTH
async def test_a_round_from_question_to_result(
    ann_here: Learner, bo_here: Learner, chloe_here: Learner, stage: Stage, group: Group
) -> None:
    """Everybody may answer once; who has answered is told, what was answered is not."""
    question = await ann_here.starts_quiz()
    ann_here.sees_now("red planet", "Reply to this message", "60 seconds", "Answer in private")
    await bo_here.sends("mars", to=question)
    await ann_here.sends("venus", to=question)
    assert bo_here.hears() == 0, "only the question itself changes"
    assert "Answered: Bo, Ann Archer" in question.text
    await bo_here.sends("jupiter", to=question)
    bo_here.sees_now("Your first answer counts")
    await stage.time_passes(seconds=61)
    result = ann_here.sees("The result", "Answer: Mars", r"✅ Bo \+13", "One answer was not right")
    assert result.reply_to is question
    assert "venus" not in ann_here.transcript().casefold().replace("ann: venus", "")
    ann_here.sees_now("The quiz is over", "🥇 Bo · 13", "Play again")
    assert "Ann Archer" not in ann_here.last.text
    assert await stage.scores(group) == {"Bo": 13}
    await chloe_here.sends("mars", to=question)
    chloe_here.sees_now("That question is closed")


async def test_the_next_question_comes_by_itself(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """After a pause to read, until all have been asked."""
    await ann_here.sends("/quiz 3")
    for number in (1, 2, 3):
        question = ann_here.sees(f"Question {number} of 3")
        await bo_here.sends(bo_here.answer(), to=question)
        await stage.time_passes(seconds=61)
        await stage.time_passes(seconds=6)
    bo_here.sees_now("The quiz is over", "🥇 Bo · 39")


async def test_a_question_closes_when_all_regulars_have_answered(
    ann_here: Learner, bo_here: Learner, stage: Stage
) -> None:
    """Nobody waits for a clock in vain."""
    question = await ann_here.starts_quiz()
    await ann_here.sends("mars", to=question)
    await bo_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    await stage.time_passes(seconds=6)
    question = await ann_here.starts_quiz("giants 1")
    await bo_here.sends("jupiter", to=question)
    assert "The result" not in ann_here.last.text
    await ann_here.sends("saturn", to=question)
    ann_here.sees("Answer: Jupiter", r"✅ Bo \+13")


async def test_answering_in_private(bo_here: Learner, ann_here: Learner, stage: Stage) -> None:
    """By the button, so that nobody can copy; the group hears of it."""
    question = await ann_here.starts_quiz()
    bo = stage.learner(bo_here.person)
    await bo.does(lambda: bo.person.tap(question, "Answer in private"))
    bo.sees_now("red planet", "Nobody in the group sees it")
    await bo.sends("mars")
    bo.sees_now("Noted. The result comes in the group")
    assert "Answered: Bo" in question.text
    await stage.time_passes(seconds=61)
    ann_here.sees(r"✅ Bo \+13")
    await bo.does(lambda: bo.person.tap(question, "Answer in private") if question.buttons else bo.person.start("q_1"))
    bo.sees_now("That question is closed")


async def test_one_quiz_at_a_time(ann_here: Learner, bo_here: Learner) -> None:
    """A second one is declined kindly; /stop ends with the result; then nothing is running."""
    question = await ann_here.starts_quiz("3")
    await bo_here.sends("/quiz")
    bo_here.sees_now("A quiz is running here already", "/stop")
    await bo_here.sends(bo_here.answer(), to=question)
    await ann_here.sends("/stop")
    ann_here.sees("The result", r"✅ Bo \+13")
    ann_here.sees_now("The quiz is over", "🥇 Bo · 13")
    await ann_here.sends("/stop")
    ann_here.sees_now("No quiz is running here")


@BOTH
async def test_a_restart_in_the_middle_changes_nothing(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """All that matters is in the database."""
    question = await ann_here.starts_quiz("2")
    await stage.restart()
    await bo_here.sends(bo_here.answer(), to=question)
    await stage.time_passes(seconds=61)
    ann_here.sees(r"✅ Bo \+13")
    await stage.restart()
    await stage.time_passes(seconds=6)
    ann_here.sees_now("Question 2 of 2")


async def test_nobody_answers(ann_here: Learner, stage: Stage) -> None:
    """Then that is said."""
    await ann_here.starts_quiz()
    await stage.time_passes(seconds=61)
    ann_here.sees("Nobody answered this time")
    ann_here.sees_now("The quiz is over")


async def test_a_photo_as_an_answer(ann_here: Learner, bo_here: Learner) -> None:
    """Only who replied with it to a question is told."""
    question = await ann_here.starts_quiz()
    await bo_here.does(lambda: bo_here.person.send_photo(bo_here.chat, reply_to=question))
    bo_here.sees_now("Please answer in text")


async def test_wrong_answers_stay_secret(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """Neither while a question is open nor after."""
    question = await ann_here.starts_quiz()
    bo = stage.learner(bo_here.person)
    await bo.does(lambda: bo.person.tap(question, "Answer in private"))
    await bo.sends(WRONG)
    await stage.time_passes(seconds=61)
    assert all(WRONG not in message.text for message in ann_here.said)
    ann_here.sees("One answer was not right")


async def test_forum_topics(stage: Stage) -> None:
    """Everything happens in the topic where it was asked for."""
    ann, bo, _ = stage.world.people
    forum = stage.world.group("Forum", [ann, bo], forum=True)
    topic = forum.topic("Quiz")
    here = stage.learner(ann, forum)
    await here.sends("/quiz planets 1", thread=topic)
    question = here.sees_now("Question 1 of 1")
    assert question.thread == topic
    await stage.learner(bo, forum).sends("mars", to=question)
    await stage.time_passes(seconds=61)
    result = here.sees(r"✅ Bo \+13")
    assert result.thread == topic


@BOTH
async def test_thrown_out_and_back(ann_here: Learner, stage: Stage, group: Group) -> None:
    """Out of the group nothing is sent there; back in, it says hello."""
    await ann_here.sends("/daily 08:00")
    group.kick_bot()
    await stage.settled()
    before = len(ann_here.said)
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    assert len(ann_here.said) == before
    group.add_bot()
    await stage.settled()
    ann_here.sees_now("Hello everyone")


async def test_a_private_quiz_after_the_groups_button(bo_here: Learner, ann_here: Learner, stage: Stage) -> None:
    """Who turns to their own cards answers those, not the group's question."""
    question = await ann_here.starts_quiz()
    bo = stage.learner(bo_here.person)
    await bo.does(lambda: bo.person.tap(question, "Answer in private"))
    await bo.sends("/quiz giants 1")
    await bo.sends("jupiter")
    bo.sees_now("✅ Correct!")
    assert "Answered" not in question.text


@BOTH
async def test_a_question_that_closed_meanwhile(bo_here: Learner, ann_here: Learner, stage: Stage) -> None:
    """Is told of once; after that texts are texts again."""
    question = await ann_here.starts_quiz()
    bo = stage.learner(bo_here.person)
    await bo.does(lambda: bo.person.tap(question, "Answer in private"))
    await stage.time_passes(seconds=61)
    await bo.sends("mars")
    bo.sees_now("That question is closed")
    await bo.sends("mars")
    bo.sees_now("No question is open")


async def test_strangers_cannot_answer(ann_here: Learner, stage: Stage) -> None:
    """The links are easy to guess: who is not in the group is turned away."""
    question = await ann_here.starts_quiz()
    eve = stage.learner(stage.world.person("Eve"))
    await eve.sends("/start q_1")
    eve.sees_now("for the members of its group")
    await eve.sends("mars")
    assert "Answered" not in question.text


async def test_all_wrong(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """No medal for nothing."""
    question = await ann_here.starts_quiz()
    await bo_here.sends(WRONG, to=question)
    await stage.time_passes(seconds=61)
    assert "🥇" not in ann_here.sees_now("The quiz is over", "Nobody scored this time").text


@BOTH
async def test_a_question_that_never_arrived_has_no_result(ann_here: Learner, stage: Stage, group: Group) -> None:
    """After an outage nobody is told the answer to what nobody was asked."""
    await ann_here.sends("/daily 08:00")
    stage.world.faults.fail("sendMessage", 502, "Bad Gateway", chat_id=group.id, times=100)
    stage.world.clock.move_to(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    await stage.bot.pusher.tick()
    stage.world.clock.move_to(datetime(2026, 3, 4, 7, 30, tzinfo=UTC))
    await stage.bot.pusher.tick()
    stage.world.faults.clear()
    await stage.settled()
    assert not [message for message in ann_here.said if "The result" in message.text]


@BOTH
async def test_all_answer_in_the_same_moment(stage: Stage, ann_here: Learner, group: Group) -> None:
    """The last of the regulars ends the question, whoever it is; its result is told once."""
    people = [stage.world.person(f"P{number}") for number in range(6)]
    for person in people:
        group.add(person)
    for topic in ("planets", "giants"):
        question = await ann_here.starts_quiz(f"{topic} 1")
        right = ann_here.answer()
        await ann_here.does(lambda question=question, right=right: [
            person.send(group, right, reply_to=question) for person in people
        ])  # fmt: skip
        if topic == "planets":
            await stage.time_passes(seconds=61)
            await stage.time_passes(seconds=6)
    assert sum("The result" in message.text for message in ann_here.said) == 2
    scores = await stage.scores(group)
    assert sum(scores.values()) == 2 * (6 * 10 + 3 + 2 + 1)


@pytest.mark.parametrize("order", list(itertools.permutations(("old", "new", "refused"))))
@BOTH
async def test_a_group_that_becomes_a_supergroup(
    stage: Stage, ann_here: Learner, bo_here: Learner, group: Group, order: tuple[str, ...]
) -> None:
    """In the middle of a push: points, settings and the day's card move along, whichever notice comes first."""
    question = await ann_here.starts_quiz()
    await bo_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    await ann_here.sends("/daily 08:00")
    await ann_here.sends("/timezone Europe/Paris")
    await stage.stop()
    successor = group.migrate()
    notices = {
        "old" if update["message"]["chat"]["id"] == group.id else "new": update
        for update in stage.world.updates.pending
        if "message" in update
    }
    stage.world.updates.drop()
    await stage.start()
    for notice in order:
        if notice == "refused":
            # The card of the day is due, and goes to whichever group the bot believes in.
            await stage.at(datetime(2026, 3, 3, 7, 0, tzinfo=UTC))
        else:
            stage.world.updates.repeat(notices[notice])
        await stage.settled()
    ann_there, bo_there = (stage.learner(here.person, successor) for here in (ann_here, bo_here))
    card = ann_there.sees_now("Card of the day")
    assert await stage.scores(successor) == {"Bo": 13}
    await bo_there.sends(bo_there.answer(), to=card)
    await stage.at(datetime(2026, 3, 4, 6, 59, tzinfo=UTC))
    assert await stage.scores(successor) == {"Bo": 23}
    await ann_there.sends("/settings")
    ann_there.sees_now("1 question at 08:00", "Europe/Paris")
    assert sum("Card of the day" in message.text for message in ann_there.said) == 1
    async with stage.bot.database.snapshot() as connection:
        for table in Base.metadata.sorted_tables:
            if table is SendLimit.__table__:
                continue  # when something was sent to an address, not what belongs to it
            for column in table.columns:
                if column.name in ("chat_id", "board_id") or column is Chat.__table__.c.id:
                    left = select(func.count()).select_from(table).where(column == group.id)
                    assert not await connection.scalar(left), f"{table.name} still knows the old group"
