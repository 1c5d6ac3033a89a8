"""Whatever is typed, sent or tapped gets a readable sentence, or deliberate silence."""

import pytest

from bot.playground import Group
from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage, staged

pytestmark = ONE

ZALGO = "m\u0301\u0302\u0303\u0304\u0305a\u0316\u0317rs"


@BOTH
async def test_a_flood_gets_one_notice(ann: Learner, stage: Stage) -> None:
    """Then nothing for half a minute, then it goes on."""
    await ann.does(lambda: [ann.person.send(ann.chat, f"message {number}") for number in range(60)])
    notices = [message for message in ann.said if "Too fast" in message.text]
    assert len(notices) == 1
    assert len(ann.said) < 20
    await stage.time_passes(seconds=31)
    await ann.sends("/help")
    ann.sees_now("How it works")


@pytest.mark.parametrize(
    ("typed", "told"),
    [("/strat", "Did you mean /start"), ("/quizz", "Did you mean /quiz"), ("/xyzzyplugh", "I don’t know /xyzzyplugh")],
)
async def test_unknown_commands(ann: Learner, typed: str, told: str) -> None:
    """The nearest one is offered."""
    await ann.sends(typed)
    ann.sees_now(told, "/help")


@pytest.mark.parametrize("payload", ["x" * 64, "q_", "q_99999999999999999999999", "deck_", "q_-1", "q_1"])
@BOTH
async def test_junk_behind_start(ann: Learner, payload: str) -> None:
    """A welcome, or a word about a question or a deck that is gone."""
    await ann.sends(f"/start {payload}")
    assert ann.hears() == 1
    gone = {"q": "This question is closed", "d": "This deck is no longer shared"}
    ann.sees_now(gone.get(payload[0], "Hi Ann!"))


async def test_chatter_in_a_group_is_left_alone(ann_here: Learner) -> None:
    """Also where the bot can read everything."""
    ann_here.stage.world.privacy_mode = False
    await ann_here.sends("anybody hungry?")
    ann_here.sees_nothing_new()
    await ann_here.does(lambda: ann_here.person.send_photo(ann_here.chat))
    ann_here.sees_nothing_new()
    await ann_here.sends("/pizza")
    ann_here.sees_nothing_new()
    await ann_here.sends("/start@OtherBot")
    ann_here.sees_nothing_new()


async def test_an_anonymous_administrator_is_told_what_to_do(ann_here: Learner, group: Group) -> None:
    """Nobody can see who they are, so nothing counts."""
    group.promote(ann_here.person, anonymous=True)
    await ann_here.sends("/settings")
    ann_here.sees_now("I can’t see who you are", "Remain anonymous")
    await ann_here.sends("/nonsense")
    ann_here.sees_nothing_new()


async def test_who_writes_as_a_channel_is_told_why_it_does_not_count(
    ann_here: Learner, stage: Stage, group: Group
) -> None:
    """There is a person behind it, whom we cannot see."""
    await ann_here.sends("/quiz planets 1")
    question = ann_here.sees_now("Question 1 of 1")
    stage.world.inject(
        "message",
        {
            "message_id": 5000,
            "date": 1772442000,
            "chat": {"id": group.id, "type": "group", "title": group.title},
            "from": {"id": 136817688, "is_bot": True, "first_name": "Channel"},
            "sender_chat": {"id": -1001, "type": "channel", "title": "News"},
            "text": "mars",
            "reply_to_message": {
                "message_id": question.id,
                "date": 1772442000,
                "chat": {"id": group.id, "type": "group", "title": group.title},
            },
        },
    )
    await stage.settled()
    ann_here.sees_now("write as yourself and not as a channel")
    assert "Answered" not in question.text


