"""What goes wrong in a group, and what people send there that is no answer: nothing is lost, nothing counts twice."""

from datetime import UTC, datetime

import pytest

from bot.playground import Group
from tests.support.databases import ONE
from tests.support.stage import WRONG, Learner, Stage


async def test_a_group_that_must_wait_holds_up_nobody(stage: Stage, ann_here: Learner, bo_here: Learner) -> None:
    """Telegram asks for a pause in one group; others are answered, and its own messages come later, in their order."""
    ann = stage.learner(ann_here.person)
    stage.world.faults.flood("sendMessage", retry_after=20, chat_id=ann_here.chat.id)
    before = len(ann_here.said)
    for text in ("/quiz planets 1", "/help"):
        ann_here.person.send(ann_here.chat, text)
    await stage.until(lambda: any(call.status == 429 for call in stage.world.calls))
    ann.person.send(ann.chat, "/quiz giants 1")
    await stage.until(lambda: any("largest" in message.text for message in ann.said))
    assert len(ann_here.said) == before, "the group still waits"
    await stage.settled()
    asked, helped = ann_here.said[before:]
    assert "red planet" in asked.text
    assert "How it works" in helped.text
    await bo_here.sends("mars", to=asked)
    assert "Answered: Bo" in asked.text


async def test_the_first_answer_counts_whatever_comes_after(
    stage: Stage, ann_here: Learner, bo_here: Learner, group: Group
) -> None:
    """Edited, deleted, answered again, forwarded, too late, to an older question: no points, and a word why."""
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    written = bo_here.person.send(group, WRONG, reply_to=question)
    await stage.settled()
    await bo_here.does(lambda: bo_here.person.edit(written, "mars"))
    bo_here.sees_nothing_new()
    await bo_here.does(lambda: bo_here.person.delete(written))
    await bo_here.sends("mars", to=question)
    bo_here.sees_now("Your first answer counts")
    await stage.time_passes(seconds=61)
    await bo_here.sends("mars", to=question)
    bo_here.sees_now("That question is closed")
    await ann_here.sends("/quiz giants 1")
    await bo_here.sends("mars", to=question)
    bo_here.sees_now("That question is closed")
    assert await stage.scores(group) == {}
    newer = ann_here.sees("largest")
    await bo_here.sends("jupiter", to=newer)
    assert "Answered: Bo" in newer.text


async def test_updates_again_out_of_order_and_with_gaps(
    stage: Stage, ann_here: Learner, bo_here: Learner, group: Group
) -> None:
    """An answer that Telegram hands out three times counts once; numbers may leap, and begin anew lower down."""
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    await stage.stop()
    bo_here.person.send(group, "mars", reply_to=question)
    ann_here.person.send(group, "/help")
    answer, other = stage.world.updates.pending
    stage.world.updates.drop()
    await stage.start()
    for number in (answer["update_id"] + 500, answer["update_id"] + 100, 17):
        stage.world.updates.repeat(other | {"update_id": number})
        stage.world.updates.repeat(answer)
        await stage.settled()
    assert sum("How it works" in message.text for message in ann_here.said) == 3
    assert question.text.count("Bo") == 1
    await stage.time_passes(seconds=61)
    ann_here.sees(r"✅ Bo \+13")
    assert await stage.scores(group) == {"Bo": 13}


async def test_many_taps_and_many_answers_in_the_same_moment(stage: Stage, ann_here: Learner, group: Group) -> None:
    """Everybody taps the same button at once, and somebody sends the same answer a hundred times."""
    people = [stage.world.person(f"P{number}") for number in range(20)]
    for person in people:
        group.add(person)
    await ann_here.sends("/quiz")
    menu = ann_here.last
    await ann_here.does(lambda: [person.tap(menu, "planets") for person in people])
    assert ann_here.hears() == 1, "one quiz has begun"
    taps = [person.taps[-1] for person in people]
    assert sum("A quiz is running here already" in (tap.text or "") for tap in taps) == len(people) - 1
    question = ann_here.last
    eager = people[0]
    await ann_here.does(lambda: [eager.send(group, "mars", reply_to=question) for _ in range(100)])
    assert ann_here.hears() <= 5, "of a hundred refusals a few are said"
    await stage.time_passes(seconds=61)
    assert await stage.scores(group) == {"P0": 13}


