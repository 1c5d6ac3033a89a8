"""Fitting the plan of repetitions to what was really remembered."""

import asyncio
import sys

import click

from bot.cli import common
from bot.tutor import fitting
from storage.database import CannotOpenError, Database
from storage.fits import EVERYBODY


@click.command()
@click.option("--learner", type=int, metavar="ID", help="Fit one learner alone, by their Telegram id.")
def optimise(learner: int | None) -> None:
    """Fit FSRS to the log of reviews: everybody's together, or one learner's; cards come back by it from then on."""
    chosen = common.settings(need_token=False)
    try:
        said = asyncio.run(_optimise(chosen.database_url, learner))
    except CannotOpenError as error:
        common.unusable_database(error)
    except fitting.NoOptimiserError:
        click.echo('The optimiser is not installed: pip install "dailydeck[optimizer]"', err=True)
        sys.exit(common.FINDING)
    except ValueError as error:
        click.echo(f"Nothing was fitted: {error}.", err=True)
        sys.exit(common.FINDING)
    click.echo(said)


async def _optimise(url: str, learner: int | None) -> str:
    database = Database(url)
    try:
        await database.migrate()
        async with database.transaction() as store:
            reviews = await store.fits.reviews(learner)
        parameters = await asyncio.to_thread(fitting.fit, reviews)  # takes minutes, and the bot may be at work
        async with database.transaction() as store:
            await store.fits.keep(EVERYBODY if learner is None else learner, parameters, len(reviews), common.now())
    finally:
        await database.close()
    return f"Fitted to {len(reviews)} reviews: {', '.join(f'{number:.4f}' for number in parameters)}"
