"""Reads ever changing files, for whoever looks for trouble; needs atheris (`pip install atheris`), which tests do not.

    python -m tests.support.fuzz [SECONDS]

It ends at the first error that is none of ours, at a file that takes longer than five seconds, and says how much memory
it has taken beyond that of the first thousand files; more than 100 MB is a failure.
"""

import contextlib
import importlib
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import zstandard

from tests.support.packages import BASIC, CLOZE, REVERSED, new, old, zipped

ALLOWED_MB = 100
WARM_UP = 1000
NAMES = ("a.csv", "a.tsv", "a.txt", "a.md", "a.toml", "a.apkg", "a", "collection.anki2", "collection.anki21b")
NOTES = [(BASIC, "What is <b>ATP</b>?", r"\(\pi r^2\)"), (REVERSED, "chat", "cat"), (CLOZE, "{{c1::a {{c2::b}}}}", "")]
SEEDS = [
    (0, b'question,answer,accept\n"a, b",c,d | e\n=1,2,\n'),
    (1, "q\ta\nчто\tэто\n".encode("cp1251")),
    (2, b"Title\n\nA site!\n\nWho?\n\nme\n\nWhere?\n\nhere\n"),
    (3, b"# T\n\nQ: **a**\nA: `b`\n\n- c :: d\n\n| a | b |\n|---|---|\n| c | d |\n"),
    (4, b'title = "t"\n[[card]]\nid = "a"\nkind = "term"\nquestion = "q"\nanswer = "a"\n'),
    (5, new(NOTES)),
    (6, "a - b\nc - d\n".encode("utf-16")),
    (2, b"#separator:tab\n#html:true\n#guid column:1\ng\t{{c1::a {{c2::b}}}}\t<pre>x</pre>\n"),
    (7, old(NOTES)),
    (8, old(NOTES)),
]


def wrapped(data: bytes) -> tuple[str, bytes]:
    """The file that these bytes stand for: the first chooses its name; collections are put into a package."""
    name = NAMES[data[0] % len(NAMES)] if data else ""
    data = data[1:]
    if name.startswith("collection"):
        packed = zstandard.compress(data) if name.endswith("b") else data
        return "a.apkg", zipped({name: packed})
    return name, data


def peak_mb() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Runs until the time is over."""
    atheris = importlib.import_module("atheris")
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with atheris.instrument_imports(include=["content"]):
        formats, marked = importlib.import_module("content.formats"), importlib.import_module("content.marked")
    over = time.monotonic() + seconds
    count = 0
    warm = 0.0

    def one(data: bytes) -> None:
        nonlocal count, warm
        with contextlib.suppress(formats.UnreadableError):
            found = formats.read(*wrapped(data))
            for card in found.deck.cards[:50] if found.deck else ():
                marked.pieces(card.question)
                marked.readings(card.answer)
        count += 1
        if count == WARM_UP:
            warm = peak_mb()
        if time.monotonic() > over:
            # The fuzzer would end this process without another word.
            grown = peak_mb() - warm if warm else 0.0
            sys.stdout.write(f"{count} files, {grown:.0f} MB more than after the first {WARM_UP}\n")
            sys.stdout.flush()
            os._exit(grown > ALLOWED_MB)

    with tempfile.TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(SEEDS):
            Path(folder, f"seed-{number}").write_bytes(bytes([name]) + data)
        atheris.Setup([sys.argv[0], "-timeout=5", "-max_len=65536", "-rss_limit_mb=2048", folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
