"""Editing one's own deck, card by card; ids stay, so that what anybody knows of a card stays too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rapidfuzz import fuzz, process

from bot.tutor import authoring
from content.card import ANSWER_LIMIT, QUESTION_LIMIT, WORDING_LIMIT, Card, Deck, plain_card
from content.formats.found import CARDS_LIMIT
from content.formats.gather import TITLE_LIMIT, clean
from content.formats.identity import Identities
from content.language import fold
from storage.database import Store
from storage.tables import OwnDeck, Writing

WORDINGS_EACH = 30
WRITING_FOR = timedelta(minutes=30)
"""Who has not written anything for so long does not mean their next text for a card."""
SEARCH_LIMIT = 100
_NEAR = 80


class Field(StrEnum):
    """What of a card or a deck can be written; a new card begins with its question."""

    QUESTION = "question"
    ANSWER = "answer"
    ACCEPT = "accept"
    EXPLANATION = "explanation"
    NEW = "new"
    NEW_ANSWER = "new-answer"
    TITLE = "title"
    SEARCH = "search"


LIMITS = {
    Field.QUESTION: QUESTION_LIMIT,
    Field.ANSWER: ANSWER_LIMIT,
    Field.ACCEPT: WORDING_LIMIT,
    Field.EXPLANATION: ANSWER_LIMIT,
    Field.NEW: QUESTION_LIMIT,
    Field.NEW_ANSWER: ANSWER_LIMIT,
    Field.TITLE: TITLE_LIMIT,
    Field.SEARCH: SEARCH_LIMIT,
}
"""Characters; of accepted wordings, in each."""


class TooLongError(Exception):
    """A text is longer than the limit of its field."""


class TooManyError(Exception):
    """There are as many as there may be: cards in a deck, or accepted wordings of a card."""


class LastCardError(Exception):
    """A deck cannot be without any card."""


class TitleTakenError(Exception):
    """The learner has another deck of that title."""


@dataclass(frozen=True)
class Edited:
    """A deck as it is now, and the version that can be taken back; `card` is what was changed, unless it is gone."""

    deck: Deck
    version: int
    card: Card | None = None


async def own_deck(store: Store, learner_id: int, name: str) -> OwnDeck | None:
    """The deck, if it is this learner's own."""
    row = await store.decks.get(name)
    return row if row is not None and row.owner_id == learner_id else None


async def writing_of(store: Store, learner_id: int, now: datetime) -> Writing | None:
    """What the learner is writing; None when they have turned to something else since, or left it alone."""
    writing = await store.writings.of(learner_id)
    if writing is None:
        return None
    asked = await store.questions.open_for(learner_id)
    if now - writing.begun_at > WRITING_FOR or (asked is not None and asked.asked_at > writing.begun_at):
        await store.writings.stop(learner_id)
        return None
    return writing


def checked(field: Field, text: str) -> str:
    """The text without what nobody sees; empty when nothing is left. Raises TooLongError."""
    text = clean(text)
    if field in (Field.TITLE, Field.SEARCH):
        text = " ".join(text.split())
    longest = max((len(line) for line in text.split("\n")), default=0) if field is Field.ACCEPT else len(text)
    if longest > LIMITS[field]:
        raise TooLongError
    return text


async def write(store: Store, row: OwnDeck, deck: Deck, card: Card, field: Field, text: str, now: datetime) -> Edited:
    """A field of a card becomes this text, as `checked`; accepted wordings stand one a line. Raises TooManyError."""
    match field:
        case Field.QUESTION:
            changed = card.model_copy(update={"question": text})
        case Field.ANSWER:
            changed = _answered(deck, card.question, [text, *card.accept], card)
        case Field.ACCEPT:
            wordings = tuple(dict.fromkeys(line for one in text.split("\n") if (line := " ".join(one.split()))))
            if len(wordings) > WORDINGS_EACH:
                raise TooManyError
            changed = card.model_copy(update={"accept": wordings})
        case Field.EXPLANATION:
            changed = card.model_copy(update={"explanation": text})
        case _:
            raise ValueError(f"a card has no {field}")
    cards = tuple(changed if one.id == card.id else one for one in deck.cards)
    return await _save(store, row, deck, deck.model_copy(update={"cards": cards}), now, changed)


