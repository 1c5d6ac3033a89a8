"""The command: runs faults and prints the card; ends with 1 when a promise of ours was broken."""

import asyncio
import logging
import sys
import tempfile
import time
from pathlib import Path

import click

from trust.card import Run, card, heading
from trust.databases import Databases, Kind
from trust.faults import FAULTS
from trust.runs import every


@click.command()
@click.argument("only", nargs=-1, metavar="[FAULT]...")
@click.option("--short", is_flag=True, help="A quick look, each fault once.")
@click.option("--on", "names", multiple=True, type=click.Choice([kind.name.lower() for kind in Kind]))
@click.option("--seed", default=1, show_default=True, help="The first one.")
@click.option("--seeds", type=int, help="How often F1, F3 and F6 are put; 20 if not said.")
@click.option("--at-once", default=2, show_default=True, help="How many runs at a time.")
@click.option("--keep", type=click.Path(path_type=Path), help="A folder for what users saw and bots wrote.")
def main(
    only: tuple[str, ...],
    short: bool,
    names: tuple[str, ...],
    seed: int,
    seeds: int | None,
    at_once: int,
    keep: Path | None,
) -> None:
    """Put faults to the bot and print the trust card."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who is killed cuts connections off
    logging.getLogger("bot.playground").setLevel(logging.CRITICAL)
    faults = [fault for fault in FAULTS if not only or fault.id in only]
    kinds = [kind for kind in Kind if not names or kind.name.lower() in names]
    with tempfile.TemporaryDirectory(prefix="trust-") as made:
        folder = keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        databases, start = Databases(folder), time.monotonic()
        try:
            runs = asyncio.run(
                every(
                    faults, kinds, databases, folder,
                    first_seed=seed, seeds=seeds, short=short, at_once=at_once, tell=_tell,
                )
            )  # fmt: skip
        finally:
            databases.close()
    click.echo(f"\n{heading(seed)}\n{time.monotonic() - start:.0f} s\n")
    click.echo(card(runs, kinds))
    sys.exit(any(not run.outcome.held for run in runs if run.kind is not Kind.STOCK))


def _tell(run: Run) -> None:
    word = "held" if run.outcome.held else f"broken: {'; '.join(run.outcome.broken)}"
    click.echo(f"{run.fault.id} {run.kind} seed {run.seed}, {run.seconds:.0f} s: {word}", err=True)


if __name__ == "__main__":
    main()
