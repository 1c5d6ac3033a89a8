"""Verdicts on shared decks that learners dispute: their owners hear of it, and decide."""

import pytest

from tests.support.stage import Learner, Stage
from tests.support.trivia import CARDS, brings, opens, shares

WORDING = "the <big> one"


@pytest.fixture
def bo(stage: Stage) -> Learner:
    """Bo in private."""
    return stage.learner(stage.world.people[1])


async def asked(learner: Learner, about: str) -> None:
    """The question in which these words stand."""
    await learner.sends("/quiz trivia 3")
    while about not in learner.last.text:
        await learner.taps("Skip" if "Skip" in learner.last.buttons else "Passer")
        await learner.taps("Next" if "Next" in learner.last.buttons else "Suivante")


async def disputes(learner: Learner, about: str = "lake") -> str:
    """An answer that is judged wrong, and an appeal; what is said to that."""
    await asked(learner, about)
    await learner.sends(WORDING)
    tap = await learner.taps("I was right" if learner.person.language_code != "fr" else "J’avais raison")
    return tap.text or ""


@pytest.fixture
async def taken(ann: Learner, bo: Learner, stage: Stage) -> Learner:
    """Ann, whose deck Bo and Chloé have taken."""
    await brings(ann)
    link = await shares(ann)
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    chloe = stage.learner(stage.world.people[2])
    await chloe.sends(f"/start {link}")
    await chloe.taps("Le prendre")
    return ann


async def test_the_owner_accepts_and_everybody_is_judged_anew(taken: Learner, bo: Learner, stage: Stage) -> None:
    """The wording counts from then on, for all who use the deck, also after a restart and an edit."""
    ann, chloe = taken, stage.learner(stage.world.people[2])
    assert "sees your answer, not your name" in await disputes(bo)
    ann.sees_now("an answer in your deck Trivia was right", "Look at it")
    told = len(ann.said)
    await disputes(chloe)
    assert len(ann.said) == told
    await ann.sends("/decks")
    ann.sees_now("3 cards · 3 new to you · yours\n1 disputed answer")
    await ann.taps("Trivia")
    await ann.taps("1 disputed answer")
    ann.sees_now("Disputed answers: 1", "Deepest lake", "Baikal", "2 learners answered “the <big> one”")
    await ann.taps("Accept")
    ann.sees_now("No answer is disputed", "‹ Trivia")
    bo.sees_now("You were right! “the <big> one” now counts", r"\+10")
    chloe.sees_now("the <big> one")
    assert set((await stage.scores()).values()) == {10}
    await stage.restart()
    await stage.time_passes(days=60)
    await asked(bo, "lake")
    await bo.sends(WORDING)
    bo.sees_now("✅")
    await ann.taps("‹ Trivia")
    await ann.taps("Cards")
    await ann.taps("3")
    ann.sees_now("Also right: the <big> one")
    await ann.taps("Explanation")
    await ann.sends("It is 1,642 m deep.")
    await stage.time_passes(days=200)
    await asked(bo, "lake")
    await bo.sends(WORDING)
    bo.sees_now("✅", "1,642 m deep")


async def test_the_owner_refuses_kindly(taken: Learner, bo: Learner, stage: Stage) -> None:
    """Whoever disputed it hears why; only the owner decides, even where somebody else runs the bot."""
    ann = taken
    await disputes(bo)
    async with stage.store() as store:
        ((deck, waiting),) = (await store.appeals.waiting_for(ann.person.id)).items()
        (dispute,) = await store.appeals.disputes(deck)
        assert await store.appeals.disputes() == []
    assert waiting == 1
    tap = bo.person.tap_data(bo.last, f"a:{dispute.appeal_id}")
    await stage.settled()
    assert "Only the deck’s owner" in (tap.text or "")
    tap = bo.person.tap_data(bo.last, f"Dp:{deck}")
    await stage.settled()
    assert "Only the deck’s owner" in (tap.text or "")
    await ann.taps("Look at it")
    await ann.taps("Refuse")
    bo.sees_now("It does not count, sorry", "The right answer: Baikal")
    assert await stage.scores() == {}


async def test_an_owner_is_told_once_a_day_and_not_at_night(taken: Learner, bo: Learner, stage: Stage) -> None:
    """What came at night stands in the list of decks."""
    ann, chloe = taken, stage.learner(stage.world.people[2])
    await stage.at(stage.world.now().replace(hour=23))
    before = len(ann.said)
    await disputes(bo, "lake")
    assert len(ann.said) == before
    await stage.time_passes(hours=10)
    await disputes(chloe, "cat")
    assert len(ann.said) == before + 1
    await disputes(bo, "Peru")
    assert len(ann.said) == before + 1
    await opens(ann)
    ann.sees_now("3 disputed answers")
    assert len(CARDS) == 3


async def test_owners_decide_about_their_own_answers_at_once(ann: Learner, stage: Stage) -> None:
    """Nobody else could."""
    await brings(ann)
    assert "counts as right from now on" in await disputes(ann)
    ann.sees_now("You were right", r"\+10")
    assert list((await stage.scores()).values()) == [10]
    await stage.time_passes(days=60)
    await asked(ann, "lake")
    await ann.sends(WORDING)
    ann.sees_now("✅")


async def test_a_deck_without_owner_is_for_those_who_run_the_bot(taken: Learner, bo: Learner, stage: Stage) -> None:
    """As the bundled ones are."""
    await opens(taken)
    await taken.taps("Delete")
    await taken.taps("Delete")
    assert "once somebody has looked" in await disputes(bo)
    async with stage.store() as store:
        assert len(await store.appeals.disputes()) == 1
