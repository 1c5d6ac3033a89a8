"""Is the bot alive? Not "is the process there", but: when did it last hear from Telegram, and look for what is due."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from storage.database import Database

POLL_STALE_SECONDS = 50.0
"""A long poll answers within 30 seconds; a healthy bot is never this long without one."""
TICK_STALE_SECONDS = 60.0
NEVER = float("-inf")


@dataclass
class Pulse:
    """When what last went well, in seconds of `seconds`; a start counts as a success, so that it has time."""

    seconds: Callable[[], float]
    polled_at: float = NEVER
    ticked_at: float = NEVER

    def start(self) -> None:
        """The bot has just come up."""
        self.polled_at = self.ticked_at = self.seconds()

    def polled(self) -> None:
        """Telegram has answered a call for updates."""
        self.polled_at = self.seconds()

    def ticked(self) -> None:
        """What was due has been dealt with."""
        self.ticked_at = self.seconds()

    @property
    def stalled(self) -> bool:
        """Whether we have been deaf for too long."""
        return self.seconds() - self.polled_at > POLL_STALE_SECONDS


Report = Callable[[], Awaitable[dict[str, float]]]


def report(pulse: Pulse, database: Database) -> Report:
    """Asks for the numbers of now. Raises what the database raises when it cannot be reached."""

    async def numbers() -> dict[str, float]:
        now = pulse.seconds()
        async with database.transaction() as store:
            waiting, dead = await store.inbox.count()
            return {
                "poll_age_seconds": round(now - pulse.polled_at, 1),
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
        healthy = now["poll_age_seconds"] < POLL_STALE_SECONDS and now["tick_age_seconds"] < TICK_STALE_SECONDS
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
    host, _, port = place.rpartition(":")
    await web.TCPSite(runner, host.strip("[]"), int(port)).start()
    return runner
