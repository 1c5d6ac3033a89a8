"""Bringing one's own cards, in the private chat."""

from bot.playground import Group
from tests.support.databases import BOTH, ONE
from tests.support.packages import BASIC, new
from tests.support.stage import MORNING, Learner

pytestmark = ONE

CSV = 'question,answer\nCapital of Peru?,Lima\nLargest cat?,tiger\nSmallest bird?,\n"Deepest lake?",Baikal\n'


async def sends_file(ann: Learner, name: str, data: bytes) -> None:
    """A file, as one drops it into the chat."""
    await ann.does(lambda: ann.person.send_document(ann.chat, name, data))


async def test_a_file_becomes_a_deck_that_is_asked(ann: Learner) -> None:
    """What was found is shown first; then it is asked and judged, also after a restart."""
    await sends_file(ann, "Trivia.csv", CSV.encode())
    ann.sees_now(
        "I found 3 cards for the deck Trivia",
        "1 left out: 1 no answer",
        "Capital of Peru",
        "→ Lima",
        "Row 4: no answer",
    )
    await ann.taps("Import 3 cards")
    ann.sees_now("Trivia: 3 new cards\\.")
    await ann.stage.restart()
    await ann.taps("Start")
    ann.sees_now("1 of 3")
    answers = {"Peru": "Lima", "cat": "tiger", "lake": "Baikal"}
    await ann.sends(next(answer for word, answer in answers.items() if word in ann.last.text))
    ann.sees_now("✅")
    await ann.sends("/decks")
    ann.sees_now("Trivia")


@BOTH
async def test_twice_changes_nothing_and_undo_takes_back(ann: Learner) -> None:
    """Cards that are there stay; new ones are added; the last import can be undone."""
    await sends_file(ann, "Trivia.csv", CSV.encode())
    await ann.taps("Import 3 cards")
    await sends_file(ann, "Trivia.csv", CSV.encode() + b"Tallest tree?,redwood\n")
    await ann.taps("Import 4 cards")
    ann.sees_now("1 new card, 3 already there")
    await ann.taps("Undo")
    ann.sees_now("Undone")
    await sends_file(ann, "Trivia.csv", CSV.encode())
    await ann.taps("Import 3 cards")
    ann.sees_now("Trivia: nothing new, all 3 cards are there")


@BOTH
async def test_the_only_import_undone_leaves_no_deck(ann: Learner) -> None:
    """It is not listed any more."""
    await sends_file(ann, "Trivia.csv", CSV.encode())
    await ann.taps("Import 3 cards")
    await ann.taps("Undo")
    await ann.sends("/decks")
    assert "Trivia" not in ann.last.text


async def test_pasted_cards_and_another_separator(ann: Learner) -> None:
    """The same text, divided otherwise."""
    await ann.sends("/import")
    ann.sees_now("Bring your own cards")
    await ann.sends("/import a, b: first\nc, d: second\ne, f: third")
    ann.sees_now("I found 3 cards")
    await ann.taps("Change separator")
    await ann.taps("Comma")
    ann.sees_now("→ b: first")
    await ann.taps("Change separator")
    await ann.taps("Colon")
    ann.sees_now("→ first")
    await ann.taps("Cancel")
    ann.sees_now("Nothing was imported")


async def test_what_cannot_be_read_is_said(ann: Learner) -> None:
    """A picture that calls itself a table, a package cut in half, a damaged table."""
    await sends_file(ann, "a.csv", b"\x89PNG\r\n\x1a\n" + bytes(50))
    ann.sees_now("I can’t read this kind of file")
    await sends_file(ann, "a.apkg", new([(BASIC, "a", "b")])[:300])
    ann.sees_now("This isn’t a valid Anki deck")
    await sends_file(ann, "a.csv", b'a,b\n"c,d\ne,f\n')
    ann.sees_now("Row 2: quote not closed", "Import the 2 good ones")
    await sends_file(ann, "a.csv", b"question,answer\n")
    ann.sees_now("No cards found")


@BOTH
async def test_a_deck_is_its_owners_and_goes_with_them(ann: Learner, group: Group) -> None:
    """Others do not find it; /forget leaves nothing of it."""
    await sends_file(ann, "Trivia.csv", CSV.encode())
    await ann.taps("Import 3 cards")
    bo = ann.stage.learner(ann.stage.world.people[1])
    await bo.sends("/decks")
    assert "Trivia" not in bo.last.text
    await ann.does(lambda: ann.person.send_document(group, "b.csv", CSV.encode()))
    async with ann.stage.store() as store:
        assert (await store.privacy.count(ann.person.id))["own_decks"] == 1
        assert await store.decks.proposed(ann.person.id) is None
        await store.privacy.forget(ann.person.id, MORNING)
        assert await store.decks.versions(ann.person.id) == []


@BOTH
async def test_a_big_file_says_how_far_it_is(ann: Learner) -> None:
    """In one message, which becomes what was found; the learner may have deleted it meanwhile."""
    big = "question,answer\n" + "".join(f"Question {number}?,{'x' * 40_000}\n" for number in range(9)) + "a?,b\n"
    seen: list[str] = []
    ann.stage.world.listen(lambda change: seen.append(change.message.text) if change.message else None)
    await sends_file(ann, "Big <1>.csv", big.encode())
    assert ann.hears() == 1
    ann.sees_now("I found 1 card for the deck Big <1>")
    waiting = [one for one in seen if one.startswith("⏳")]
    assert waiting == ["⏳ Fetching Big <1>.csv (0.4 MB)…", "⏳ Reading Big <1>.csv…"]


async def test_of_two_files_the_later_one_counts(ann: Learner) -> None:
    """The button under what was found before takes nothing."""
    await ann.does(
        lambda: [
            ann.person.send_document(ann.chat, name, data.encode())
            for name, data in (("A.csv", CSV), ("B.csv", "a,b\nc,d\n"))
        ]
    )
    tap = await ann.taps("Import 3 cards")
    assert "settled already" in (tap.text or "")
    await ann.taps("Import 2 cards")
    ann.sees("B: 2 new cards")
