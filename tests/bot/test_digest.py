"""A group's week, summed up on Sunday evening."""

from datetime import UTC, datetime, timedelta

from tests.support.stage import WRONG, Learner, Stage

SUNDAY_EVENING = datetime(2026, 3, 8, 20, 0, tzinfo=UTC)


async def play(stage: Stage, *texts: str) -> Learner:
    """A question in the group, answered by people in turn; "" stands for the right answer."""
    group = stage.world.groups[0]
    people = [stage.learner(person, group) for person in stage.world.people]
    await people[0].sends("/quiz planets 1")
    question = people[0].sees("red planet")
    for person, text in zip(people, texts, strict=False):
        await person.sends(text or "Mars", to=question)
    await stage.time_passes(minutes=3)
    return people[0]


def digests(learner: Learner) -> int:
    """How many summaries the group has had."""
    return sum("This week in this group" in message.text for message in learner.said)


async def test_the_week_in_a_few_lines(stage: Stage) -> None:
    """Once, in the evening before the leaderboard begins anew, without telling who was wrong."""
    ann = await play(stage, "", WRONG)
    await stage.at(SUNDAY_EVENING - timedelta(minutes=1))
    assert digests(ann) == 0
    await stage.at(SUNDAY_EVENING)
    told = ann.sees_now("This week in this group", "1 card answered, 50% of the answers right", "What slips", "Ann")
    assert "Bo" not in told.text
    assert "Most improved" not in told.text
    await stage.restart()
    await stage.time_passes(hours=1)
    assert digests(ann) == 1
    await stage.at(SUNDAY_EVENING + timedelta(days=7))
    assert digests(ann) == 1, "nothing has happened in that week"


async def test_a_card_that_is_still_open_is_not_given_away(stage: Stage) -> None:
    """Its answer comes with its own result."""
    ann = await play(stage, "")
    await ann.sends("/daily 19:00")
    await stage.at(SUNDAY_EVENING - timedelta(hours=1))
    open_card = ann.sees_now("Card of the day")
    await stage.learner(stage.world.people[1], stage.world.groups[0]).sends(WRONG, to=open_card)
    await stage.at(SUNDAY_EVENING)
    told = ann.sees_now("1 card answered, 100% of the answers right")
    assert "What slips" not in told.text


async def test_the_second_week_knows_who_has_improved(stage: Stage) -> None:
    """Whoever gained most on the week before."""
    await play(stage, "")
    await stage.at(datetime(2026, 3, 10, 9, 0, tzinfo=UTC))
    ann = await play(stage, WRONG, "")
    await stage.at(SUNDAY_EVENING + timedelta(days=7))
    ann.sees_now("Most improved: Bo", "more than last week")


async def test_it_can_be_switched_off_and_does_not_come_late(stage: Stage) -> None:
    """By an admin; and after a night down nobody hears of the week that is over."""
    ann = await play(stage, "")
    await ann.sends("/settings")
    await ann.taps("Weekly recap")
    await ann.taps("off")
    await stage.at(SUNDAY_EVENING)
    assert digests(ann) == 0
    await ann.sends("/settings")
    await ann.taps("Weekly recap")
    await ann.taps("on")
    await stage.at(datetime(2026, 3, 10, 9, 0, tzinfo=UTC))
    await play(stage, "")
    await stage.stop()
    stage.world.clock.move_to(SUNDAY_EVENING + timedelta(days=7, hours=9))
    await stage.start()
    await stage.settled()
    assert digests(ann) == 0
