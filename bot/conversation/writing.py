"""Writing cards in chat: the next text is a question, an answer, a title; every change can be taken back."""

from collections.abc import Sequence

from bot.conversation import card_text, lesson
from bot.conversation.cards import FIELDS, card_named, card_screen, found_screen
from bot.conversation.deck_callbacks import (
    ClearField,
    DeleteCard,
    ListCards,
    ShowDeck,
    StopWriting,
    UndoChange,
    Write,
)
from bot.conversation.decks import deck_named, page_of
from bot.conversation.screen import Button, Edit, Output, Say, Screen, cut, rows
from bot.conversation.turn import Sorry, Turn
from bot.tutor import editing
from bot.tutor.editing import Edited, Field
from content.card import Card, Deck
from content.formats.found import CARDS_LIMIT
from content.formats.identity import digest
from storage.tables import OwnDeck, Writing

SHOWN = 1000
MAY_BE_EMPTY = (Field.ACCEPT, Field.EXPLANATION)

# --- screens ---------------------------------------------------------------------------------------------------------


def ask_screen(turn: Turn, deck: Deck, card: Card | None, field: Field) -> Screen:
    """What is to be written, with what stands there now, ready to be copied."""
    words = turn.words
    parts: list[str] = [words(f"write-{field}")]
    now = _value(deck, card, field)
    if card is not None and field is not Field.QUESTION:
        parts.append(words("question", question=card_text.in_bold(card.question)))
    if now:
        parts.append(words("write-now", text=cut(now, SHOWN)))
    key = digest(card.id) if card else ""
    buttons = [Button(words("button-cancel"), StopWriting(deck.name, key))]
    if now and field in MAY_BE_EMPTY:
        buttons.insert(0, Button(words("button-clear"), ClearField(deck.name, key, field)))
    return Screen("\n\n".join(parts), rows(*buttons, width=2))


def _value(deck: Deck, card: Card | None, field: Field) -> str:
    """What stands in a field now."""
    if card is None:
        return deck.title if field is Field.TITLE else ""
    return "\n".join(card.accept) if field is Field.ACCEPT else str(getattr(card, field))


def edited_screen(turn: Turn, edited: Edited, key: str) -> Screen:
    """A card after a change, and the way back."""
    assert edited.card is not None  # noqa: S101 # it was changed, not deleted
    undo = Button(turn.words("button-undo"), UndoChange(edited.deck.name, edited.version))
    first = [undo]
    if key == "card-added":
        first.append(Button(turn.words("button-add-another"), Write(edited.deck.name, "", Field.NEW)))
    return card_screen(turn.words, edited.deck, edited.card, own=True, head=turn.words(key), first=first)


# --- features --------------------------------------------------------------------------------------------------------


async def begin(turn: Turn) -> Sequence[Output]:
    """The button of a field."""
    payload = turn.incoming.payload
    assert isinstance(payload, Write)  # noqa: S101 # the table in app.py pairs them
    if payload.field not in set(Field) - {Field.NEW_ANSWER}:
        raise Sorry("button-not-yours")
    field = Field(payload.field)
    deck = deck_named(turn, payload.deck)
    card = card_named(deck, payload.card) if payload.card else None
    of_card = field in FIELDS
    if of_card != (card is not None):
        raise Sorry("button-not-yours")
    if field is not Field.SEARCH:
        await _own(turn, deck)
    await turn.store.writings.begin(turn.learner.id, deck.name, card.id if card else "", field, "", turn.now)
    return [turn.show(ask_screen(turn, deck, card, field))]


async def stop(turn: Turn) -> Sequence[Output]:
    """Cancel."""
    payload = turn.incoming.payload
    assert isinstance(payload, StopWriting)  # noqa: S101 # the table in app.py pairs them
    await turn.store.writings.stop(turn.learner.id)
    deck = deck_named(turn, payload.deck)
    if not payload.card:
        return [turn.show(await page_of(turn, deck))]
    row = await editing.own_deck(turn.store, turn.learner.id, deck.name)
    return [turn.show(card_screen(turn.words, deck, card_named(deck, payload.card), own=row is not None))]


async def text(turn: Turn) -> Sequence[Output]:
    """Any text in private: what is being written, or else an answer. A reply to a question always answers it."""
    writing = await editing.writing_of(turn.store, turn.learner.id, turn.now)
    replied = turn.incoming.reply_to
    if writing is None or (replied and await turn.store.questions.standing_in(turn.chat.id, replied)):
        return await lesson.answer(turn)
    field = Field(writing.field)
    try:
        said = editing.checked(field, turn.incoming.text)
    except editing.TooLongError:
        raise Sorry("write-too-long", limit=editing.LIMITS[field]) from None
    if not said:
        raise Sorry("answer-empty")
    deck = turn.library.deck(writing.deck)
    if deck is None:
        await turn.store.writings.stop(turn.learner.id)
        raise Sorry("deck-gone")
    return await _written(turn, deck, writing, field, said)


