"""The habit: a bad moment, a pause, silence, two hours a day, and what was reached."""

from datetime import timedelta

from bot.tutor.rhythm import SLOW_AFTER
from storage.tables import Memory
from tests.bot.test_daily import pushed, utc
from tests.support.databases import BOTH, ONE
from tests.support.stage import DECK, MORNING, Learner, Stage

pytestmark = ONE


async def test_a_daily_question_in_an_hour(ann: Learner, stage: Stage) -> None:
    """It is asked once more, and only once."""
    await ann.sends("/daily 09:00 1")
    await stage.at(utc(2026, 3, 3, 9, 0))
    await ann.taps("Later")
    ann.sees_now("Your daily question", "In an hour", "This evening", "Not today")
    await ann.taps("In an hour")
    ann.sees_now("I’ll ask again at 10:00", "Skip")
    await stage.at(utc(2026, 3, 3, 9, 59))
    assert pushed(ann) == 1
    await stage.at(utc(2026, 3, 3, 10, 0))
    await stage.restart()
    await stage.time_passes(hours=2)
    assert pushed(ann) == 2
    await ann.answers_right()
    ann.sees_now("✅ Correct!", "Done!")


@BOTH
async def test_what_was_answered_meanwhile_is_not_asked_again(ann: Learner, stage: Stage) -> None:
    """The evening is quiet then."""
    await ann.sends("/daily 09:00 1")
    await stage.at(utc(2026, 3, 3, 9, 0))
    await ann.taps("Later")
    await ann.taps("This evening")
    ann.sees_now("I’ll ask again at 19:00")
    await ann.answers_right()
    heard = len(ann.said)
    await stage.at(utc(2026, 3, 3, 19, 0))
    assert len(ann.said) == heard


async def test_another_question_is_not_the_one_that_was_put_off(ann: Learner, stage: Stage) -> None:
    """Who has turned to a quiz since is not asked its question twice."""
    await ann.sends("/daily 09:00 1")
    await stage.at(utc(2026, 3, 3, 9, 0))
    await ann.taps("Later")
    await ann.taps("In an hour")
    await ann.sends("/quiz giants 1")
    heard = len(ann.said)
    await stage.at(utc(2026, 3, 3, 10, 0))
    assert len(ann.said) == heard


async def test_not_today(ann: Learner, stage: Stage) -> None:
    """The question goes away, and the next ones come in the morning."""
    await ann.sends("/daily 09:00 1")
    await stage.at(utc(2026, 3, 3, 9, 0))
    question = ann.last
    await ann.taps("Later")
    await ann.taps("Back")
    ann.sees_now("Skip", "Later")
    await ann.taps("Later")
    await ann.taps("Not today")
    ann.sees_now("All right, not today. Next question: tomorrow, 09:00")
    assert not question.buttons, "nothing is left to tap"
    await ann.sends("mars")
    ann.sees_now("No question is open")
    await stage.at(utc(2026, 3, 4, 9, 0))
    assert pushed(ann) == 1  # the first message is another one by now


async def test_a_pause_with_an_end(ann: Learner, stage: Stage) -> None:
    """Nothing comes before that day, whatever happens to the zone."""
    await ann.sends("/daily 09:00 1")
    await ann.sends("/settings")
    await ann.taps("Daily")
    await ann.taps("Pause")
    await ann.taps("1 week")
    ann.sees_now("Paused until Monday 9 March", "End the pause")
    await ann.sends("/timezone Europe/Paris")
    for day in range(3, 9):
        await stage.at(utc(2026, 3, day, 8, 0))
    assert pushed(ann) == 0
    await stage.at(utc(2026, 3, 9, 8, 0))
    assert pushed(ann) == 1


@BOTH
async def test_a_pause_that_ends_early(ann: Learner, stage: Stage) -> None:
    """The next morning is a morning again."""
    await ann.sends("/daily 09:00 1")
    await ann.sends("/daily")
    await ann.taps("Pause")
    await ann.taps("4 weeks")
    await ann.taps("End the pause")
    ann.sees_now("Next question: tomorrow, 09:00")
    await stage.at(utc(2026, 3, 3, 9, 0))
    assert pushed(ann) == 1


