"""A group's card of the day."""

import re
from datetime import UTC, datetime

from tests.support.databases import BOTH, ONE
from tests.support.stage import WRONG, Learner, Stage

pytestmark = ONE


@BOTH
async def test_the_card_of_the_day(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """At the group's hour; it closes before the next one."""
    await ann_here.sends("/daily 08:00")
    ann_here.sees_now("1 question every day at 08:00")
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    card = bo_here.sees("Card of the day", "before Wednesday 07:00")
    await bo_here.sends(bo_here.answer(), to=card)
    assert "Answered: Bo" in card.text
    await stage.at(datetime(2026, 3, 4, 7, 30, tzinfo=UTC))
    bo_here.sees_now("Answer:", r"✅ Bo \+10")
    await stage.at(datetime(2026, 3, 4, 8, 0, tzinfo=UTC))
    assert bo_here.sees_now("Card of the day").text.split("\n")[2] != card.text.split("\n")[2]


async def test_the_card_that_the_group_forgets(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """What its members know least, taken together, comes first; what they answered this week does not come at all."""
    for topic, anns, bos in (("planets", "mars", "mars"), ("giants", WRONG, WRONG), ("numbers", "8", WRONG)):
        question = await ann_here.starts_quiz(f"{topic} 1")
        await ann_here.sends(anns, to=question)
        await bo_here.sends(bos, to=question)
        await stage.time_passes(seconds=61)
    await ann_here.sends("/daily 08:00")
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    assert not re.search("red planet|largest|How many", ann_here.sees_now("Card of the day").text)
    await stage.at(datetime(2026, 3, 9, 8, 0, tzinfo=UTC))
    assert not re.search("red planet|largest|How many", ann_here.sees_now("Card of the day").text)
    await stage.at(datetime(2026, 3, 10, 8, 0, tzinfo=UTC))
    ann_here.sees_now("Card of the day", "largest")


async def test_when_every_card_was_answered_this_week(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """There is no card of the day, which is said once; it comes again when a week has gone by."""
    question = await ann_here.starts_quiz("6")
    for _ in range(6):
        await bo_here.sends(bo_here.answer(), to=question)
        await stage.time_passes(seconds=61)
        await stage.time_passes(seconds=6)
        question = bo_here.last
    await ann_here.sends("/daily 08:00")
    await stage.at(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    ann_here.sees_now("No card today: this group has answered every card of Solar system this week", "Deck", "quiz")
    said = len(ann_here.said)
    await stage.at(datetime(2026, 3, 4, 8, 0, tzinfo=UTC))
    await stage.at(datetime(2026, 3, 5, 8, 0, tzinfo=UTC))
    assert len(ann_here.said) == said
    await stage.at(datetime(2026, 3, 10, 8, 0, tzinfo=UTC))
    ann_here.sees_now("Card of the day")
