"""Settings as one message that changes in place."""

import pytest

from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage

pytestmark = ONE


@pytest.mark.parametrize(
    ("button", "option", "told"),
    [
        ("New cards a day", "5", "New cards a day: 5"),
        ("Memory goal", "95%", "Memory goal: 95%"),
        ("On leaderboards", "Nowhere", "On leaderboards: Nowhere"),
        ("On leaderboards", "My name", "On leaderboards: My name"),
        ("Quiet hours", "none", "Quiet hours: none"),
        ("Quiet hours", "23:00–07:00", "Quiet hours: 23:00–07:00"),
    ],
)
@BOTH
async def test_ones_own_settings(ann: Learner, button: str, option: str, told: str) -> None:
    """Each has its page, says what it is for, and shows what is chosen; all in one message."""
    await ann.sends("/settings")
    await ann.taps(button)
    heard = len(ann.said)
    tap = await ann.taps(option)
    assert tap.text == told
    ann.sees_now(told, "✓ ")
    await ann.taps("‹ Settings")
    ann.sees_now("Settings", told)
    assert len(ann.said) == heard


@BOTH
async def test_what_is_set_in_a_group(ann: Learner, stage: Stage) -> None:
    """By admins; others are told."""
    group = stage.world.groups[0]
    admin, member = stage.learner(ann.person, group), stage.learner(stage.world.people[1], group)
    await admin.sends("/settings")
    admin.sees_now("Quiz mode: round", "Time to answer: 60 s", "Who may start: everyone")
    for button, option in (("Quiz mode", "race"), ("Time to answer", "30 s"), ("Who may start", "admins")):
        await admin.taps(button)
        await admin.taps(option)
        await admin.taps("‹ Settings")
    admin.sees_now("Quiz mode: race", "Time to answer: 30 s", "Who may start: admins")
    tap = await member.taps("Time to answer")
    assert "Only group admins" in (tap.text or "")
    async with stage.store() as store:
        chat = await store.chats.get(group.id)
    assert chat is not None
    assert (chat.mode, chat.seconds, chat.starters) == ("race", 30, "admins")


async def test_deck_zone_and_language_in_the_same_message(ann: Learner) -> None:
    """The buttons of the menu never leave it."""
    await ann.sends("/settings")
    heard = len(ann.said)
    await ann.taps("Time zone")
    await ann.taps("Tokyo")
    ann.sees_now("Time zone: Asia/Tokyo")
    await ann.taps("‹ Settings")
    await ann.taps("Daily")
    await ann.taps("20:00")
    ann.sees_now("every day at 20:00 \\(Asia/Tokyo\\)")
    await ann.taps("More")
    await ann.taps("‹ Settings")
    await ann.taps("Language")
    await ann.taps("Français")
    await ann.taps("‹ Réglages")
    ann.sees_now("Réglages", "20:00")
    assert len(ann.said) == heard


@BOTH
async def test_topics_come_first_or_not_at_all(ann: Learner) -> None:
    """One tap, two taps, and a third undoes it."""
    await ann.sends("/settings")
    await ann.taps("Topics")
    await ann.taps("moon")
    ann.sees_now("★ moon: first")
    await ann.taps("moon")
    ann.sees_now("moon: left out")
    for _ in range(6):
        await ann.sends("/quiz 1")
        ann.sees_now("1 of 1 · ")
        assert "· moon" not in ann.last.text
    await ann.taps("moon: left out")
    assert "moon" in ann.sees("Topics of Solar system", "‹ Settings").buttons


@pytest.mark.parametrize("data", ["X:goal:9", "X:mode:0", "X:nothing:0", "E:nothing", "W:99", "P:999999999999999999"])
@BOTH
async def test_forged_buttons(ann: Learner, data: str) -> None:
    """A setting, an option or a page that is not there changes nothing and breaks nothing."""
    await ann.sends("/settings")
    before = ann.last.text
    tap = ann.person.tap_data(ann.last, data)
    await ann.stage.settled()
    assert tap.answered
    assert "went wrong" not in (tap.text or "") + ann.last.text
    await ann.sends("/settings")
    ann.sees_now("Memory goal: 90%")
    assert ann.last.text == before
