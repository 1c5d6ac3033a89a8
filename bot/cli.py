"""The command line. Exit codes: 0 fine, 1 a finding or failure, 2 wrong usage, 78 wrong configuration."""

import asyncio
import json
import logging
import random
import signal
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click
from pydantic import SecretStr
from telegram.error import InvalidToken, NetworkError

from bot import app, playground
from bot.ops import logs
from bot.settings import Settings, SettingsError, read_settings
from bot.tutor import schedule
from content.card import Card, Deck
from content.grading import Outcome, Verdict, grade
from content.library import DeckError, Library, load_deck, read_deck
from storage.database import CannotOpenError, Database

log = logging.getLogger(__name__)

FINDING = 1
WRONG_CONFIGURATION = 78
PLAY_PORT = 8080
RETRY_SECONDS = 5.0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dailydeck")
def main() -> None:
    """Dailydeck, a Telegram tutor: a card a day, answers in your own words."""


# --- the bot ---------------------------------------------------------------------------------------------------------


@main.command()
def run() -> None:
    """Start the bot."""
    settings = _settings()
    logs.set_up(settings.log, settings.log_level)
    library = _library(settings)
    try:
        asyncio.run(_run(settings, library))
    except InvalidToken:
        _misconfigured("DAILYDECK_TOKEN: Telegram does not know this token; ask @BotFather for the present one")
    except CannotOpenError as error:
        _misconfigured(f"DAILYDECK_DATABASE_URL: {logs.hide_secrets(str(error))}")


async def _run(settings: Settings, library: Library) -> None:
    stop = _stop_signal()
    while not stop.is_set():
        try:
            async with app.running(settings, library, clock=_now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
                log.info("Dailydeck is running; stop it with Ctrl-C")
                while not stop.is_set() and not bot.pulse.stalled:
                    await _wait(stop, RETRY_SECONDS)
                if not stop.is_set():
                    # One odd answer ends the library's polling for good, and everything else looks alive.
                    log.error("nothing has been heard from Telegram for too long; starting anew")
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s); trying again", error)
            await _wait(stop, RETRY_SECONDS)


@main.command()
@click.option("--port", default=PLAY_PORT, show_default=True, help="Port of the chat page; 0 picks a free one.")
def play(port: int) -> None:
    """Try the bot in the browser: no token, nothing leaves this machine."""
    logs.set_up("text", "WARNING")
    with tempfile.TemporaryDirectory(prefix="dailydeck-") as folder:
        asyncio.run(_play(port, Path(folder) / "play.db"))


async def _play(port: int, database: Path) -> None:
    stop = _stop_signal()
    world = playground.playground_world()
    try:
        served = await playground.serve(world, port=port)
    except OSError as error:
        click.echo(f"Port {port} cannot be used: {error.strerror}. Try: dailydeck play --port 0", err=True)
        sys.exit(FINDING)
    settings = Settings(
        token=SecretStr(world.token),
        database_url=f"sqlite:///{database}",
        telegram_url=served.url,
        admins=frozenset({world.people[0].id}),
    )
    library = _library(settings)
    try:
        async with app.running(settings, library, clock=world.now, dice=random.Random()) as bot:  # noqa: S311 # shuffles cards
            world.clock.on_move(lambda _: bot.pusher.wake())
            click.echo(f"Dailydeck's playground: {served.url}  (Ctrl-C ends it)")
            await stop.wait()
    finally:
        await served.close()


@main.command()
def migrate() -> None:
    """Bring the database to this version."""
    settings = _settings(need_token=False)

    async def upgrade() -> None:
        database = Database(settings.database_url)
        try:
            await database.migrate()
        finally:
            await database.close()

    try:
        asyncio.run(upgrade())
    except CannotOpenError as error:
        _misconfigured(f"DAILYDECK_DATABASE_URL: {logs.hide_secrets(str(error))}")
    click.echo("The database is up to date.")


# --- decks and judging -----------------------------------------------------------------------------------------------


@main.group(invoke_without_command=True)
@click.pass_context
def decks(context: click.Context) -> None:
    """List the decks."""
    if context.invoked_subcommand is None:
        for deck in _library(_settings(need_token=False)).decks:
            click.echo(f"{deck.name}\t{len(deck.cards)} cards\t{deck.title}")


@decks.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def decks_check(paths: tuple[Path, ...]) -> None:
    """Say what is wrong with deck files."""
    problems: list[str] = []
    for path in paths:
        try:
            deck = read_deck(path)
        except DeckError as error:
            problems += error.problems
            continue
        wrong = [f"{path}: card {card_id}: {said}" for card_id, said in _contradictions(deck)]
        problems += wrong
        if not wrong:
            click.echo(f"{path}: {len(deck.cards)} cards, all fine")
    for problem in problems:
        click.echo(problem)
    sys.exit(FINDING if problems else 0)


