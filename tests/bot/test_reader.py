"""Strangers' files are read in a process of its own."""

import resource
import sys
from pathlib import Path

import pytest

from bot.ops import reader
from bot.ops.reader import read_apart
from content.formats import Fault, UnreadableError, Why, read
from tests.support.packages import zipped


async def test_it_finds_what_is_found_here() -> None:
    """Cards, what was left out, title and separator; also what a deck file says wrong."""
    data = b"chat;cat\nchien;dog\nx;\n"
    assert await read_apart("a.csv", data, language="fr") == read("a.csv", data, language="fr")
    assert (await read_apart("a.csv", data)).reasons == {Why.NO_ANSWER: 1}
    with pytest.raises(UnreadableError) as refused:
        await read_apart("a.toml", b"title = 'a'\n[[card]]\nid = 'a'\n")
    assert refused.value.mistakes


async def test_what_needs_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long: the process is killed, and the bot goes on."""
    monkeypatch.setattr(reader, "WAIT_SECONDS", 0.01)
    with pytest.raises(UnreadableError) as refused:
        await read_apart("a.csv", b"a,b\n")
    assert refused.value.fault is Fault.UNSAFE


async def test_a_bomb_is_no_burden_for_the_bot() -> None:
    """It bursts elsewhere."""
    bomb = zipped({"collection.anki2": bytes(250_000_000)})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableError) as refused:
        await read_apart("a.apkg", bomb)
    assert refused.value.fault is Fault.TOO_BIG_UNPACKED
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


async def test_the_process_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of our environment reaches it."""
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\nenv > {tmp_path}/seen\ncat > /dev/null\n")
    spy.chmod(0o700)
    monkeypatch.setenv("DAILYDECK_TOKEN", "123456:secret")
    monkeypatch.setattr(sys, "executable", str(spy))
    with pytest.raises(UnreadableError):
        await read_apart("a.csv", b"a,b\n")
    seen = (tmp_path / "seen").read_text()
    assert "PYTHONPATH" in seen
    assert "secret" not in seen
