"""After /forget nothing is left, and nothing that still stands in the chats brings any of it back."""

import pytest

from bot.playground import Group
from tests.support.stage import Learner, Stage


async def left_of(somebody: Learner) -> dict[str, int]:
    """What is held on them, by table."""
    async with somebody.stage.store() as store:
        held = await store.privacy.count(somebody.person.id)
    return {table: rows for table, rows in held.items() if rows}


async def deletes_everything(somebody: Learner) -> None:
    """With one confirmation."""
    await somebody.sends("/forget")
    await somebody.taps("Delete everything")
    somebody.sees_now("Everything is deleted")
    assert await left_of(somebody) == {}


async def test_open_questions_bring_nothing_back(stage: Stage, ann: Learner, ann_here: Learner, group: Group) -> None:
    """Not one in private with its buttons, not the daily one, not one of a group; the boards are without them."""
    bo = stage.learner(stage.world.people[1], group)
    await ann.sends("/daily 10:00 2")
    await ann_here.sends("/quiz planets 1")
    in_the_group = ann_here.last
    await ann_here.sends("mars", to=in_the_group)
    await bo.sends("venus", to=in_the_group)
    await stage.time_passes(hours=1)
    ann.sees_now("Your daily questions")
    daily = ann.last
    await ann.sends("/quiz giants 1")
    sitting = ann.last
    assert "Ann Archer" in await stage.scores(group)

    await deletes_everything(ann)
    assert "Ann Archer" not in await stage.scores(group)
    assert "Ann Archer" not in await stage.scores()
    for label, message in (("Skip", sitting), ("Later", daily), ("Skip", daily)):
        tap = await ann.taps(label, message)
        assert "closed" in (tap.text or "")
    await ann.sends("Jupiter", to=sitting)
    ann.sees_now("No question is open")
    await stage.time_passes(days=3)
    assert await left_of(ann) == {"learners": 1, "chats": 1}, "they are here again, and that is all"
    assert "Ann Archer" not in await stage.scores(group)


async def test_what_failed_goes_too(ann: Learner, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update that could not be dealt with is kept with its text, but not longer than /about says."""
    from bot import app  # the table that is bent for this test

    async def broken(_: object) -> None:
        raise RuntimeError("this feature always fails")

    command = type(app.COMMANDS[0])("stats", private=broken)  # type: ignore[arg-type] # it never returns
    monkeypatch.setitem(app.ROUTES.commands, "stats", command)
    await ann.sends("/stats a secret")
    assert (await left_of(ann))["inbox"] == 1
    await deletes_everything(ann)
    await ann.sends("/stats another one")
    await stage.time_passes(days=29)
    assert (await left_of(ann))["inbox"] == 1
    await stage.time_passes(days=2)
    assert "inbox" not in await left_of(ann)
