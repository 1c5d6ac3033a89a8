"""What is asked: cards, decks, and what a valid card is."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from content.language import fold
from content.marked import shown
from content.plain import shape

QUESTION_LIMIT = 1000
ANSWER_LIMIT = 1500
WORDING_LIMIT = 500
TOPIC_LIMIT = 60

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
Wording = Annotated[str, StringConstraints(min_length=1, max_length=WORDING_LIMIT, strip_whitespace=True)]
Synonyms = Annotated[tuple[Wording, ...], Field(min_length=1)]


class Kind(StrEnum):
    """The kinds of answer; each has a file of its own in content.grading."""

    YES_NO = "yes_no"
    TERM = "term"
    NUMBER = "number"
    LIST = "list"
    EXPLANATION = "explanation"


class Card(BaseModel):
    """One thing to know: a question and what counts as an answer to it.

    `accept` holds further right wordings, `reject` near misses that are wrong, `half` wordings that
    are half right and no more, `same` the ids of cards of this deck
    whose answer is rightly the same, `source` the numbers of the cards of an original study set that it covers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: Slug
    kind: Kind
    question: Annotated[str, StringConstraints(min_length=1, max_length=QUESTION_LIMIT)]
    answer: Annotated[str, StringConstraints(min_length=1, max_length=ANSWER_LIMIT)]
    accept: tuple[Wording, ...] = ()
    reject: tuple[Wording, ...] = ()
    half: tuple[Wording, ...] = ()
    same: tuple[Slug, ...] = ()
    topic: Annotated[str, StringConstraints(max_length=TOPIC_LIMIT)] = ""
    explanation: Annotated[str, StringConstraints(max_length=ANSWER_LIMIT)] = ""
    source: tuple[int, ...] = ()
    language: str = "en"


class YesNoCard(Card):
    """A question that is answered with yes or no; a reason may follow."""

    kind: Literal[Kind.YES_NO] = Kind.YES_NO
    yes: bool


class TermCard(Card):
    """A question whose answer is a name or a short phrase."""

    kind: Literal[Kind.TERM] = Kind.TERM


class NumberCard(Card):
    """A question whose answer is a number from `low` to `high`, or a range within them."""

    kind: Literal[Kind.NUMBER] = Kind.NUMBER
    low: float
    high: float
    unit: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high}); swap them")
        return self


class ListCard(Card):
    """A question that wants several things; each item lists its wordings, and `need` of them (0: all) suffice."""

    kind: Literal[Kind.LIST] = Kind.LIST
    items: Annotated[tuple[Synonyms, ...], Field(min_length=1)]
    need: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.need > len(self.items):
            raise ValueError(f"need is {self.need} but there are {len(self.items)} items; lower need or add items")
        return self


class ExplanationCard(Card):
    """A question that wants an explanation; each key point lists its wordings, and `need` of them (0: all) suffice."""

    kind: Literal[Kind.EXPLANATION] = Kind.EXPLANATION
    points: tuple[Synonyms, ...] = ()
    need: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.need > len(self.points):
            raise ValueError(f"need is {self.need} but there are {len(self.points)} points; lower need or add points")
        return self


AnyCard = Annotated[YesNoCard | TermCard | NumberCard | ListCard | ExplanationCard, Field(discriminator="kind")]


class Deck(BaseModel):
    """A set of cards in one language; `opposites` adds word pairs that must never be taken for each other."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] = "en"
    about: Annotated[str, StringConstraints(max_length=500)] = ""
    opposites: tuple[tuple[Wording, Wording], ...] = ()
    cards: Annotated[tuple[AnyCard, ...], Field(min_length=1)]

    @field_validator("cards")
    @classmethod
    def _distinct(cls, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        seen: set[str] = set()
        for card in cards:
            if card.id in seen:
                raise ValueError(f"two cards have the id {card.id!r}; ids must be unique")
            seen.add(card.id)
        for card in cards:
            if strangers := [twin for twin in card.same if twin not in seen]:
                raise ValueError(f"card {card.id}: same: no card has the id {strangers[0]!r}")
        return cards

    @cached_property
    def ids(self) -> Mapping[str, Card]:
        """The cards by their ids, in the order of the deck."""
        return {card.id: card for card in self.cards}

    @cached_property
    def by_topic(self) -> Mapping[str, Mapping[str, Card]]:
        """For each topic of the deck, in the order in which they first appear, its cards by their ids."""
        found: dict[str, dict[str, Card]] = {}
        for card in self.cards:
            if card.topic:
                found.setdefault(card.topic, {})[card.id] = card
        return found

    @cached_property
    def sources(self) -> Mapping[int, Card]:
        """The cards by the numbers of their study set; of several with one number, the first in the deck."""
        return {number: card for card in reversed(self.cards) for number in card.source}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> "Deck":
        """As of any model; a copy with other cards finds other ones."""
        copy = super().model_copy(update=update, deep=deep)
        for found in ("ids", "by_topic", "sources"):
            copy.__dict__.pop(found, None)
        return copy

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None."""
        return self.ids.get(card_id)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of the deck, in the order in which they first appear."""
        return tuple(self.by_topic)


def plain_card(question: str, references: Sequence[str], language: str = "en") -> Card:
    """A card from a bare question and the answers that count as right; the kind is seen from the references."""
    texts = [text for one in references if (text := _on_one_line(one)[:ANSWER_LIMIT].strip())]
    found = shape(shown(question), [shown(text) for text in texts], language)
    slug = re.sub(r"[^a-z0-9]+", "-", fold(question)).strip("-")[:48].strip("-")
    given = {
        "id": slug or "card",
        "question": question.strip()[:QUESTION_LIMIT] or "?",
        "answer": texts[0] if texts else "?",
        "accept": tuple(text[:WORDING_LIMIT] for text in found.accept),
        "language": language,
    }
    match Kind(found.kind):
        case Kind.YES_NO:
            return YesNoCard.model_validate({**given, "yes": found.yes})
        case Kind.NUMBER:
            return NumberCard.model_validate({**given, "low": found.low, "high": found.high, "unit": found.unit})
        case Kind.LIST:
            items = tuple(tuple(text[:WORDING_LIMIT] for text in item) for item in found.items)
            return ListCard.model_validate({**given, "items": items, "need": found.need})
        case Kind.EXPLANATION:
            return ExplanationCard.model_validate(given)
        case Kind.TERM:
            return TermCard.model_validate(given)


def _on_one_line(text: str) -> str:
    """The text without line breaks; several short lines are the things of a list."""
    lines = [line for one in text.splitlines() if (line := " ".join(one.split()))]
    if len(lines) > 1 and all(_THING.fullmatch(line) and len(line.split()) <= 4 for line in lines):
        return "; ".join(lines)
    return " ".join(lines)


_THING = re.compile(r"[^\W\d_][^.:;,!?=(){}<>`$\\]*")
