"""Which decks there are, what each is, and which one is asked from."""

from collections.abc import Sequence

from bot.conversation.callbacks import ChooseDeck, Open, ShowSettings, StartDeck
from bot.conversation.deck_callbacks import DeleteDeck, ListCards, ShowDeck, ShowDecks, Write
from bot.conversation.paging import paged, turning
from bot.conversation.screen import Button, Output, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import editing, lesson
from bot.tutor.counts import Counts, counts
from bot.tutor.editing import Field
from content.card import Deck

DECKS_A_PAGE = 8

# --- screens ---------------------------------------------------------------------------------------------------------


async def screen(turn: Turn) -> Screen:
    """The decks to choose from: the first page of the menu, or in a group all of them."""
    return _for_group(turn) if turn.in_group else await menu(turn, 0)


def _for_group(turn: Turn) -> Screen:
    """A group has one deck at a time, and no counts."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    parts: list[str] = [words("decks-head")]
    for deck in turn.library.decks:
        title = _title(words, deck, chosen)
        parts.append(f"{title} · {words('deck-size', cards=len(deck.cards))}\n{words('deck-about', about=deck.about)}")
    buttons = [Button(deck.title, ChooseDeck(deck.name)) for deck in turn.library.decks if deck is not chosen]
    back = Button(words("button-settings-back"), ShowSettings(""))
    return Screen("\n\n".join(parts), rows(*buttons, back))


async def menu(turn: Turn, page: int) -> Screen:
    """Some of the learner's decks, each with its numbers and a button, the one that is asked from marked."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    decks, page, pages = paged(turn.library.decks, page, DECKS_A_PAGE)
    found = await counts(turn.store, decks, turn.learner.id, turn.now)
    parts = [f"{words('decks-head')}\n{words('decks-how')}"]
    buttons = []
    for deck, one in zip(decks, found, strict=True):
        parts.append(f"{_title(words, deck, chosen)}\n{numbers(words, one)}")
        buttons.append(Button(deck_label(words, deck, one), ShowDeck(deck.name)))
    turned = rows(*turning(words, page, pages, ShowDecks), width=2)
    back = Button(words("button-settings-back"), ShowSettings(""))
    return Screen("\n\n".join(parts), (*rows(*buttons), *turned, (back,)))


async def page_of(turn: Turn, deck: Deck) -> Screen:
    """A deck: what it is about, how the learner stands with it, and what can be done."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    (found,) = await counts(turn.store, [deck], turn.learner.id, turn.now)
    lines: list[str] = [words("deck-page-title", title=deck.title)]
    if deck.about:
        lines.append(words("deck-about", about=deck.about))
    standing = [numbers(words, found)]
    if deck.language != words.language:
        standing.append(words("deck-language", language=words.language_name(deck.language)))
    if deck is chosen:
        standing.append(words("deck-is-chosen"))
    lines.append("\n".join(standing))
    buttons = [
        Button(words("button-study"), StartDeck(deck.name)),
        Button(words("button-cards"), ListCards(deck.name, 0)),
    ]
    if await editing.own_deck(turn.store, turn.learner.id, deck.name):
        buttons += [
            Button(words("button-rename"), Write(deck.name, "", Field.TITLE)),
            Button(words("button-delete-deck"), DeleteDeck(deck.name, 0)),
        ]
    back = Button(words("button-decks-back"), ShowDecks(0))
    return Screen("\n\n".join(lines), (*rows(*buttons, width=2), (back,)))


def numbers(words: Words, found: Counts) -> str:
    """How many cards, and what waits among them."""
    parts = [words("deck-size", cards=found.cards)]
    if found.due:
        parts.append(words("deck-due", due=found.due))
    if found.new:
        parts.append(words("deck-new", new=found.new))
    return " · ".join(parts)


def deck_label(words: Words, deck: Deck, found: Counts) -> str:
    """A deck on its button: what waits in it stands in front of what a narrow phone cuts off."""
    if found.due:
        return words.plain("deck-label-due", title=deck.title, due=found.due)
    return deck.title


def _title(words: Words, deck: Deck, chosen: Deck) -> str:
    return words("deck-title-chosen" if deck is chosen else "deck-title", title=deck.title)


# --- features --------------------------------------------------------------------------------------------------------


async def decks(turn: Turn) -> Sequence[Output]:
    """/decks"""
    return [turn.show(await screen(turn))]


async def show_menu(turn: Turn) -> Sequence[Output]:
    """A page of the menu."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowDecks)  # noqa: S101 # the table in app.py pairs them
    return [turn.show(await menu(turn, payload.page))]


async def show(turn: Turn) -> Sequence[Output]:
    """A deck's button in the menu."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowDeck)  # noqa: S101 # the table in app.py pairs them
    await turn.store.writings.stop(turn.learner.id)
    return [turn.show(await page_of(turn, deck_named(turn, payload.deck)))]


def deck_named(turn: Turn, name: str) -> Deck:
    """The deck of a button. Raises Sorry when it is no longer here."""
    deck = turn.library.deck(name)
    if deck is None:
        raise Sorry("deck-gone")
    return deck


async def delete(turn: Turn) -> Sequence[Output]:
    """A deck's Delete button; the first time it only asks."""
    payload = turn.incoming.payload
    assert isinstance(payload, DeleteDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    row = await editing.own_deck(turn.store, turn.learner.id, deck.name)
    if row is None:
        raise Sorry("deck-not-yours")
    words = turn.words
    if not payload.sure:
        sure = Button(words("button-forget"), DeleteDeck(deck.name, 1))
        keep = Button(words("button-keep"), ShowDeck(deck.name))
        return [turn.show(Screen(words("deck-delete", title=deck.title, cards=len(deck.cards)), rows(sure, keep)))]
    await turn.store.decks.remove(row, turn.now)
    back = Button(words("button-decks-back"), ShowDecks(0))
    return [turn.show(Screen(words("deck-deleted", title=deck.title), rows(back)))]


async def choose(turn: Turn) -> Sequence[Output]:
    """A deck's button in a group."""
    payload = turn.incoming.payload
    assert isinstance(payload, ChooseDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    await turn.store.chats.set_deck(turn.chat, deck.name)
    start = Button(turn.words("button-group-quiz" if turn.in_group else "button-start"), Open("quiz"))
    back = Button(turn.words("button-settings-back"), ShowSettings(""))
    return [turn.show(Screen(turn.words("deck-chosen", title=deck.title), rows(start, back, width=2)))]
