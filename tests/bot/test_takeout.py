"""/export: everything as JSON, and what one did as tables that a spreadsheet opens and does not run."""

import csv
import io
import json
import zipfile

from bot.playground import Group, Message
from storage.prepared import change
from tests.support.stage import Learner, Stage

FORMULA = '=HYPERLINK("https://example.org/","Jupiter")'


def data_of(message: Message) -> bytes:
    """What is in the file that hangs on a message."""
    assert message.attachment is not None
    assert message.attachment.file is not None
    return message.attachment.file.data


def tables(learner: Learner, separator: str = ",") -> dict[str, list[dict[str, str]]]:
    """The tables of the last export, by name."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data_of(learner.last))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            found[name] = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    return found


async def test_all_that_is_held_can_be_taken_out(
    ann: Learner, ann_here: Learner, bo_here: Learner, group: Group, stage: Stage
) -> None:
    """Answers in private and in a group, cards and points, in one's own time; of nobody else, and nothing that runs."""
    await ann.sends("/export")
    assert json.loads(data_of(ann.last))["answers"] == [], "and no empty tables"
    await ann.sends("/timezone Berlin")
    await ann.sends("/quiz giants 1")
    await ann.sends(FORMULA)
    await ann.taps("Next")
    await ann.taps("Hint")
    await ann.sends("Jupiter")
    await ann_here.sends("/quiz planets 1")
    asked = ann_here.last
    await bo_here.sends("venus", to=asked)
    await ann_here.sends("mars", to=asked)
    await stage.time_passes(hours=2)
    await ann.sends("/export")
    everything, packed = ann.said[-2:]
    held = json.loads(data_of(everything))
    assert [row["text"] for row in held["answers"]] == [FORMULA, "Jupiter", "mars"]
    ann.sees_now("tables for a spreadsheet", "Europe/Berlin")
    assert packed.attachment is not None
    found = tables(ann)
    assert set(found) == {"answers.csv", "cards.csv", "points.csv"}
    first, again, in_group = found["answers.csv"]
    assert first["answer"] == f"'{FORMULA}"
    assert (first["time"], first["verdict"], first["points"]) == ("2026-03-02 10:00", "incorrect", "0")
    assert (first["deck"], first["topic"]) == ("Solar system", "giants")
    assert "largest" in first["question"]
    assert (again["answer"], again["hints"], again["group"]) == ("Jupiter", "1", "")
    assert (in_group["answer"], in_group["group"]) == ("mars", group.title)
    assert {row["times"] for row in found["cards.csv"]} == {"1", "2"}
    assert [(row["points"], row["for"]) for row in found["points.csv"]] == [("10", "answer"), ("3", "early")]
    assert b"venus" not in data_of(everything)


async def test_a_table_is_divided_as_the_spreadsheets_of_its_language_expect(stage: Stage) -> None:
    """With semicolons where a comma divides a number."""
    toni = stage.learner(stage.world.person("Toni", language_code="de"))
    await toni.sends("/quiz planets 1")
    await toni.sends("mars, glaube ich; ja")
    await toni.sends("/export")
    toni.sees_now("Tabellen", "UTC")
    assert tables(toni, ";")["answers.csv"][0]["answer"] == "mars, glaube ich; ja"


async def test_a_card_that_has_left_its_deck_is_still_there(ann: Learner, stage: Stage) -> None:
    """With what is known of it."""
    await ann.sends("/quiz planets 1")
    await ann.sends("mars")
    async with stage.store() as store:
        (answer, question, _), *_ = await store.answers.history(ann.person.id)
        await change(store.questions._session, question, deck="no-longer")
    await ann.sends("/export")
    row = tables(ann)["answers.csv"][0]
    assert (row["deck"], row["question"], row["card"]) == ("no-longer", "", question.card_id)
    assert answer.text == row["answer"]
