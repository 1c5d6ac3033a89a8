"""What a learner has achieved and what is coming up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from fsrs import Rating

from bot.tutor import calendar, schedule
from bot.tutor.streak import Streak, asked_and_answered, streak
from content.card import Deck
from content.grading import Outcome
from storage.database import Store
from storage.memories import Repetition

DAYS_AHEAD = 7


class Span(StrEnum):
    """How far back the numbers go."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"

    def first_day(self, today: date) -> date | None:
        """The day with which it begins; None when it has no beginning."""
        match self:
            case Span.WEEK:
                return today - timedelta(days=6)
            case Span.MONTH:
                return today - timedelta(days=29)
            case Span.ALL:
                return None


@dataclass(frozen=True)
class Topic:
    """How far a learner is with a topic: cards in all, cards met; of those that came back in the span, how many stayed.

    `repeated` counts repetitions of cards met before, the first of each day; `kept` those that were not forgotten.
    """

    name: str
    cards: int
    met: int
    repeated: int
    kept: int

    @property
    def retention(self) -> float | None:
        """The share kept, from 0 to 1; None when nothing has come back yet."""
        return self.kept / self.repeated if self.repeated else None


@dataclass(frozen=True)
class Progress:
    """A learner's numbers as of `today`, for a span of time and the deck in hand.

    `days` tells how many answers each day practised had, ever; `answers` and `correct` those of the span; `due` how
    many cards come on each of the coming days, today first.
    """

    span: Span
    today: date
    points: int
    streak: Streak
    days: dict[date, int]
    answers: int
    correct: int
    deck: Deck
    topics: tuple[Topic, ...]
    due: tuple[int, ...]

    @property
    def first_day(self) -> date:
        """With which the span begins: for all time the first day practised."""
        return self.span.first_day(self.today) or min(self.days, default=self.today)

    @property
    def practised(self) -> int:
        """On how many days of the span the learner answered something."""
        return sum(day >= self.first_day for day in self.days)


async def overview(
    store: Store, deck: Deck, learner_id: int, zone: ZoneInfo, now: datetime, span: Span = Span.MONTH
) -> Progress:
    """The learner's progress as of now."""
    today = calendar.study_day(now, zone)
    first_day = span.first_day(today)
    since = calendar.day_start(first_day, zone) if first_day else datetime.min.replace(tzinfo=now.tzinfo)
    times = await store.answers.times_of(learner_id)
    days = Counter(calendar.study_day(moment, zone) for moment in times)
    outcomes = await store.answers.outcomes_of(learner_id, since)
    due_dates = await store.memories.due_dates(learner_id, deck.name)
    repetitions = await store.memories.repetitions(learner_id, deck.name)
    met = {card_id for card_id, _ in due_dates}
    return Progress(
        span=span,
        today=today,
        points=await store.scores.of_learner(learner_id),
        streak=streak(days, today, await asked_and_answered(store, learner_id, times)),
        days=dict(days),
        answers=len(outcomes),
        correct=outcomes.count(Outcome.CORRECT),
        deck=deck,
        topics=tuple(_topics(deck, met, repetitions, zone, since)),
        due=_due(deck, due_dates, zone, today),
    )


def _topics(
    deck: Deck, met: set[str], repetitions: Iterable[Repetition], zone: ZoneInfo, since: datetime
) -> Sequence[Topic]:
    """Topics of which a card has been met: those that slip most first, those of which nothing has come back last."""
    topic_of = {card.id: card.topic for card in deck.cards}
    cards, seen = Counter(topic_of.values()), Counter(topic_of[card_id] for card_id in met if card_id in topic_of)
    repeated: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    last: dict[str, date] = {}
    for one in repetitions:
        if one.card_id not in topic_of:
            continue
        day = calendar.study_day(one.reviewed_at, zone)
        before = last.get(one.card_id)
        last[one.card_id] = day
        # What comes again on the same day has just been read.
        if before is not None and before != day and one.reviewed_at >= since:
            repeated[topic_of[one.card_id]] += 1
            kept[topic_of[one.card_id]] += one.rating > Rating.Again
    topics = [Topic(name, cards[name], seen[name], repeated[name], kept[name]) for name in cards if seen[name]]
    return sorted(topics, key=lambda topic: 2.0 if topic.retention is None else topic.retention)


def _due(deck: Deck, due_dates: Iterable[tuple[str, datetime]], zone: ZoneInfo, today: date) -> tuple[int, ...]:
    there = {card.id for card in deck.cards}
    days: defaultdict[int, int] = defaultdict(int)
    for card_id, due_at in due_dates:
        if card_id in there:
            days[max(0, (calendar.study_day(due_at, zone) - today).days)] += 1
    return schedule.levelled([days[ahead] for ahead in range(DAYS_AHEAD)])
