"""One run: a world, a bot in a process of its own, a database, and proxies in between that can be broken."""

import asyncio
import contextlib
import json
import random
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import text

from bot.playground import Chat, Person, Playground, World, playground_world, serve
from bot.playground.limits import FloodControl
from bot.playground.world import Change
from storage.check import check
from storage.database import Database
from tests.support import stage
from trust.databases import PASSWORD, Databases, Kind
from trust.outcome import Figure, Outcome
from trust.process import ROOT, Process
from trust.proxy import Proxy

PATIENCE_SECONDS = 240.0
LOOK_SECONDS = 0.05
MARKS = ("✅", "🟡", "❌")
SECRETS = ("playground-token-which-is-no-secret", PASSWORD)


@dataclass
class Rig:
    """What a fault needs. `short` asks for a quick look."""

    kind: Kind
    seed: int
    short: bool
    folder: Path
    world: World
    served: Playground
    telegram: Proxy
    url: str
    databases: Databases
    dice: random.Random
    outcome: Outcome
    postgres: Proxy | None = None
    bot: Process = field(init=False)
    _stopped: bool = False

    def __post_init__(self) -> None:
        self.bot = self.another()

    # The bot

    def another(self, **settings: str) -> Process:
        """A process with the settings of this run, and some of its own."""
        if self.kind is Kind.STOCK:
            arguments = ["-m", "trust.stock", self.telegram_url, self.world.token, str(self.folder / "stock.db")]
            return Process(arguments, self.folder, {})
        environment = {
            "DAILYDECK_TOKEN": self.world.token,
            "DAILYDECK_TELEGRAM_URL": self.telegram_url,
            "DAILYDECK_DATABASE_URL": self.url if self.postgres is None else self._proxied(),
            "DAILYDECK_DECKS": str(ROOT / "tests" / "support" / "decks"),
            "DAILYDECK_SENDS_PER_SECOND": "200",
            **settings,
        }
        hooked = any(name.startswith("TRUST_") for name in environment)
        return Process(["-m", "trust.launch" if hooked else "bot", "run"], self.folder, environment)

    def set(self, **settings: str) -> None:
        """Settings of the bot from its next start on."""
        log = self.bot.log
        self.bot = self.another(**settings)
        self.bot.log = log

    @property
    def telegram_url(self) -> str:
        """Where the bot finds Telegram."""
        return f"http://127.0.0.1:{self.telegram.port}"

    def _proxied(self) -> str:
        assert self.postgres is not None
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.postgres.port}/{urlsplit(self.url).path[1:]}"

    async def start(self) -> float:
        """Starts the bot; returns after how many seconds it asked for updates."""
        polls, at = self.world.updates.polls, time.monotonic()
        await self.bot.start()
        await self.until(
            lambda: self.world.updates.polls > polls or not self.bot.is_running, "the bot does not ask for updates"
        )
        if not self.bot.is_running:
            raise RuntimeError(f"the bot has ended at its start: {self.bot.log[-1:]}")
        return time.monotonic() - at

    async def up(self) -> None:
        """Starts the bot unless it runs already, as after another fault of the same rig."""
        if not self.bot.is_running:
            await self.start()

    async def stop(self) -> tuple[int, float]:
        """SIGTERM: the exit code, and how many seconds it took."""
        at = time.monotonic()
        self.bot.send(signal.SIGTERM)
        return await self.bot.ended(), time.monotonic() - at

    async def kill_and_start(self) -> None:
        """SIGKILL at this moment, and a new start."""
        await self.bot.kill()
        self.outcome.count(Figure.KILLS)
        await self.start()

    def shift(self, seconds: float) -> None:
        """Moves the clocks of the world and of the bot (started with `clock`)."""
        file = self.folder / "clock"
        file.write_text(str(float(file.read_text() or 0) + seconds))
        self.world.clock.move_to(self.world.now() + timedelta(seconds=seconds), backwards=True)

    def clock(self) -> dict[str, str]:
        """The setting that makes `shift` work."""
        (self.folder / "clock").write_text("0")
        return {"TRUST_CLOCK": str(self.folder / "clock")}

    # People

    def pick(self, short: int, long: int) -> int:
        """A size, by the form of the run."""
        return short if self.short else long

    def people(self, number: int) -> list[Person]:
        """So many new people, who have opened the bot's chat."""
        people = [self.world.person(f"P{place}", language_code="en") for place in range(number)]
        for person in people:
            person.chat.started = True
        return people

    def said(self, chat: Chat, words: str = "") -> list[str]:
        """What the bot has said in a chat with these words in it."""
        return [message.text for message in chat.from_bot if words in message.text]

    def verdicts(self, chat: Chat) -> int:
        """How many verdicts were seen there."""
        return sum(message.text.startswith(MARKS) for message in chat.from_bot)

    async def ask(self, people: Sequence[Person], topic: str = "planets") -> None:
        """Everybody gets a question."""
        before = {person.id: len(person.chat.from_bot) for person in people}
        for person in people:
            person.send(person.chat, f"/quiz {topic} 1")
        await self.until(
            lambda: all(len(person.chat.from_bot) > before[person.id] for person in people), "no question comes"
        )

    async def wait_for_reply(self, person: Person, text: str = "/about") -> float:
        """Somebody writes; the seconds until the bot has answered."""
        before, at = len(person.chat.from_bot), time.monotonic()
        person.send(person.chat, text)
        await self.until(lambda: len(person.chat.from_bot) > before, f"{text[:20]} is not answered")
        return time.monotonic() - at

    # Waiting

    async def until(self, look: Callable[[], bool], otherwise: str, seconds: float = PATIENCE_SECONDS) -> bool:
        """Waits for something; notes a broken promise when it does not come."""
        end = time.monotonic() + seconds
        while not look():
            if time.monotonic() > end:
                self.outcome.expect(False, f"{otherwise} (waited {seconds:.0f} s)")
                return False
            await asyncio.sleep(LOOK_SECONDS)
        return True

    async def settled(self, seconds: float = PATIENCE_SECONDS) -> None:
        """Waits until everything that came in has been dealt with and everything to be said has been said."""
        end, quiet = time.monotonic() + seconds, 0
        while quiet < 3 and time.monotonic() < end:
            quiet = 0 if self.world.updates.pending or await self._busy() else quiet + 1
            await asyncio.sleep(0.3 if self.kind is Kind.STOCK else 0.1)
        self.outcome.expect(quiet >= 3, f"something is left to do (waited {seconds:.0f} s)")

    async def _busy(self) -> bool:
        if self.kind is Kind.STOCK:
            return False
        return bool(
            await self.sql("SELECT count(*) FROM inbox WHERE state = 'waiting'")
            or await self.sql("SELECT count(*) FROM outbox")
        )

    async def rows(self, query: str) -> dict[int, int]:
        """Pairs of numbers out of the database, read beside the running bot."""
        database = Database(self.url)
        try:
            async with database.snapshot() as connection:
                return {int(key): int(value) for key, value in await connection.execute(text(query))}
        finally:
            await database.close()

    async def execute(self, statement: str) -> None:
        """Changes the database by hand; the bot must not run."""
        database = Database(self.url)
        try:
            async with database.connection() as connection:
                await connection.execute(text(statement))
        finally:
            await database.close()

    async def repair(self) -> None:
        """What `dailydeck check --repair` does; the bot must not run."""
        database = Database(self.url)
        try:
            await check(database, self.world.now(), repair=True)
        finally:
            await database.close()

    async def sql(self, query: str) -> int:
        """A number out of the database."""
        return (await self.rows(f"SELECT 0, ({query})"))[0]

    # The end

    async def close(self) -> None:
        """Stops the bot, and looks through the database and the log."""
        if self.bot.is_running:
            self.bot.send(signal.SIGCONT)
            code, seconds = await self.stop()
            if self.kind is not Kind.STOCK:
                self.outcome.expect(code == 0, f"SIGTERM ends with exit code {code} after {seconds:.1f} s")
        if self.kind is not Kind.STOCK:
            await self._check()
        self._look_for_secrets()

    async def _check(self) -> None:
        database = Database(self.url)
        try:
            async with database.transaction() as store:
                self.outcome.count(Figure.DRIFT, len(await store.sums.differences(self.world.now())))
            for finding in await check(database, self.world.now()):
                self.outcome.expect(False, f"dailydeck check: {finding.said}")
        finally:
            await database.close()
        self.outcome.expect(not self.outcome.figures[Figure.DRIFT], "scores are not the sums of their ledger")

    def _look_for_secrets(self) -> None:
        found = sum(secret in line for line in self.bot.log for secret in SECRETS)
        self.outcome.count(Figure.SECRETS, found)
        self.outcome.expect(not found, f"{found} lines of the log hold a secret")


