"""The command line, as an operator and a deck author use it."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.playground import playground_world, serve
from storage.sqlite_file import has_safe_wal
from tests.support.stage import staged

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("bare_environment")


def dailydeck(*arguments: str, typed: str = "") -> Result:
    """Runs a command."""
    return CliRunner().invoke(main, arguments, input=typed)


def test_decks_are_listed() -> None:
    """With their size."""
    result = dailydeck("decks")
    assert result.exit_code == 0
    assert "deep-learning\t" in result.output
    assert "capitals\t" in result.output


def test_an_answer_is_judged() -> None:
    """In words, and as JSON."""
    result = dailydeck("grade", "k-fold", "kfold cv")
    assert result.exit_code == 0
    assert result.output.startswith("correct")
    verdict = json.loads(dailydeck("grade", "k-fold", "bananas", "--deck", "deep-learning", "--json").output)
    assert verdict["outcome"] == "incorrect"
    assert verdict["score"] == 0
    assert set(verdict) == {"outcome", "score", "reason", "matched", "missing", "closest"}


def test_wrong_usage() -> None:
    """Exit code 2, with a sentence."""
    for arguments in (("grade", "no-such-card", "x"), ("grade", "k-fold"), ("nonsense",), ("quiz", "no-such-deck")):
        result = dailydeck(*arguments)
        assert result.exit_code == 2, arguments
        assert "Error:" in result.output


def test_a_quiz_in_the_terminal(tmp_path: Path) -> None:
    """Asked, judged, explained."""
    deck = tmp_path / "one.toml"
    deck.write_text('title = "One"\n[[card]]\nid = "a"\nkind = "term"\nquestion = "Red planet?"\nanswer = "Mars"\n')
    result = dailydeck("quiz", str(deck), typed="mars\n")
    assert result.exit_code == 0
    assert "Red planet?" in result.output
    assert "correct" in result.output


def test_bundled_decks_are_in_order() -> None:
    """As `make check` asks."""
    files = sorted(str(path) for path in (ROOT / "content" / "decks").glob("*.toml"))
    result = dailydeck("decks", "check", *files)
    assert result.exit_code == 0, result.output
    assert result.output.count("all fine") == len(files) >= 2


def test_every_mistake_of_a_deck_is_named(tmp_path: Path) -> None:
    """File, card and field; exit code 1."""
    deck = tmp_path / "bad.toml"
    deck.write_text(
        'title = "Bad"\n'
        '[[card]]\nid = "a"\nkind = "sonnet"\nquestion = "?"\nanswer = "x"\n'
        '[[card]]\nid = "b"\nkind = "number"\nquestion = "?"\nanswer = "1"\nlow = 2\nhigh = 1\n'
        '[[card]]\nid = "c"\nkind = "term"\nquestion = "?"\n'
        '[[card]]\nid = "d"\nkind = "list"\nquestion = "?"\nanswer = "x"\nitems = [["x"]]\nneed = 3\n'
    )
    result = dailydeck("decks", "check", str(deck))
    assert result.exit_code == 1
    for said in (
        "bad.toml: card a: kind: is 'sonnet'",
        "bad.toml: card b: low (2.0) is above high (1.0)",
        "bad.toml: card c: answer: is missing",
        "bad.toml: card d: need is 3",
    ):
        assert said in result.output


def test_a_deck_that_contradicts_itself(tmp_path: Path) -> None:
    """What the author calls wrong is judged right."""
    deck = tmp_path / "odd.toml"
    deck.write_text(
        'title = "Odd"\n[[card]]\nid = "a"\nkind = "term"\nquestion = "Red planet?"\n'
        'answer = "Mars"\naccept = ["Mars"]\nreject = ["mars"]\n'
    )
    result = dailydeck("decks", "check", str(deck))
    assert result.exit_code == 1
    assert "card a: reject: 'mars' is judged correct" in result.output


def test_a_wording_that_says_too_little_is_pointed_out(tmp_path: Path) -> None:
    """In a sentence that says what to do; it is no mistake."""
    deck = tmp_path / "loose.toml"
    planets = "".join(
        f'[[card]]\nid = "{name}"\nkind = "term"\nquestion = "Which planet is {name}?"\nanswer = "{name}"\n'
        for name in ("mars", "venus", "saturn", "uranus")
    )
    deck.write_text(
        f'title = "Loose"\n{planets}[[card]]\nid = "x"\nkind = "explanation"\nquestion = "Why round?"\n'
        'answer = "Gravity pulls it together"\npoints = [["gravity", "it is a planet"]]\n'
    )
    result = dailydeck("decks", "check", str(deck))
    assert result.exit_code == 0
    assert "5 cards, all fine" in result.output
    assert "card x: points: look at 'it is a planet': without its small words it is only 'planet'" in result.output


def test_a_deck_is_tried_on_labelled_answers(tmp_path: Path) -> None:
    """Figures by kind, who was taken for whom, the worst mistakes, and cards that take another's answer."""
    answers = tmp_path / "answers.tsv"
    answers.write_text(
        "card\tlabel\tanswer\n"
        "red-planet\tcorrect\tmars\nred-planet\tincorrect\tvenus\nred-planet\tincorrect\tplanet mars\n"
        "rocky-planets\tpartial\tearth\nno-such-card\tcorrect\tx\n"
    )
    deck = str(ROOT / "tests" / "support" / "decks" / "solar-system.toml")
    result = dailydeck("decks", "try", deck, "--answers", str(answers))
    assert result.exit_code == 0, result.output
    assert re.search(r"^all +4 +0\.750", result.output, re.MULTILINE)
    assert re.search(r"^term +3 ", result.output, re.MULTILINE)
    assert re.search(r"^incorrect +1 +0 +1$", result.output, re.MULTILINE)
    assert "incorrect judged correct" in result.output
    assert "No card accepts the answer of another card" in result.output
    (tmp_path / "twins.toml").write_text(
        'title = "Twins"\n'
        '[[card]]\nid = "a"\nkind = "term"\nquestion = "Red planet?"\nanswer = "Mars"\naccept = ["Venus"]\n'
        '[[card]]\nid = "b"\nkind = "term"\nquestion = "Morning star?"\nanswer = "Venus"\n'
    )
    result = dailydeck("decks", "try", str(tmp_path / "twins.toml"))
    assert result.exit_code == 1
    assert "a: also accepts the answer of b: 'Venus'" in result.output
    answers.write_text("nothing\there\n")
    assert dailydeck("decks", "try", deck, "--answers", str(answers)).exit_code == 2


