"""Is everything in order for this bot to run? For its operator, who sees the one thing to do."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp
import click

from bot.cli import common
from bot.ops.logs import hide_secrets
from bot.settings import Settings
from content.library import DeckError, Library
from storage import sqlite_file
from storage.check import check
from storage.database import CannotOpenError, Database

FREE_BYTES = 200_000_000
BACKUP_AGE = timedelta(hours=36)
SKEW = timedelta(seconds=10)
PENDING = 100
SECONDS = 10.0


@dataclass(frozen=True)
class Line:
    """What was found, and the one thing to do about it, if anything is; a `note` is good to know."""

    said: str
    todo: str = ""
    note: bool = False

    def __str__(self) -> str:
        """The line as it is shown."""
        return f"TO DO {self.said} {self.todo}" if self.todo else f"{'note ' if self.note else 'fine '} {self.said}"


@click.command()
@click.option(
    "--backups",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of your backups, to see how old the newest is.",
)
def doctor(backups: Path | None) -> None:
    """Look whether everything is in order for the bot to run. Exit code 1 when something is to be done."""
    chosen = common.settings()
    lines = asyncio.run(_look(chosen, backups, common.now()))
    for line in lines:
        click.echo(hide_secrets(str(line)))
    if any(line.todo for line in lines):
        sys.exit(common.FINDING)


async def _look(chosen: Settings, backups: Path | None, now: datetime) -> list[Line]:
    lines = [*_house(chosen)]
    database = Database(chosen.database_url)
    try:
        lines += [line async for line in _database(database, now)]
    except CannotOpenError as error:
        lines.append(Line(f"The database cannot be used ({error}).", "Mend DAILYDECK_DATABASE_URL or the server."))
    finally:
        await database.close()
    lines += _disk(database.file, backups, now)
    return lines + [line async for line in _telegram(chosen)]


def _house(chosen: Settings) -> Iterator[Line]:
    yield Line("The settings can be used.")
    try:
        library = Library.read(*([chosen.decks] if chosen.decks else []))
        yield Line(f"{len(library.decks)} decks can be read.")
    except DeckError as error:
        yield Line("A deck has mistakes.", f"Mend them: {error}")
    if chosen.admins:
        yield Line(f"DAILYDECK_ADMINS names {len(chosen.admins)}.")
    else:
        yield Line("Nobody may decide appeals.", "Put your numeric Telegram id into DAILYDECK_ADMINS.")


async def _database(database: Database, now: datetime) -> AsyncIterator[Line]:
    if await database.revision() is None:
        yield Line("The database can be reached; its tables are made at the first start.")
        return
    findings = await check(database, now)
    if findings:
        yield Line(f"Not all is well in the database ({len(findings)}).", "See what: dailydeck check")
    else:
        yield Line("The database can be reached, and what it holds is consistent.")
    if database.is_sqlite and not sqlite_file.has_safe_wal():
        yield Line(f"{common.OLD_SQLITE}.", note=True)
    if database.file is not None and (kind := sqlite_file.network_under(database.file)):
        lies, put = common.ON_NETWORK.format(kind=kind).split(": ")
        yield Line(f"{lies}.", f"{put[:1].upper()}{put[1:]}.")


def _disk(file: Path | None, backups: Path | None, now: datetime) -> Iterator[Line]:
    if file is not None:
        free = shutil.disk_usage(file.absolute().parent).free
        wanted = max(FREE_BYTES, 2 * file.stat().st_size if file.exists() else 0)
        said = f"{free / 1e6:.0f} MB are free on the disk of the database."
        yield Line(said, "" if free > wanted else f"Make room: {wanted / 1e6:.0f} MB.")
    if backups is None:
        yield Line("Backups were not looked at; dailydeck doctor --backups FOLDER does.", note=True)
        return
    newest = max((one.stat().st_mtime for one in backups.iterdir() if one.is_file()), default=None)
    if newest is None:
        yield Line(f"There is no backup in {backups}.", f"Make one: dailydeck backup {backups}/dailydeck.db")
        return
    age = timedelta(seconds=now.timestamp() - newest)
    said = f"The newest backup is {age / timedelta(hours=1):.0f} hours old."
    yield Line(said, "See why no newer one was made." if age > BACKUP_AGE else "")


async def _telegram(chosen: Settings) -> AsyncIterator[Line]:
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
        try:
            me, there = await _ask(session, chosen, "getMe")
            hook, _ = await _ask(session, chosen, "getWebhookInfo") if me else ({}, None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            # The address holds the token: the error is named, not shown.
            yield Line(f"Telegram cannot be reached ({type(error).__name__}).", "Look at the network or proxy.")
            return
    if not me:
        yield Line("Telegram does not know this token.", "Ask @BotFather for the present one.")
        return
    yield Line(f"Telegram knows the bot as @{me.get('username')}.")
    if me.get("can_read_all_group_messages"):
        yield Line(
            "Privacy mode is off: the bot reads all that is said in its groups, which it does not need.", note=True
        )
    else:
        yield Line("Privacy mode is on: in groups people answer by reply or by button, as is meant.")
    if me.get("can_join_groups") is False:
        yield Line("The bot cannot be added to groups. If it should: @BotFather, /setjoingroups.", note=True)
    if there is not None:
        skew = abs(common.now() - there)
        said = f"The clock differs from Telegram's by {skew.total_seconds():.0f} s."
        yield Line(said, "Set it: daily questions come at the wrong time." if skew > SKEW else "")
    for line in _webhook(chosen, hook):
        yield line


def _webhook(chosen: Settings, hook: dict[str, Any]) -> Iterator[Line]:
    url = str(hook.get("url") or "")
    if chosen.webhook_url is None and url:
        yield Line("Telegram sends updates to a webhook, but the bot is to poll.", "Start the bot: that removes it.")
    elif chosen.webhook_url is not None and url != chosen.webhook_url:
        yield Line("Telegram does not know the address of DAILYDECK_WEBHOOK_URL.", "Start the bot: that sets it.")
    else:
        yield Line("Updates come by webhook." if url else "Updates come by polling.")
    if url and (error := hook.get("last_error_message")):
        yield Line(f"Telegram could not deliver to the webhook ({error}).", "Look at the proxy in front of the bot.")
    pending = int(hook.get("pending_update_count") or 0)
    if pending > PENDING:
        yield Line(f"{pending} updates wait at Telegram, which drops them after a day.", "Start the bot.")


async def _ask(session: aiohttp.ClientSession, chosen: Settings, method: str) -> tuple[dict[str, Any], datetime | None]:
    """Telegram's answer, empty when it does not know the token, and what time it is there."""
    if chosen.token is None:
        raise ValueError("there is no token")
    url = f"{chosen.telegram_url}/bot{chosen.token.get_secret_value()}/{method}"
    async with session.get(url) as response:
        there = response.headers.get("Date")
        if response.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            return {}, None
        response.raise_for_status()
        answer = await response.json()
        return dict(answer["result"]), parsedate_to_datetime(there) if there else None
