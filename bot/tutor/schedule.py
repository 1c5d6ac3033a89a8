"""When a card comes back: FSRS, by the py-fsrs library, on the memories that we store."""

import random
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from content.card import Card
from content.grading import Outcome
from storage.tables import Memory

USUAL_RETENTION = 90


@lru_cache(maxsize=1024)
def scheduler(retention: int = USUAL_RETENTION, parameters: tuple[float, ...] | None = None) -> Scheduler:
    """FSRS for a learner who wants to know that share of their cards (percent), with fitted parameters or its own.

    Raises ValueError when the parameters are out of FSRS's bounds.
    """
    # No learning steps: within a sitting a wrong card comes again anyway, and minutes mean nothing to a daily habit.
    return Scheduler(
        parameters=parameters or DEFAULT_PARAMETERS,
        desired_retention=retention / 100,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


USUAL = scheduler()
KNOWN_DAYS = 180
"""A card that somebody says they know comes back after so long, to make sure."""

QUICK = timedelta(seconds=15)
SOLID_DAYS = 21.0
"""A memory whose stability is above this is called solid, as in Anki's "mature" cards."""
DUE_A_DAY = 20
"""More cards than this are not asked for on one day: the rest of a backlog waits for the days after it."""


def rating(outcome: Outcome, *, hints: int, took: timedelta, again: bool) -> Rating:
    """How FSRS is told of an answer: quick and unaided is easy, helped or partial is hard."""
    match outcome:
        case Outcome.INCORRECT:
            return Rating.Again
        case Outcome.PARTIAL:
            return Rating.Hard
        case Outcome.CORRECT:
            if hints or again:
                return Rating.Hard
            return Rating.Easy if took <= QUICK else Rating.Good


def _fsrs(memory: Memory) -> FsrsCard:
    return FsrsCard(
        card_id=0,  # FSRS does not need it; left out, it would read the clock and sleep
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due_at,
        last_review=memory.reviewed_at,
    )


def review(
    memory: Memory | None,
    learner_id: int,
    deck: str,
    card_id: str,
    grade: Rating,
    now: datetime,
    fsrs: Scheduler = USUAL,
) -> Memory:
    """The memory after a review now; `memory` is None for a card met for the first time."""
    before = _fsrs(memory) if memory else FsrsCard(card_id=0, due=now)
    after, _ = fsrs.review_card(before, grade, now)
    return Memory(
        learner_id=learner_id,
        deck=deck,
        card_id=card_id,
        state=after.state.value,
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due_at=after.due,
        reviewed_at=now,
    )


def known(learner_id: int, deck: str, card_id: str, now: datetime) -> Memory:
    """The memory of a card that the learner says they know already, without having been asked."""
    easy, _ = USUAL.review_card(FsrsCard(card_id=0, due=now), Rating.Easy, now)
    return Memory(
        learner_id=learner_id,
        deck=deck,
        card_id=card_id,
        state=State.Review.value,
        step=None,
        stability=float(KNOWN_DAYS),
        difficulty=easy.difficulty,
        due_at=now + timedelta(days=KNOWN_DAYS),
        reviewed_at=now,
    )


def retrievability(memory: Memory, now: datetime) -> float:
    """The chance, from 0 to 1, that the learner still knows the card."""
    return float(USUAL.get_card_retrievability(_fsrs(memory), now))


def levelled(due: Sequence[int]) -> tuple[int, ...]:
    """How many cards come on each day when so many fall due: what is too much for one day waits for the next."""
    waiting, days = 0, []
    for number in due:
        waiting += number
        days.append(min(waiting, DUE_A_DAY))
        waiting -= days[-1]
    return tuple(days)


def mix(due: Sequence[str], fresh: Sequence[str], ahead: Sequence[str], number: int, *, new_at_most: int) -> list[str]:
    """The ids of the cards to ask: what is due, then new ones as far as wanted, then what will be due next.

    Where that is not enough, rather more new ones than nothing.
    """
    return [*due, *fresh[:new_at_most], *ahead, *fresh[new_at_most:]][:number]


def choose_for_group(
    cards: Sequence[Card],
    memories: Sequence[Memory],
    avoid: Collection[str],
    number: int,
    dice: random.Random,
    now: datetime,
) -> list[str]:
    """The ids of cards for a whole group: those its members are about to forget, then ones nobody has met.

    Cards in `avoid` were asked lately and come only when nothing else is left.
    """
    pooled: dict[str, list[float]] = {}
    for memory in memories:
        pooled.setdefault(memory.card_id, []).append(retrievability(memory, now))
    order = [card.id for card in cards]
    dice.shuffle(order)

    def slips(card_id: str) -> tuple[bool, float]:
        chances = pooled.get(card_id)
        # A card that nobody has met stands between what slips and what all still know.
        return card_id in avoid, sum(chances) / len(chances) if chances else 0.9

    return sorted(order, key=slips)[:number]