def test_a_further_folder_of_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By DAILYDECK_DECKS; a mistake in it stops the start with exit code 78."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "mine.toml").write_text(
        'title = "Mine"\n[[card]]\nid = "a"\nkind = "term"\nquestion = "Red planet?"\nanswer = "Mars"\n'
    )
    monkeypatch.setenv("DAILYDECK_DECKS", str(folder))
    assert "mine\t1 cards" in dailydeck("decks").output
    (folder / "mine.toml").write_text("title = ")
    result = dailydeck("decks")
    assert result.exit_code == 78
    assert "not valid TOML" in result.output


def test_the_database_is_brought_up_to_date(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice is as good as once, and no token is asked for."""
    monkeypatch.setenv("DAILYDECK_DATABASE_URL", sqlite_url)
    for _ in range(2):
        result = dailydeck("migrate")
        assert result.exit_code == 0, result.output


def test_a_start_without_a_token_is_refused() -> None:
    """Exit code 78."""
    result = dailydeck("run")
    assert result.exit_code == 78
    assert "DAILYDECK_TOKEN is missing. For example: DAILYDECK_TOKEN=123456789:" in result.output


@pytest.mark.timeout(180)
async def test_the_bot_starts_and_stops_in_order(sqlite_url: str) -> None:
    """With a token that Telegram knows, until SIGTERM; one that it does not know is told, and not shown."""
    world = playground_world()
    served = await serve(world, port=0)

    async def start(token: str, database: str = sqlite_url) -> asyncio.subprocess.Process:
        settings = {
            "DAILYDECK_TOKEN": token,
            "DAILYDECK_TELEGRAM_URL": served.url,
            "DAILYDECK_DATABASE_URL": database,
            "DAILYDECK_LOG": "json",
        }
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=os.environ | settings, cwd=ROOT, stderr=asyncio.subprocess.PIPE
        )

    try:
        process = await start(world.token)
        assert process.stderr is not None
        line = await process.stderr.readline()
        if not has_safe_wal():
            assert b"which can, very rarely, damage a database" in line
            line = await process.stderr.readline()
        assert b"Dailydeck is running" in line
        person = world.people[0]
        person.start()
        await world.until(lambda: [message for message in person.chat.messages if message.by_bot], seconds=10)
        process.terminate()
        _, complaints = await process.communicate()
        assert (process.returncode, complaints) == (0, b"")

        revoked = "99:" + "x" * 35
        process = await start(f"12345{revoked}")
        _, complaints = await process.communicate()
        assert process.returncode == 78
        assert b"DAILYDECK_TOKEN: Telegram does not know this token" in complaints
        assert revoked.encode() not in complaints

        process = await start(world.token, "postgresql://ann:hunter2@127.0.0.1:1/none")
        _, complaints = await process.communicate()
        assert process.returncode == 1  # a server may come up later, so whoever supervises is to try again
        assert complaints.count(b"\n") == 1
        assert complaints.startswith(b"DAILYDECK_DATABASE_URL: ")
        assert b"hunter2" not in complaints
    finally:
        await served.close()


async def test_a_second_bot_ends_and_says_why(sqlite_url: str, migrated_file: Path, tmp_path: Path) -> None:
    """On the same database at once; with the same token once it is clear that the other one stays."""
    second = shutil.copyfile(migrated_file, tmp_path / "second.db")
    async with staged(sqlite_url) as stage:
        ann = stage.learner(stage.world.people[0])
        hasty = "import bot.cli, bot.delivery.polling as p; p.PATIENCE_SECONDS = 1; bot.cli.main(['run'])"
        for url, code, said in (
            (sqlite_url, 78, b"DAILYDECK_DATABASE_URL: another process is running on"),
            (f"sqlite:///{second}", 1, b"Another process is fetching the updates of this bot"),
        ):
            settings = {
                "DAILYDECK_TOKEN": stage.world.token,
                "DAILYDECK_TELEGRAM_URL": stage.served.url,
                "DAILYDECK_DATABASE_URL": url,
                "DAILYDECK_LOG_LEVEL": "ERROR",
            }
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", hasty, env=os.environ | settings, cwd=ROOT, stderr=asyncio.subprocess.PIPE
            )
            _, complaints = await process.communicate()
            assert process.returncode == code
            assert complaints.startswith(said)
            assert complaints.count(b"\n") == 1
        await ann.sends("/about")
        ann.sees_now("Dailydeck")


def test_the_playground_comes_up_and_goes_down() -> None:
    """As `make play` starts it: an address, a page, and an orderly end at Ctrl-C."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "play", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http://127.0.0.1:" in line, line
        address = line.split("playground: ")[1].split()[0]
        with urllib.request.urlopen(address) as page:  # noqa: S310 # our own address
            assert b"Dailydeck" in page.read()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 0
    assert not complaints


@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt", "md", "toml", "apkg"])
def test_a_deck_is_converted_and_checked(tmp_path: Path, suffix: str) -> None:
    """From a study set into every kind of file, and each of them is fine."""
    source, target = tmp_path / "animals.txt", tmp_path / f"animals.{suffix}"
    source.write_text("chat\tcat\nchien\tdog\n", encoding="utf-8")
    result = dailydeck("convert", str(source), str(target))
    assert result.exit_code == 0, result.output
    assert "2 cards of animals" in result.output
    result = dailydeck("decks", "check", str(target))
    assert result.exit_code == 0, result.output
    assert "2 cards, all fine" in result.output


def test_what_cannot_be_converted_is_said(tmp_path: Path) -> None:
    """With the row; of a damaged file nothing is written unless its good rows are asked for."""
    source, target = tmp_path / "a.csv", tmp_path / "a.toml"
    source.write_text('chat,cat\n"chien,dog\n', encoding="utf-8")
    result = dailydeck("convert", str(source), str(target))
    assert result.exit_code == 1
    assert "Row 2: quote not closed" in result.output
    assert not target.exists()
    assert dailydeck("convert", "--good-rows", str(source), str(target)).exit_code == 0
    assert 'question = "chat"' in target.read_text(encoding="utf-8")
    assert dailydeck("convert", str(source), str(tmp_path / "a.pdf")).exit_code == 2
    assert dailydeck("convert", str(tmp_path / "none.csv"), str(target)).exit_code == 1
    source.write_bytes(b"%PDF-1.7")
    result = dailydeck("decks", "check", str(source))
    assert result.exit_code == 1
    assert "I can’t read this kind of file" in result.output
