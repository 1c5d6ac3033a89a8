"""What people write, read: a wish for a quiz, an answer that is no answer."""

import re

from rapidfuzz import fuzz, process

from bot.conversation.turn import Sorry
from bot.tutor import lesson
from content.card import Card, Deck, NumberCard
from content.language.quantities import quantities
from content.library import Library

ANSWER_LIMIT = 500

_NOTHING = re.compile("[\\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff]")
LARGEST = 1e15
_NUMERIC = re.compile(r"\d|\b(?:nan|inf|infinity)\b", re.IGNORECASE)
_GLUED = re.compile(r"\d_\d")


def check_answer(card: Card, text: str) -> None:
    """Raises Sorry for an answer with nothing in it, with far too much, or with a number that nobody writes."""
    if not _NOTHING.sub("", text):
        raise Sorry("answer-empty")
    if len(text) > ANSWER_LIMIT:
        raise Sorry("answer-too-long", limit=ANSWER_LIMIT)
    if isinstance(card, NumberCard) and _NUMERIC.search(text):
        ordinary = any(
            -LARGEST < one.low <= one.high < LARGEST and not _GLUED.search(text)
            for one in quantities(text, card.language)
        )
        if not ordinary:
            raise Sorry("answer-not-a-number")


def read_wish(text: str, library: Library, usual: Deck) -> tuple[Deck, str, int]:
    """Deck, topic and number out of "[deck or topic] [number]". Raises Sorry when nothing is called that."""
    wanted = text.split()
    number = lesson.DEFAULT_NUMBER
    if wanted and (count := re.fullmatch(r"[+-]?(\d+)", wanted[-1])):
        # A number of any length is fine; only what int() takes safely is read.
        number = min(max(1, int(count[1][:4])), lesson.NUMBER_AT_MOST)
        wanted.pop()
    if not wanted:
        return usual, "", number
    said = " ".join(wanted)
    name = said.casefold()
    choices: dict[tuple[str, str], str] = {}
    for deck in (usual, *(other for other in library.decks if other is not usual)):
        choices[deck.name, ""] = deck.title.casefold()
        choices.setdefault((deck.name, " "), deck.name.replace("-", " "))
        for topic in deck.topics:
            choices[deck.name, topic] = topic.replace("-", " ").casefold()
    found = process.extractOne(name.replace("-", " "), choices, scorer=fuzz.ratio, score_cutoff=70)
    if found is None:
        topics = ", ".join(usual.topics)
        decks = ", ".join(deck.title for deck in library.decks)
        raise Sorry("quiz-unknown", wanted=said[:40], decks=decks, deck=usual.title, topics=topics)
    deck_name, topic = found[2]
    return library.deck(deck_name) or usual, topic.strip(), number
