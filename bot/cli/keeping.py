"""Looking after what is stored."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from bot.cli import common
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


def _with_database(work: Callable[[Database], Awaitable[T]]) -> T:
    """Does something with the database of the settings; ends the process when it cannot be opened."""
    chosen = common.settings(need_token=False)

    async def opened() -> T:
        database = Database(chosen.database_url)
        try:
            return await work(database)
        finally:
            await database.close()

    try:
        return asyncio.run(opened())
    except CannotOpenError as error:
        common.unusable_database(error)
