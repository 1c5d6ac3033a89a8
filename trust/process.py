"""A bot as the operating system sees it: started, killed, stopped, frozen, and everything that it writes."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
END_SECONDS = 30.0


def clean_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that imports this source and knows these settings only."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DAILYDECK_", "TRUST_"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **settings}


@dataclass
class Process:
    """One program that can be started again and again; `log` gathers the lines of all its runs.

    `before` is a command that runs it.
    """

    arguments: list[str]
    folder: Path
    environment: dict[str, str]
    before: tuple[str, ...] = ()
    log: list[str] = field(default_factory=list)
    _process: asyncio.subprocess.Process | None = None
    _reader: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """Of the run of now."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Starts it, and does not wait until it is ready."""
        self._process = await asyncio.create_subprocess_exec(
            *self.before,
            sys.executable,
            *self.arguments,
            cwd=self.folder,
            env=clean_environment(self.environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=2**24,
        )
        self._reader = asyncio.create_task(self._read(self._process))

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            self.log.append(line.decode(errors="replace").rstrip())

    def send(self, number: signal.Signals) -> None:
        """A signal, if it still runs."""
        if self.is_running:
            assert self._process is not None
            self._process.send_signal(number)

    async def kill(self) -> None:
        """SIGKILL, and it is gone."""
        self.send(signal.SIGKILL)
        await self.ended()

    async def ended(self, seconds: float = END_SECONDS) -> int:
        """Its exit code; after so many seconds it is killed, and that is its exit code."""
        if self._process is None:
            return 0
        try:
            async with asyncio.timeout(seconds):
                code = await self._process.wait()
        except TimeoutError:
            self._process.kill()
            code = await self._process.wait()
        if self._reader is not None:
            await self._reader
        return code

    def said(self, words: str) -> int:
        """How many lines hold these words."""
        return sum(words in line for line in self.log)


async def run(arguments: list[str], folder: Path, settings: Mapping[str, str], seconds: float = 60) -> tuple[int, str]:
    """Runs a command to its end: its exit code and what it said."""
    process = Process(arguments, folder, dict(settings))
    await process.start()
    code = await process.ended(seconds)
    return code, "\n".join(process.log)
