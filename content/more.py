"""What else there is to say about a card: its parts one by one, other right wordings, what it is not, what is near."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from content.card import Card, Deck, ExplanationCard, ListCard
from content.language import fold, read

SHOWN = 3
SAME, SAME_WORDS = 75.0, 90.0
"""Wordings more like one another than this, as a whole or by their words (0..100), are not worth saying twice."""
NEAR = 0.12
"""How many of the words of two cards must be the same for one to remind of the other, 0..1."""


@dataclass(frozen=True, slots=True)
class More:
    """`parts` of the answer, of which `enough` suffice (0: all are wanted); `also` right, and near but `wrong`."""

    parts: tuple[str, ...] = ()
    enough: int = 0
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.parts or self.also or self.wrong)


def more(card: Card) -> More:
    """What can be said of a card beyond its answer and its explanation."""
    parts: tuple[str, ...] = ()
    enough = 0
    match card:
        case ListCard() if 0 < card.need < len(card.items):
            parts, enough = tuple(item[0] for item in card.items), card.need
        case ExplanationCard() if len(card.points) > 1:
            parts, enough = tuple(point[0] for point in card.points), card.need
        case _:
            pass
    # A right wording that only leaves words of the answer away tells nothing new; a wrong one may well be that near.
    also = _distinct(card.accept, but=(card.answer,))
    return More(parts, enough if enough < len(parts) else 0, also, _distinct(card.reject))


def _distinct(wordings: Collection[str], but: Collection[str] = ()) -> tuple[str, ...]:
    """The first few that say something else than those before them and than `but`."""
    kept: list[str] = []
    seen = [_bare(text) for text in but]
    for text in wordings:
        bare = _bare(text)
        if len(kept) < SHOWN and not any(_alike(bare, other) for other in seen):
            kept.append(text)
            seen.append(bare)
    return tuple(kept)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= SAME or fuzz.token_set_ratio(one, other) >= SAME_WORDS


def related(card: Card, deck: Deck, among: Collection[str], most: int = 2) -> tuple[Card, ...]:
    """The cards of the same topic, among these, that say most nearly the same things; the nearest first."""
    topic = {other.id: _stems(other) for other in deck.cards if other.topic == card.topic}
    often = Counter(stem for stems in topic.values() for stem in stems)
    # "What is the capital of" makes no two cards alike.
    telling = {stem for stem, times in often.items() if times <= max(2, len(topic) / 4)}
    own = topic.get(card.id, frozenset()) & telling
    near = []
    for other_id, stems in topic.items():
        both = stems & telling
        alike = len(own & both) / (len(own | both) or 1)  # Jaccard
        if other_id != card.id and other_id in among and alike >= NEAR:
            near.append((-alike, other_id))
    found = (deck.card(other_id) for _, other_id in sorted(near)[:most])
    return tuple(other for other in found if other)


def _stems(card: Card) -> frozenset[str]:
    return frozenset(word.stem for word in read(f"{card.question} {card.answer}", card.language).content)
