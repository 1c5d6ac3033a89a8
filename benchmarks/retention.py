"""What a minute of study is worth after a year: our scheduler, a Leitner box, and random order.

    python -m benchmarks.retention [LEARNERS]

Each learner studies a deck for a year, at most 20 cards on a day, 10 of them new at most, on the days on which they
study at all; all three ways get the same learners, days and limits. How these people forget is not FSRS's own curve:
the chance to recall is exp(-time / strength) (Ebbinghaus, 1885; Wixted & Carpenter, 2007, discuss the alternatives).
A success lengthens a memory the more, the closer it came to being forgotten (the spacing effect; Cepeda et al., 2006,
Psychological Bulletin 132), a failure shortens it; every learner and every card has its own strength.

A success takes 10 seconds, a failure 20. What is known is the chance to recall on the last day, summed over the deck.
"""

import math
import random
import statistics
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from fsrs import Rating

from bot.tutor import schedule
from storage.tables import Memory

LEARNERS, CARDS, DAYS = 24, 200, 365
A_DAY, NEW_A_DAY = 20, 10
SUCCESS_SECONDS, FAILURE_SECONDS = 10.0, 20.0
BEGIN = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


@dataclass
class Trace:
    """What one learner really knows of one card: days of strength, and when it was last seen."""

    strength: float
    seen: float

    def recall(self, day: float) -> float:
        """The chance to know it."""
        return math.exp(-(day - self.seen) / self.strength)


@dataclass
class Person:
    """A learner with habits of their own; the dice decide what comes to mind."""

    seed: int
    traces: dict[int, Trace] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 # seeded, so that everybody gets the same learners
        self.memory = self.dice.lognormvariate(0.0, 0.35)
        self.diligence = self.dice.uniform(0.6, 1.0)
        self.ease = [self.dice.lognormvariate(0.0, 0.5) for _ in range(CARDS)]
        self.studies = [self.dice.random() < self.diligence for _ in range(DAYS)]

    def answers(self, card: int, day: int) -> bool:
        """Tries to recall; knows it better afterwards."""
        trace = self.traces.get(card)
        if trace is None:
            self.traces[card] = Trace(2.0 * self.memory * self.ease[card], day)
            return False
        chance = trace.recall(day)
        right = self.dice.random() < chance
        if right:
            trace.strength *= 1.3 + 5 * (1 - chance) * min(1.6, self.ease[card])
        else:
            trace.strength = max(1.0 * self.memory, trace.strength * 0.45)
        trace.seen = day
        return right

    def knows(self, day: int) -> float:
        """So many cards of the deck, on average."""
        return sum(trace.recall(day) for trace in self.traces.values())


class Plan(ABC):
    """A way of choosing what is studied."""

    name: str

    @abstractmethod
    def wants(self, day: int, met: Sequence[int], number: int) -> list[int]:
        """Cards met before that are to be asked today, in order."""

    @abstractmethod
    def note(self, card: int, day: int, *, right: bool, first: bool) -> None:
        """How it went."""


class Ours(Plan):
    """The bot's own: FSRS as in bot.tutor.schedule, the most at risk first."""

    name = "Dailydeck (FSRS)"

    def __init__(self, _dice: random.Random) -> None:
        self.memories: dict[int, Memory] = {}

    def wants(self, day: int, met: Sequence[int], number: int) -> list[int]:
        """What is due."""
        now = BEGIN + timedelta(days=day)
        due = [card for card in met if self.memories[card].due_at <= now]
        risk = {card: (now - self.memories[card].reviewed_at) / self.memories[card].stability for card in due}
        return sorted(due, key=lambda card: risk[card], reverse=True)[:number]

    def note(self, card: int, day: int, *, right: bool, first: bool) -> None:
        """A review."""
        rating = Rating.Good if right else Rating.Again
        before = None if first else self.memories[card]
        self.memories[card] = schedule.review(before, 1, "deck", str(card), rating, BEGIN + timedelta(days=day))


class Leitner(Plan):
    """Five boxes: a card that is known moves up, one that is not goes back to the first (Leitner, 1972)."""

    name = "Leitner, 1 2 4 8 16 days"
    WAITS = (1, 2, 4, 8, 16)

    def __init__(self, _dice: random.Random) -> None:
        self.boxes: dict[int, tuple[int, int]] = {}

    def wants(self, day: int, met: Sequence[int], number: int) -> list[int]:
        """The lowest boxes first."""
        due = [card for card in met if day >= self.boxes[card][1] + self.WAITS[self.boxes[card][0]]]
        return sorted(due, key=lambda card: self.boxes[card])[:number]

    def note(self, card: int, day: int, *, right: bool, first: bool) -> None:
        """A move."""
        box = 0 if first or not right else min(self.boxes[card][0] + 1, len(self.WAITS) - 1)
        self.boxes[card] = (box, day)


class Shuffle(Plan):
    """As many cards as there is room for, in random order, every day."""

    name = "random order"

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def wants(self, day: int, met: Sequence[int], number: int) -> list[int]:  # noqa: ARG002 # every day is like another
        """Any of those met, leaving room for new ones until there are none."""
        number = number if len(met) == CARDS else number - NEW_A_DAY
        return self.dice.sample(list(met), min(len(met), number))

    def note(self, card: int, day: int, *, right: bool, first: bool) -> None:
        """It does not learn from that."""


@dataclass(frozen=True)
class Year:
    """How a year went: cards known at its end, minutes spent, and the questions of each day of study."""

    known: float
    minutes: float
    loads: Mapping[int, int]

    def load(self, month: int) -> float:
        """Questions on a day of study, on average, in a month of thirty days."""
        return statistics.fmean([asked for day, asked in self.loads.items() if day // 30 == month] or [0])


def study(person: Person, plan: Plan) -> Year:
    """A year with one plan."""
    fresh = list(range(CARDS))
    met: list[int] = []
    seconds = 0.0
    loads: dict[int, int] = {}
    for day in range(DAYS):
        if not person.studies[day]:
            continue
        asked = plan.wants(day, met, A_DAY)
        new = fresh[: min(NEW_A_DAY, A_DAY - len(asked))]
        del fresh[: len(new)]
        for card in [*asked, *new]:
            first = card not in person.traces
            right = person.answers(card, day)
            seconds += SUCCESS_SECONDS if right else FAILURE_SECONDS
            plan.note(card, day, right=right, first=first)
        met += new
        loads[day] = len(asked) + len(new)
    return Year(person.knows(DAYS), seconds / 60, loads)


PLANS: Sequence[Callable[[random.Random], Plan]] = (Ours, Leitner, Shuffle)


def main() -> None:
    """Prints the table."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else LEARNERS
    write = sys.stdout.write
    write(f"A year, {learners} learners, {CARDS} cards\n")
    write(f"{'':28}{'known':>8}{'minutes':>10}{'known/minute':>14}{'a day, month 3':>16}{'month 11':>10}{'most':>6}\n")
    for make in PLANS:
        years = [study(Person(seed), make(random.Random(seed))) for seed in range(learners)]  # noqa: S311 # seeded
        known = statistics.fmean(year.known for year in years)
        minutes = statistics.fmean(year.minutes for year in years)
        early, late = (statistics.fmean(year.load(month) for year in years) for month in (2, 10))
        most = max(max(year.loads.values()) for year in years)
        name = make(random.Random(0)).name  # noqa: S311 # not rolled
        write(f"{name:28}{known:8.0f}{minutes:10.0f}{known / minutes:14.3f}{early:16.1f}{late:10.1f}{most:6}\n")


if __name__ == "__main__":
    main()
