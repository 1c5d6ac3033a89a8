"""The bot as a process of its own, as an operator starts it, in front of the fake Telegram."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from bot.playground import Playground

ROOT = Path(__file__).parents[2]
READY = "Dailydeck is running"
START = "import bot.cli; bot.cli.main(['run'])"


@dataclass
class BotProcess:
    """A bot that runs; `written` grows by all that it writes to standard output and error."""

    process: asyncio.subprocess.Process
    written: bytearray
    _reading: asyncio.Task[None]

    async def says(self, words: bytes) -> None:
        """Waits until it has written these words."""
        async with asyncio.timeout(60):
            while words not in self.written:  # the other process rings no bell
                assert self.process.returncode is None, self.written.decode()
                await asyncio.sleep(0.02)

    async def ends(self) -> int:
        """Waits until it has ended; its exit code."""
        code = await self.process.wait()
        await self._reading
        return code


@contextlib.asynccontextmanager
async def bot_process(
    served: Playground, database_url: str, *, before: str = "", waits_for: str = READY, **settings: str
) -> AsyncIterator[BotProcess]:
    """A bot at work. `before` is Python that it runs first, `settings` are those of the environment, without prefix.

    Until it has written `waits_for`, it is waited for.
    """
    values = {"TOKEN": served.world.token, "TELEGRAM_URL": served.url, "DATABASE_URL": database_url} | settings
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        f"{before}\n{START}",
        env=os.environ | {f"DAILYDECK_{name}": value for name, value in values.items()},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    written = bytearray()
    running = BotProcess(process, written, asyncio.create_task(_read(process, written)))
    try:
        await running.says(waits_for.encode())
        yield running
    finally:
        if process.returncode is None:
            process.kill()
        await running.ends()


async def _read(process: asyncio.subprocess.Process, into: bytearray) -> None:
    assert process.stdout is not None
    while some := await process.stdout.read(65536):
        into += some
