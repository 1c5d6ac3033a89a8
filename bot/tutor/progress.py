"""What a learner has achieved and what is coming up."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar, lesson, schedule
from bot.tutor import streak as streaks
from bot.tutor.streak import Kind, Streak
from content.card import Deck
from content.grading import Outcome
from storage.database import Store


@dataclass(frozen=True)
class Topic:
    """How far a learner is with a topic: cards in all, cards met, cards that will last."""

    name: str
    cards: int
    met: int
    solid: int


@dataclass(frozen=True)
class Progress:
    """A learner's picture: points ever, the last 30 days, the deck in hand, and what is due within a week."""

    points: int
    streak: Streak
    answers_30: int
    correct_30: int
    deck: Deck
    topics: tuple[Topic, ...]
    due_now: int
    due_week: int


async def overview(store: Store, deck: Deck, learner_id: int, zone: ZoneInfo, now: datetime) -> Progress:
    """The learner's progress as of now."""
    memories = await store.memories.of(learner_id, deck.name)
    topic_of = {card.id: card.topic for card in deck.cards}
    known = [memory for memory in memories if memory.card_id in topic_of]
    met = Counter(topic_of[memory.card_id] for memory in known)
    solid = Counter(topic_of[memory.card_id] for memory in known if memory.stability >= schedule.SOLID_DAYS)
    size = Counter(topic_of.values())
    outcomes = await store.answers.outcomes_of(learner_id, now - timedelta(days=30))
    return Progress(
        points=await store.scores.of_learner(learner_id),
        streak=await lesson.streak_of(store, learner_id, zone, now),
        answers_30=len(outcomes),
        correct_30=outcomes.count(Outcome.CORRECT),
        deck=deck,
        topics=tuple(Topic(name, size[name], met[name], solid[name]) for name in size if met[name]),
        due_now=sum(memory.due_at <= now for memory in known),
        due_week=sum(memory.due_at <= now + timedelta(days=7) for memory in known),
    )


@dataclass(frozen=True)
class Day:
    """A day as the streak sees it, with the number of answers given on it."""

    day: date
    kind: Kind
    answers: int


async def days(
    store: Store, learner_id: int, zone: ZoneInfo, now: datetime, number: int
) -> tuple[Streak, tuple[Day, ...]]:
    """The streak, and why it is what it is: each of the last `number` days, newest first."""
    times = await store.answers.times_of(learner_id)
    answers = Counter(calendar.study_day(moment, zone) for moment in times)
    today = calendar.study_day(now, zone)
    told = streaks.day_by_day(answers, today, number)
    return streaks.streak(answers, today), tuple(Day(day, kind, answers[day]) for day, kind in told)