def _contradictions(deck: Deck) -> list[tuple[str, str]]:
    """Cards whose own wordings are not judged as their author says."""
    found = []
    for card in deck.cards:
        found += [
            (card.id, f"accept: {wording!r} is not judged correct; see `dailydeck grade`")
            for wording in (card.answer, *card.accept)
            if grade(card, wording, deck).outcome is not Outcome.CORRECT
        ]
        found += [
            (card.id, f"reject: {wording!r} is judged correct; make it differ from what is accepted")
            for wording in card.reject
            if grade(card, wording, deck).outcome is Outcome.CORRECT
        ]
    return found


@main.command("grade")
@click.argument("card_id")
@click.argument("answer")
@click.option("--deck", "deck_name", help="Look for the card in this deck only: its name, or a file.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def grade_(card_id: str, answer: str, deck_name: str | None, as_json: bool) -> None:
    """Judge an ANSWER to a card."""
    deck, card = _find_card(card_id, deck_name)
    verdict = grade(card, answer, deck)
    click.echo(json.dumps(_as_dict(verdict), ensure_ascii=False) if as_json else _as_text(verdict))


def _find_card(card_id: str, deck_name: str | None) -> tuple[Deck, Card]:
    names = [deck_name] if deck_name else [deck.name for deck in _library(_settings(need_token=False)).decks]
    for name in names:
        deck = _deck(name)
        if card := deck.card(card_id):
            return deck, card
    raise click.UsageError(f"no card has the id {card_id!r}")


def _deck(name: str) -> Deck:
    try:
        if Path(name).suffix == ".toml":
            return read_deck(Path(name))
        if deck := _library(_settings(need_token=False)).deck(name):
            return deck
        return load_deck(name)
    except KeyError as error:
        raise click.UsageError(f"there is no deck {name!r}; `dailydeck decks` lists them") from error
    except DeckError as error:
        click.echo(str(error), err=True)
        sys.exit(FINDING)


def _as_dict(verdict: Verdict) -> dict[str, object]:
    return {
        "outcome": verdict.outcome.value,
        "score": round(verdict.score, 4),
        "reason": verdict.reason.value,
        "matched": list(verdict.matched),
        "missing": list(verdict.missing),
        "closest": verdict.closest,
    }


def _as_text(verdict: Verdict) -> str:
    lines = [f"{verdict.outcome.value} ({verdict.score:.2f}): {verdict.reason.value.replace('_', ' ')}"]
    lines += [f"  + {part}" for part in verdict.matched]
    lines += [f"  - {part}" for part in verdict.missing]
    lines += [f"  {typed} -> {meant}" for typed, meant in verdict.spelling]
    if verdict.closest:
        lines.append(f"  closest to the card {verdict.closest}")
    return "\n".join(lines)


@main.command()
@click.argument("deck_name", metavar="DECK")
def quiz(deck_name: str) -> None:
    """Ask and judge the cards of a DECK (its name, or a file) here in the terminal."""
    deck = _deck(deck_name)
    order = schedule.choose(
        deck.cards,
        [],
        len(deck.cards),
        new_at_most=len(deck.cards),
        now=_now(),
        dice=random.Random(),  # noqa: S311 # shuffles cards
    )
    for number, card_id in enumerate(order, 1):
        card = deck.card(card_id)
        if card is None:
            continue
        click.echo(f"\n{number}/{len(order)} [{card.id}] {card.question}")
        try:
            answer = click.prompt(">", prompt_suffix=" ", default="", show_default=False)
        except click.Abort:
            click.echo()
            return
        click.echo(_as_text(grade(card, answer, deck)))
        click.echo(f"Answer: {card.answer}" + (f"\n{card.explanation}" if card.explanation else ""))


# --- small things ----------------------------------------------------------------------------------------------------


def _now() -> datetime:
    return datetime.now(UTC)


def _settings(*, need_token: bool = True) -> Settings:
    try:
        return read_settings(need_token=need_token)
    except SettingsError as error:
        _misconfigured(str(error))


def _library(settings: Settings) -> Library:
    try:
        return Library.read(*([settings.decks] if settings.decks else []))
    except DeckError as error:
        _misconfigured(str(error))


def _misconfigured(said: str) -> NoReturn:
    click.echo(said, err=True)
    sys.exit(WRONG_CONFIGURATION)


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
