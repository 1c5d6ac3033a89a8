"""Which card comes next, and when it comes back."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Rating

from bot.tutor import points, schedule
from content.grading import Outcome, Reason, Verdict
from storage.tables import Memory
from tests.support.stage import DECK

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CARDS = DECK.cards


def memory(card_id: str, rating: Rating = Rating.Good, ago: float = 0) -> Memory:
    """A memory made so many days ago."""
    return schedule.review(None, 1, "deck", card_id, rating, NOW - timedelta(days=ago))


def choose(memories: list[Memory], number: int = 10, new: int = 10) -> list[str]:
    """What would be asked."""
    return schedule.choose(CARDS, memories, number, new_at_most=new, now=NOW, dice=random.Random(1))


def test_due_cards_come_first_the_most_at_risk_first() -> None:
    """Then new ones, then those that are not due yet."""
    memories = [
        memory("red-planet", ago=3),
        memory("largest-planet", ago=30),
        memory("moon-light", Rating.Easy, ago=0),
    ]
    chosen = choose(memories)
    assert chosen[:2] == ["largest-planet", "red-planet"]
    assert set(chosen[2:5]) == {"rocky-planets", "planets", "seasons"}
    assert chosen[5] == "moon-light"


def test_no_more_new_cards_than_wanted() -> None:
    """And no more cards than asked for."""
    assert len(choose([], number=3)) == 3
    chosen = choose([memory("red-planet", ago=5)], new=2)
    assert len(chosen) == 3


@pytest.mark.parametrize(
    ("outcome", "hints", "seconds", "again", "rating"),
    [
        (Outcome.CORRECT, 0, 5, False, Rating.Easy),
        (Outcome.CORRECT, 0, 60, False, Rating.Good),
        (Outcome.CORRECT, 1, 5, False, Rating.Hard),
        (Outcome.CORRECT, 0, 5, True, Rating.Hard),
        (Outcome.PARTIAL, 0, 5, False, Rating.Hard),
        (Outcome.INCORRECT, 0, 5, False, Rating.Again),
    ],
)
def test_ratings(outcome: Outcome, hints: int, seconds: int, again: bool, rating: Rating) -> None:
    """What FSRS is told."""
    assert schedule.rating(outcome, hints=hints, took=timedelta(seconds=seconds), again=again) is rating


def test_what_is_known_comes_back_later() -> None:
    """And what was forgotten soon."""
    known = memory("a", Rating.Good, ago=2)
    after_good = schedule.review(known, 1, "deck", "a", Rating.Good, NOW)
    after_again = schedule.review(known, 1, "deck", "a", Rating.Again, NOW)
    assert after_again.due_at < after_good.due_at
    assert 0.8 < schedule.retrievability(known, NOW) <= 1


def test_a_group_is_asked_what_it_forgets() -> None:
    """The members' memories pooled; what was asked lately comes last."""
    memories = [memory("red-planet", ago=60), memory("largest-planet", Rating.Easy, ago=1)]
    chosen = schedule.choose_for_group(CARDS, memories, {"seasons"}, 6, random.Random(1), NOW)
    assert chosen[0] == "red-planet"
    assert chosen[-1] == "seasons"
    assert chosen.index("largest-planet") == 4


@pytest.mark.parametrize(
    ("outcome", "score", "hints", "worth"),
    [
        (Outcome.CORRECT, 1, 0, 10), (Outcome.CORRECT, 1, 1, 7), (Outcome.CORRECT, 1, 9, 1),
        (Outcome.PARTIAL, 0.5, 0, 5), (Outcome.PARTIAL, 0.99, 0, 9), (Outcome.PARTIAL, 0.01, 0, 1),
        (Outcome.PARTIAL, 0.5, 1, 2), (Outcome.INCORRECT, 0, 0, 0),
    ],
)  # fmt: skip
def test_points(outcome: Outcome, score: float, hints: int, worth: int) -> None:
    """Ten for a right answer, less with hints, never below one."""
    assert points.for_answer(Verdict(outcome, score, Reason.EXACT), hints) == worth
