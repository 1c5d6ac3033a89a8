"""A bot at work in real seconds, for benchmarks that watch it."""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable

from tests.support import stage as stages
from tests.support.stage import Stage, staged


def on_stage(measure: Callable[[Stage, int], Awaitable[None]], usual: int) -> None:
    """Measures with as many people as the command line says, or the usual number."""
    asyncio.run(_on_stage(measure, int(sys.argv[1]) if len(sys.argv) > 1 else usual))


async def _on_stage(measure: Callable[[Stage, int], Awaitable[None]], number: int) -> None:
    stages.hurried = time.monotonic
    with tempfile.TemporaryDirectory() as folder:
        async with staged(f"sqlite:///{folder}/bench.db", sends_per_second=25) as stage:
            await measure(stage, number)
            await stage.stop()
