"""The decks there are, and which one a chat is asked from."""

from collections.abc import Sequence

from bot.conversation.callbacks import ChooseDeck, Open, ShowSettings
from bot.conversation.screen import Button, Output, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.tutor import lesson


async def screen(turn: Turn) -> Screen:
    """Every deck with its size and what is due, the chosen one marked."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    parts = [words("decks-head")]
    for deck in turn.library.decks:
        due = 0 if turn.in_group else await turn.store.memories.due_count(turn.learner.id, deck.name, turn.now)
        key = "decks-line-chosen" if deck is chosen else "decks-line"
        parts.append(words(key, title=deck.title, about=deck.about, cards=len(deck.cards), due=due))
    buttons = [Button(deck.title, ChooseDeck(deck.name)) for deck in turn.library.decks if deck is not chosen]
    back = Button(words("button-settings-back"), ShowSettings(""))
    return Screen("\n\n".join(parts), rows(*buttons, back))


async def decks(turn: Turn) -> Sequence[Output]:
    """/decks"""
    return [turn.show(await screen(turn))]


async def choose(turn: Turn) -> Sequence[Output]:
    """A deck's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, ChooseDeck)  # noqa: S101 # the table in app.py pairs them
    deck = turn.library.deck(payload.deck)
    if deck is None:
        raise Sorry("deck-gone")
    await turn.store.chats.set_deck(turn.chat, deck.name)
    start = Button(turn.words("button-group-quiz" if turn.in_group else "button-start"), Open("quiz"))
    back = Button(turn.words("button-settings-back"), ShowSettings(""))
    return [turn.show(Screen(turn.words("deck-chosen", title=deck.title), rows(start, back, width=2)))]