async def test_channels_and_other_bots_are_ignored(stage: Stage, group: Group) -> None:
    """No answer, no crash."""
    before = len(stage.world.calls)
    channel = {"id": -1001, "type": "channel", "title": "News"}
    chat = {"id": group.id, "type": "group", "title": group.title}
    bot = {"id": 99, "is_bot": True, "first_name": "Other"}
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    for kind, sender, where in (
        ("channel_post", None, channel),
        ("message", bot, chat),
        ("message", telegram, chat),
        ("message", None, chat),
    ):
        message = {"message_id": 5000, "date": 1772442000, "chat": where, "text": "/quiz"}
        stage.world.inject(kind, message | ({"from": sender} if sender else {}))
    stage.world.inject("message_reaction", {"nonsense": True})
    await stage.settled()
    assert not [call for call in list(stage.world.calls)[before:] if call.method == "sendMessage"]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "", "\u202e", ZALGO * 3, "😀" * 64])
@BOTH
async def test_names_are_shown_harmlessly(stage: Stage, name: str) -> None:
    """Escaped, cut, or replaced where nothing is left."""
    person = stage.world.person(name, language_code="en")
    odd = stage.learner(person)
    await odd.sends("/start")
    greeting = odd.sees_now("Hi ").text
    assert len(greeting.splitlines()[0]) < 150
    assert "\u202e" not in greeting
    await odd.sends("/quiz planets 1")
    await odd.sends("mars")
    await odd.sends("/leaderboard")
    await odd.taps("Show my real name")
    odd.sees_now("🥇 .*10", "real name")


@pytest.mark.parametrize("typed", ["/leaderboard -1", "/leaderboard 99999999999999999999", "/leaderboard abc"])
@BOTH
async def test_a_leaderboard_of_nonsense(ann: Learner, typed: str) -> None:
    """The usual board."""
    await ann.sends(typed)
    ann.sees_now("This week", "No points yet")


async def test_admin_is_for_operators(ann: Learner, caplog: pytest.LogCaptureFixture) -> None:
    """Everybody else is turned down, with a line in the log."""
    await ann.sends("/admin")
    ann.sees_now("That command is for admins")
    assert str(ann.person.id) in caplog.text


@pytest.mark.parametrize("command", ["/settings", "/daily 09:00", "/timezone Paris", "/language fr", "/decks"])
async def test_group_settings_are_for_its_admins(bo_here: Learner, command: str) -> None:
    """Bo is an ordinary member."""
    await bo_here.sends(command)
    bo_here.sees_now("Only group admins can change this")


@BOTH
async def test_forgetting_asks_once(ann: Learner, stage: Stage) -> None:
    """With what will go; a late tap says so; the second tap leaves nothing."""
    await ann.sends("/quiz planets 1")
    await ann.sends("mars")
    await ann.sends("/forget")
    ann.sees_now("1 answer", "1 card", "10 points", "Delete everything", "Keep it")
    await ann.taps("Keep it")
    ann.sees_now("Nothing was deleted")
    await ann.sends("/forget")
    await stage.time_passes(minutes=11)
    tap = await ann.taps("Delete everything")
    assert "a while ago" in (tap.text or "")
    await ann.sends("/forget")
    await ann.taps("Delete everything")
    ann.sees_now("Everything is deleted")
    async with stage.store() as store:
        assert set((await store.privacy.count(ann.person.id)).values()) == {0}
    assert await stage.scores() == {}


@BOTH
async def test_keeping_after_deleting(ann: Learner) -> None:
    """Both buttons stand there; what was tapped first has happened."""
    await ann.sends("/forget")
    message = ann.last
    keep = message.button("Keep it")["callback_data"]
    await ann.stage.time_passes(seconds=5)
    await ann.taps("Delete everything", message)
    tap = ann.person.tap_data(message, keep)
    await ann.stage.settled()
    assert "Everything is deleted" in (tap.text or "")
    ann.sees_now("Everything is deleted")


