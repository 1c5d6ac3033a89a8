"""Decks that go from hand to hand: the link, what it offers, taking, copying, leaving and withdrawing."""

import dataclasses
import secrets
from collections.abc import Sequence
from urllib.parse import quote

from bot.conversation import card_text
from bot.conversation.callbacks import Open, StartDeck
from bot.conversation.deck_callbacks import (
    CopyDeck,
    LeaveDeck,
    NotNow,
    ShareDeck,
    ShowDeck,
    ShowDecks,
    TakeDeck,
    WithdrawDeck,
)
from bot.conversation.decks import deck_named, page_of, screen, told_of_end
from bot.conversation.names import board_name
from bot.conversation.screen import Button, Edit, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import authoring, editing, sharing
from content.card import Deck
from content.library import Library
from storage.tables import OwnDeck

PREFIX = "deck_"
CODE_BYTES = 16
EXAMPLES = 3
EXAMPLE_LENGTH = 160
DISPUTED_SHOWN = 3
QUESTION_LENGTH = 80

# --- screens ---------------------------------------------------------------------------------------------------------


def link_to(bot_username: str, code: str, *, group: bool = False) -> str:
    """The address that offers a deck, in private or to a group of one's choice."""
    return f"https://t.me/{bot_username}?{'startgroup' if group else 'start'}={PREFIX}{code}"


async def share_screen(turn: Turn, deck: Deck, code: str, *, own: bool) -> Screen:
    """The link; for the owner also who uses the deck and what gives trouble in it."""
    words = turn.words
    link = link_to(turn.bot_username, code)
    parts: list[str] = [words("share", title=deck.title, link=link)]
    buttons = [
        Button(words("button-send-link"), url=f"https://t.me/share/url?url={quote(link)}&text={quote(deck.title)}"),
        Button(words("button-use-in-group"), url=link_to(turn.bot_username, code, group=True)),
    ]
    if own:
        users = await turn.store.decks.users(deck.name)
        unused = not users.learners and not users.groups
        parts.append(
            words("share-unused") if unused else words("share-users", learners=users.learners, groups=users.groups)
        )
        lines = [
            words(
                "share-disputed",
                question=card_text.line(one.card.question, QUESTION_LENGTH),
                percent=one.missed_percent,
                answers=one.answers,
                appeals=one.appeals,
            )
            for one in await sharing.disputed(turn.store, deck, DISPUTED_SHOWN)
        ]
        if lines:
            parts.append("\n".join([words("share-disputed-head"), *lines]))
        buttons.append(Button(words("button-withdraw"), WithdrawDeck(deck.name, 0)))
    buttons.append(Button(words.plain("button-deck-back", title=deck.title), ShowDeck(deck.name)))
    return Screen("\n\n".join(parts), rows(*buttons))


async def _offer_screen(turn: Turn, row: OwnDeck, deck: Deck, code: str) -> Screen:
    """What is in a deck that somebody shares, and whether to take it."""
    words = turn.words
    owner = await turn.store.learners.get(row.owner_id) if row.owner_id else None
    by = board_name(owner, words) if owner else ""
    parts: list[str] = [words("offer", title=deck.title, by=by or "none", cards=len(deck.cards))]
    if deck.about:
        parts.append(words("deck-about", about=deck.about))
    for card in deck.cards[:EXAMPLES]:
        question, answer = (card_text.line(text, EXAMPLE_LENGTH) for text in (card.question, card.answer))
        parts.append(words("import-example", question=question, answer=answer))
    parts.append(words("offer-how"))
    buttons = [Button(words("button-take-deck"), TakeDeck(code)), Button(words("button-not-now"), NotNow())]
    return Screen("\n\n".join(parts), rows(*buttons, width=2))


def taken_screen(words: Words, deck: Deck) -> Screen:
    """A deck that has been taken."""
    buttons = [
        Button(words("button-study"), StartDeck(deck.name)),
        Button(words.plain("button-deck-back", title=deck.title), ShowDeck(deck.name)),
    ]
    return Screen(words("deck-taken", title=deck.title), rows(*buttons))


# --- features --------------------------------------------------------------------------------------------------------


