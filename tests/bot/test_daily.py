"""Daily questions: set in words or by buttons, and pushed once for each local date."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.playground import MovableClock
from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage, staged

pytestmark = ONE


def utc(*when: int) -> datetime:
    """A moment in UTC."""
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc,arg-type] # year to minute


def pushed(learner: Learner) -> int:
    """How many daily questions this learner has been sent."""
    return sum("daily question" in message.text for message in learner.said)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/daily 09:00", "5 questions every day at 09:00"),
        ("/daily 9", "at 09:00"),
        ("/daily 0930 3", "3 questions every day at 09:30"),
        ("/daily 9 am", "at 09:00"),
        ("/daily 9:30pm 1", "1 question every day at 21:30"),
        ("/daily 21h30", "at 21:30"),
        ("/daily ٠٩:٠٠", "at 09:00"),
        ("/daily 09:00 999", "20 questions"),
        ("/daily 25:61", "I don’t understand “25:61”. Use HH:MM"),
        ("/daily tomorrow", "I don’t understand “tomorrow”"),
        ("/daily 9 30", "5 questions every day at 09:30"),
        ("/daily 9 3", "3 questions every day at 09:00"),
        ("/daily 14 h", "at 14:00"),
        ("/daily à 8h", "at 08:00"),
        ("/daily 8 heures", "at 08:00"),
        ("/daily midi", "at 12:00"),
        ("/daily arrêter", "were not on"),
        ("/daily 09:00 5 6 7", "I don’t understand"),
        ("/daily off", "were not on"),
    ],
)
async def test_setting_the_hour(ann: Learner, typed: str, told: str) -> None:
    """As people write it."""
    await ann.sends(typed)
    ann.sees_now(told)


async def test_hours_as_buttons(ann: Learner) -> None:
    """Without typing, and off again."""
    await ann.sends("/daily")
    ann.sees_now("When should I ask", "/daily 09:00", "07:00", "20:00", "Time zone")
    await ann.taps("08:00")
    ann.sees_now("5 questions every day at 08:00", "Starting tomorrow, 08:00", "Is UTC the right time zone")
    await ann.sends("/daily")
    ann.sees_now("5 questions every day at 08:00", "Switch off")
    await ann.taps("Switch off")
    ann.sees_now("Daily questions are off")


@BOTH
async def test_the_question_comes_in_the_morning_once(ann: Learner, stage: Stage) -> None:
    """Not before its time, not twice, and again the day after."""
    await ann.sends("/daily 09:00 2")
    await stage.at(utc(2026, 3, 3, 8, 59))
    assert pushed(ann) == 0
    await stage.at(utc(2026, 3, 3, 9, 0))
    ann.sees_now("Your daily questions · 1 of 2", "Skip")
    await stage.time_passes(minutes=1)
    await stage.restart()
    await stage.time_passes(hours=3)
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 4, 9, 0))
    assert pushed(ann) == 2


@BOTH
async def test_a_daily_sitting_is_answered_like_any_other(ann: Learner, stage: Stage) -> None:
    """The streak grows from day to day."""
    await ann.sends("/daily 09:00 1")
    for day in (3, 4, 5):
        await stage.at(utc(2026, 3, day, 9, 0))
        await ann.answers_right()
    ann.sees_now("Done!", "3 days in a row")


@BOTH
async def test_nobody_is_interrupted(ann: Learner, stage: Stage) -> None:
    """The day's questions wait while somebody is in the middle of something."""
    await ann.sends("/daily 09:10 2")
    await stage.at(utc(2026, 3, 2, 9, 8))
    await ann.sends("/quiz planets 1")
    await stage.at(utc(2026, 3, 2, 9, 10))
    assert pushed(ann) == 0
    await ann.sends("mars")
    ann.sees_now("✅ Correct!")
    await stage.at(utc(2026, 3, 2, 9, 21))
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 3, 9, 10))
    assert pushed(ann) == 2


async def test_the_number_stays_when_the_hour_changes(ann: Learner) -> None:
    """In words and by button."""
    await ann.sends("/daily 09:00 2")
    await ann.sends("/daily 10:00")
    ann.sees_now("2 questions every day at 10:00")
    await ann.sends("/daily")
    await ann.taps("08:00")
    ann.sees_now("2 questions every day at 08:00")


@BOTH
async def test_days_missed_are_not_made_up_for(ann: Learner, stage: Stage) -> None:
    """After three days down there is one push, never three."""
    await ann.sends("/daily 09:00")
    await stage.stop()
    stage.world.clock.move_to(utc(2026, 3, 5, 15, 0))
    await stage.start()
    await stage.settled()
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 6, 9, 0))
    assert pushed(ann) == 2


