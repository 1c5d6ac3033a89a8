"""Decks that go from hand to hand, in private and into groups."""

import re

import pytest

from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage
from tests.support.trivia import CARDS, brings, knows_all, opens, shares

pytestmark = ONE


@pytest.fixture
def bo(stage: Stage) -> Learner:
    """Bo in private."""
    return stage.learner(stage.world.people[1])


async def test_a_deck_is_taken_by_its_link_and_follows_its_owner(ann: Learner, bo: Learner, stage: Stage) -> None:
    """What it holds is shown first; edits come through, and what is known stays."""
    await brings(ann)
    link = await shares(ann)
    ann.sees_now("Anyone who opens this link", "Nobody has taken it yet", "Send the link", "Use it in a group")
    assert await shares(ann) == link

    await bo.sends(f"/start {link}")
    bo.sees_now("Trivia", r"3 cards, shared by \w+ [0-9A-F]{3}", "Capital of Peru", "→ Lima", "Take it", "Not now")
    await bo.taps("Not now")
    bo.sees_now("All right")
    await bo.sends("/decks")
    assert "Trivia" not in bo.last.text
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    bo.sees_now("Trivia is in your list", "Study this")
    await knows_all(bo)
    await ann.taps("‹ Trivia")
    await ann.taps("Share")
    ann.sees_now("Used by 1 learner\\.")

    await ann.taps("‹ Trivia")
    await ann.taps("Cards")
    await ann.taps("1")
    await ann.taps("Question")
    await ann.sends("What is Peru’s capital?")
    await opens(bo)
    bo.sees_now(r"3 cards$|3 cards\n", r"Shared by \w+ [0-9A-F]{3}\. It follows", "Make it mine", "Leave")
    assert "Rename" not in bo.last.buttons
    assert "new to you" not in bo.last.text
    await bo.taps("Cards")
    bo.sees_now("What is Peru’s capital")
    await bo.taps("1")
    assert "Answer" not in bo.last.buttons
    await stage.restart()
    await bo.sends(f"/start {link}")
    bo.sees_now("Shared by", "Leave")


async def test_leaving_and_coming_back(ann: Learner, bo: Learner) -> None:
    """What was known is still known; nothing is asked from it meanwhile."""
    await brings(ann)
    link = await shares(ann)
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    await knows_all(bo)
    await bo.sends("/quiz trivia 1")
    await opens(bo)
    await bo.taps("Leave")
    bo.sees_now("Trivia is off the list", "Take it again")
    await bo.sends("Lima")
    bo.sees_now("No question is open")
    await bo.taps("Take it again")
    await opens(bo)
    assert "new to you" not in bo.last.text


@BOTH
async def test_a_copy_is_ones_own(ann: Learner, bo: Learner) -> None:
    """With all that one knows, under a title that is free; the owner's edits do not reach it any more."""
    await brings(ann)
    link = await shares(ann)
    await brings(bo)
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    await bo.taps("‹ Trivia")
    await bo.taps("Study this")
    question = bo.last.text
    await bo.taps("Skip")
    await bo.sends("/decks")
    bo.sees_now("3 new to you · yours", "2 new to you · shared with you")
    assert bo.last.markup is not None
    data = bo.last.markup["inline_keyboard"][2][0]["callback_data"]
    await bo.does(lambda: bo.person.tap_data(bo.last, data))
    bo.sees_now("Shared by", "2 new to you")
    await bo.taps("Make it mine")
    bo.sees_now(r"Trivia \(2\) is yours now")
    await bo.taps("Next")
    assert bo.last.text != question
    bo.sees_now("2 of 3")
    await opens(bo, "Trivia (2)")
    bo.sees_now("2 new to you", "Rename")
    await opens(ann)
    await ann.taps("Share")
    ann.sees_now("Nobody has taken it yet")
    await ann.taps("‹ Trivia")
    await ann.taps("Rename")
    await ann.sends("Trifles")
    await bo.sends("/decks")
    assert "Trifles" not in bo.last.text


async def test_a_deck_that_is_withdrawn_stays_with_those_who_took_it(ann: Learner, bo: Learner, stage: Stage) -> None:
    """As it is; they are told, in daylight. The link is dead, and the owner keeps the deck and what they know."""
    chloe = stage.learner(stage.world.people[2])
    await brings(ann)
    link = await shares(ann)
    await knows_all(ann)
    for other, button in ((bo, "Take it"), (chloe, "Le prendre")):
        await other.sends(f"/start {link}")
        await other.taps(button)
    await knows_all(bo)
    await ann.sends("/quiz trivia 1")
    await opens(ann)
    await ann.taps("Share")
    await ann.taps("Stop sharing")
    ann.sees_now("link stops working", "keep it as it is now", "You keep the deck")
    await ann.taps("Go on sharing")
    await ann.taps("Stop sharing")
    await ann.taps("Stop sharing")
    ann.sees_now("Trivia is no longer shared")
    bo.sees_now("no longer shared by its owner. You keep it as it is, with all that you know")
    chloe.sees_now("n’est plus partagé par son propriétaire")

    await ann.taps("‹ Trivia")
    ann.sees_now(r"3 cards(\n|$| · 1 due)", "Rename")
    assert "new to you" not in ann.last.text
    await ann.taps("Cards")
    await ann.taps("1")
    await ann.taps("Delete this card")
    await opens(bo)
    bo.sees_now("Its owner no longer shares this deck", "3 cards")
    assert "new to you" not in bo.last.text
    assert "Share" not in bo.last.buttons
    stranger = stage.learner(stage.world.people[1])
    await stranger.sends(f"/start {link}")
    stranger.sees_now("This deck is no longer shared")

    await bo.taps("Leave")
    bo.sees("you could not take it again")
    await bo.taps("Leave")
    bo.sees("off the list")
    async with stage.store() as store:
        assert (await store.privacy.count(bo.person.id))["memories"] == 0
    await opens(chloe)
    await chloe.taps("En faire le mien")
    chloe.sees_now("Trivia est à toi")
    async with stage.store() as store:
        await store.decks.drop_unused()
        assert len(await store.decks.versions(chloe.person.id)) == 1
        assert len(await store.decks.versions(ann.person.id)) == 1