def _keep_seen(world: World, file: Path) -> None:
    """Writes down what every user sees, when they see it."""

    def seen(change: Change) -> None:
        if change.message is None or change.chat is None:
            return
        with file.open("a") as log:
            row = [f"{world.now():%H:%M:%S.%f}", change.kind, change.chat.id, change.message.id]
            log.write(json.dumps([*row, change.message.sender.id, change.message.text], ensure_ascii=False) + "\n")

    world.listen(seen)


@contextlib.asynccontextmanager
async def rigged(
    kind: Kind, seed: int, databases: Databases, folder: Path, *, short: bool, proxied: bool = False
) -> AsyncIterator[Rig]:
    """A rig with its bot not started yet; at the end everything is looked through. `proxied`: the database as well."""
    world = playground_world()
    world.flood_control = FloodControl(stage.hurried)
    _keep_seen(world, folder / "seen.jsonl")
    served = await serve(world, port=0)
    telegram = Proxy(urlsplit(served.url).port or 0)
    await telegram.open()
    url = "" if kind is Kind.STOCK else await databases.fresh(kind, folder)
    postgres: Proxy | None = None
    if proxied and kind is Kind.POSTGRESQL:
        postgres = Proxy(Path(parse_qs(urlsplit(url).query)["host"][0]) / ".s.PGSQL.5432")
        await postgres.open()
    rig = Rig(
        kind, seed, short, folder, world, served, telegram, url, databases, random.Random(seed), Outcome(), postgres
    )
    try:
        yield rig
        await rig.close()
    finally:
        await rig.bot.kill()
        (folder / "bot.log").write_text("\n".join(rig.bot.log))
        for proxy in (telegram, *([postgres] if postgres else [])):
            await proxy.close()
        await served.close()
