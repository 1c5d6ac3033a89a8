"""The real bot with hooks for faults that cannot be caused from outside; without its variables it is `dailydeck run`.

TRUST_CLOCK   a file that holds by how many seconds the clock is wrong
TRUST_DIE_AT  STEP or STEP:NUMBER, a step of STEPS: SIGKILL when it is reached (for the so many-th time)
TRUST_POISON  the command whose feature always fails
TRUST_POOL    so many connections to the database and no more
"""

import functools
import os
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import create_async_engine

from bot import app
from bot.cli import common, main
from bot.conversation.frame import Frame
from bot.delivery.calls import Calls
from bot.delivery.inbox import Inbox
from bot.delivery.sender import Sender
from storage import database

Step = tuple[type, str, bool]

STEPS: dict[str, Step] = {
    "after fetching": (Inbox, "take_in", False),
    "after the inbox": (Inbox, "take_in", True),
    "before the effects": (Frame, "_answer", False),
    "before their commit": (Frame, "_answer", True),
    "after the effects": (Frame, "_deal_with", True),
    "before sending": (Calls, "make", False),
    "after sending": (Calls, "make", True),
    "before it is settled": (Sender, "_settle", False),
    "before that is committed": (Sender, "_settle", True),
}
"""A method, and whether it is over or has not begun yet."""
TOGETHER = frozenset({"after fetching", "after the inbox"})
"""Steps that what comes at the same moment may take together."""
STATEMENT = "statement"
"""A step of its own: before the so many-th statement that goes to the database."""


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_at(step: str, number: int) -> None:
    left = number

    def reached() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            _die()

    if step == STATEMENT:
        event.listen(Engine, "before_cursor_execute", lambda *_: reached())
        return
    owner, name, over = STEPS[step]
    real: Callable[..., Awaitable[Any]] = getattr(owner, name)

    @functools.wraps(real)
    async def watched(*arguments: Any, **named: Any) -> Any:
        if not over:
            reached()
        result = await real(*arguments, **named)
        if over:
            reached()
        return result

    setattr(owner, name, watched)


def _wrong_clock(file: Path) -> None:
    common.now = lambda: datetime.now(UTC) + timedelta(seconds=float(file.read_text() or 0))


def _poison(command: str) -> None:
    async def broken(_: object) -> Any:
        raise RuntimeError("this feature always fails")

    routes: Any = app.ROUTES.commands
    routes[command] = type(routes[command])(command, private=broken)


def _small_pool(size: int) -> None:
    def small(url: Any, **named: Any) -> Any:
        pool = {} if "poolclass" in named else {"pool_size": size, "max_overflow": 0}
        return create_async_engine(url, **named, **pool)

    storage: Any = database
    storage.create_async_engine = small


def prepare() -> None:
    """Puts the hooks in that the environment asks for."""
    asked = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("TRUST_")}
    if "TRUST_CLOCK" in asked:
        _wrong_clock(Path(asked["TRUST_CLOCK"]))
    if "TRUST_DIE_AT" in asked:
        step, _, number = asked["TRUST_DIE_AT"].partition(":")
        _die_at(step, int(number or 1))
    if "TRUST_POISON" in asked:
        _poison(asked["TRUST_POISON"])
    if "TRUST_POOL" in asked:
        _small_pool(int(asked["TRUST_POOL"]))


if __name__ == "__main__":
    prepare()
    main()