@pytest.mark.parametrize("way", ["delete", "forget"])
@BOTH
async def test_takers_keep_a_deck_whose_owner_goes(ann: Learner, bo: Learner, stage: Stage, way: str) -> None:
    """And of the owner nothing is left in it; when the last taker goes too, the deck does."""
    await brings(ann)
    link = await shares(ann)
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    await knows_all(bo)
    if way == "delete":
        await opens(ann)
        await ann.taps("Delete")
        ann.sees_now("Those who have taken it keep it")
        await ann.taps("Delete")
        bo.sees_now("You keep it as it is")
    else:
        await ann.sends("/forget")
        ann.sees_now("Those who have taken a deck of yours keep it")
        await ann.taps("Delete everything")
    await opens(bo)
    bo.sees_now("Its owner no longer shares this deck")
    assert "new to you" not in bo.last.text
    async with stage.store() as store:
        held = await store.privacy.count(ann.person.id)
        assert (held["own_decks"], held["memories"]) == (0, 0)
        ((name, _),) = await store.decks.versions(bo.person.id)
        await store.privacy.forget(bo.person.id, stage.world.now())
        assert await store.decks.get(name) is None


async def test_a_group_plays_with_a_deck_of_its_admin(
    ann: Learner, ann_here: Learner, bo_here: Learner, bo: Learner, stage: Stage
) -> None:
    """Brought by the link, by an admin only; rounds and the card of the day come from it, also answered in private."""
    await brings(ann)
    link = await shares(ann)
    await bo_here.sends(f"/start@{stage.world.bot.username} {link}")
    bo_here.sees_now("Only group admins")
    await ann_here.sends(f"/start@{stage.world.bot.username} {link}")
    ann_here.sees_now("we play with Trivia", "3 cards", "Start a quiz")
    await ann_here.sends("/decks")
    ann_here.sees_now("✓ Trivia", "Take out Trivia", "Open our chat")
    await stage.restart()
    await ann_here.sends("/quiz 1")
    asked = ann_here.last
    right = next(answer for question, answer in CARDS.items() if question in asked.text)
    url = next(button["url"] for row in asked.markup["inline_keyboard"] for button in row if "url" in button)  # type: ignore[index] # a question has its button
    await bo.sends(f"/start {url.split('start=')[1]}")
    bo.sees_now("Write your answer here")
    await bo.sends(right)
    bo.sees_now("Noted")
    await ann_here.sends("nonsense", to=asked)
    await stage.time_passes(seconds=61)
    ann_here.sees("The result", right)
    ann_here.sees_now("The quiz is over", "Bo")

    await ann_here.sends("/daily 10:00")
    await stage.at(stage.world.now().replace(hour=10, minute=0))
    ann_here.sees_now("Card of the day", "|".join(re.escape(question) for question in CARDS))
    await ann.sends("/decks")
    await ann.taps("Trivia")
    await ann.taps("Share")
    ann.sees_now("Used by 0 learners and 1 group")

    await ann_here.sends("/quiz trivia 1")
    ann_here.sees_now("Question 1 of 1", "|".join(re.escape(question) for question in CARDS))
    await stage.time_passes(seconds=200)
    await ann_here.sends("/decks")
    await bo_here.does(lambda: bo_here.person.tap(ann_here.last, "Take out Trivia"))
    ann_here.sees_now("✓ Trivia")
    await ann_here.taps("Take out Trivia")
    ann_here.sees_now("✓ Solar system")
    assert "Trivia" not in ann_here.last.text
    await ann_here.sends("/quiz 1")
    ann_here.sees_now("Question 1 of 1")
    assert not any(question in ann_here.last.text for question in CARDS)


async def test_the_owner_sees_what_gives_trouble(ann: Learner, bo: Learner, stage: Stage) -> None:
    """Of a card that few have answered nothing is said, unless it is disputed."""
    await brings(ann)
    link = await shares(ann)
    chloe = stage.learner(stage.world.people[2])
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    await bo.sends("/quiz trivia 3")
    await bo.sends("purple elephants")
    await opens(ann)
    await ann.taps("Share")
    assert "gives most trouble" not in ann.last.text
    await bo.taps("I was right")
    await chloe.sends(f"/start {link}")
    await ann.taps("‹ Trivia")
    await ann.taps("Share")
    ann.sees("gives most trouble", "100% of 1 not right, disputed once")


@pytest.mark.parametrize("code", ["", "x", "ä", "a" * 60, "1' OR '1'='1"])
async def test_a_link_that_leads_nowhere(bo: Learner, code: str) -> None:
    """Is said to be dead, whatever it carries."""
    await bo.sends(f"/start deck_{code}")
    bo.sees_now("no longer shared")
