"""What people write, read: a wish for a quiz, an answer that is no answer."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from bot.conversation.turn import Sorry
from bot.conversation.words import LANGUAGES, Words
from bot.tutor import lesson
from content.card import Card, Deck, NumberCard
from content.language.quantities import quantities
from content.library import Library
from storage.states import QuizMode

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


@cache
def _modes() -> dict[str, bool]:
    """What the two ways of a quiz are called in any language; True for a race."""
    return {
        Words(language).plain("option-mode", value=mode).casefold(): mode is QuizMode.RACE
        for language in LANGUAGES
        for mode in QuizMode
    }


@dataclass(frozen=True)
class Wish:
    """What kind of quiz somebody wants; `race` is None where nothing was said of it."""

    deck: Deck
    topic: str
    number: int
    race: bool | None


def read_wish(text: str, library: Library, usual: Deck) -> Wish:
    """What "[deck or topic] [number] [race]" asks for, in any order. Raises Sorry when nothing is called that."""
    wanted: list[str] = []
    number = lesson.DEFAULT_NUMBER
    race: bool | None = None
    for word in text.split():
        if count := re.fullmatch(r"[+-]?(\d+)", word):
            # A number of any length is fine; only what int() takes safely is read.
            number = min(max(1, int(count[1][:4])), lesson.NUMBER_AT_MOST)
        elif word.casefold() in _modes():
            race = _modes()[word.casefold()]
        else:
            wanted.append(word)
    if not wanted:
        return Wish(usual, "", number, race)
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
    return Wish(library.deck(deck_name) or usual, topic.strip(), number, race)
