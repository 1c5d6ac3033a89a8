"""Taking a deck out again, in any of the formats in which one can come in, and what one has answered."""

from collections.abc import Sequence

from bot.conversation.deck_callbacks import ExportDeck, ShowDeck
from bot.conversation.decks import deck_named
from bot.conversation.screen import Button, File, Output, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import authoring, history
from content.card import Deck
from content.formats import SUFFIXES

HISTORY = "history"


def choice_screen(words: Words, deck: Deck) -> Screen:
    """What it can be taken out as."""
    buttons = [Button(words(f"format-{suffix}"), ExportDeck(deck.name, suffix)) for suffix in SUFFIXES]
    answers = Button(words("format-history"), ExportDeck(deck.name, HISTORY))
    back = Button(words.plain("button-deck-back", title=deck.title), ShowDeck(deck.name))
    return Screen(words("export-deck", title=deck.title), (*rows(*buttons, width=2), (answers,), (back,)))


async def export(turn: Turn) -> Sequence[Output]:
    """The Export button, and the kind of file."""
    payload = turn.incoming.payload
    assert isinstance(payload, ExportDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    words, title = turn.words, authoring.file_title(deck.title)
    if not payload.suffix:
        return [turn.show(choice_screen(words, deck))]
    if payload.suffix == HISTORY:
        content = await history.table(turn.store, deck, turn.learner.id, turn.zone, words.list_separator)
        if content is None:
            raise Sorry("export-no-answers")
        caption = words.plain("export-history", title=deck.title)
        return [File(f"{title} – {words.plain('export-history-name')}.csv", content, caption)]
    if payload.suffix not in SUFFIXES:
        raise Sorry("button-not-yours")
    if turn.written is None:
        raise Sorry("too-fast-export")
    caption = words.plain("export-done", title=deck.title, cards=len(deck.cards))
    return [File(f"{title}.{payload.suffix}", turn.written, caption)]
