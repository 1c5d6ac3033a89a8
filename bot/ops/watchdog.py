"""Ends the process where it cannot end itself: a hung event loop, or an end that does not come."""

import asyncio
import contextlib
import faulthandler
import os
import threading
from collections.abc import AsyncIterator

BEAT_SECONDS = 1.0
HUNG_SECONDS = 45.0
"""An event loop that has stood still for so long will not go on by itself."""
END_SECONDS = 9.5
"""So long an orderly end may take. What is not done by then is taken up at the next start."""


@contextlib.asynccontextmanager
async def watching() -> AsyncIterator[None]:
    """Meanwhile a thread waits for the event loop to stand still for HUNG_SECONDS.

    Then it writes to standard error what every thread was at, names of functions only, and ends the process with 1. It
    needs nothing of Python for that, so it works also when a single call holds the interpreter.
    """
    beating = asyncio.create_task(_beat())
    try:
        yield
    finally:
        beating.cancel()
        faulthandler.cancel_dump_traceback_later()


async def _beat() -> None:
    while True:
        faulthandler.dump_traceback_later(HUNG_SECONDS, exit=True)
        await asyncio.sleep(BEAT_SECONDS)


def end_soon(code: int) -> None:
    """The process is gone in END_SECONDS at the latest, with this exit code, whatever it waits for."""
    timer = threading.Timer(END_SECONDS, os._exit, (code,))
    timer.daemon = True
    timer.start()
