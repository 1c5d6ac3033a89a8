"""The cards of a deck: a list in pages, and each with all that it holds."""

from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation.deck_callbacks import DeleteCard, ListCards, ShowCard, ShowDeck, Write
from bot.conversation.decks import deck_named
from bot.conversation.paging import paged, turning
from bot.conversation.screen import Button, Output, Screen, cut, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import editing
from bot.tutor.editing import Field
from content.card import Card, Deck, ListCard
from content.formats.identity import digest

CARDS_A_PAGE = 10
BUTTONS_A_ROW = 5
LINE_LENGTH = 80
FIELDS = (Field.QUESTION, Field.ANSWER, Field.ACCEPT, Field.EXPLANATION)
ANSWER_SHOWN, ACCEPTED_SHOWN, WHY_SHOWN = 900, 700, 700

# --- screens ---------------------------------------------------------------------------------------------------------


def list_screen(words: Words, deck: Deck, page: int, *, own: bool) -> Screen:
    """A page of a deck's cards, each with a button of its number."""
    cards, page, pages = paged(deck.cards, page, CARDS_A_PAGE)
    first = page * CARDS_A_PAGE + 1
    head = words("cards-head", title=deck.title, first=first, last=first + len(cards) - 1, cards=len(deck.cards))
    ways = [Button(words("button-search"), Write(deck.name, "", Field.SEARCH))]
    if own:
        ways.append(Button(words("button-add-card"), Write(deck.name, "", Field.NEW)))
    turned = turning(words, page, pages, lambda to: ListCards(deck.name, to))
    return _listed(words, deck, head, cards, first, (*rows(*turned, width=2), tuple(ways)))


def found_screen(words: Words, deck: Deck, text: str, found: Sequence[Card]) -> Screen:
    """The first cards that a search has found."""
    again = (Button(words("button-search-again"), Write(deck.name, "", Field.SEARCH)),)
    head = words("cards-found", count=len(found), text=text, shown=min(len(found), CARDS_A_PAGE))
    return _listed(words, deck, head, found[:CARDS_A_PAGE], 1, (again,))


def _listed(
    words: Words, deck: Deck, head: str, cards: Sequence[Card], first: int, ways: tuple[tuple[Button, ...], ...]
) -> Screen:
    lines = [
        words("cards-line", number=number, question=card_text.line(card.question, LINE_LENGTH))
        for number, card in enumerate(cards, first)
    ]
    buttons = [Button(str(number), ShowCard(deck.name, digest(card.id))) for number, card in enumerate(cards, first)]
    back = Button(words.plain("button-deck-back", title=deck.title), ShowDeck(deck.name))
    text = "\n\n".join([head, "\n".join(lines)]) if lines else head
    return Screen(text, (*rows(*buttons, width=BUTTONS_A_ROW), *ways, (back,)))


def card_screen(
    words: Words, deck: Deck, card: Card, *, own: bool, head: str = "", first: Sequence[Button] = ()
) -> Screen:
    """All of a card, and for its owner what can be changed; `first` are buttons above the others."""
    parts: list[str] = [head] if head else []
    parts.append(words("question", question=card_text.in_bold(card.question)))
    parts.append(words("answer", answer=card_text.shown(cut(card.answer, ANSWER_SHOWN))))
    if card.accept:
        parts.append(words("card-accept", accepted=cut(words.beside(*card.accept), ACCEPTED_SHOWN)))
    parts.append(words("card-kind", kind=card.kind, things=len(card.items) if isinstance(card, ListCard) else 0))
    if card.topic:
        parts.append(words("card-topic", topic=card.topic))
    if card.explanation:
        parts.append(words("explanation", text=card_text.shown(cut(card.explanation, WHY_SHOWN))))
    key = digest(card.id)
    buttons: list[tuple[Button, ...]] = [tuple(first)] if first else []
    if own:
        fields = [Button(words(f"button-card-{field}"), Write(deck.name, key, field)) for field in FIELDS]
        buttons += rows(*fields, Button(words("button-delete-card"), DeleteCard(deck.name, key)), width=2)
    place = next((number for number, one in enumerate(deck.cards) if one.id == card.id), 0)
    buttons.append((Button(words("button-cards-back"), ListCards(deck.name, place // CARDS_A_PAGE)),))
    return Screen("\n\n".join(parts), tuple(buttons))


# --- features --------------------------------------------------------------------------------------------------------


async def is_own(turn: Turn, deck: Deck) -> bool:
    """Whether the deck belongs to who is speaking."""
    return await editing.own_deck(turn.store, turn.learner.id, deck.name) is not None


async def show_list(turn: Turn) -> Sequence[Output]:
    """A page of the cards."""
    payload = turn.incoming.payload
    assert isinstance(payload, ListCards)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    await turn.store.writings.stop(turn.learner.id)
    return [turn.show(list_screen(turn.words, deck, payload.page, own=await is_own(turn, deck)))]


async def show(turn: Turn) -> Sequence[Output]:
    """A card's number."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowCard)  # noqa: S101 # the table in app.py pairs them
    deck = deck_named(turn, payload.deck)
    await turn.store.writings.stop(turn.learner.id)
    return [turn.show(card_screen(turn.words, deck, card_named(deck, payload.card), own=await is_own(turn, deck)))]


def card_named(deck: Deck, key: str) -> Card:
    """The card of a button. Raises Sorry when it has left the deck."""
    for card in deck.cards:
        if digest(card.id) == key:
            return card
    raise Sorry("card-gone")
