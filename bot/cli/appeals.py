"""What learners dispute, decided from the command line, and taken back into a deck file."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import click

from bot.cli import common
from bot.conversation import appeals as words
from bot.conversation import outgoing
from bot.tutor import appeals as tutor
from content.library import Library
from storage.database import CannotOpenError, Database, Store

Work = Callable[[Store, Library], Awaitable[None]]


@click.command()
@click.option("--accept", type=int, metavar="ID", help="Take the wording for right, and judge everybody anew.")
@click.option("--refuse", type=int, metavar="ID", help="Leave the verdict as it is.")
@click.option("--export", type=click.Path(dir_okay=False, path_type=Path), help="Write accepted wordings to this file.")
def appeals(accept: int | None, refuse: int | None, export: Path | None) -> None:
    """List answers that learners say were right; decide one; or take the accepted wordings out, for the deck files."""
    if export is not None:
        patches: list[str] = []
        _run(lambda store, library: _export(store, library, patches))
        export.write_text("\n".join(patches), encoding="utf-8")
        click.echo(f"{len(patches)} cards written to {export}")
    elif accept is not None or refuse is not None:
        _run(lambda store, library: _decide(store, library, accept, refuse))
    else:
        _run(_list)


def _run(work: Work) -> None:
    chosen = common.settings(need_token=False)
    library = common.library(chosen)

    async def in_transaction() -> None:
        database = Database(chosen.database_url)
        try:
            await database.migrate()
            async with database.transaction() as store:
                await work(store, library.accepting(await store.appeals.accepted()))
        finally:
            await database.close()

    try:
        asyncio.run(in_transaction())
    except CannotOpenError as error:
        common.unusable_database(error)


async def _list(store: Store, library: Library) -> None:
    waiting = await tutor.disputes_with_cards(store, library)
    for appeal_id, card, text, learners in waiting:
        click.echo(f"{appeal_id}\t{learners} ×\t{card.id}\t{text}\t({card.answer})")
    if not waiting:
        click.echo("No answer is disputed.")


async def _decide(store: Store, library: Library, accept: int | None, refuse: int | None) -> None:
    appeal = await store.appeals.get(accept or refuse or 0)
    if appeal is None or appeal.decided_at is not None:
        raise click.UsageError("no open appeal has this id; `dailydeck appeals` lists them")
    now = common.now()
    decided = await (tutor.accept if accept is not None else tutor.refuse)(store, library, appeal, now)
    if decided is None:
        raise click.UsageError("the card is no longer in its deck")
    await outgoing.announce(store, f"appeal.{appeal.id}", await words.told(store, decided), now)
    said = "accepted" if decided.accepted else "refused"
    points = sum(one.points for one in decided.told)
    click.echo(f"{said}: {decided.text!r} for {decided.card.id}; {len(decided.told)} learners told, {points} points")


async def _export(store: Store, library: Library, patches: list[str]) -> None:
    """A patch for the deck files: for each card its accepted wordings in full, ready to be pasted."""
    found = {(deck, card) for deck, card, _ in await store.appeals.accepted()}
    for deck_name, card_id in sorted(found):
        deck = library.deck(deck_name)
        card = deck.card(card_id) if deck else None
        if card is not None:
            accepted = json.dumps(card.accept, ensure_ascii=False)  # a list of strings is written alike in TOML
            patches.append(f"# {deck_name}.toml\n[[card]]\nid = {json.dumps(card_id)}\naccept = {accepted}\n")
