"""A bot at work in real seconds, for benchmarks that watch it."""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import Settings
from tests.conftest import PostgresServer
from tests.support import stage as stages
from tests.support.stage import Stage, staged


def on_stage(measure: Callable[[Stage, int], Awaitable[None]], usual: int) -> None:
    """Measures with as many people as the command line says, or the usual number.

    `--postgresql` says on what, `--per-second` how many messages the bot allows itself.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("people", nargs="?", type=int, default=usual)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--per-second", type=float, default=Settings.model_fields["sends_per_second"].default)
    chosen = parser.parse_args()
    with _database(postgresql=chosen.postgresql) as url:
        asyncio.run(_on_stage(measure, chosen.people, url, chosen.per_second))


@contextmanager
def _database(*, postgresql: bool) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        if not postgresql:
            yield f"sqlite:///{folder}/bench.db"
            return
        server = PostgresServer(Path(folder))
        try:
            asyncio.run(server.run("CREATE DATABASE bench"))
            yield server.url("bench")
        finally:
            server.close()


async def _on_stage(measure: Callable[[Stage, int], Awaitable[None]], number: int, url: str, per_second: float) -> None:
    stages.hurried = time.monotonic
    async with staged(url, sends_per_second=per_second) as stage:
        await measure(stage, number)
        await stage.stop()
