"""When a card comes back: FSRS, by the py-fsrs library, on the memories that we store."""

import random
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State

from content.card import Card
from content.grading import Outcome
from storage.tables import Memory

# No learning steps: within a sitting a wrong card comes again anyway, and minutes mean nothing to a daily habit.
_SCHEDULER = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)

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


def review(memory: Memory | None, learner_id: int, deck: str, card_id: str, grade: Rating, now: datetime) -> Memory:
    """The memory after a review now; `memory` is None for a card met for the first time."""
    before = _fsrs(memory) if memory else FsrsCard(card_id=0, due=now)
    after, _ = _SCHEDULER.review_card(before, grade, now)
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


def retrievability(memory: Memory, now: datetime) -> float:
    """The chance, from 0 to 1, that the learner still knows the card."""
    return float(_SCHEDULER.get_card_retrievability(_fsrs(memory), now))


def levelled(due: Sequence[int]) -> tuple[int, ...]:
    """How many cards come on each day when so many fall due: what is too much for one day waits for the next."""
    waiting, days = 0, []
    for number in due:
        waiting += number
        days.append(min(waiting, DUE_A_DAY))
        waiting -= days[-1]
    return tuple(days)


def choose(
    cards: Sequence[Card],
    memories: Sequence[Memory],
    number: int,
    *,
    new_at_most: int,
    now: datetime,
    dice: random.Random,
) -> list[str]:
    """The ids of the cards to ask: due ones, the most at risk first; then new ones, mixed; then those due soonest."""
    wanted = {card.id for card in cards}
    met = {memory.card_id: memory for memory in memories if memory.card_id in wanted}
    risk = {card_id: retrievability(memory, now) for card_id, memory in met.items()}
    by_risk = sorted(met, key=risk.__getitem__)
    fresh = [card.id for card in cards if card.id not in met]
    dice.shuffle(fresh)
    due = [card_id for card_id in by_risk if met[card_id].due_at <= now]
    ahead = [card_id for card_id in by_risk if met[card_id].due_at > now]
    return [*due, *fresh[:new_at_most], *ahead][:number]


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
