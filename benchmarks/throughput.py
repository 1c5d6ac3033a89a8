"""Updates a second, what each costs, and how long its answer takes, when all come at once.

    python -m benchmarks.throughput [SECONDS]

The real process (`dailydeck run`) against a Telegram that does nothing but count, beside a bare aiohttp loop and
python-telegram-bot as it comes, which write the same rows into SQLite. 64 people write at a time, each again when they
have been answered; a second round has calls that take 50 ms, as real ones do.
"""

import asyncio
import logging
import os
import statistics
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.conftest import PostgresServer

TOKEN = "123456789:benchmark-token-which-is-no-secret-at-all"  # noqa: S105 # made up
SECONDS = 8.0
WARM_UP = 200
PEOPLE, AT_ONCE = 600, 64
TICKS = os.sysconf("SC_CLK_TCK")
ME = {"id": 123456789, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


@dataclass
class Counter:
    """A Telegram that hands out answers and notes when it hears of them; `trip` is how long a call takes, in s."""

    trip: float
    idle: deque[int] = field(default_factory=lambda: deque(range(1, PEOPLE + 1)))
    sent_at: dict[int, float] = field(default_factory=dict)
    turns: dict[int, int] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    number: int = 0
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def write(self) -> None:
        """The next person writes: asks for a question, and the time after that, answers it."""
        person = self.idle.popleft()
        turn = self.turns[person] = self.turns.get(person, 0) + 1
        self.number += 1
        user = {"id": person, "is_bot": False, "first_name": f"P{person}", "language_code": "en"}
        self.updates.append(
            {
                "update_id": self.number,
                "message": {
                    "message_id": turn,
                    # Nobody is taken for a flood: by the time stamps there are minutes in between.
                    "date": 1_700_000_000 + 100 * turn,
                    "chat": {"id": person, "type": "private", "first_name": user["first_name"]},
                    "from": user,
                    "text": "/quiz capitals 1" if turn % 2 else "Paris",
                },
            }
        )
        self.sent_at[person] = time.perf_counter()
        self.bell.set()

    async def call(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        if self.trip:
            await asyncio.sleep(self.trip)
        values = await request.post()
        result: Any = True
        match request.match_info["method"]:
            case "getMe":
                result = ME
            case "getWebhookInfo":
                result = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            case "getUpdates":
                result = await self._updates(int(str(values.get("offset", 0))))
            case "sendMessage":
                person = int(str(values["chat_id"]))
                result = {"message_id": self.number + 10**6, "date": 1_700_000_000, "chat": {"id": person}}
                result["chat"]["type"] = "private"
                self._answered(person)
        return web.json_response({"ok": True, "result": result})

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            self.bell.clear()
            await asyncio.wait([asyncio.create_task(self.bell.wait())], timeout=20)
        return list(self.updates)[:100]

    def _answered(self, person: int) -> None:
        if (at := self.sent_at.pop(person, None)) is not None:
            self.waits.append(time.perf_counter() - at)
            self.idle.append(person)
            self.write()


def cpu(process: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(process: int) -> float:
    """MB of memory that a process holds."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


async def measure(name: str, trip: float, seconds: float, command: list[str], **settings: str) -> list[float]:
    """Updates a second, median and 99th percentile in ms, CPU ms an update, MB."""
    counter = Counter(trip)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", counter.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    environment = os.environ | {
        "DAILYDECK_TOKEN": TOKEN,
        "DAILYDECK_TELEGRAM_URL": url,
        "DAILYDECK_SENDS_PER_SECOND": "1000",
        "DAILYDECK_LOG_LEVEL": "ERROR",
        **settings,
    }
    arguments = [argument.format(url=url, token=TOKEN) for argument in command]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *arguments, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        for _ in range(AT_ONCE):
            counter.write()
        async with asyncio.timeout(120):
            while len(counter.waits) < WARM_UP:  # noqa: ASYNC110 # a count, not an event
                await asyncio.sleep(0.05)
        counter.waits.clear()
        start, used = time.perf_counter(), cpu(process.pid)
        await asyncio.sleep(seconds)
        waits, took, used = sorted(counter.waits), time.perf_counter() - start, cpu(process.pid) - used
        held = memory(process.pid)
    finally:
        process.terminate()
        try:
            async with asyncio.timeout(10):
                await process.wait()
        except TimeoutError:
            process.kill()
        await runner.cleanup()
    late = waits[int(0.99 * (len(waits) - 1))]
    middle = statistics.median(waits)
    found = [len(waits) / took, middle * 1000, late * 1000, used / len(waits) * 1000, held]
    sys.stdout.write(f"{name:34}{trip * 1000:5.0f} ms" + "".join(f"{value:10.1f}" for value in found))
    return found


async def rounds(seconds: float, folder: Path, postgres: PostgresServer) -> None:
    """Prints the table."""
    sys.stdout.write(f"{'':34}{'trip':>8}{'updates/s':>10}{'p50 ms':>10}{'p99 ms':>10}{'CPU ms':>10}{'MB':>10}")
    sys.stdout.write(f"{'p99/p50':>9}{'CPU/bare':>9}{'per s/bare':>11}\n")
    for trip in (0.0, 0.05):
        base: list[float] | None = None
        database = f"bench_{int(trip * 1000)}"
        await postgres.run(f"CREATE DATABASE {database}")
        ours = ["bot", "run"]
        for name, command, url in (
            ("bare aiohttp, SQLite", ["benchmarks.rivals", "bare"], ""),
            ("Dailydeck, SQLite", ours, f"sqlite:///{folder}/ours-{trip}.db"),
            ("Dailydeck, PostgreSQL", ours, postgres.url(database)),
            ("python-telegram-bot as it comes", ["benchmarks.rivals", "stock"], ""),
        ):
            file = str(folder / f"{name[:4]}-{trip}.db")
            arguments = command if url else [*command, "{url}", "{token}", file]
            found = await measure(name, trip, seconds, arguments, DAILYDECK_DATABASE_URL=url or "sqlite:///x.db")
            base = base or found
            ratios = f"{found[2] / found[1]:9.2f}{found[3] / base[3]:9.2f}{found[0] / base[0]:11.2f}"
            sys.stdout.write(ratios + "\n")
            sys.stdout.flush()


def main() -> None:
    """Sets up a folder and a database server, and measures."""
    # A process that is ended cuts its calls off.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        postgres = PostgresServer(Path(folder))
        try:
            asyncio.run(rounds(seconds, Path(folder), postgres))
        finally:
            postgres.close()


if __name__ == "__main__":
    main()