@pytest.mark.parametrize("running", [False, True])
async def test_thrown_out_it_stops_at_once(stage: Stage, ann_here: Learner, group: Group, running: bool) -> None:
    """Neither the next question nor a result is sent where we are not any more; back in, a quiz can start."""
    await ann_here.sends("/daily 08:00")
    if running:
        await ann_here.sends("/quiz 3")
    before = len(stage.world.calls)
    group.kick_bot()
    await stage.settled()
    for _ in range(3):
        await stage.time_passes(seconds=61)
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    await stage.at(datetime(2026, 3, 8, 20, 0, tzinfo=UTC))
    assert not [call for call in list(stage.world.calls)[before:] if str(call.values.get("chat_id")) == str(group.id)]
    group.add_bot()
    await stage.settled()
    await ann_here.sends("/quiz planets 1")
    ann_here.sees_now("Question 1 of 1")


@ONE
async def test_who_and_what_is_no_answer(stage: Stage, ann_here: Learner, bo_here: Learner, group: Group) -> None:
    """Chatter, other bots' commands, forwarded texts and anonymous administrators, while a question is open."""
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    for text in ("anybody hungry?", "/start@OtherBot", "/pizza"):
        await bo_here.sends(text)
        bo_here.sees_nothing_new()
    group.promote(ann_here.person, anonymous=True)
    await ann_here.sends("mars", to=question)
    ann_here.sees_now("I can’t see who you are", "Remain anonymous")
    await ann_here.sends("/quiz")
    ann_here.sees_now("I can’t see who you are", "Remain anonymous")
    await ann_here.sends("mars")
    ann_here.sees_nothing_new()
    assert "Answered" not in question.text
    await stage.time_passes(seconds=61)
    assert await stage.scores(group) == {}


@ONE
async def test_bots_and_channels_do_not_answer(stage: Stage, ann_here: Learner, group: Group) -> None:
    """Another bot's reply, a post that its channel forwards into the group: no answer, no word, no crash."""
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    chat = {"id": group.id, "type": "group", "title": group.title}
    channel = {"id": -1001, "type": "channel", "title": "News"}
    replied = {"message_id": question.id, "date": 1772442000, "chat": chat}
    common: dict[str, object] = {"date": 1772442000, "chat": chat, "text": "mars", "reply_to_message": replied}
    ann_here._seen = len(ann_here.said)
    bot = {"from": {"id": 99, "is_bot": True, "first_name": "Other"}}
    post = {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}, "sender_chat": channel}
    stage.world.inject("message", common | bot | {"message_id": 5000})
    stage.world.inject("message", common | post | {"message_id": 5001, "is_automatic_forward": True})
    stage.world.inject("channel_post", {"message_id": 1, "date": 1772442000, "chat": channel, "text": "/quiz"})
    await stage.settled()
    ann_here.sees_nothing_new()
    assert "Answered" not in question.text


@ONE
async def test_commands_of_nonsense(ann_here: Learner, bo_here: Learner) -> None:
    """The usual leaderboard, nothing for operators, nothing for those who are no administrators."""
    for typed in ("/leaderboard -1", "/leaderboard 99999999999999999999", "/leaderboard abc"):
        await ann_here.sends(typed)
        ann_here.sees_now("This week in this group", "No points yet")
    await bo_here.sends("/admin 1")
    bo_here.sees_now("That command is for admins")
    await bo_here.sends("/settings")
    bo_here.sees_now("Only group admins can change this")


@ONE
async def test_buttons_old_and_forged(stage: Stage, ann_here: Learner, bo_here: Learner, group: Group) -> None:
    """A word in a toast, and nothing else; a message that Telegram hides does no harm."""
    await ann_here.sends("/settings")
    settings = ann_here.last
    await ann_here.sends("/quiz planets 1")
    await stage.time_passes(days=100)
    said = len(ann_here.said)
    tap = await bo_here.taps("Daily", settings)
    assert tap.text == "Only group admins can change this."
    menu = ann_here.last
    for data, told in (
        ("", "That button isn’t for you."),
        ("\x00\xff" * 16, "That button isn’t for you."),
        ("q:gone:0:5:0", "This question is closed."),
        ("q:solar-system:99:5:0", "This question is closed."),
        ("zz:1", "That button isn’t for you."),
    ):
        tap = bo_here.person.tap_data(menu, data)
        await stage.settled()
        assert tap.text == told, data
    assert len(ann_here.said) == said
    tap = bo_here.person.tap_data(menu, "g:leaderboard", inaccessible=True)
    await stage.settled()
    assert tap.answered
    bo_here.sees_now("This week in this group")
    query = {"id": "1", "from": {"id": bo_here.person.id, "is_bot": False, "first_name": "Bo"}, "chat_instance": "1"}
    before = len(stage.world.calls)
    stage.world.inject("callback_query", query | {"data": "q:solar-system:0:5:0"})
    await stage.settled()
    assert [call.method for call in list(stage.world.calls)[before:] if call.method != "getUpdates"] == [
        "answerCallbackQuery"
    ]
    assert await stage.scores(group) == {}
