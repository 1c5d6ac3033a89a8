"""Editing one's own deck in the private chat."""

import pytest

from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage

pytestmark = ONE


@pytest.fixture
async def owner(ann: Learner) -> Learner:
    """Ann with a deck of three cards."""
    await ann.sends(
        "/import " + "\n".join(["Capital of Peru? - Lima", "Largest cat? - tiger", "Deepest lake? - Baikal"])
    )
    ann.sees_now("Import 3 cards")
    await ann.taps("Import 3 cards")
    await ann.sends("/decks")
    await ann.taps("My cards")
    return ann


@BOTH
async def test_a_card_is_added_changed_and_deleted_in_chat(owner: Learner, stage: Stage) -> None:
    """In the learner's own words; the kind is guessed; each step can be taken back, and what is known stays."""
    ann = owner
    await ann.taps("Cards")
    ann.sees_now("cards 1–3 of 3", r"1\. Capital of Peru\?", r"3\. Deepest lake\?", "Add a card")
    await ann.taps("Add a card")
    ann.sees_now("Send me the question", "Cancel")
    await ann.sends("How many <b>legs</b> has a spider?")
    ann.sees_now("How many <b>legs</b> has a spider", "Now send me the answer")
    await stage.restart()
    await ann.sends("8")
    ann.sees_now("Added", "Answer: 8", "I judge it as a number", "Another card")
    await ann.taps("Answer", ann.last)
    ann.sees_now("Send me the answer", "Now:\n8")
    await ann.sends("- head\n- body")
    ann.sees_now("Saved", "a list of 2")
    await ann.taps("Undo")
    ann.sees_now("Undone")
    await ann.taps("‹ My cards")
    await ann.taps("Cards")
    ann.sees_now("cards 1–4 of 4")
    await ann.taps("4")
    ann.sees_now("Answer: 8")

    await ann.sends("/quiz my cards 4")
    for _ in range(4):
        await ann.taps("I know it")
        if "Next" in ann.last.buttons:
            await ann.taps("Next")
    await ann.sends("/decks")
    assert "new to you" not in ann.last.text.split("My cards")[-1]
    await ann.taps("My cards")
    await ann.taps("Cards")
    await ann.taps("1")
    await ann.taps("Question")
    await ann.sends("What is the capital of Peru?")
    ann.sees_now("Saved", "What is the capital of Peru")
    await ann.taps("Delete this card")
    ann.sees_now("Deleted: What is the capital of Peru")
    deleted = ann.last
    await ann.sends("/decks")
    ann.sees_now("My cards\n3 cards · yours")
    await ann.taps("Undo", deleted)
    await ann.sends("/decks")
    ann.sees_now("My cards\n4 cards · yours")


async def test_wordings_that_were_written_count(owner: Learner) -> None:
    """And an explanation is shown; both can be emptied again."""
    ann = owner
    await ann.taps("Cards")
    await ann.taps("2")
    await ann.taps("Also right")
    await ann.sends("panthera tigris\n\nthe striped one\npanthera tigris")
    ann.sees_now("Also right: panthera tigris · the striped one")
    await ann.taps("Explanation", ann.last)
    await ann.sends("It weighs <300> kg.")
    ann.sees_now("It weighs <300> kg")
    await ann.sends("/quiz my cards 3")
    while "Largest cat" not in ann.last.text:
        await ann.taps("Skip")
        await ann.taps("Next")
    await ann.sends("the striped one")
    ann.sees_now("✅", "It weighs <300> kg")
    await ann.sends("/decks")
    await ann.taps("My cards")
    await ann.taps("Cards")
    await ann.taps("2")
    await ann.taps("Also right")
    await ann.taps("Leave it empty")
    assert "the striped one" not in ann.last.text


async def test_search_finds_cards(owner: Learner) -> None:
    """By words in question and answer, and roughly where nothing has them."""
    ann = owner
    await ann.taps("Cards")
    await ann.taps("Search")
    ann.sees_now("What shall I look for")
    await ann.sends("LAKE")
    ann.sees_now("One card with “LAKE”", "Deepest lake")
    await ann.taps("1")
    ann.sees_now("Baikal")
    await ann.sends("/decks")
    await ann.taps("My cards")
    await ann.taps("Cards")
    await ann.taps("Search")
    await ann.sends("baykal")
    ann.sees_now("Deepest lake")
    await ann.taps("Search again")
    await ann.sends("<zebra>")
    ann.sees_now("No card with “<zebra>”")


