"""What the commands share: settings, decks, and how a process ends."""

import sqlite3
import sys
from datetime import UTC, datetime
from typing import NoReturn

import click

from bot.ops.logs import hide_secrets
from bot.settings import Settings, SettingsError, read_settings
from content.library import DeckError, Library
from storage.database import CannotOpenError

OLD_SQLITE = (
    f"This Python brings SQLite {sqlite3.sqlite_version}, which can, very rarely, damage a database "
    "(fixed in 3.51.3, 3.50.7 and 3.44.6): use a newer one, or keep backups"
)
ON_NETWORK = (
    "The database lies on a network file system ({kind}), where SQLite can lose or damage what it keeps: "
    "put it on a disk of this machine, or use PostgreSQL"
)
FINDING = 1
WRONG_CONFIGURATION = 78


def now() -> datetime:
    """The time, read here and nowhere else."""
    return datetime.now(UTC)


def settings(*, need_token: bool = True) -> Settings:
    """The settings of this process; ends it when they cannot be used."""
    try:
        return read_settings(need_token=need_token)
    except SettingsError as error:
        misconfigured(str(error))


def library(chosen: Settings) -> Library:
    """All decks; ends the process when one has mistakes."""
    try:
        return Library.read(*([chosen.decks] if chosen.decks else []))
    except DeckError as error:
        misconfigured(str(error))


def misconfigured(said: str) -> NoReturn:
    """Ends the process and says what is wrong with its configuration."""
    click.echo(said, err=True)
    sys.exit(WRONG_CONFIGURATION)


def unusable_database(error: CannotOpenError, *, wait: bool = False) -> NoReturn:
    """Ends the process because of its database; with `wait`, as a failure that passes, not wrong configuration."""
    click.echo(f"DAILYDECK_DATABASE_URL: {hide_secrets(str(error))}", err=True)
    sys.exit(FINDING if wait else WRONG_CONFIGURATION)
