"""How well a deck is judged, on answers whose label is known."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from content.card import Card, Deck, Kind
from content.grading import Outcome, Verdict, grade


@dataclass(frozen=True)
class Labelled:
    """An answer to a card and what a teacher says of it: correct, partial or incorrect."""

    card: Card
    answer: str
    label: str


@dataclass(frozen=True)
class Mistake:
    """An answer that was judged otherwise."""

    labelled: Labelled
    verdict: Verdict


@dataclass
class Tally:
    """What was said of answers whose label is known, as pairs of label and outcome."""

    pairs: list[tuple[str, str]] = field(default_factory=list)

    def share(self, label: str, said: Iterable[str]) -> float:
        """Of the answers with this label, the share of which one of these was said; 0 when there are none."""
        of_label = [outcome for known, outcome in self.pairs if known == label]
        wanted = set(said)
        return sum(outcome in wanted for outcome in of_label) / len(of_label) if of_label else 0.0

    @property
    def accuracy(self) -> float:
        """The share of answers that were rightly called correct or not correct."""
        return sum((label == "correct") == (said == "correct") for label, said in self.pairs) / len(self.pairs)

    @property
    def accepted(self) -> float:
        """The share of answers that are not correct and were called so."""
        wrong = [said for label, said in self.pairs if label != "correct"]
        return sum(said == "correct" for said in wrong) / len(wrong) if wrong else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean of the F1 of "correct" and of "not correct"."""
        scores = []
        for side in (True, False):
            both = sum((label == "correct") is side and (said == "correct") is side for label, said in self.pairs)
            one = sum(((label == "correct") is side) != ((said == "correct") is side) for label, said in self.pairs)
            scores.append(2 * both / (2 * both + one) if both else 0.0)
        return sum(scores) / 2

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How often which outcome was said of which label."""
        return Counter(self.pairs)


@dataclass
class Trial:
    """The tally of a whole deck and of each kind of answer, and the mistakes, worst first."""

    overall: Tally
    by_kind: dict[Kind, Tally]
    mistakes: list[Mistake]


def attempt(deck: Deck, answers: Iterable[Labelled]) -> Trial:
    """Judges labelled answers."""
    trial = Trial(Tally(), {}, [])
    for one in answers:
        verdict = grade(one.card, one.answer, deck)
        pair = (one.label, verdict.outcome.value)
        trial.overall.pairs.append(pair)
        trial.by_kind.setdefault(one.card.kind, Tally()).pairs.append(pair)
        if pair[0] != pair[1]:
            trial.mistakes.append(Mistake(one, verdict))
    trial.mistakes.sort(key=_gravity)
    return trial


def _gravity(mistake: Mistake) -> int:
    """Wrong taken for right is worst, then right for wrong; a step to or from partial is least."""
    match (mistake.labelled.label, mistake.verdict.outcome):
        case ("incorrect", Outcome.CORRECT):
            return 0
        case ("correct", Outcome.INCORRECT):
            return 1
        case _:
            return 2


def taken(deck: Deck) -> Iterator[tuple[Card, Card]]:
    """Cards that accept the answer of another card, and that card; what is marked as the same is left out.

    Yes and no answer any number of questions and are left out too.
    """
    cards = [card for card in deck.cards if card.kind is not Kind.YES_NO]
    for card in cards:
        for other in cards:
            if other is not card and other.id not in card.same and grade(card, other.answer, deck).correct:
                yield card, other
