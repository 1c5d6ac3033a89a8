"""What a learner is asked next, and how they have a say in it."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from fsrs.scheduler import DEFAULT_PARAMETERS

from bot.cli import main
from bot.tutor import choice, fitting, schedule
from content.card import Deck
from storage.database import Database, Store
from storage.fits import EVERYBODY
from storage.states import ChatKind, Wish
from storage.tables import Memory
from tests.support.stage import DECK, WRONG, Learner, Stage, staged

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Paris")
ANN = 1_001
BIG = Deck(
    name="big",
    title="Big",
    cards=tuple(
        DECK.cards[0].model_copy(update={"id": f"card-{number}", "topic": "odd" if number % 2 else "even"})
        for number in range(100)
    ),
)


async def met(store: Store, card_id: str, *, ago: float, stability: float = 3.0, due_in: float = -0.1) -> None:
    """Ann has met this card of the big deck so many days ago."""
    at = NOW - timedelta(days=ago)
    memory = Memory(
        learner_id=ANN, deck=BIG.name, card_id=card_id, state=2, step=None, stability=stability,
        difficulty=5.0, due_at=NOW + timedelta(days=due_in), reviewed_at=at,
    )  # fmt: skip
    await store.memories.keep(memory, 3, None, None)


async def chosen(store: Store, number: int, *, topic: str = "", daily: bool = False, days: float = 0) -> choice.Choice:
    """What Ann would be asked after so many days."""
    now = NOW + timedelta(days=days)
    return await choice.choose(
        store, BIG, ANN, number, topic=topic, daily=daily, zone=ZONE, now=now, dice=random.Random(1)
    )


async def ann_in(store: Store) -> None:
    """Ann is known."""
    await store.learners.meet(ANN, "Ann", NOW)
    await store.chats.meet(ANN, ChatKind.PRIVATE, "", language="en", timezone="Europe/Paris", now=NOW)


async def test_most_at_risk_first(database: Database) -> None:
    """Not the longest overdue, but the one most likely to be forgotten; then new cards, then what comes next."""
    async with database.transaction() as store:
        await ann_in(store)
        await met(store, "card-1", ago=40, stability=30, due_in=-10)
        await met(store, "card-2", ago=3, stability=1, due_in=-2)
        await met(store, "card-3", ago=10, stability=5, due_in=-5)
        await met(store, "card-4", ago=1, stability=9, due_in=8)
        await met(store, "card-5", ago=1, stability=9, due_in=4)
        assert (await chosen(store, 3)).cards == ["card-2", "card-3", "card-1"]
        mixed = (await chosen(store, 15)).cards
        assert len(set(mixed)) == 15
        assert mixed[13:] == ["card-5", "card-4"]


async def test_new_cards_a_day(database: Database) -> None:
    """As many as the learner wants, today's counted in; whoever asks for more gets more, the daily set does not."""
    async with database.transaction() as store:
        await ann_in(store)
        learner = await store.learners.get(ANN)
        assert learner is not None
        await store.learners.prefer(learner, new_a_day=3)
        await met(store, "card-1", ago=0, due_in=2)
        await met(store, "card-2", ago=5, due_in=2)
        cards = (await chosen(store, 9, daily=True)).cards
        assert len(cards) == 3
        assert cards[2] == "card-2"
        more = (await chosen(store, 9)).cards
        assert len(more) == 9
        assert more[2] == "card-2"
        assert "card-1" not in more


async def test_a_backlog_is_spread_and_said_once(database: Database) -> None:
    """Twenty today, twenty on each day after it; the next time it is told of is after it has been worked off."""
    async with database.transaction() as store:
        await ann_in(store)
        for number in range(75):
            await met(store, f"card-{number}", ago=50, stability=1 + number)
        first = await chosen(store, 20)
        assert first.backlog == 75
        assert first.cards == [f"card-{number}" for number in range(20)]
        due = [await store.memories.due_count(ANN, BIG.name, NOW + timedelta(days=days)) for days in range(5)]
        assert due == [20, 40, 60, 75, 75]
        again = await chosen(store, 20, days=2)
        assert again.backlog == 0
        assert again.cards[:1] == ["card-0"]
        for number in range(75):
            await met(store, f"card-{number}", ago=0, due_in=30)
        assert (await chosen(store, 5, days=4)).backlog == 0
        assert (await chosen(store, 5, days=60)).backlog == 75


