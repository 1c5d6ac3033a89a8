"""Which decks there are, what each is, and which one is asked from."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.conversation.callbacks import ChooseDeck, Open, ShowSettings, StartDeck
from bot.conversation.deck_callbacks import (
    CopyDeck,
    DeleteDeck,
    ExportDeck,
    LeaveDeck,
    ListCards,
    ShareDeck,
    ShowDeck,
    ShowDecks,
    ShowDisputes,
    Write,
)
from bot.conversation.names import board_name
from bot.conversation.paging import paged, turning
from bot.conversation.screen import Button, Output, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words, words_for
from bot.tutor import calendar, editing, lesson, sharing
from bot.tutor.counts import Counts, counts
from bot.tutor.editing import Field
from content.card import Deck
from storage.states import ChatKind
from storage.tables import Chat, OwnDeck

DECKS_A_PAGE = 8
LINK = "decks"
"""What a link to the menu carries behind ?start=."""

# --- screens ---------------------------------------------------------------------------------------------------------


async def screen(turn: Turn) -> Screen:
    """The decks to choose from: the first page of the menu, or in a group all of them."""
    return await _for_group(turn) if turn.in_group else await menu(turn, 0)


async def _for_group(turn: Turn) -> Screen:
    """A group has one deck at a time, and no counts; what was brought into it can be taken out again."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    parts: list[str] = [words("decks-head")]
    buttons: list[tuple[Button, ...]] = []
    brought = await turn.store.decks.owned(turn.chat.id)
    for deck in turn.library.decks:
        lines = [words.beside(_title(words, deck, chosen), words("deck-size", cards=len(deck.cards)))]
        if deck.about:
            lines.append(words("deck-about", about=deck.about))
        parts.append("\n".join(lines))
        if deck is not chosen:
            buttons.append((Button(deck.title, ChooseDeck(deck.name)),))
        if deck.name in brought:
            buttons.append((Button(words.plain("button-take-out", title=deck.title), LeaveDeck(deck.name, 1)),))
    parts.append(words("decks-how-group"))
    own = Button(words("button-private"), url=f"https://t.me/{turn.bot_username}?start={LINK}")
    back = Button(words("button-settings-back"), ShowSettings(""))
    return Screen("\n\n".join(parts), (*buttons, (own,), (back,)))


async def menu(turn: Turn, page: int) -> Screen:
    """Some of the learner's decks, each with its numbers and a button, the one that is asked from marked."""
    words = turn.words
    chosen = lesson.deck_of(turn.library, turn.chat)
    decks, page, pages = paged(turn.library.decks, page, DECKS_A_PAGE)
    found = await counts(turn.store, decks, turn.learner.id, turn.now)
    parts = [f"{words('decks-head')}\n{words('decks-how')}"]
    buttons = []
    owned = await turn.store.decks.owned(turn.chat.id)
    disputed = await turn.store.appeals.waiting_for(turn.learner.id)
    for deck, one in zip(decks, found, strict=True):
        lines = [_title(words, deck, chosen), numbers(words, one)]
        if deck.name in owned:
            lines[1] = words.beside(lines[1], words("deck-own" if owned[deck.name] else "deck-shared"))
        if deck.name in disputed:
            lines.append(words("deck-disputed", count=disputed[deck.name]))
        parts.append("\n".join(lines))
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
    first: tuple[Button, ...] = ()
    buttons = [
        Button(words("button-study"), StartDeck(deck.name)),
        Button(words("button-cards"), ListCards(deck.name, 0)),
        Button(words("button-export"), ExportDeck(deck.name, "")),
    ]
    row = await turn.store.decks.get(deck.name)
    if row is not None and row.owner_id == turn.learner.id:
        if count := (await turn.store.appeals.waiting_for(turn.learner.id)).get(deck.name):
            first = (Button(words.plain("deck-disputed", count=count), ShowDisputes(deck.name)),)
        buttons += [
            Button(words("button-share"), ShareDeck(deck.name)),
            Button(words("button-rename"), Write(deck.name, "", Field.TITLE)),
            Button(words("button-delete-deck"), DeleteDeck(deck.name, 0)),
        ]
    elif row is not None:
        lines.append(await _whose(turn, row))
        if row.code is not None:
            buttons.append(Button(words("button-share"), ShareDeck(deck.name)))
        buttons += [
            Button(words("button-copy"), CopyDeck(deck.name)),
            Button(words("button-leave"), LeaveDeck(deck.name, 0)),
        ]
    back = Button(words("button-decks-back"), ShowDecks(0))
    return Screen("\n\n".join(lines), (*rows(*first), *rows(*buttons, width=2), (back,)))


async def _whose(turn: Turn, row: OwnDeck) -> str:
    """Of whom a deck was taken, and what becomes of their edits."""
    owner = await turn.store.learners.get(row.owner_id) if row.owner_id is not None else None
    if owner is None:
        return turn.words("deck-nobodys")
    return turn.words("deck-of", by=board_name(owner, turn.words) or "none")


def numbers(words: Words, found: Counts) -> str:
    """How many cards, and what waits among them."""
    parts = [words("deck-size", cards=found.cards)]
    if found.due:
        parts.append(words("deck-due", due=found.due))
    if found.new:
        parts.append(words("deck-new", new=found.new))
    return words.beside(*parts)


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
        sure = Button(words("button-delete-deck"), DeleteDeck(deck.name, 1))
        keep = Button(words("button-keep"), ShowDeck(deck.name))
        parts = [words("deck-delete", title=deck.title, cards=len(deck.cards))]
        if any(await turn.store.decks.users(deck.name)):
            parts.append(words("deck-delete-taken"))
        return [turn.show(Screen("\n\n".join(parts), rows(sure, keep)))]
    chats = await sharing.give_up(turn.store, row, turn.learner.id, turn.now)
    back = Button(words("button-decks-back"), ShowDecks(0))
    return [*told_of_end(turn, chats, deck), turn.show(Screen(words("deck-deleted", title=deck.title), rows(back)))]


def told_of_end(turn: Turn, chats: Sequence[Chat], deck: Deck) -> list[Output]:
    """What those hear who have taken a deck that is not shared any more; nobody in their quiet hours."""
    said: list[Output] = []
    for chat in chats:
        if calendar.quiet_until(chat.quiet, ZoneInfo(chat.timezone), turn.now) is None:
            key = "withdrawn-group" if chat.kind == ChatKind.GROUP else "withdrawn-told"
            said.append(SayIn(chat.id, 0, Screen(words_for(chat)(key, title=deck.title))))
    return said


async def choose(turn: Turn) -> Sequence[Output]:
    """A deck's button in a group."""
    payload = turn.incoming.payload
    assert isinstance(payload, ChooseDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    await turn.store.chats.set_deck(turn.chat, deck.name)
    start = Button(turn.words("button-group-quiz" if turn.in_group else "button-start"), Open("quiz"))
    back = Button(turn.words("button-settings-back"), ShowSettings(""))
    return [turn.show(Screen(turn.words("deck-chosen", title=deck.title), rows(start, back, width=2)))]