async def test_what_is_written_can_be_left(owner: Learner, stage: Stage) -> None:
    """By Cancel, a command, a new question, a reply to one, or by leaving it alone for half an hour."""
    ann = owner
    await ann.taps("Rename")
    ann.sees_now("new name of the deck", "Now:\nMy cards")
    await ann.taps("Cancel")
    ann.sees_now("3 cards", "Rename")
    await ann.taps("Rename")
    await ann.sends("/help")
    await ann.sends("no title")
    ann.sees_now("No question is open")
    await ann.sends("/quiz my cards 1")
    asked = ann.last
    await ann.sends("/decks")
    await ann.taps("My cards")
    await ann.taps("Rename")
    await ann.sends("purple elephants", to=asked)
    ann.sees_now("❌")
    await ann.sends("Trivia <1>")
    ann.sees_now("called Trivia <1> now")
    await ann.taps("‹ Trivia <1>")
    await ann.taps("Rename")
    await stage.time_passes(minutes=31)
    await ann.sends("too late")
    ann.sees_now("No question is open")


async def test_limits_are_told(owner: Learner) -> None:
    """Lengths, the last card, a title twice; and what was asked for is still waited for."""
    ann = owner
    await ann.taps("Rename")
    await ann.sends("x" * 81)
    ann.sees_now("80 characters at most")
    await ann.sends("\u202e")
    ann.sees_now("I need some text")
    await ann.sends("Trivia")
    ann.sees_now("called Trivia now")
    await ann.sends("/import a - b\nc - d\ne - f")
    await ann.taps("Import 3 cards")
    await ann.sends("/decks")
    await ann.taps("My cards")
    await ann.taps("Rename")
    await ann.sends("Trivia")
    ann.sees_now("another deck called “Trivia”")
    for _ in range(2):
        await ann.sends("/decks")
        await ann.taps("My cards")
        await ann.taps("Cards")
        await ann.taps("1")
        await ann.taps("Delete this card")
    await ann.taps("‹ Cards")
    await ann.taps("1")
    tap = await ann.taps("Delete this card")
    assert "at least one card" in (tap.text or "")
    await ann.taps("Also right")
    await ann.sends("\n".join(str(number) for number in range(31)))
    ann.sees_now("Up to 30 wordings")


@BOTH
async def test_a_deck_is_deleted_after_asking(owner: Learner, stage: Stage) -> None:
    """With what was known of it; its question is not open any more, and points stay."""
    ann = owner
    await ann.sends("/quiz my cards 2")
    await ann.sends("Lima" if "Peru" in ann.last.text else "tiger" if "cat" in ann.last.text else "Baikal")
    await ann.taps("Next")
    await ann.sends("/decks")
    await ann.taps("My cards")
    await ann.taps("Delete")
    ann.sees_now("Delete My cards with its 3 cards", "Your points stay")
    await ann.taps("Keep it")
    await ann.taps("Delete")
    await ann.taps("Delete")
    ann.sees_now("My cards is deleted")
    await ann.sends("Lima")
    ann.sees_now("No question is open")
    async with stage.store() as store:
        assert await store.memories.met(ann.person.id, "own") == set()
        held = await store.privacy.count(ann.person.id)
    assert (held["own_decks"], held["memories"], held["ledger"]) == (0, 0, 1)


async def test_nobody_edits_the_decks_of_others(owner: Learner, stage: Stage) -> None:
    """Nor a bundled one: it shows its cards, and no way to change them; forged buttons get nowhere."""
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/decks")
    await bo.taps("Solar system")
    await bo.taps("Cards")
    await bo.taps("1")
    assert not {"Question", "Answer", "Delete this card"} & set(bo.last.buttons)
    async with stage.store() as store:
        ((name, _),) = await store.decks.versions(owner.person.id)
    for data, said in (
        (f"Dd:{name}", "no longer here"),
        (f"Dw:{name}::new", "no longer here"),
        ("Dw:solar-system::new", "Only the deck’s owner"),
        ("Dw:solar-system::answer", "isn’t for you"),
        ("Dw:solar-system::nonsense", "isn’t for you"),
        ("Dk:solar-system:0:question", "isn’t for you"),
        ("Dc:solar-system:0", "no longer in the deck"),
        ("Dz:solar-system:1", "Only the deck’s owner"),
        (f"Du:{name}:1", "changed again"),
    ):
        tap = bo.person.tap_data(bo.last, data)
        await stage.settled()
        assert said in (tap.text or ""), data


async def test_what_was_known_of_deleted_cards_is_not_asked(owner: Learner, stage: Stage) -> None:
    """Though it is kept, for when they come back: it fills no sitting, now or when it is due."""
    ann = owner
    await ann.sends("/quiz my cards 2")
    while "Done!" not in ann.last.text:
        await ann.taps("Skip")
        if "Next" in ann.last.buttons:
            await ann.taps("Next")
    async with stage.store() as store:
        ((name, _),) = await store.decks.versions(ann.person.id)
        gone = await store.memories.met(ann.person.id, name)
    for number in sorted(["capital-of-peru", "largest-cat", "deepest-lake"].index(one) + 1 for one in gone)[::-1]:
        await ann.sends("/decks")
        await ann.taps("My cards")
        await ann.taps("Cards")
        await ann.taps(str(number))
        await ann.taps("Delete this card")
    for days in (0, 30):
        await stage.time_passes(days=days)
        await ann.sends("/quiz my cards 3")
        ann.sees_now("1 of 1")
        await ann.taps("Skip")
