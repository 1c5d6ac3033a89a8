"""Bringing one's own cards: what was found in a file or text, and what becomes of it."""

import dataclasses
import html
from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation.callbacks import ChooseSeparator, DropImport, StartDeck, TakeImport, TrySeparator
from bot.conversation.deck_callbacks import UndoChange
from bot.conversation.screen import Button, Edit, Output, Say, Screen, cut, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import authoring
from content.formats import Found, UnreadableError
from content.formats.found import CARDS_LIMIT

PROBLEMS_SHOWN = 5
EXAMPLES = 3
EXAMPLE_LENGTH = 160
SEPARATORS = ("\t", ";", ",", "|", " - ", ": ")


def said_of(words: Words, error: UnreadableError) -> str:
    """Why a file cannot be read, in plain words; of a deck file every mistake on a line of its own."""
    if error.mistakes:
        return "\n".join((words.plain("unreadable-deck"), *error.mistakes))
    return words.plain(f"unreadable-{error.fault}", limit=error.limit)


def left_out_lines(words: Words, found: Found, most: int = PROBLEMS_SHOWN) -> list[str]:
    """The first cards that were left out: line, reason and what stands there, in plain words."""
    lines = []
    for one in found.left_out[:most]:
        why = words.plain(f"left-out-{one.why}")
        detail = " ".join(one.detail.split())[:60]
        said = words.beside(why, detail) if detail else why
        lines.append(words.plain("left-out-line", line=str(one.line), said=said) if one.line else said)
    return lines


def found_screen(words: Words, found: Found, number: int, *, separable: bool) -> Screen:
    """What was found and what was not, three cards as they will be asked, and what can be done with them."""
    if found.deck is None:
        parts: list[str] = [words("import-none")]
    else:
        parts = [words("import-found", cards=len(found.deck.cards), title=found.title)]
    if found.left_out:
        reasons = ", ".join(f"{count} {words.plain(f'left-out-{why}')}" for why, count in found.reasons.most_common())
        parts.append(words("import-left-out", count=len(found.left_out), reasons=reasons))
    if found.lost:
        parts.append(words("import-lost", cards=found.lost))
    for card in found.deck.cards[:EXAMPLES] if found.deck else ():
        question, answer = (card_text.line(text, EXAMPLE_LENGTH) for text in (card.question, card.answer))
        parts.append(words("import-example", question=question, answer=answer))
    if numbered := [one for one in found.left_out if one.line]:
        lines = left_out_lines(words, dataclasses.replace(found, left_out=tuple(numbered)))
        parts.append(html.escape("\n".join(lines), quote=False))
    buttons = []
    if found.deck is not None:
        key = "button-import-good" if found.is_damaged else "button-import"
        buttons.append(Button(words.plain(key, cards=len(found.deck.cards)), TakeImport(number)))
    if separable:
        buttons.append(Button(words.plain("button-separator"), ChooseSeparator()))
    buttons.append(Button(words.plain("button-cancel"), DropImport()))
    return Screen("\n\n".join(parts), rows(*buttons))


async def import_(turn: Turn) -> Sequence[Output]:
    """/import, alone or with cards behind it."""
    if not turn.incoming.text:
        return [Say(Screen(turn.words("import-how")))]
    return await _look(turn, turn.incoming.text)


async def file(turn: Turn) -> Sequence[Output]:
    """A file sent in private."""
    return await _look(turn, "")


async def _look(turn: Turn, text: str) -> Sequence[Output]:
    """Shows what was found in a file or text, and keeps it until the learner decides."""
    match turn.reading:
        case None:
            raise Sorry("import-failed")
        case UnreadableError() as error:
            return [Say(Screen(html.escape(cut(said_of(turn.words, error), 1500), quote=False)))]
        case Found() as found:
            document = turn.incoming.document
            file_id, name = (document.file_id, document.name) if document else ("", "")
            number = turn.incoming.update_id
            shown = found_screen(turn.words, found, number, separable=_separable(name))
            if found.deck is None:
                await turn.store.decks.drop_proposed(turn.learner.id)
                return [Say(dataclasses.replace(shown, buttons=()))]
            await authoring.propose(
                turn.store,
                turn.learner.id,
                found.deck,
                file_id=file_id,
                file_name=name,
                text=text,
                number=number,
                now=turn.now,
            )
            return [Say(shown)]


def _separable(name: str) -> bool:
    return not name.casefold().endswith((".apkg", ".toml", ".md", ".markdown"))


async def choose_separator(turn: Turn) -> Sequence[Output]:
    """Which separators there are."""
    if await turn.store.decks.proposed(turn.learner.id) is None:
        raise Sorry("import-gone")
    buttons = [
        Button(turn.words.plain(f"separator-{number}"), TrySeparator(number)) for number in range(len(SEPARATORS))
    ]
    return [Edit(Screen(turn.words("import-separator"), rows(*buttons, width=2)))]


async def try_separator(turn: Turn) -> Sequence[Output]:
    """The same file, divided otherwise."""
    proposed = await turn.store.decks.proposed(turn.learner.id)
    if proposed is None:
        raise Sorry("import-gone")
    if not isinstance(turn.reading, Found):
        raise Sorry("import-failed")
    found = turn.reading
    if found.deck is None:
        raise Sorry("import-none")
    await authoring.propose(
        turn.store,
        turn.learner.id,
        found.deck,
        file_id=proposed.file_id,
        file_name=proposed.file_name,
        text=proposed.text,
        number=turn.incoming.update_id,
        now=turn.now,
    )
    return [Edit(found_screen(turn.words, found, turn.incoming.update_id, separable=True))]


async def take(turn: Turn) -> Sequence[Output]:
    """The cards become a deck of one's own."""
    payload = turn.incoming.payload
    assert isinstance(payload, TakeImport)  # noqa: S101 # the table in app.py pairs them
    try:
        imported = await authoring.take(turn.store, turn.learner.id, payload.number, turn.now, turn.dice)
    except authoring.TooManyDecksError:
        raise Sorry("import-too-many-decks", most=authoring.DECKS_EACH) from None
    except authoring.TooManyCardsError:
        raise Sorry("deck-full", most=CARDS_LIMIT) from None
    if imported is None:
        raise Sorry("import-gone")
    words = turn.words
    key = "import-done" if imported.new else "import-nothing-new"
    text = words(key, title=imported.title, new=imported.new, there=imported.there)
    start = Button(words.plain("button-start"), StartDeck(imported.name))
    undo_it = [Button(words.plain("button-undo"), UndoChange(imported.name, imported.version))] if imported.new else []
    return [Edit(Screen(text, rows(start, *undo_it)))]


async def drop(turn: Turn) -> Sequence[Output]:
    """Nothing becomes of them."""
    await turn.store.decks.drop_proposed(turn.learner.id)
    return [Edit(Screen(turn.words("import-dropped")))]
