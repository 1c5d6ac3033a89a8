"""Answers that are right but for their spelling, and beyond what a typo may be: worth a second try."""

from rapidfuzz.distance import OSA

from content.card import Card, Deck, Kind
from content.grading.bare import bare_card, bare_deck
from content.grading.neighbours import neighbours
from content.grading.prepared import known_words
from content.language import Word, read

ALIKE = 0.6
"""How like the word that is meant a misspelt one must be (1 less edits over length), 0..1."""


def nearly(card: Card, answer: str, deck: Deck | None = None) -> bool:
    """Whether an answer has the words of a right one, some of them badly misspelt and none a word of the deck."""
    if card.kind is not Kind.TERM:
        return False
    card, deck = bare_card(card), bare_deck(deck) if deck else None
    known = neighbours(deck).known if deck else known_words(card)
    said = _content(answer, card.language)
    return any(_alike(said, _content(text, card.language), known) for text in (card.answer, *card.accept))


def _content(text: str, language: str) -> list[Word]:
    return [word for word in read(text, language).words if not word.stop]


def _alike(said: list[Word], wanted: list[Word], known: frozenset[str] | set[str]) -> bool:
    if not said or len(said) != len(wanted) or any(one.negator for one in said):
        return False
    return all(
        one.text == other.text
        or (one.text not in known and one.text.isalpha() and OSA.normalized_similarity(one.text, other.text) >= ALIKE)
        for one, other in zip(said, wanted, strict=True)
    )
