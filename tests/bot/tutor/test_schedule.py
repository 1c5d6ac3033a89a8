"""Which card comes next, and when it comes back."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Rating
from fsrs.scheduler import DEFAULT_PARAMETERS

from bot.tutor import points, schedule
from content.grading import Outcome, Reason, Verdict
from storage.tables import Memory
from tests.support.stage import DECK

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CARDS = DECK.cards


def memory(card_id: str, rating: Rating = Rating.Good, ago: float = 0) -> Memory:
    """A memory made so many days ago."""
    return schedule.review(None, 1, "deck", card_id, rating, NOW - timedelta(days=ago))


def test_due_cards_come_first_then_new_ones_as_far_as_wanted() -> None:
    """Then what will be due next, and rather more new ones than nothing."""
    assert schedule.mix(["d"], ["n1", "n2", "n3"], ["a"], 9, new_at_most=2) == ["d", "n1", "n2", "a", "n3"]
    assert schedule.mix(["d"], ["n1", "n2", "n3"], ["a"], 2, new_at_most=2) == ["d", "n1"]


def test_the_goal_decides_how_soon_a_card_comes_back() -> None:
    """Whoever wants to know more of their cards is asked more often; fitted parameters count too."""
    due = {
        goal: schedule.review(memory("a", ago=5), 1, "deck", "a", Rating.Good, NOW, schedule.scheduler(goal)).due_at
        for goal in (85, 90, 95)
    }
    assert due[85] > due[90] > due[95]
    fitted = (*DEFAULT_PARAMETERS[:2], DEFAULT_PARAMETERS[2] * 3, *DEFAULT_PARAMETERS[3:])
    first = schedule.review(None, 1, "deck", "a", Rating.Good, NOW, schedule.scheduler(90, fitted))
    assert first.stability == pytest.approx(3 * memory("a").stability)


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
