"""From one deck format into another; and what is wrong with files of any of them."""

import asyncio
import sys
from pathlib import Path

import click

from bot.cli import common
from bot.conversation.imports import left_out_lines, said_of
from bot.conversation.words import Words
from bot.ops.reader import read_apart
from content.formats import FILE_LIMIT, SUFFIXES, Fault, Found, UnreadableError, write


def found_in(path: Path, separator: str = "") -> Found:
    """What a file holds. Raises UnreadableError; ends the process when there is no such file."""
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise UnreadableError(Fault.TOO_BIG, limit=FILE_LIMIT // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        click.echo(f"{path}: {error.strerror}", err=True)
        sys.exit(common.FINDING)
    return asyncio.run(read_apart(path.name, data, separator=separator))


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--separator", default="", help="What stands between the cells of a text or table (\\t for a tab).")
@click.option("--title", help="What the deck is called.")
@click.option("--good-rows", is_flag=True, help="Write the good cards of a damaged file.")
def convert(source: Path, target: Path, separator: str, title: str | None, good_rows: bool) -> None:
    """Turn the deck in IN into the kind of file that OUT's name asks for: .csv, .tsv, .txt, .md, .toml or .apkg."""
    suffix = target.suffix.casefold().removeprefix(".")
    if suffix not in SUFFIXES:
        raise click.UsageError(f"{target}: use one of .{', .'.join(SUFFIXES)}")
    words = Words("en")
    try:
        found = found_in(source, separator.replace("\\t", "\t"))
    except UnreadableError as error:
        click.echo(f"{source}: {said_of(words, error)}", err=True)
        sys.exit(common.FINDING)
    for line in left_out_lines(words, found, most=len(found.left_out)):
        click.echo(f"{source}: {line}", err=True)
    if found.lost:
        click.echo(f"{source}: {words.plain('import-lost', cards=found.lost)}", err=True)
    if found.deck is None:
        click.echo(f"{source}: {words.plain('import-none')}", err=True)
        sys.exit(common.FINDING)
    if found.is_damaged and not good_rows:
        said = "the file is damaged in places, so nothing was written; mend it, or add --good-rows"
        click.echo(f"{source}: {said}", err=True)
        sys.exit(common.FINDING)
    deck = found.deck.model_copy(update={"title": title[:80]}) if title else found.deck
    try:
        target.write_bytes(write(deck, suffix, at=common.now().timestamp()))
    except OSError as error:
        click.echo(f"{target}: {error.strerror}", err=True)
        sys.exit(common.FINDING)
    click.echo(f"{target}: {len(deck.cards)} cards of {deck.title}")