def _answered(deck: Deck, question: str, references: Sequence[str], old: Card | None = None) -> Card:
    """A card with these references, its kind seen from them; what else `old` holds is kept."""
    plain = plain_card(question, references, deck.language)
    # The lines of an answer tell nothing of its kind, and are easier to read.
    kept = {"answer": references[0]}
    if old is not None:
        kept |= {name: getattr(old, name) for name in ("id", "reject", "same", "topic", "explanation", "source")}
    return plain.model_copy(update=kept)


async def add(store: Store, row: OwnDeck, deck: Deck, question: str, answer: str, now: datetime) -> Edited:
    """One card more, at the end. Raises TooManyError."""
    if len(deck.cards) >= CARDS_LIMIT:
        raise TooManyError
    identities = Identities()
    for one in deck.cards:
        identities.take(one.id)
    plain = _answered(deck, question, [answer])
    card = plain.model_copy(update={"id": identities.give(question, answer)})
    return await _save(store, row, deck, deck.model_copy(update={"cards": (*deck.cards, card)}), now, card)


async def delete(store: Store, row: OwnDeck, deck: Deck, card: Card, now: datetime) -> Edited:
    """The card leaves its deck; what is known of it stays for when it comes back. Raises LastCardError."""
    if len(deck.cards) == 1:
        raise LastCardError
    cards = tuple(
        one.model_copy(update={"same": tuple(twin for twin in one.same if twin != card.id)})
        for one in deck.cards
        if one.id != card.id
    )
    return await _save(store, row, deck, deck.model_copy(update={"cards": cards}), now)


async def rename(store: Store, row: OwnDeck, deck: Deck, title: str, now: datetime) -> Edited:
    """The deck is called this from now on. Raises TitleTakenError."""
    await _check_title(store, row, title)
    return await _save(store, row, deck, deck.model_copy(update={"title": title}), now)


async def _check_title(store: Store, row: OwnDeck, title: str) -> None:
    other = await store.decks.titled(row.owner_id, title) if row.owner_id is not None else None
    if other is not None and other.name != row.name:
        raise TitleTakenError


async def _save(store: Store, row: OwnDeck, old: Deck, new: Deck, now: datetime, card: Card | None = None) -> Edited:
    await store.appeals.take_over(row.name)
    await store.decks.change(row, new.model_dump(mode="json"), old.model_dump(mode="json"), now)
    return Edited(new, row.version, card)


async def undo(store: Store, learner_id: int, name: str, version: int, now: datetime) -> tuple[str, bool] | None:
    """Takes the change that led to this version back: the title, and whether there still is a deck.

    None when there is nothing to take back: the deck has changed since. Raises TitleTakenError.
    """
    row = await own_deck(store, learner_id, name)
    if row is None or row.version != version:
        return None
    title = row.title
    if row.previous is not None:
        await _check_title(store, row, row.previous["title"])
        await store.decks.change(row, row.previous, None, now)
        return row.title, True
    if row.version != authoring.FIRST_VERSION:
        return None
    await store.decks.remove(row, now)
    return title, False


def search(deck: Deck, text: str) -> list[Card]:
    """The cards in which these words stand, in the deck's order; if there are none, those that come nearest."""
    words = fold(text).split()
    written = {
        card.id: fold(f"{card.question} {card.answer} {' '.join(card.accept)} {card.topic}") for card in deck.cards
    }
    found: list[Card] = [card for card in deck.cards if all(word in written[card.id] for word in words)]
    if found or not words:
        return found
    near = process.extract(fold(text), written, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=10)
    return [card for _, _, card_id in near if (card := deck.card(card_id)) is not None]