@BOTH
async def test_setting_the_hour_again_asks_no_second_time_that_day(ann: Learner, stage: Stage) -> None:
    """One push for a subscription and local date."""
    await ann.sends("/daily 09:00")
    await stage.at(utc(2026, 3, 3, 9, 0))
    await ann.sends("/daily 10:00")
    await stage.at(utc(2026, 3, 3, 10, 30))
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 4, 10, 0))
    assert pushed(ann) == 2


@BOTH
async def test_travelling_gives_no_second_push(ann: Learner, stage: Stage) -> None:
    """From Tokyo to Los Angeles it is the same date once more."""
    await ann.sends("/timezone Asia/Tokyo")
    await ann.sends("/daily 09:00")
    await stage.at(utc(2026, 3, 3, 0, 0))  # 09:00 in Tokyo
    assert pushed(ann) == 1
    await ann.sends("/timezone America/Los_Angeles")
    ann.sees_now("Time zone: America/Los_Angeles", "Next question: Wednesday 4 March, 09:00")
    await stage.at(utc(2026, 3, 3, 17, 0))  # 09:00 in Los Angeles, still 3 March
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 4, 17, 0))
    assert pushed(ann) == 2


@BOTH
async def test_the_hour_that_spring_skips(database_url: str) -> None:
    """It is said beforehand, and the question comes at the first moment after the gap."""
    async with staged(database_url, clock=MovableClock(utc(2026, 3, 26, 12, 0))) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/timezone Europe/Berlin")
        await ann.sends("/daily 02:30")
        ann.sees_now("On Sunday 29 March the clocks skip 02:30; I’ll ask at 03:00")
        await stage.at(utc(2026, 3, 28, 12, 0))
        await stage.at(utc(2026, 3, 29, 0, 59))
        before = pushed(ann)
        await stage.at(utc(2026, 3, 29, 1, 0))
        assert pushed(ann) == before + 1


@BOTH
async def test_the_hour_that_autumn_repeats(database_url: str) -> None:
    """The first one counts."""
    zone = ZoneInfo("Europe/Berlin")
    async with staged(database_url, clock=MovableClock(datetime(2026, 10, 24, 12, 0, tzinfo=zone))) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/timezone Europe/Berlin")
        await ann.sends("/daily 02:30")
        await stage.at(utc(2026, 10, 25, 0, 30))
        assert pushed(ann) == 1
        await stage.at(utc(2026, 10, 25, 1, 30))
        assert pushed(ann) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/timezone europe/berlin", "Time zone: Europe/Berlin. It is 10:00 now"),
        ("/timezone America/New York", "Time zone: America/New_York"),
        ("/timezone berlin", "Time zone: Europe/Berlin"),
        ("/timezone New York", "Time zone: America/New_York"),
        ("/timezone Pariss", "Did you mean:"),
        ("/timezone India", "I don’t know the zone “India”"),
        ("/timezone ../../../etc/passwd", "I don’t know the zone “../../../etc/passwd”"),
        ("/timezone \x00", "zone"),
        ("/timezone " + "x" * 4000, "I don’t know the zone “xxx"),
        ("/timezone posixrules", "I don’t know the zone"),
        ("/timezone zone.tab", "I don’t know the zone"),
        ("/timezone CET", "I don’t know the zone"),
        ("/timezone UTC+2", "I don’t know the zone"),
        ("/timezone utc", "Time zone: UTC"),
    ],
)
async def test_time_zones_as_people_write_them(ann: Learner, typed: str, told: str) -> None:
    """Only names of the list ever count."""
    await ann.sends(typed)
    ann.sees_now(told)


async def test_the_nearest_zone_is_a_button(ann: Learner) -> None:
    """One tap sets it."""
    await ann.sends("/timezone Berlim")
    await ann.taps("Europe/Berlin")
    ann.sees_now("Time zone: Europe/Berlin")


async def test_a_shared_location_tells_the_zone(ann: Learner) -> None:
    """Only the zone is kept."""
    await ann.sends("/timezone")
    ann.sees("Your time zone is UTC", "Paris", "Tokyo")
    await ann.taps("Share my location")
    ann.sees_now("Share your location once")
    await ann.does(lambda: ann.person.send_location(ann.chat, 48.85, 2.35))
    ann.sees_now("Time zone: Europe/Paris")
    await ann.does(lambda: ann.person.send_location(ann.chat, 0.0, -170.0))
    ann.sees_now("can’t tell the time zone")


@BOTH
async def test_who_blocks_the_bot_is_left_alone(ann: Learner, stage: Stage) -> None:
    """And is back with the first word."""
    await ann.sends("/daily 09:00")
    await ann.does(ann.person.block_bot)
    await stage.at(utc(2026, 3, 3, 9, 0))
    calls = [call for call in stage.world.calls if call.status == 403]
    assert not calls, "nothing should have been tried"
    await ann.does(ann.person.unblock_bot)
    await ann.sends("/start")
    ann.sees_now("Hi Ann!")
    await stage.at(utc(2026, 3, 4, 9, 0))
    ann.sees("Your daily questions")