async def test_buttons_of_private_chats_do_nothing_in_groups(bo_here: Learner, stage: Stage) -> None:
    """A modified app can send any payload anywhere."""
    bo_here.sees("Hello everyone")
    for data in ("d:solar-system", "n:1", "h:1", "s:1", "v:1", "f:1772442000", "k:1772442000"):
        tap = bo_here.person.tap_data(bo_here.last, data)
        await stage.settled()
        assert tap.text == "That button isn’t for you."
    for data in ("c:solar-system", "y:0900:1", "o", "z:Europe/Paris", "l:fr"):
        tap = bo_here.person.tap_data(bo_here.last, data)
        await stage.settled()
        assert tap.text == "Only group admins can change this."
    assert len(bo_here.said) == 1


@BOTH
async def test_an_operator_sees_how_things_stand(database_url: str) -> None:
    """Chats, what waits, what was set aside."""
    async with staged(database_url, admins=frozenset({1001})) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/admin")
        ann.sees_now("Dailydeck 0", "Private chats: 1, groups: 1", "set aside: 0")


@BOTH
async def test_export_once_an_hour(ann: Learner, stage: Stage) -> None:
    """A file with everything."""
    await ann.sends("/quiz planets 1")
    await ann.sends("mars")
    await ann.sends("/export")
    for message, held in zip(ann.said[-2:], (b'"text": "mars"', b"answers.csv"), strict=True):
        assert message.attachment is not None
        assert message.attachment.file is not None
        assert held in message.attachment.file.data
    await ann.sends("/export")
    ann.sees_now("less than a minute old")
    await stage.time_passes(minutes=3)
    await ann.sends("/export")
    ann.sees_now("3 minutes old", "next one in 5[78] minutes")
    await stage.time_passes(hours=1)
    await ann.sends("/export")
    assert ann.last.attachment is not None


@BOTH
async def test_stale_buttons(ann: Learner, stage: Stage) -> None:
    """Of a question that is over, of one that is gone, months later."""
    await ann.sends("/quiz planets 1")
    asked = ann.last
    await ann.sends("mars")
    await stage.time_passes(days=100)
    for label in ("Hint", "Skip"):
        tap = await ann.taps(label, asked)
        assert tap.text == "This question is closed."
    tap = ann.person.tap_data(asked, "h:999999")
    await stage.settled()
    assert tap.text == "This question is closed."


@pytest.mark.parametrize(
    "data", ["", "\x00\xff" * 16, "h:" + "9" * 40, "h:abc", "zz:1", "n", "z:../../etc/passwd", "y:9999:5", "l:xx", None]
)
@BOTH
async def test_forged_buttons(ann: Learner, data: str | None) -> None:
    """A toast, and nothing else."""
    await ann.sends("/start")
    tap = ann.person.tap_data(ann.last, data)
    await ann.stage.settled()
    assert tap.text == "That button isn’t for you."
    assert len(ann.said) == 1


async def test_somebody_elses_button(ann: Learner, stage: Stage) -> None:
    """Bo cannot skip Ann's question."""
    await ann.sends("/quiz planets 1")
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/start")
    tap = bo.person.tap_data(bo.last, "s:1")
    await stage.settled()
    assert tap.text == "That button isn’t for you."
    await ann.sends("mars")
    ann.sees_now(r"✅ Correct! \+10")


async def test_a_tap_on_a_message_that_telegram_hides(ann: Learner, stage: Stage) -> None:
    """Too old to be accessible: it works all the same, in a new message."""
    await ann.sends("/quiz planets 1")
    tap = ann.person.tap_data(ann.last, "h:1", inaccessible=True)
    await stage.settled()
    assert tap.answered
    ann.sees_now("red planet", "💡 One word")


@BOTH
async def test_a_double_tap_counts_once(ann: Learner) -> None:
    """Two taps on Next ask one question."""
    await ann.sends("/quiz 2")
    await ann.answers_right()
    verdict = ann.last
    await ann.does(lambda: [ann.person.tap(verdict, "Next") for _ in range(5)])
    assert ann.hears() == 1
