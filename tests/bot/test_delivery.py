"""Nothing lost, nothing twice: restarts, repeated updates, and every way in which sending can fail."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.delivery.sender import BOARD_SECONDS
from bot.playground import Group
from bot.tutor import daily
from storage.inbox import Inbox
from storage.states import InboxState
from storage.tables import InboxRow, Subscription
from tests.support.stage import Learner, Stage, hurried


async def test_answers_that_waited_for_a_start_are_judged(ann: Learner, stage: Stage) -> None:
    """Telegram keeps what comes while the bot is down."""
    await ann.sends("/quiz planets 1")
    await stage.stop()
    ann.person.send(ann.chat, "mars")
    await stage.start()
    await stage.settled()
    ann.sees_now(r"✅ Correct! \+10")


async def test_an_update_taken_in_but_not_dealt_with_is_taken_up_again(ann: Learner, stage: Stage) -> None:
    """As after a crash between the inbox and the answer."""
    await ann.sends("/quiz planets 1")
    message = {
        "message_id": 900,
        "date": int(stage.world.now().timestamp()),
        "chat": {"id": ann.person.id, "type": "private", "first_name": "Ann"},
        "from": {"id": ann.person.id, "is_bot": False, "first_name": "Ann", "language_code": "en"},
        "text": "mars",
    }
    async with stage.store() as store:
        await store.inbox.take_in(777, ann.person.id, {"update_id": 777, "message": message}, stage.world.now())
    await stage.restart()
    await stage.settled()
    ann.sees_now(r"✅ Correct! \+10")
    async with stage.store() as store:
        assert not await store.inbox.waiting()


async def test_the_same_update_three_times_counts_once(ann: Learner, stage: Stage) -> None:
    """Telegram hands out again what it does not know to be confirmed."""
    await ann.sends("/quiz planets 1")
    await stage.stop()
    ann.person.send(ann.chat, "mars")
    (update,) = stage.world.updates.pending
    await stage.start()
    await stage.settled()
    for _ in range(2):
        stage.world.updates.repeat(update)
        await stage.settled()
    assert sum("Correct!" in message.text for message in ann.said) == 1
    assert await stage.scores() == {"Ann Archer": 10}


async def test_many_taps_at_once_earn_once(ann: Learner, stage: Stage) -> None:
    """The same answer sent ten times in one go."""
    await ann.sends("/quiz planets 1")
    asked = ann.last
    await ann.does(lambda: [ann.person.send(ann.chat, "mars", reply_to=asked) for _ in range(10)])
    assert await stage.scores() == {"Ann Archer": 10}


async def test_a_poison_update_is_set_aside_and_its_sender_told(
    ann: Learner, stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """After three tries; what comes behind it is dealt with."""
    from bot import app  # the table that is bent for this test

    async def broken(_: object) -> None:
        raise RuntimeError("this feature always fails")

    command = app.COMMANDS[5]
    monkeypatch.setitem(app.ROUTES.commands, "stats", type(command)("stats", private=broken))  # type: ignore[arg-type] # it never returns
    await ann.sends("/stats")
    reference = ann.sees_now("Something went wrong on my side").text.rsplit(" ", 1)[1]
    assert caplog.text.count(reference) == 3
    async with stage.store() as store:
        assert await store.inbox.count() == (0, 1)
    await ann.sends("/help")
    ann.sees_now("How it works")
    await stage.restart()
    await stage.settled()
    assert sum("Something went wrong" in message.text for message in ann.said) == 1


async def test_updates_of_no_known_form_hold_up_nobody(ann: Learner, stage: Stage) -> None:
    """They are set aside; what came with them, before and behind, is answered once."""
    ann.person.send(ann.chat, "/about")
    for odd in ({"nonsense": True}, "text", {"message_id": 1, "date": "x", "chat": []}):
        stage.world.updates.add("message", odd)  # type: ignore[arg-type] # that is the point
    await ann.sends("/help")
    assert [("Dailydeck" in one.text, "How it works" in one.text) for one in ann.said] == [(True, False), (False, True)]
    async with stage.store() as store:
        assert await store.inbox.count() == (0, 3)


async def test_the_inbox_keeps_no_texts(ann: Learner, stage: Stage) -> None:
    """Of what has been dealt with only the id stays."""
    await ann.sends("a secret")
    async with stage.store() as store:
        rows = (await store.inbox._session.scalars(select(InboxRow))).all()
    assert rows
    assert all((row.body, row.sender_id, row.state) == ({}, None, InboxState.DONE) for row in rows)


async def test_a_cut_connection_loses_nothing(ann: Learner, stage: Stage) -> None:
    """Nothing had arrived: it is sent again."""
    stage.world.faults.drop("sendMessage", delivered=False)
    await ann.sends("/help")
    ann.sees_now("How it works")


async def test_a_lost_reply_means_twice_at_the_most(ann: Learner, stage: Stage) -> None:
    """It had arrived, and nobody could know."""
    stage.world.faults.drop("sendMessage", delivered=True, times=5)
    await ann.sends("/help")
    assert sum("How it works" in message.text for message in ann.said) == 2


async def test_telegram_asks_for_a_pause(ann: Learner, stage: Stage) -> None:
    """The message comes after it, once."""
    stage.world.faults.flood("sendMessage", retry_after=1)
    await ann.sends("/help")
    assert sum("How it works" in message.text for message in ann.said) == 1


async def test_a_chat_that_must_pause_is_left_alone_meanwhile(ann: Learner, stage: Stage) -> None:
    """One refusal, and no second try before the time is over."""
    stage.world.faults.flood("sendMessage", retry_after=40, times=1000)
    ann.person.send(ann.chat, "/help")
    async with asyncio.timeout(15):
        while not (refused := [call for call in stage.world.calls if call.status == 429]):  # noqa: ASYNC110 # calls ring no bell
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    assert [call for call in stage.world.calls if call.status == 429] == refused
    stage.world.faults.clear()
    await stage.settled()
    assert sum("How it works" in message.text for message in ann.said) == 1


@pytest.mark.parametrize("refusal", ["can't parse entities: unsupported start tag", "message is too long"])
async def test_a_text_that_telegram_does_not_take_goes_out_plain(
    ann: Learner, stage: Stage, caplog: pytest.LogCaptureFixture, refusal: str
) -> None:
    """With its buttons and a line in the log. What is refused even then blocks nothing."""
    stage.world.faults.fail("sendMessage", 400, f"Bad Request: {refusal}")
    await ann.sends("/start")
    plain = ann.sees_now("Pick a deck", "Solar system")
    assert (ann.hears(), "<" in plain.text, plain.entities) == (1, False, ())
    assert f"so it goes as plain text: {refusal.capitalize()}" in caplog.text
    stage.world.faults.fail("sendMessage", 400, f"Bad Request: {refusal}", times=2)
    await ann.sends("/help")
    ann.sees_nothing_new()
    await ann.sends("/help")
    ann.sees_now("How it works")


async def test_who_has_blocked_the_bot_costs_one_call(ann: Learner, stage: Stage) -> None:
    """Then the chat is known to be gone, and daily questions pause."""
    await ann.sends("/daily 09:00")
    stage.world.faults.fail("sendMessage", 403, "Forbidden: bot was blocked by the user", chat_id=ann.person.id)
    await stage.at(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    assert [call.status for call in stage.world.calls if call.method == "sendMessage"][-1] == 403
    before = len(stage.world.calls)
    await stage.at(datetime(2026, 3, 4, 9, 0, tzinfo=UTC))
    assert not [call for call in list(stage.world.calls)[before:] if call.method == "sendMessage"]


async def test_a_stale_tap_is_answered_in_vain_and_quietly(
    ann: Learner, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram takes no answer to an old tap; the tap still counts."""
    await ann.sends("/quiz giants 1")
    description = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    stage.world.faults.fail("answerCallbackQuery", 400, description)
    ann.person.tap(ann.last, "Hint")
    await stage.settled()
    ann.sees_now("💡 One word")
    assert "too old" not in caplog.text


