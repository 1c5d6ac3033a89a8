"""FSRS fitted to what learners have answered, by py-fsrs's optional optimiser."""

from collections.abc import Sequence

from fsrs import Optimizer, Rating, ReviewLog

from storage.tables import Review

FEWEST = 512
"""Of fewer reviews the optimiser makes nothing and hands out FSRS's own parameters."""


class NoOptimiserError(Exception):
    """What the optimiser needs is not installed."""


def fit(reviews: Sequence[Review]) -> list[float]:
    """The parameters under which these reviews are most likely. Raises NoOptimiserError, and ValueError for too few."""
    if len(reviews) < FEWEST:
        raise ValueError(f"{len(reviews)} reviews are too few, {FEWEST} are needed")
    numbers: dict[tuple[int, str, str], int] = {}
    logs = [
        ReviewLog(
            card_id=numbers.setdefault((one.learner_id, one.deck, one.card_id), len(numbers)),
            rating=Rating(one.rating),
            review_datetime=one.reviewed_at,
            review_duration=one.milliseconds,
        )
        for one in reviews
    ]
    try:
        optimiser = Optimizer(logs)
    except ImportError as error:
        raise NoOptimiserError from error
    return [float(number) for number in optimiser.compute_optimal_parameters()]