async def test_topics_first_and_left_out(database: Database) -> None:
    """New cards come from a topic in focus first; of one left out nothing comes, unless it is asked for by name."""
    async with database.transaction() as store:
        await ann_in(store)
        await met(store, "card-1", ago=5)
        await met(store, "card-3", ago=5, due_in=3)
        await choice.set_topic_wish(store, BIG, ANN, "even", Wish.FOCUS)
        cards = (await chosen(store, 11)).cards
        assert cards[0] == "card-1"
        assert all(int(card.removeprefix("card-")) % 2 == 0 for card in cards[1:-1])
        await choice.set_topic_wish(store, BIG, ANN, "odd", Wish.LEAVE_OUT)
        await choice.set_topic_wish(store, BIG, ANN, "even", None)
        cards = (await chosen(store, 100)).cards
        assert {int(card.removeprefix("card-")) % 2 for card in cards} == {0}
        assert (await chosen(store, 1, topic="odd")).cards == ["card-1"]
        topics = await choice.topics_of(store, BIG, ANN)
        assert [(topic.name, topic.cards, topic.wish) for topic in topics] == [
            ("even", 50, None),
            ("odd", 50, Wish.LEAVE_OUT),
        ]
        await choice.set_topic_wish(store, BIG, ANN, "even", Wish.LEAVE_OUT)
        assert len((await chosen(store, 10)).cards) == 10
        with pytest.raises(LookupError):
            await choice.set_topic_wish(store, BIG, ANN, "no such topic", Wish.FOCUS)
        assert len((await store.privacy.export(ANN))["topic_wishes"]) == 2


async def test_i_know_it_already(ann: Learner, stage: Stage) -> None:
    """No answer, no points; the card comes back in half a year, or, taken back, at once."""
    await ann.sends("/quiz planets 1")
    question = ann.sees_now("red planet", "I know it")
    await ann.taps("I know it")
    ann.sees_now("red planet", "You know this one. It comes back in August 2026", "Done! · 0 points", "Undo")
    assert ann.last is question
    assert await stage.scores() == {}
    await ann.sends("mars")
    ann.sees_now("No question is open")
    await ann.sends("/quiz planets 1")
    ann.sees_now("red planet")
    assert "I know it" not in ann.last.buttons
    async with stage.store() as store:
        memory = await store.memories.get(ann.person.id, DECK.name, "red-planet")
        assert memory is not None
        assert (memory.due_at - memory.reviewed_at).days == schedule.KNOWN_DAYS
        assert not await store.memories.reviews(ann.person.id, DECK.name, "red-planet")
    await ann.taps("Undo", question)
    assert "like any other" in question.text
    async with stage.store() as store:
        assert await store.memories.get(ann.person.id, DECK.name, "red-planet") is None


async def test_not_known_after_all(ann: Learner) -> None:
    """In the middle of a sitting the question is open again; buttons of before are answered kindly."""
    await ann.sends("/quiz 2")
    question = ann.last
    know = question.button("I know it")["callback_data"]
    await ann.taps("I know it")
    undo = ann.sees_now("Next", "Undo").button("Undo")["callback_data"]
    await ann.taps("Undo")
    ann.sees_now("1 of 2", "Skip", "I know it")
    await ann.answers_right()
    ann.sees_now("✅")
    for data in (know, undo):
        await ann.does(lambda data=data: ann.person.tap_data(question, data))
        assert ann.person.taps[-1].text == "This question is closed."


