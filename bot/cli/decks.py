"""For deck authors: what decks there are, what is wrong with them, how answers are judged."""

import csv
import json
import random
import sys
from pathlib import Path

import click

from bot.cli import common
from bot.cli.convert import found_in
from bot.conversation.imports import left_out_lines, said_of
from bot.conversation.words import Words
from content import advice, trial
from content.card import Card, Deck
from content.formats import UnreadableError
from content.grading import Outcome, Verdict, grade
from content.library import DeckError, load_deck, read_deck
from content.marked import shown


@click.group(invoke_without_command=True)
@click.pass_context
def decks(context: click.Context) -> None:
    """List the decks."""
    if context.invoked_subcommand is None:
        for deck in common.library(common.settings(need_token=False)).decks:
            click.echo(f"{deck.name}\t{len(deck.cards)} cards\t{deck.title}")


@decks.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def decks_check(paths: tuple[Path, ...]) -> None:
    """Say what is wrong with deck files, and which wordings ask for less than they seem to."""
    problems: list[str] = []
    for path in paths:
        try:
            deck = read_deck(path) if path.suffix == ".toml" else _imported(path, problems)
        except DeckError as error:
            problems += error.problems
            continue
        if deck is None:
            continue
        wrong = [f"{path}: card {card_id}: {said}" for card_id, said in _contradictions(deck)]
        problems += wrong
        if not wrong:
            click.echo(f"{path}: {len(deck.cards)} cards, all fine")
        for one in advice.loose(deck):
            click.echo(f"{path}: card {one.card}: {one.field}: {_said_of_loose(one)}")
    for problem in problems:
        click.echo(problem)
    sys.exit(common.FINDING if problems else 0)


def _said_of_loose(one: advice.Loose) -> str:
    """What is to be looked at, and what to do."""
    return (
        f"look at {one.wording!r}: without its small words it is only {one.word!r}, which {one.others} other cards"
        f" have too, so any answer with that word holds it; add a word that tells it from others, or list {one.word!r}"
        " by itself if it is enough"
    )


def _imported(path: Path, problems: list[str]) -> Deck | None:
    """The deck in a file of another kind, None when there is none; what is wrong with it goes to the problems."""
    words = Words("en")
    try:
        found = found_in(path)
    except UnreadableError as error:
        problems.append(f"{path}: {said_of(words, error)}")
        return None
    problems += [f"{path}: {line}" for line in left_out_lines(words, found, most=len(found.left_out))]
    if found.deck is None:
        problems.append(f"{path}: {words.plain('import-none')}")
    return found.deck


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
        found += [
            (card.id, f"half: {wording!r} is not judged half right; see `dailydeck grade`")
            for wording in card.half
            if grade(card, wording, deck).outcome is not Outcome.PARTIAL
        ]
    return found


@decks.command("try")
@click.argument("deck_name", metavar="FILE")
@click.option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Labelled answers: a TSV with a header; columns card (id) or n (source number), label, answer.",
)
@click.option("--most", default=15, show_default=True, help="How many mistakes to list.")
def decks_try(deck_name: str, answers: Path | None, most: int) -> None:
    """Judge labelled answers by a deck (its name, or a file): figures, confusion, the worst mistakes."""
    deck = _deck(deck_name)
    if answers is not None:
        _report(trial.attempt(deck, _labelled(deck, answers)), most)
    found = 0
    for card, other in trial.taken(deck):
        found += 1
        click.echo(f"{card.id}: also accepts the answer of {other.id}: {other.answer!r}")
    if not found:
        click.echo("No card accepts the answer of another card.")
    sys.exit(common.FINDING if found else 0)


def _labelled(deck: Deck, file: Path) -> list[trial.Labelled]:
    by_number = {str(number): card for number, card in deck.sources.items()}
    found = []
    with file.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            card = deck.card(row.get("card") or "") or by_number.get(row.get("n") or "")
            label, answer = row.get("label"), row.get("answer")
            if card is not None and answer is not None and label in tuple(Outcome):
                found.append(trial.Labelled(card, answer, label))
    if not found:
        raise click.UsageError(f"{file} holds no labelled answer to a card of this deck; see --help for its columns")
    return found


def _report(done: trial.Trial, most: int) -> None:
    click.echo(f"{'kind':12}{'n':>6}{'accuracy':>10}{'macro-F1':>10}{'accepted':>10}{'refused':>10}")
    for name, tally in [("all", done.overall), *sorted(done.by_kind.items())]:
        refused = tally.share("correct", ["incorrect"])
        click.echo(
            f"{name:12}{len(tally.pairs):6}{tally.accuracy:10.3f}{tally.macro_f1:10.3f}"
            f"{tally.share('incorrect', ['correct']):10.3f}{refused:10.3f}"
        )
    click.echo("accepted: wrong answers called correct; refused: right answers called incorrect\n")
    outcomes = [outcome.value for outcome in Outcome]
    click.echo(f"{'labelled / judged':18}" + "".join(f"{outcome:>11}" for outcome in outcomes))
    for label in outcomes:
        click.echo(f"{label:18}" + "".join(f"{done.overall.confusion[label, outcome]:11}" for outcome in outcomes))
    click.echo()
    for mistake in done.mistakes[:most]:
        card, verdict = mistake.labelled.card, mistake.verdict
        click.echo(
            f"{mistake.labelled.label} judged {verdict.outcome} ({verdict.reason}) {card.id}: {mistake.labelled.answer}"
        )


@click.command("grade")
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
    names = (
        [deck_name] if deck_name else [deck.name for deck in common.library(common.settings(need_token=False)).decks]
    )
    for name in names:
        deck = _deck(name)
        if card := deck.card(card_id):
            return deck, card
    raise click.UsageError(f"no card has the id {card_id!r}")


def _deck(name: str) -> Deck:
    try:
        if Path(name).suffix == ".toml":
            return read_deck(Path(name))
        if deck := common.library(common.settings(need_token=False)).deck(name):
            return deck
        return load_deck(name)
    except KeyError as error:
        raise click.UsageError(f"there is no deck {name!r}; `dailydeck decks` lists them") from error
    except DeckError as error:
        click.echo(str(error), err=True)
        sys.exit(common.FINDING)


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


@click.command()
@click.argument("deck_name", metavar="DECK")
def quiz(deck_name: str) -> None:
    """Ask and judge the cards of a DECK (its name, or a file) here in the terminal."""
    deck = _deck(deck_name)
    order = random.sample(deck.cards, len(deck.cards))
    for number, card in enumerate(order, 1):
        click.echo(f"\n{number}/{len(order)} [{card.id}] {shown(card.question)}")
        try:
            answer = click.prompt(">", prompt_suffix=" ", default="", show_default=False)
        except click.Abort:
            click.echo()
            return
        click.echo(_as_text(grade(card, answer, deck)))
        click.echo(f"Answer: {shown(card.answer)}" + (f"\n{shown(card.explanation)}" if card.explanation else ""))