async def _written(turn: Turn, deck: Deck, writing: Writing, field: Field, said: str) -> Sequence[Output]:
    """What becomes of a text."""
    store, words = turn.store, turn.words
    if field is Field.NEW:
        await store.writings.begin(turn.learner.id, deck.name, "", Field.NEW_ANSWER, said, turn.now)
        parts = [words("question", question=card_text.in_bold(said)), words("write-new-answer")]
        cancel = Button(words("button-cancel"), StopWriting(deck.name, ""))
        return [Say(Screen("\n\n".join(parts), rows(cancel)))]
    card_id, question = writing.card_id, writing.text
    await store.writings.stop(turn.learner.id)
    if field is Field.SEARCH:
        return [Say(found_screen(words, deck, said, editing.search(deck, said)))]
    row = await _own(turn, deck)
    if field is Field.TITLE:
        return [Say(await _renamed(turn, row, deck, said))]
    try:
        if field is Field.NEW_ANSWER:
            added = await editing.add(store, row, deck, question, said, turn.now)
            return [Say(edited_screen(turn, added, "card-added"))]
        card = deck.card(card_id)
        if card is None:
            raise Sorry("card-gone")
        edited = await editing.write(store, row, deck, card, field, said, turn.now)
    except editing.TooManyError:
        if field is Field.NEW_ANSWER:
            raise Sorry("deck-full", most=CARDS_LIMIT) from None
        raise Sorry("card-accept-full", most=editing.WORDINGS_EACH) from None
    return [Say(edited_screen(turn, edited, "card-saved"))]


async def _renamed(turn: Turn, row: OwnDeck, deck: Deck, title: str) -> Screen:
    try:
        edited = await editing.rename(turn.store, row, deck, title, turn.now)
    except editing.TitleTakenError:
        raise Sorry("deck-title-taken", title=title) from None
    buttons = [
        Button(turn.words("button-undo"), UndoChange(deck.name, edited.version)),
        Button(turn.words.plain("button-deck-back", title=title), ShowDeck(deck.name)),
    ]
    return Screen(turn.words("deck-renamed", title=title), rows(*buttons))


async def _own(turn: Turn, deck: Deck) -> OwnDeck:
    """The deck's row. Raises Sorry when it is not this learner's."""
    row = await editing.own_deck(turn.store, turn.learner.id, deck.name)
    if row is None:
        raise Sorry("deck-not-yours")
    return row


async def clear(turn: Turn) -> Sequence[Output]:
    """Nothing in this field."""
    payload = turn.incoming.payload
    assert isinstance(payload, ClearField)  # noqa: S101 # the table in app.py pairs them
    if payload.field not in MAY_BE_EMPTY:
        raise Sorry("button-not-yours")
    deck = deck_named(turn, payload.deck)
    card = card_named(deck, payload.card)
    row = await _own(turn, deck)
    await turn.store.writings.stop(turn.learner.id)
    edited = await editing.write(turn.store, row, deck, card, Field(payload.field), "", turn.now)
    return [turn.show(edited_screen(turn, edited, "card-saved"))]


async def delete(turn: Turn) -> Sequence[Output]:
    """A card's Delete button."""
    payload = turn.incoming.payload
    assert isinstance(payload, DeleteCard)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    card = card_named(deck, payload.card)
    row = await _own(turn, deck)
    try:
        edited = await editing.delete(turn.store, row, deck, card, turn.now)
    except editing.LastCardError:
        raise Sorry("card-last") from None
    buttons = [
        Button(turn.words("button-undo"), UndoChange(deck.name, edited.version)),
        Button(turn.words("button-cards-back"), ListCards(deck.name, 0)),
    ]
    return [
        turn.show(Screen(turn.words("card-deleted", question=card_text.shown(card.question)), rows(*buttons, width=2)))
    ]


async def undo(turn: Turn) -> Sequence[Output]:
    """The last change, or import, is taken back."""
    payload = turn.incoming.payload
    assert isinstance(payload, UndoChange)  # noqa: S101 # the table in app.py pairs them
    try:
        done = await editing.undo(turn.store, turn.learner.id, payload.deck, payload.version, turn.now)
    except editing.TitleTakenError:
        raise Sorry("deck-title-taken-back") from None
    if done is None:
        raise Sorry("undo-too-late")
    title, there = done
    ways = [Button(turn.words.plain("button-deck-back", title=title), ShowDeck(payload.deck))] if there else []
    return [Edit(Screen(turn.words("import-undone", title=title), rows(*ways)))]
