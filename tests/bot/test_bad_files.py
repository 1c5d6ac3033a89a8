"""Files that people send, however odd: one sentence each that says what is the matter, and nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.conversation import outgoing
from bot.conversation.imports import found_screen, said_of
from bot.conversation.words import Words
from bot.playground.markup import parse_html
from content.formats import UnreadableError, read
from tests.content.formats import test_hostile as hostile
from tests.support.packages import BASIC, CLOZE, new
from tests.support.stage import Learner

CSV = b"question,answer\nCapital of Peru?,Lima\nLargest cat?,tiger\nSmallest bird?,hummingbird\n"


async def sends(ann: Learner, name: str, data: bytes) -> None:
    """A file, as one drops it into the chat."""
    await ann.does(lambda: ann.person.send_document(ann.chat, name, data))


def told(name: str, data: bytes) -> str:
    """What is said about a file, as a message shows it."""
    words = Words("en")
    try:
        found = read(name, data)
    except UnreadableError as error:
        return said_of(words, error)
    return parse_html(found_screen(words, found, 1, separable=True).text).text


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: bytes(20_000_001), "Files up to 20 MB, please"),
        (hostile.bomb, "too big when unpacked (limit 200 MB)"),
        (hostile.zstd_bomb, "too big when unpacked (limit 200 MB)"),
        (hostile.twice, "isn’t a valid Anki deck: it is damaged"),
        (hostile.link, "isn’t a valid Anki deck: it is damaged"),
        (hostile.lying, "isn’t a valid Anki deck: it is damaged"),
        (hostile.truncated, "isn’t a valid Anki deck: it is damaged, or cut short"),
        (hostile.nested, "isn’t a valid Anki deck: there is no collection of cards in it"),
        (hostile.many, "isn’t a valid Anki deck: there are more than 20,000 files in it"),
        (hostile.encrypted, "locked with a password"),
        (hostile.workbook, "I can’t read this kind of file"),
        (hostile.stub, "Support older Anki versions"),
        (hostile.endless_view, "can’t be read safely"),
        (hostile.generated, "can’t be read safely"),
        (hostile.many_notes, "up to 20,000 cards"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_packages_that_are_none(made: Callable[[], bytes], said: str) -> None:
    """Each with its reason in words."""
    assert said in told("deck.apkg", made())


def test_what_a_package_has_besides_text_is_counted() -> None:
    """Pictures and empty ones are left out, the rest is text: no tags, no scripts, no names of files."""
    notes = [
        (BASIC, "What is <b>ATP</b>?[sound:a.mp3]", "energy<script>alert(1)</script>"),
        (CLOZE, "{{c1::Paris}} is in France", ""),
        (BASIC, "area", r"\(\pi r^2\)"),
        *[(BASIC, f'<img src="{number}.png">', "leaf") for number in range(6)],
        *[(BASIC, "", "")] * 3,
    ]
    said = told("bio.apkg", new(notes))
    assert "I found 3 cards for the deck Biology" in said
    assert "9 left out: 6 picture only, 3 empty." in said
    assert "What is ATP?\n→ energy\n" in said
    assert "→ πr²" in said
    assert "Pictures and sounds stay behind: 1 card has lost some." in said
    assert "mp3" not in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "No cards found"),
        (b"question,answer\n", "No cards found"),
        (bytes(range(256)) * 40, "save it as UTF-8"),
        ("Où est l’été ?;là-bas\nÀ Noël ?;déjà\n".encode("cp1252"), "Où est l’été"),
        ("Где?;Там\nКогда?;Скоро\nКто?;Никто\n".encode("utf-16"), "Где"),
        (b'question,answer\n"Who?,me\nWhere?,here\n', "Row 2: quote not closed"),
        (b"question,answer\nWho, when?,me\nWhere?,here\n", "Row 2: more cells than the header"),
        (b"question,answer\nWho?," + b"x" * 200_000 + b"\nWhere?,here\n", "Row 2: too long"),
        (b"Who\x00?,me\nWhere?,here\n", "Who?\n→ me"),
        (b"question,answer,question\nWho?,me,x\n", "Who?\n→ me"),
        (b"a?,=HYPERLINK(1)\nb?,@SUM(2)\n", "→ =HYPERLINK(1)"),
        (b"email?,^(a+)+$\nb?,c\n", "→ ^(a+)+$"),
        (f"a?,{'x' * 4000}\n{'f' * 5000},b\nc?,\nd?,e\n".encode(), "3 left out: 2 too long, 1 no answer"),
    ],
)
def test_tables_in_any_shape(data: bytes, said: str) -> None:
    """Read as what is meant; or what is wrong with them, by row."""
    assert said in told("a.csv", data)


def test_five_problems_are_enough() -> None:
    """The rest is counted."""
    said = told("a.csv", b"question,answer\n" + b"".join(b"q%d,\n" % number for number in range(9)) + b"r,s\n")
    assert said.count("no answer · q") == 5
    assert "9 left out" in said


async def test_what_is_too_big_is_not_fetched_and_a_bomb_does_not_matter(ann: Learner) -> None:
    """The next good file is read."""
    await sends(ann, "deck.apkg", bytes(20_000_001))
    ann.sees_now("Files up to 20 MB, please")
    assert "getFile" not in [call.method for call in ann.stage.world.calls]
    await sends(ann, "deck.apkg", hostile.zstd_bomb())
    ann.sees_now("too big when unpacked")
    assert not ann.last.buttons
    await sends(ann, "deck.apkg", new([(BASIC, "chat", "cat")]))
    ann.sees_now("I found 1 card for the deck Biology")


async def test_a_negative_number_from_a_table_is_a_number(ann: Learner) -> None:
    """Though a spreadsheet would run it."""
    await sends(ann, "Cold.csv", b"question,answer\nHow cold?,-1\n")
    await ann.taps("Import 1 card")
    await ann.taps("Start")
    await ann.sends("minus one")
    ann.sees_now("✅")


async def test_an_import_that_breaks_off_leaves_all_or_nothing(ann: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken up again, it is there once; and sent again, it changes nothing."""
    await sends(ann, "Trivia.csv", CSV)
    broken = [True]
    reply = outgoing.reply

    async def breaks_off(*given: Any, **named: Any) -> None:
        await reply(*given, **named)
        if broken and broken.pop():
            raise ConnectionError("cut off before the commit")

    monkeypatch.setattr(outgoing, "reply", breaks_off)
    await ann.taps("Import 3 cards")
    assert not broken
    ann.sees_now("Trivia: 3 new cards\\.")
    await sends(ann, "Trivia.csv", CSV + b"Who?,me\n")
    ann.sees_now("I found 4 cards")
    await ann.taps("Import 4 cards")
    ann.sees_now("1 new card, 3 already there")
