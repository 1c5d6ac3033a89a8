"""Is the bot alive? Not "is the process there", but: when did it last hear from Telegram, and look for what is due."""

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.ops import metrics
from storage.backlog import Backlog, backlog
from storage.database import Database

DEAF_SECONDS = 50.0
"""A long poll answers within 30 seconds, and with a webhook Telegram is asked how it is every 20."""
PATIENCE_SECONDS = 300.0
"""So long we go on trying when Telegram is plainly out of reach; then a fresh process is to try."""
TICK_STALE_SECONDS = 60.0
MUTE_SECONDS = 600.0
DATABASE_SECONDS = 3.0
CLOSE_SECONDS = 1.0
NEVER = float("-inf")


@dataclass
class Pulse:
    """When what last went well, in seconds of `seconds`; a start counts as a success, so that it has time.

    `tried_at` is when Telegram was last found to be out of reach. `rival` says in a sentence who else takes this bot's
    updates, when somebody does.
    """

    seconds: Callable[[], float]
    heard_at: float = NEVER
    tried_at: float = NEVER
    ticked_at: float = NEVER
    spoke_at: float = NEVER
    rival: str = ""

    def start(self) -> None:
        """The bot has just come up."""
        self.heard_at = self.ticked_at = self.spoke_at = self.seconds()

    def heard(self) -> None:
        """Telegram has brought an update, or answered when asked for some."""
        self.heard_at = self.seconds()

    def tried(self) -> None:
        """Telegram was asked for updates and cannot be reached, or has trouble: we are at work, it is not."""
        self.tried_at = self.seconds()

    def ticked(self) -> None:
        """What was due has been dealt with."""
        self.ticked_at = self.seconds()

    def spoke(self) -> None:
        """Telegram has taken something of what was to be sent."""
        self.spoke_at = self.seconds()

    @property
    def stalled(self) -> bool:
        """Whether we have been deaf for so long that only a new start is left."""
        silent, idle = self.seconds() - self.heard_at, self.seconds() - self.tried_at
        return silent > PATIENCE_SECONDS or (silent > DEAF_SECONDS and idle > DEAF_SECONDS)


@dataclass(frozen=True)
class Report:
    """How the bot is: what is wrong, in sentences, none when it is well; and the numbers."""

    why: list[str]
    numbers: dict[str, float]


Look = Callable[[], Awaitable[Report]]


def looking_at(pulse: Pulse, database: Database, clock: Callable[[], datetime]) -> Look:
    """Asks how the bot is now."""

    async def look() -> Report:
        found: Backlog | None = None
        trouble = ""
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                found = await backlog(database, clock())
        except Exception as error:  # whatever it is, we are not healthy; its words may hold an address
            trouble = f"The database does not answer ({type(error).__name__})."
        now = pulse.seconds()
        heard, ticked, spoke = (round(now - at, 1) for at in (pulse.heard_at, pulse.ticked_at, pulse.spoke_at))
        why = [trouble] if trouble else []
        if heard >= DEAF_SECONDS:
            why.append(f"Nothing has been heard from Telegram for {heard:.0f} seconds.")
        if ticked >= TICK_STALE_SECONDS:
            why.append(f"Nobody has looked for what is due for {ticked:.0f} seconds.")
        if found and min(found.outbox_oldest_seconds, spoke) >= MUTE_SECONDS:
            waited = f"A message has waited for {found.outbox_oldest_seconds:.0f} seconds"
            why.append(f"{waited}, and none has gone out for {spoke:.0f}.")
        ages = {"heard_age_seconds": heard, "tick_age_seconds": ticked, "spoke_age_seconds": spoke}
        return Report(why, ages | {"database_up": float(found is not None)} | (asdict(found) if found else {}))

    return look


async def serve(place: str, look: Look) -> web.AppRunner:
    """Serves /healthz and /metrics at host:port until the runner is cleaned up. Raises CannotListenError."""

    async def healthz(_: web.Request) -> web.Response:
        report = await look()
        body = {"healthy": not report.why, "why": report.why} | report.numbers
        return web.json_response(body, status=503 if report.why else 200)

    async def numbers(_: web.Request) -> web.Response:
        report = await look()
        shown = report.numbers | {"healthy": float(not report.why)}
        for name, gauge in metrics.AGES.items():
            gauge.set(shown.get(name, math.nan))
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", numbers)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_SECONDS)
    await runner.setup()
    with listening("DAILYDECK_HEALTH", place) as address:
        await web.TCPSite(runner, *address).start()
    return runner


class CannotListenError(Exception):
    """A place where we are to listen cannot be had; the message names the setting and says why."""


@contextlib.contextmanager
def listening(setting: str, place: str) -> Iterator[tuple[str, int]]:
    """Host and port of host:port, which `setting` holds. Raises CannotListenError for OSError."""
    host, _, port = place.rpartition(":")
    try:
        yield host.strip("[]"), int(port)
    except OSError as error:
        raise CannotListenError(f"{setting}: nobody can listen at {place}: {error.strerror or error}") from None
