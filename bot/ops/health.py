"""Is the bot alive? Not "is the process there", but: when did it last hear from Telegram, and look for what is due."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from storage.database import Database

DEAF_SECONDS = 50.0
"""A long poll answers within 30 seconds, and with a webhook Telegram is asked how it is every 20."""
TICK_STALE_SECONDS = 60.0
NEVER = float("-inf")


@dataclass
class Pulse:
    """When what last went well, in seconds of `seconds`; a start counts as a success, so that it has time.

    `rival` says in a sentence who else takes this bot's updates, when somebody does.
    """

    seconds: Callable[[], float]
    heard_at: float = NEVER
    ticked_at: float = NEVER
    rival: str = ""

    def start(self) -> None:
        """The bot has just come up."""
        self.heard_at = self.ticked_at = self.seconds()

    def heard(self) -> None:
        """Telegram has brought an update, or answered when asked for some."""
        self.heard_at = self.seconds()

    def ticked(self) -> None:
        """What was due has been dealt with."""
        self.ticked_at = self.seconds()

    @property
    def stalled(self) -> bool:
        """Whether we have been deaf for too long."""
        return self.seconds() - self.heard_at > DEAF_SECONDS


Report = Callable[[], Awaitable[dict[str, float]]]


def report(pulse: Pulse, database: Database) -> Report:
    """Asks for the numbers of now. Raises what the database raises when it cannot be reached."""

    async def numbers() -> dict[str, float]:
        now = pulse.seconds()
        async with database.transaction() as store:
            waiting, dead = await store.inbox.count()
            return {
                "heard_age_seconds": round(now - pulse.heard_at, 1),
                "tick_age_seconds": round(now - pulse.ticked_at, 1),
                "inbox_waiting": waiting,
                "inbox_dead": dead,
                "outbox_rows": await store.outbox.pending(),
            }

    return numbers


async def serve(place: str, numbers: Report) -> web.AppRunner:
    """Serves /healthz and /metrics at host:port until the runner is cleaned up."""

    async def healthz(_: web.Request) -> web.Response:
        try:
            now = await numbers()
        except Exception as error:  # whatever it is, we are not healthy
            return web.json_response({"healthy": False, "why": type(error).__name__}, status=503)
        healthy = now["heard_age_seconds"] < DEAF_SECONDS and now["tick_age_seconds"] < TICK_STALE_SECONDS
        return web.Response(
            text=json.dumps({"healthy": healthy} | now), status=200 if healthy else 503, content_type="application/json"
        )

    async def metrics(_: web.Request) -> web.Response:
        lines = [f"dailydeck_{name} {value}" for name, value in (await numbers()).items()]
        return web.Response(text="\n".join(lines) + "\n", content_type="text/plain")

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", metrics)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, *split_place(place)).start()
    return runner


def split_place(place: str) -> tuple[str, int]:
    """Host and port of host:port."""
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)
