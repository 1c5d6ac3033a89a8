"""Looking after what is stored."""

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import click

from bot.cli import common
from bot.ops.logs import hide_secrets
from storage import backup as storage
from storage.alone import alone_on
from storage.check import check as find
from storage.database import CannotOpenError, Database

T = TypeVar("T")


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
def check(*, repair: bool) -> None:
    """Look through everything that is stored; the bot may be running meanwhile. Exit code 1 when something is wrong."""
    findings = _with_database(lambda database: find(database, common.now(), repair=repair))
    for finding in findings:
        click.echo(f"{finding.said} {finding.cured}" if finding.mended else finding.said)
    left = [finding for finding in findings if not finding.mended]
    if not findings:
        click.echo("All is well.")
    if any(finding.cure for finding in left):
        click.echo("To mend what can be mended: dailydeck check --repair")
    if left:
        sys.exit(common.FINDING)


def _with_database(work: Callable[[Database], Awaitable[T]], *, alone: bool = False) -> T:
    """Does something with the database of the settings; ends the process when it cannot be opened.

    `alone`: no bot can start on it meanwhile.
    """
    chosen = common.settings(need_token=False)

    async def opened() -> T:
        database = Database(chosen.database_url)
        try:
            return await work(database)
        finally:
            await database.close()

    try:
        with alone_on(chosen.database_url) if alone else contextlib.nullcontext():
            return asyncio.run(opened())
    except storage.BackupError as error:
        click.echo(hide_secrets(f"Not done: {error}."), err=True)
        sys.exit(common.FINDING)
    except CannotOpenError as error:
        common.unusable_database(error)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
def backup(file: Path, *, force: bool) -> None:
    """Write everything that is stored into FILE; the bot may be running meanwhile.

    FILE is a database of SQLite, also when the bot runs on PostgreSQL, and can be restored into either.
    """
    _with_database(lambda database: storage.back_up(database, file, replace=force))
    click.echo(f"Everything is in {file} ({file.stat().st_size / 1e6:.1f} MB), checked.")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace what the database holds.")
def restore(file: Path, *, force: bool) -> None:
    """Put a backup into the database of the settings; the bot must be stopped. Backups of older versions will do."""
    kept = _with_database(lambda database: storage.restore(file, database, replace=force), alone=True)
    click.echo(f"{file} has been restored." + (f" What was there before is in {kept}." if kept else ""))


@click.command()
@click.argument("url", metavar="TO-URL")
def move(url: str) -> None:
    """Copy everything into another, empty database, of SQLite or PostgreSQL; the bot must be stopped.

    The old database is left as it is; afterwards put TO-URL into DAILYDECK_DATABASE_URL.
    """
    try:
        target = Database(url)
    except ValueError as error:
        raise click.UsageError(f"TO-URL {error}") from None

    async def work(source: Database) -> list[storage.Copied]:
        try:
            return await storage.move(source, target)
        finally:
            await target.close()

    copied = _with_database(work, alone=True)
    for one in copied:
        click.echo(f"{one.table}\t{one.before} there\t{one.after} here")
    rows = sum(one.after for one in copied)
    click.echo(f"{rows} rows moved, {sum(one.before for one in copied) - rows} differences.")
    click.echo("Now put the new address into DAILYDECK_DATABASE_URL and start the bot.")
