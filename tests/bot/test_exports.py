"""Taking decks out again, and bringing them back, through the chat."""

import csv
import io

import pytest

from bot.playground.files import StoredFile
from content.formats import SUFFIXES
from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage
from tests.support.trivia import brings, knows_all, opens, shares

pytestmark = ONE

LABELS = {
    "csv": "CSV (spreadsheet)",
    "tsv": "TSV",
    "txt": "Text for Quizlet",
    "md": "Markdown",
    "toml": "Deck file (TOML)",
    "apkg": "Anki (.apkg)",
}


async def exported(learner: Learner, title: str, label: str) -> StoredFile:
    """The file that comes when this is tapped."""
    await opens(learner, title)
    await learner.taps("Export")
    await learner.taps(label)
    attachment = learner.last.attachment
    assert attachment is not None, learner.transcript()
    assert attachment.file is not None
    return attachment.file


async def test_what_goes_out_comes_back_as_the_same_deck(ann: Learner) -> None:
    """In every format: nothing is new, also where a card was changed and is called by its old id still."""
    await brings(ann, "Trivia - 1")
    await opens(ann, "Trivia - 1")
    await ann.taps("Rename")
    await ann.sends("Trivia: 1/2?")
    await ann.taps("‹ Trivia")
    await ann.taps("Cards")
    await ann.taps("1")
    await ann.taps("Question")
    await ann.sends("What is\nthe capital of Peru?")
    await ann.taps("Also right")
    await ann.sends("=Lima()\nthe | city")
    for suffix in SUFFIXES:
        file = await exported(ann, "Trivia: 1/2?", LABELS[suffix])
        assert file.name == f"Trivia- 1-2-.{suffix}"
        await ann.stage.time_passes(minutes=1)  # nobody is that quick
        ann.sees_now("Trivia: 1/2\\?: 3 cards")
        await ann.does(lambda file=file: ann.person.send_document(ann.chat, file.name, file.data))
        ann.sees_now("Import 3 cards")
        await ann.taps("Import 3 cards")
        ann.sees_now("Trivia: 1/2\\?: nothing new, all 3 cards are there")
    await ann.sends("/decks")
    assert sum("Trivia" in label for label in ann.last.buttons) == 1


async def test_whole_decks_come_out_whole(ann: Learner) -> None:
    """A bundled one too, which comes back as a deck of one's own."""
    for suffix in ("csv", "tsv", "toml", "apkg"):
        file = await exported(ann, "Solar system", LABELS[suffix])
        await ann.does(lambda file=file: ann.person.send_document(ann.chat, file.name, file.data))
        await ann.taps("Import 6 cards")
        ann.sees_now("6 new cards|nothing new")
    async with ann.stage.store() as store:
        ((name, _),) = await store.decks.versions(ann.person.id)
        row = await store.decks.get(name)
        assert row is not None
        assert [card["id"] for card in row.body["cards"]] == [card.id for card in ann.stage.library.decks[0].cards]


@BOTH
async def test_ones_own_answers_as_a_table(ann: Learner, stage: Stage) -> None:
    """Of this deck, in one's own time; nothing that a spreadsheet would run; nobody else's."""
    await brings(ann)
    link = await shares(ann)
    await ann.taps("‹ Trivia")
    await ann.taps("Export")
    tap = await ann.taps("My answers (CSV)")
    assert "haven’t answered" in (tap.text or "")
    bo = stage.learner(stage.world.people[1])
    await bo.sends(f"/start {link}")
    await bo.taps("Take it")
    await knows_all(bo)
    await ann.sends("/timezone Europe/Paris")
    await ann.sends("/quiz trivia 1")
    await ann.sends("=1+1")
    await ann.sends("/quiz 1")
    await ann.answers_right()
    file = await exported(ann, "Trivia", "My answers (CSV)")
    assert file.name == "Trivia – answers.csv"
    (row,) = csv.DictReader(io.StringIO(file.data.decode("utf-8-sig")))
    assert (row["answer"], row["verdict"], row["points"]) == ("'=1+1", "incorrect", "0")
    assert row["time"] == "2026-03-02 10:00"


@pytest.mark.parametrize("data", ["De:solar-system:exe", "De:nothing:csv", "De:nothing:"])
@BOTH
async def test_forged_buttons(ann: Learner, data: str) -> None:
    """No such file, no such deck."""
    await ann.sends("/decks")
    tap = ann.person.tap_data(ann.last, data)
    await ann.stage.settled()
    assert "isn’t for you" in (tap.text or "") or "no longer here" in (tap.text or "")
    assert ann.last.attachment is None