async def share(turn: Turn) -> Sequence[Output]:
    """The Share button of one's own deck, or of one that was taken."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShareDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    row = await turn.store.decks.get(deck.name)
    if row is None:
        raise Sorry("deck-not-yours")
    own = row.owner_id == turn.learner.id
    if not own and row.code is None:
        raise Sorry("deck-not-shared")
    code = await sharing.share(turn.store, row, secrets.token_urlsafe(CODE_BYTES))
    return [turn.show(await share_screen(turn, deck, code, own=own))]


async def offer(turn: Turn, code: str) -> Sequence[Output]:
    """/start by the link of a shared deck: in private it is offered, in a group its administrator brings it."""
    row, deck = await _shared(turn, code)
    if turn.in_group:
        return await _bring(turn, row, deck)
    if turn.library.deck(row.name) is not None:
        return [Say(await page_of(turn, deck))]
    return [Say(await _offer_screen(turn, row, deck, code))]


async def _shared(turn: Turn, code: str) -> tuple[OwnDeck, Deck]:
    """The deck of a code. Raises Sorry when the link is dead."""
    row = await turn.store.decks.with_code(code)
    library = await turn.shelf.with_deck(turn.store, turn.library, row.name) if row else None
    deck = library.deck(row.name) if row and library else None
    if row is None or deck is None:
        raise Sorry("link-dead")
    return row, deck


async def _bring(turn: Turn, row: OwnDeck, deck: Deck) -> Sequence[Output]:
    if turn.is_admin is not True:
        raise Sorry("admins-only")
    await _take(turn, row)
    await turn.store.chats.set_deck(turn.chat, deck.name)
    words = turn.words
    buttons = [Button(words("button-group-quiz"), Open("quiz")), Button(words("button-daily"), Open("daily"))]
    text = words("group-deck-taken", title=deck.title, cards=len(deck.cards))
    return [Say(Screen(text, rows(*buttons, width=2)))]


async def _take(turn: Turn, row: OwnDeck) -> None:
    try:
        await sharing.take(turn.store, row, turn.chat.id, turn.now)
    except sharing.TooManyTakenError:
        raise Sorry("taken-too-many", most=sharing.TAKEN_EACH) from None


async def take(turn: Turn) -> Sequence[Output]:
    """The Take button."""
    payload = turn.incoming.payload
    assert isinstance(payload, TakeDeck)  # noqa: S101 # the table in app.py pairs them
    row, deck = await _shared(turn, payload.share)
    if row.owner_id != turn.learner.id:
        await _take(turn, row)
    return [turn.show(taken_screen(turn.words, deck))]


async def not_now(turn: Turn) -> Sequence[Output]:
    """The other one."""
    return [turn.show(Screen(turn.words("offer-declined")))]


async def copy(turn: Turn) -> Sequence[Output]:
    """Make it mine: from now on it does not follow its owner."""
    payload = turn.incoming.payload
    assert isinstance(payload, CopyDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    if not await turn.store.decks.uses(deck.name, turn.learner.id):
        raise Sorry("button-stale")
    try:
        own = await sharing.make_own(turn.store, deck, turn.learner.id, turn.now, turn.dice)
    except authoring.TooManyDecksError:
        raise Sorry("import-too-many-decks", most=authoring.DECKS_EACH) from None
    way = Button(turn.words.plain("button-deck-back", title=own.title), ShowDeck(own.name))
    return [turn.show(Screen(turn.words("deck-copied", title=own.title), rows(way)))]


async def leave(turn: Turn) -> Sequence[Output]:
    """Leave a deck that was taken; a group's administrator does it for the group."""
    payload = turn.incoming.payload
    assert isinstance(payload, LeaveDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    row = await turn.store.decks.get(deck.name)
    if row is None or not await turn.store.decks.uses(deck.name, turn.chat.id):
        raise Sorry("button-stale")
    words = turn.words
    if turn.in_group:
        await sharing.leave(turn.store, row, turn.chat, None, turn.now)
        left = Toast(words.plain("deck-left", title=deck.title))
        rest = Library(one for one in turn.library.decks if one.name != deck.name)
        return [left, Edit(await screen(dataclasses.replace(turn, library=rest)))]
    if row.owner_id is None and not payload.sure:
        buttons = [
            Button(words("button-leave"), LeaveDeck(deck.name, 1)),
            Button(words("button-keep"), ShowDeck(deck.name)),
        ]
        return [turn.show(Screen(words("deck-leave-for-good", title=deck.title), rows(*buttons)))]
    code = row.code
    await sharing.leave(turn.store, row, turn.chat, turn.learner.id, turn.now)
    again = [Button(words("button-take-again"), TakeDeck(code))] if code else []
    back = Button(words("button-decks-back"), ShowDecks(0))
    return [turn.show(Screen(words("deck-left", title=deck.title), rows(*again, back)))]


async def withdraw(turn: Turn) -> Sequence[Output]:
    """Nobody can take the deck any more; the first time it only asks."""
    payload = turn.incoming.payload
    assert isinstance(payload, WithdrawDeck)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    row = await editing.own_deck(turn.store, turn.learner.id, deck.name)
    if row is None or row.code is None:
        raise Sorry("deck-not-shared")
    words = turn.words
    if not payload.sure:
        users = await turn.store.decks.users(deck.name)
        text = words("withdraw-ask", title=deck.title, learners=users.learners, groups=users.groups)
        buttons = [
            Button(words("button-withdraw"), WithdrawDeck(deck.name, 1)),
            Button(words("button-go-on-sharing"), ShareDeck(deck.name)),
        ]
        return [turn.show(Screen(text, rows(*buttons)))]
    done = await sharing.withdraw(turn.store, row, deck, turn.learner.id, turn.now, turn.dice)
    back = Button(words.plain("button-deck-back", title=deck.title), ShowDeck(done.name))
    return [*told_of_end(turn, done.chats, deck), turn.show(Screen(words("withdrawn", title=deck.title), rows(back)))]
