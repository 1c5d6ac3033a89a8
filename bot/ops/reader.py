"""Reads files of strangers in a process of its own, which has little memory, little time and no secrets."""

import asyncio
import json
import os
import resource
import sys
from dataclasses import asdict
from typing import Any

from content.card import Deck
from content.formats import FILE_LIMIT, Fault, Found, LeftOut, UnreadableError, Why, read

MEMORY_LIMIT = 1_000_000_000
"""Bytes of address space; what Python and the libraries map counts too."""
CPU_SECONDS = 10
WAIT_SECONDS = 30.0
_ANSWER_LIMIT = 100_000_000
_AT_ONCE = asyncio.Semaphore(1)


async def read_apart(name: str, data: bytes, *, separator: str = "", language: str = "en") -> Found:
    """What `content.formats.read` finds, without its dangers: one file at a time. Raises UnreadableError."""
    if len(data) > FILE_LIMIT:
        raise UnreadableError(Fault.TOO_BIG, limit=FILE_LIMIT // 1_000_000)
    head = json.dumps({"name": name, "separator": separator, "language": language}).encode()
    async with _AT_ONCE:
        said = await _ask(head + b"\n" + data)
    # Thousands of cards take a moment to check, and others are waiting.
    return await asyncio.to_thread(_found, said)


async def _ask(question: bytes) -> bytes:
    # The environment holds the token and the database's password: none of it is passed on.
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.ops.reader",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": os.pathsep.join(path or "." for path in sys.path), "LC_ALL": "C.UTF-8"},
    )
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            said, _ = await child.communicate(question)
    except TimeoutError:
        raise UnreadableError(Fault.UNSAFE) from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or not said or len(said) > _ANSWER_LIMIT:  # it ran into a limit
        raise UnreadableError(Fault.UNSAFE)
    return said


def _found(said: bytes) -> Found:
    answer = json.loads(said)
    if "fault" in answer:
        raise UnreadableError(Fault(answer["fault"]), limit=answer["limit"], mistakes=tuple(answer["mistakes"]))
    left_out = tuple(LeftOut(one["line"], Why(one["why"]), one["detail"]) for one in answer["left_out"])
    deck = Deck.model_validate(answer["deck"]) if answer["deck"] is not None else None
    return Found(answer["title"], deck, left_out, answer["separator"], answer["lost"])


def _answer(question: bytes) -> dict[str, Any]:
    head, _, data = question.partition(b"\n")
    try:
        found = read(data=data, **json.loads(head))
    except UnreadableError as error:
        return {"fault": error.fault, "limit": error.limit, "mistakes": error.mistakes}
    deck = found.deck.model_dump(mode="python") if found.deck is not None else None
    return {
        "title": found.title,
        "deck": deck,
        "left_out": [asdict(one) for one in found.left_out],
        "separator": found.separator,
        "lost": found.lost,
    }


def main() -> None:
    """Answers one question: a line of JSON and a file come in, JSON goes out."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(_answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
