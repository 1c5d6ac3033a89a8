"""More about a card than its verdict said: for whoever asks, and never before the answer."""

from collections.abc import AsyncIterator

import pytest

from content.card import Deck, ListCard, TermCard
from storage.prepared import change
from tests.support.databases import ONE
from tests.support.stage import WRONG, Learner, Stage, staged

pytestmark = ONE

CARDS = (
    TermCard(
        id="over",
        question="What is it called when a model learns the noise of its training data?",
        answer="Overfitting",
        accept=("high variance",),
        reject=("underfitting",),
        topic="fit",
        source=(3, 4),
    ),
    TermCard(
        id="under", question="What is it called when a model learns too little?", answer="Underfitting", topic="fit"
    ),
    ListCard(
        id="against",
        question="Name two ways against it.",
        answer="Dropout; more data; a smaller model",
        items=(("Dropout",), ("more data",), ("a smaller model",)),
        need=2,
        topic="ways",
    ),
)
BARE = Deck(name="models", title="Models", cards=CARDS)


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    """A deck with near misses, and with cards that remind of each other."""
    async with staged(database_url, decks=(BARE,)) as stage:
        yield stage


async def test_whoever_asks_is_told_more(ann: Learner) -> None:
    """What counts as well, what does not, what is near and met already; then the quiz goes on."""
    await ann.sends("/quiz fit 2")
    asked_over = "noise" in ann.last.text
    await ann.sends("overfitting" if asked_over else "underfitting")
    assert ("Explain more" in ann.last.buttons) is asked_over, "where there is nothing more to say, there is no button"
    await ann.taps("Next")
    await ann.sends("underfitting" if asked_over else "overfitting")
    await ann.taps("Explain more")
    text = ann.sees_now("learns the noise", "Answer: Overfitting").text
    assert "Also right: “high variance”." in text
    assert "Not to be confused with “underfitting”." in text
    assert "• What is it called when a model learns too little? → Underfitting" in text
    assert "no. 3 and 4" in text


async def test_nothing_is_given_away(ann: Learner, stage: Stage) -> None:
    """Neither a card that has not been met, nor the answer to one that is being asked once more."""
    await ann.sends("/quiz fit 1")
    while "noise" not in ann.last.text:
        await ann.sends(WRONG)
        await ann.sends("/quiz fit 1")
    await ann.sends(WRONG)
    verdict = ann.sees_now("❌", "Explain more", "I was right")
    async with stage.store() as store:
        for card_id in await store.memories.met(ann.person.id, "models") - {"over"}:
            memory = await store.memories.get(ann.person.id, "models", card_id)
            assert memory is not None
            await store.memories.forget(memory)
    await ann.taps("Explain more")
    assert "too little" not in ann.sees_now("Not to be confused", "Next").text
    await ann.taps("Next")
    ann.sees_now("Once more", "noise")
    tap = await ann.taps("Explain more", verdict)
    assert tap.text == "This card is being asked just now. Answer it first."
    await ann.sends("overfitting")
    await stage.time_passes(days=100)
    await ann.taps("Explain more", verdict)
    assert "Next" not in " ".join(ann.sees_now("Not to be confused").buttons), "months later it is still told"


async def test_parts_one_by_one_also_after_skipping(ann: Learner, stage: Stage) -> None:
    """Some of several suffice. A button of a deck that is gone, and somebody else's, are answered kindly."""
    await ann.sends("/quiz ways 1")
    await ann.taps("Skip")
    skipped = ann.last
    await ann.taps("Explain more")
    ann.sees_now("Any 2 of these:\n• Dropout\n• more data\n• a smaller model")
    question = skipped.button("Explain more")["callback_data"]
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/start")
    await bo.does(lambda: bo.person.tap_data(bo.last, question))
    assert bo.person.taps[-1].text == "That button isn’t for you."
    async with stage.store() as store:
        asked = await store.questions.get(int(question.split(":")[1]))
        assert asked is not None
        await change(store.questions._session, asked, deck="no-longer")
    tap = await ann.taps("Explain more", skipped)
    assert tap.text == "That deck is no longer here. /decks shows the others."
