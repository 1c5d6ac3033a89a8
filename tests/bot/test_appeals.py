""" "I was right": the learner's button, the operator's decision, and everybody judged anew."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.playground import MovableClock
from storage.tables import Memory
from tests.support.stage import Learner, Stage, staged

WORDING = "the rusty one"


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    """Ann runs the bot."""
    async with staged(database_url, admins=frozenset({1001})) as stage:
        yield stage


@pytest.fixture
def bo(stage: Stage) -> Learner:
    """A learner."""
    return stage.learner(stage.world.people[1])


async def disputed(learner: Learner, wording: str = WORDING) -> None:
    """An answer that was judged wrong, and an appeal."""
    await learner.sends("/quiz planets 1")
    await learner.sends(wording)
    learner.sees_now("Not yet", "I was right|J’avais raison")
    tap = await learner.taps("raison" if learner.person.language_code == "fr" else "I was right")
    assert tap.text


async def memory(stage: Stage, learner: Learner) -> Memory:
    """What the learner is thought to know of the card."""
    async with stage.store() as store:
        found = await store.memories.get(learner.person.id, "solar-system", "red-planet")
    assert found is not None
    return found


async def test_an_appeal_mends_the_learners_schedule_at_once(bo: Learner, stage: Stage) -> None:
    """Points wait."""
    await bo.sends("/quiz planets 1")
    await bo.sends(WORDING)
    before = await memory(stage, bo)
    tap = await bo.taps("I was right")
    assert "I treat this card as known" in (tap.text or "")
    after = await memory(stage, bo)
    assert after.due_at > before.due_at
    assert await stage.scores() == {}
    tap = await bo.taps("I was right")
    assert tap.text == "You have said so already."


async def test_accepting_judges_everybody_anew(bo: Learner, ann: Learner, stage: Stage) -> None:
    """Also who gave the same answer and did not appeal, and whoever gives it from now on."""
    chloe = stage.learner(stage.world.people[2])
    await disputed(bo)
    await chloe.sends("/quiz planets 1")
    await chloe.sends("The rusty one!")
    await ann.sends("/admin")
    ann.sees_now("Disputed answers: 1")
    await ann.sends("/admin appeals")
    ann.sees_now("red planet", "Answer: Mars", "1 learner answered “the rusty one”")
    await ann.taps("Accept")
    ann.sees_now("No answer is disputed")
    bo.sees_now("You were right!", "the rusty one", r"\+10")
    chloe.sees_now("Tu avais raison", r"\+10")
    assert await stage.scores() == {"Bo": 10, "Chloé Laurent": 10}
    await ann.sends("/quiz planets 1")
    await ann.sends("the rusty one")
    ann.sees_now("✅ Correct!")
    await stage.restart()
    await ann.sends("/quiz planets 1")
    await ann.sends("the rusty one")
    ann.sees_now("✅ Correct!")


async def test_what_is_accepted_is_laid_over_once(bo: Learner, ann: Learner, stage: Stage) -> None:
    """However much is accepted after it."""
    for wording in (WORDING, "our dusty neighbour"):
        await disputed(bo, wording)
        await ann.sends("/admin appeals")
        await ann.taps("Accept")
    deck = stage.bot.pusher.library.decks[0]
    accepted = next(card.accept for card in deck.cards if card.answer == "Mars")
    assert len(accepted) == len(set(accepted))
    assert {WORDING, "our dusty neighbour"} <= set(accepted)


async def test_deciding_twice_changes_nothing(bo: Learner, ann: Learner, stage: Stage) -> None:
    """A second tap says so."""
    await disputed(bo)
    await ann.sends("/admin appeals")
    message = ann.last
    accept, refuse = (message.button(label)["callback_data"] for label in ("Accept", "Refuse"))
    for data in (accept, accept, refuse):
        ann.person.tap_data(message, data)
        await stage.settled()
    assert ann.person.taps[-1].text == "That has been decided already."
    assert await stage.scores() == {"Bo": 10}
    assert sum("You were right" in one.text for one in bo.said) == 1


async def test_refusing_is_told_kindly(bo: Learner, ann: Learner, stage: Stage) -> None:
    """With what is wanted; nothing else changes."""
    await disputed(bo)
    await ann.sends("/admin appeals")
    await ann.taps("Refuse")
    bo.sees_now("does not count, sorry", "The right answer: Mars")
    assert await stage.scores() == {}
    await bo.sends("/quiz planets 1")
    await bo.sends(WORDING)
    bo.sees_now("❌ Not yet")


async def test_only_operators_decide(bo: Learner, stage: Stage) -> None:
    """A forged button earns nothing."""
    await disputed(bo)
    for data in ("a:1", "r:1"):
        tap = bo.person.tap_data(bo.last, data)
        await stage.settled()
        assert tap.text == "That command is for admins."
    await bo.sends("/admin appeals")
    bo.sees_now("for admins")
    assert await stage.scores() == {}


async def test_half_an_answer_gets_the_other_half(bo: Learner, ann: Learner, stage: Stage) -> None:
    """What was earned already is not given again; the score stays the sum of the ledger."""
    await bo.sends("/quiz rocks 1")
    await bo.sends("mercury, venus, earth and the rusty one")
    bo.sees_now("🟡 Partly right", "I was right")
    before = (await stage.scores())["Bo"]
    await bo.taps("I was right")
    await ann.sends("/admin appeals")
    await ann.taps("Accept")
    assert 0 < before < 10
    bo.sees_now(rf"\+{10 - before}")
    assert await stage.scores() == {"Bo": 10}


async def test_nothing_to_appeal_against(bo: Learner) -> None:
    """A right answer, a give-up."""
    await bo.sends("/quiz planets 1")
    await bo.sends("idk")
    assert "I was right" not in bo.last.buttons
    await bo.sends("/quiz giants 1")
    await bo.sends("jupiter")
    assert "I was right" not in bo.last.buttons


async def test_forgetting_takes_the_appeal_along(bo: Learner, stage: Stage) -> None:
    """Nothing of it is left to decide."""
    await disputed(bo)
    await bo.sends("/forget")
    await bo.taps("Delete everything")
    async with stage.store() as store:
        assert await store.appeals.disputes() == []


@pytest.mark.usefixtures("bare_environment")
async def test_the_command_line(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists, decides, and takes the accepted wordings out."""
    folder = tmp_path / "decks"
    folder.mkdir()
    source = Path(__file__).parents[1] / "support" / "decks" / "solar-system.toml"
    (folder / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    async with staged(sqlite_url) as stage:
        bo = stage.learner(stage.world.people[1])
        await disputed(bo)
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("DAILYDECK_DECKS", str(folder))

    def dailydeck(*arguments: str) -> str:
        return CliRunner().invoke(main, ["appeals", *arguments]).output

    # click's runner starts a loop of its own, so it needs a thread without one.
    listed = await asyncio.to_thread(dailydeck)
    assert listed == "1\t1 ×\tred-planet\tthe rusty one\t(Mars)\n"
    assert "accepted: 'the rusty one' for red-planet; 1 learners told, 10 points" in await asyncio.to_thread(
        dailydeck, "--accept", "1"
    )
    assert "no open appeal has this id" in await asyncio.to_thread(dailydeck, "--accept", "1")
    assert await asyncio.to_thread(dailydeck) == "No answer is disputed.\n"
    patch = tmp_path / "patch.toml"
    await asyncio.to_thread(dailydeck, "--export", str(patch))
    assert 'id = "red-planet"\naccept = ["the rusty one"]' in patch.read_text(encoding="utf-8")
    # The command line has the time of this machine.
    async with staged(sqlite_url, clock=MovableClock(datetime.now(UTC))) as stage:
        assert await stage.scores() == {"Bo": 10}