@BOTH
async def test_silence_slows_the_bot_down_and_an_answer_brings_it_back(ann: Learner, stage: Stage) -> None:
    """After seven questions without an answer it asks once a week, and says so."""
    await ann.sends("/daily 09:00 1")
    for day in range(1, SLOW_AFTER + 2):
        await stage.at(MORNING + timedelta(days=day))
    assert pushed(ann) == SLOW_AFTER + 1
    ann.sees("once a week from now on", "Pause")
    await stage.at(MORNING + timedelta(days=SLOW_AFTER + 7))
    assert pushed(ann) == SLOW_AFTER + 1
    await stage.at(MORNING + timedelta(days=SLOW_AFTER + 8))
    assert pushed(ann) == SLOW_AFTER + 2
    assert sum("once a week" in message.text for message in ann.said) == 1
    await ann.answers_right()
    ann.sees_now("Good to have you back")
    await stage.at(MORNING + timedelta(days=SLOW_AFTER + 9))
    assert pushed(ann) == SLOW_AFTER + 3


@BOTH
async def test_two_hours_a_day(ann: Learner, stage: Stage) -> None:
    """Both ask, each date once, and one button stops them."""
    await ann.sends("/daily 09:00 1")
    await ann.sends("/daily")
    await ann.taps("Second hour")
    await ann.taps("18:00")
    ann.sees_now("every day at 09:00 and 18:00")
    await ann.taps("3")
    ann.sees_now("3 questions every day at 09:00 and 18:00")
    await stage.at(utc(2026, 3, 2, 18, 0))
    await stage.at(utc(2026, 3, 3, 9, 0))
    await stage.at(utc(2026, 3, 3, 18, 0))
    assert pushed(ann) == 3
    await ann.taps("Second hour", (await ann.sends("/daily")).last)
    await ann.taps("No second hour")
    ann.sees_now("every day at 09:00 \\(UTC\\)")


async def test_a_missed_hour_waits_for_the_end_of_the_quiet_ones(ann: Learner, stage: Stage) -> None:
    """After downtime, nobody is woken at night; an hour that was asked for holds at any time."""
    await ann.sends("/daily 18:00 1")
    await stage.stop()
    stage.world.clock.move_to(utc(2026, 3, 3, 2, 0))
    await stage.start()
    await stage.settled()
    assert pushed(ann) == 0
    await stage.at(utc(2026, 3, 3, 8, 0))
    assert pushed(ann) == 1
    await ann.sends("/daily 23:30 1")
    await stage.at(utc(2026, 3, 3, 23, 30))
    assert pushed(ann) == 2


async def test_why_the_streak_is_what_it_is(ann: Learner, stage: Stage) -> None:
    """Each day says what it was."""
    await ann.sends("/streak")
    ann.sees_now("Nothing to show yet")
    for day in (2, 3):
        await stage.at(utc(2026, 3, day, 10, 0))
        await ann.sends("/quiz planets 1")
        await ann.answers_right()
    await stage.at(utc(2026, 3, 5, 10, 0))
    await ann.sends("/streak")
    ann.sees_now("Thu 5 Mar: nothing yet", "Wed 4 Mar: nothing\n", "Tue 3 Mar: 1 answer", "earn a rest day")


@BOTH
async def test_a_milestone_is_told_once(ann: Learner, stage: Stage) -> None:
    """Seven days in a row, warmly; and a deck that is known for good."""
    for day in range(9):
        await stage.at(MORNING + timedelta(days=day))
        await ann.sends("/quiz planets 1")
        await ann.answers_right()
    assert sum(message.text.count("7 days in a row") for message in ann.said) == 1
    ann.sees("7 days in a row. That is a habit")
    async with stage.store() as store:
        for card in DECK.cards:
            known = {"state": 2, "step": None, "stability": 400.0, "difficulty": 2.0}
            await store.memories.replace(
                Memory(
                    learner_id=ann.person.id,
                    deck=DECK.name,
                    card_id=card.id,
                    due_at=stage.world.now() + timedelta(days=400),
                    reviewed_at=stage.world.now(),
                    **known,
                )
            )
    await ann.sends("/quiz 1")
    await ann.answers_right()
    ann.sees_now("You know all of Solar system by heart")


async def test_a_sitting_says_when_its_cards_come_back(ann: Learner) -> None:
    """One line, at its end."""
    await ann.sends("/quiz planets 1")
    await ann.answers_right()
    ann.sees_now("Done!", "It comes back ")
