"""Starting the bot: for real, and in the playground."""

import asyncio
import contextlib
import gc
import logging
import random
import signal
import sys
import tempfile
from pathlib import Path

import click
from pydantic import SecretStr
from telegram.error import InvalidToken, NetworkError

from bot import assembly, playground
from bot.cli import common
from bot.conversation.words import LANGUAGES
from bot.ops import logs, watchdog
from bot.ops.health import CannotListenError
from bot.settings import Settings
from content.library import Library
from storage import sqlite_file
from storage.database import CannotOpenError, Database, is_outage

log = logging.getLogger(__name__)

PLAY_PORT = 8080
RETRY_SECONDS = 5.0
LOOK_SECONDS = 1.0
GARBAGE = 10_000
"""So many new objects before the collector looks among them for garbage; 700, as usual, are what an update makes."""
DEAF = "Nothing has been heard from Telegram for too long, so this process ends: a fresh one may hear again."


@click.command()
def run() -> None:
    """Start the bot."""
    settings = common.settings()
    logs.set_up(settings.log, settings.log_level, settings.secrets)
    library = common.library(settings)
    if settings.database_url.startswith("sqlite") and not sqlite_file.has_safe_wal():
        log.warning("%s", common.OLD_SQLITE)
    file = Database(settings.database_url).file
    if file is not None and (kind := sqlite_file.network_under(file)):
        log.warning("%s", common.ON_NETWORK.format(kind=kind))
    try:
        ended_by = asyncio.run(_run(settings, library))
    except InvalidToken:
        common.misconfigured("DAILYDECK_TOKEN: Telegram does not know this token; ask @BotFather for the present one")
    except CannotOpenError as error:
        # A server may come up later than we do: then the supervisor is to try again.
        is_server = not settings.database_url.startswith("sqlite")
        common.unusable_database(error, wait=is_server and is_outage(error.__cause__ or error))
    except CannotListenError as error:
        common.misconfigured(str(error))
    if ended_by:
        click.echo(ended_by, err=True)
        sys.exit(common.FINDING)


async def _run(settings: Settings, library: Library) -> str:
    """Runs until it is told to stop; returns a sentence that says why, when it ends for another reason."""
    stop = _stop_signal()
    while not stop.is_set():
        try:
            async with assembly.running(settings, library, clock=common.now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
                # The decks and the libraries stay for good: from now on nobody looks through them for garbage.
                gc.freeze()
                gc.set_threshold(GARBAGE)
                log.info("Dailydeck is running; stop it with Ctrl-C")
                async with watchdog.watching():
                    await assembly.introduce(bot)
                    while not (stop.is_set() or bot.pulse.stalled or bot.pulse.rival):
                        await _wait(stop, LOOK_SECONDS)
                if not stop.is_set():
                    watchdog.end_soon(common.FINDING)
                    return bot.pulse.rival or DEAF
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s); trying again", error)
            await _wait(stop, RETRY_SECONDS)
    return ""


@click.command()
@click.option("--port", default=PLAY_PORT, show_default=True, help="Port of the chat page; 0 picks a free one.")
@click.option("--language", type=click.Choice([*LANGUAGES]), help="What everybody's Telegram speaks there.")
def play(port: int, language: str | None) -> None:
    """Try the bot in the browser: no token, nothing leaves this machine."""
    logs.set_up("text", "WARNING")
    with tempfile.TemporaryDirectory(prefix="dailydeck-") as folder:
        asyncio.run(_play(port, language, Path(folder) / "play.db"))


async def _play(port: int, language: str | None, database: Path) -> None:
    stop = _stop_signal()
    world = playground.playground_world(language=language)
    try:
        served = await playground.serve(world, port=port)
    except OSError as error:
        click.echo(f"Port {port} cannot be used: {error.strerror}. Try: dailydeck play --port 0", err=True)
        sys.exit(common.FINDING)
    settings = Settings(
        token=SecretStr(world.token),
        database_url=f"sqlite:///{database}",
        telegram_url=served.url,
        admins=frozenset({world.people[0].id}),
    )
    library = common.library(settings)
    try:
        async with assembly.running(settings, library, clock=world.now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
            world.clock.on_move(lambda _: bot.pusher.wake())
            await assembly.introduce(bot)
            click.echo(f"Dailydeck's playground: {served.url}  (Ctrl-C ends it)")
            await stop.wait()
    finally:
        await served.close()


@click.command()
def migrate() -> None:
    """Bring the database to this version."""
    settings = common.settings(need_token=False)

    async def upgrade() -> None:
        database = Database(settings.database_url)
        try:
            await database.migrate()
        finally:
            await database.close()

    try:
        asyncio.run(upgrade())
    except CannotOpenError as error:
        common.unusable_database(error)
    click.echo("The database is up to date.")


def _stop_signal() -> asyncio.Event:
    """Set when the process is told to stop, which it then does within a time, whatever else it waits for."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def told(*_: object) -> None:
        if not stop.is_set():
            watchdog.end_soon(0)
            with contextlib.suppress(RuntimeError):  # the event loop has ended already
                loop.call_soon_threadsafe(stop.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, told)  # not by way of the event loop, which may hang
    return stop


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
