"""Starting the bot: for real, and in the playground."""

import asyncio
import logging
import random
import signal
import sys
import tempfile
from pathlib import Path

import click
from pydantic import SecretStr
from telegram.error import InvalidToken, NetworkError

from bot import app, playground
from bot.cli import common
from bot.conversation.words import LANGUAGES
from bot.ops import logs
from bot.settings import Settings
from content.library import Library
from storage import sqlite_file
from storage.database import CannotOpenError, Database

log = logging.getLogger(__name__)

PLAY_PORT = 8080
RETRY_SECONDS = 5.0
LOOK_SECONDS = 1.0


@click.command()
def run() -> None:
    """Start the bot."""
    settings = common.settings()
    logs.set_up(settings.log, settings.log_level)
    library = common.library(settings)
    if settings.database_url.startswith("sqlite") and not sqlite_file.has_safe_wal():
        log.warning("%s", common.OLD_SQLITE)
    try:
        rival = asyncio.run(_run(settings, library))
    except InvalidToken:
        common.misconfigured("DAILYDECK_TOKEN: Telegram does not know this token; ask @BotFather for the present one")
    except CannotOpenError as error:
        common.unusable_database(error)
    if rival:
        click.echo(rival, err=True)
        sys.exit(common.FINDING)


async def _run(settings: Settings, library: Library) -> str:
    """Runs until it is told to stop; returns the sentence that says who else takes this bot's updates, if so."""
    stop = _stop_signal()
    while not stop.is_set():
        try:
            async with app.running(settings, library, clock=common.now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
                log.info("Dailydeck is running; stop it with Ctrl-C")
                while not stop.is_set() and not bot.pulse.stalled and not bot.pulse.rival:
                    await _wait(stop, LOOK_SECONDS)
                if bot.pulse.rival:
                    return bot.pulse.rival
                if not stop.is_set():
                    # One odd answer ends the library's polling for good, and everything else looks alive.
                    log.error("nothing has been heard from Telegram for too long; starting anew")
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
        async with app.running(settings, library, clock=world.now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
            world.clock.on_move(lambda _: bot.pusher.wake())
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
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