async def test_a_wrong_card_comes_again_in_the_same_sitting(ann: Learner) -> None:
    """And not as a new one."""
    await ann.sends("/quiz planets 1")
    await ann.sends(WRONG)
    ann.sees_now("❌")
    await ann.taps("Next")
    ann.sees_now("Once more", "red planet")
    assert "I know it" not in ann.last.buttons


async def test_a_month_away(sqlite_url: str) -> None:
    """Whoever comes back hears once how much is waiting, and that it is not all for today."""
    async with staged(sqlite_url, decks=(BIG,)) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/start")
        async with stage.store() as store:
            for number in range(45):
                await met(store, f"card-{number}", ago=40)
        await ann.sends("/quiz 3")
        ann.sees_now("45 cards are waiting. 20 of them are for today", "1 of 3")
        await ann.sends("mars")
        await ann.sends("/stats")
        ann.sees_now(r"Due: Today \(19\) · Tue \(20\) · Wed \(5\)")
        await ann.sends("/quiz 3")
        assert "waiting" not in ann.last.text


# --- dailydeck optimise ----------------------------------------------------------------------------------------------


class FakeOptimizer:
    """In place of the library's, which needs torch."""

    def __init__(self, logs: Sequence[object]) -> None:
        self.logs = logs

    def compute_optimal_parameters(self) -> list[float]:
        """FSRS's own, with another first stability."""
        return [*DEFAULT_PARAMETERS[:2], 30.0, *DEFAULT_PARAMETERS[3:]]


class NoOptimizer:
    """As the library behaves without torch."""

    def __init__(self, logs: Sequence[object]) -> None:
        raise ImportError(f"Optimizer is not installed for {len(logs)} logs")


@pytest.fixture
async def reviewed(sqlite_url: str, bare_environment: None, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 # a fixture for its effect
    """A database with enough reviews, which the command line uses."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        await ann_in(store)
        for number in range(600):
            await met(store, f"card-{number % 100}", ago=600 - number)
    await database.close()
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    return sqlite_url


@pytest.mark.usefixtures("reviewed")
def test_optimise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fits to everybody's reviews or one's own; too few are not enough."""
    monkeypatch.setattr(fitting, "Optimizer", FakeOptimizer)
    run = CliRunner().invoke(main, ["optimise"])
    assert run.exit_code == 0, run.output
    assert "Fitted to 600 reviews" in run.output
    assert "30.0000" in run.output
    assert CliRunner().invoke(main, ["optimise", "--learner", str(ANN)]).exit_code == 0
    few = CliRunner().invoke(main, ["optimise", "--learner", "77"])
    assert (few.exit_code, "0 reviews are too few" in few.output) == (1, True)


@pytest.mark.usefixtures("reviewed")
def test_optimise_without_the_optimiser(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what to install."""
    monkeypatch.setattr(fitting, "Optimizer", NoOptimizer)
    run = CliRunner().invoke(main, ["optimise"])
    assert run.exit_code == 1
    assert run.output.strip() == 'The optimiser is not installed: pip install "dailydeck[optimizer]"'


async def test_fitted_parameters_are_used(ann: Learner, stage: Stage) -> None:
    """Those of everybody, and one's own before them."""
    fitted = FakeOptimizer([]).compute_optimal_parameters()
    async with stage.store() as store:
        await store.fits.keep(EVERYBODY, fitted, 600, NOW)
        assert (await choice.scheduler_of(store, ann.person.id)).parameters[2] == 30.0
        await store.fits.keep(ann.person.id, DEFAULT_PARAMETERS, 600, NOW)
        assert (await choice.scheduler_of(store, ann.person.id)).parameters[2] != 30.0
        await store.fits.keep(ann.person.id, fitted, 700, NOW)
    await ann.sends("/quiz planets 1")
    await stage.time_passes(minutes=1)
    await ann.answers_right()
    async with stage.store() as store:
        memory = await store.memories.get(ann.person.id, DECK.name, "red-planet")
        assert memory is not None
        assert memory.stability == 30.0