async def test_an_edit_that_changes_nothing_is_dropped_quietly(
    ann_here: Learner, caplog: pytest.LogCaptureFixture
) -> None:
    """Tapping the period that is shown already."""
    await ann_here.sends("/leaderboard week")
    await ann_here.taps("Week")
    assert "not modified" not in caplog.text


async def test_everybody_is_answered_in_the_order_in_which_they_wrote(ann: Learner) -> None:
    """One person's updates one after the other, whatever each takes."""
    await ann.does(lambda: [ann.person.send(ann.chat, text) for text in ("/quiz planets 1", "mars", "/quiz giants 1")])
    await ann.sends("jupiter")
    marks = [message.text[:9] for message in ann.said]
    assert marks == ["1 of 1 · ", "✅ Correct", "1 of 1 · ", "✅ Correct"]


async def test_a_group_gets_one_edit_for_many_answers(stage: Stage, group: Group) -> None:
    """Fifty people answer at once: the board is edited a few times, and no answer is lost."""
    people = [stage.world.person(f"P{number}") for number in range(50)]
    for person in people:
        group.add(person)
    ann = stage.learner(stage.world.people[0], group)
    await ann.sends("/quiz planets 1")
    question = ann.sees("Question 1 of 1")
    before, begun = len(stage.world.calls), hurried()
    for person in people:
        person.send(group, "mars", reply_to=question)
    await stage.settled()
    time_for = (hurried() - begun) / BOARD_SECONDS + 1
    edits = [call for call in list(stage.world.calls)[before:] if call.method == "editMessageText"]
    assert 0 < len(edits) <= time_for
    assert "and 40 more" in question.text
    async with stage.store() as store:
        assert len(await store.answers.to_question(1)) == 50
    assert not [call for call in stage.world.calls if call.status == 429]


async def test_no_token_in_any_log_line(ann: Learner, stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """Also while calls fail."""
    caplog.set_level("DEBUG")
    stage.world.faults.drop("sendMessage", delivered=False)
    await ann.sends("/help")
    await asyncio.sleep(0)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "storage", "content"))]
    assert stage.world.token not in "\n".join(ours)


async def test_a_telegram_in_trouble_loses_no_message(ann: Learner, stage: Stage) -> None:
    """A server error, and more while it is asked how it is: what may have been sent is sent again when it is well."""
    stage.world.faults.fail("sendMessage", 502, "Bad Gateway")
    stage.world.faults.fail("getMe", 502, "Bad Gateway", times=3)
    await ann.sends("/help")
    assert sum("How it works" in message.text for message in ann.said) == 1
    calls = [call.method for call in stage.world.calls if call.method in ("sendMessage", "getMe")]
    assert calls[-6:] == ["sendMessage", "getMe", "getMe", "getMe", "getMe", "sendMessage"]


async def test_a_message_that_upsets_telegram_holds_up_nobody(ann: Learner, stage: Stage) -> None:
    """Server errors for one chat alone: one more try, as it may have arrived; then that chat goes on, too."""
    bo = stage.learner(stage.world.people[1])
    stage.world.faults.fail("sendMessage", 500, "Internal Server Error", chat_id=ann.person.id, times=2)
    ann.person.send(ann.chat, "/help")
    ann.person.send(ann.chat, "/about")
    await bo.sends("/help")
    bo.sees_now("How it works")
    assert [call.status for call in stage.world.calls if call.method == "sendMessage"].count(500) == 2
    assert ["Dailydeck" in message.text for message in ann.said] == [True]


async def test_a_ban_of_all_chats_pauses_all(stage: Stage) -> None:
    """After a few refusals nobody else is tried."""
    people = [stage.world.person(f"P{number}") for number in range(60)]
    stage.world.faults.flood("sendMessage", retry_after=60, times=1000)
    for person in people:
        person.start()

    def refused() -> int:
        return sum(call.status == 429 for call in stage.world.calls)

    async with asyncio.timeout(30):
        while refused() < 3:  # noqa: ASYNC110 # the world does not ring
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    assert refused() <= 40  # those under way at once, and not all sixty
    stage.world.faults.clear()
    await stage.settled()
    assert all(any("Pick a deck" in message.text for message in person.chat.messages) for person in people)


async def test_a_database_that_is_away_delays_and_loses_nothing(
    ann: Learner, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither while an update is taken in nor while it is dealt with."""
    fails = {"take_in": 2, "claim": 3}  # as often as an update is tried for its own faults

    def away(name: str) -> None:
        real = getattr(Inbox, name)

        async def sometimes(*arguments: object) -> object:
            if fails[name]:
                fails[name] -= 1
                raise OSError("the database is away")
            return await real(*arguments)

        monkeypatch.setattr(Inbox, name, sometimes)

    away("take_in")
    away("claim")
    await ann.sends("/help")
    ann.sees_now("How it works")
    assert fails == {"take_in": 0, "claim": 0}
    async with stage.store() as store:
        assert await store.inbox.count() == (0, 0)


async def test_polling_that_has_died_is_noticed_and_ends_in_order(ann: Learner, stage: Stage) -> None:
    """One 404 ends the library's polling for good; a start anew hears again."""
    await ann.sends("/quiz planets 1")
    stage.world.faults.fail("getUpdates", 404, "Not Found")
    ann.person.send(ann.chat, "a word, so that the poll returns")
    await asyncio.sleep(0.5)
    await stage.restart()
    await stage.settled()
    await ann.sends("/help")
    ann.sees_now("How it works")


async def test_one_subscription_that_fails_holds_up_nobody(
    ann: Learner, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others get their questions; it is tried again later."""
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/daily 09:00")
    await ann.sends("/daily 09:00")
    real = daily.push

    async def broken(store: object, library: object, subscription: Subscription, *rest: object) -> object:
        if subscription.chat_id == bo.person.id:
            raise RuntimeError("this one always fails")
        return await real(store, library, subscription, *rest)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(daily, "push", broken)
    await stage.at(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    ann.sees_now("Your daily questions")
    monkeypatch.undo()
    await stage.time_passes(minutes=6)
    bo.sees_now("Your daily questions")


async def test_a_reply_to_either_copy_of_a_question_counts(stage: Stage, group: Group) -> None:
    """The connection was cut after the first copy had arrived: nobody knows its number, but its words."""
    ann, bo = (stage.learner(person, group) for person in stage.world.people[:2])
    stage.world.faults.drop("sendMessage", delivered=True, chat_id=group.id)
    await ann.sends("/quiz planets 1")
    copies = [message for message in ann.said if "red planet" in message.text]
    assert len(copies) == 2
    await bo.sends("mars", to=copies[0])
    await ann.sends("mars", to=copies[1])
    await stage.time_passes(seconds=61)
    assert await stage.scores(group) == {"Bo": 13, "Ann Archer": 12}
