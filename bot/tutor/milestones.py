"""What is worth a warm word, once: long streaks, a topic and a deck that are known for good."""

from dataclasses import dataclass
from datetime import datetime

from bot.tutor import schedule
from bot.tutor.streak import Streak
from content.card import Deck
from storage.database import Store

STREAKS = (7, 30, 100, 365)


@dataclass(frozen=True)
class Milestone:
    """What was reached: a streak of so many days, or a topic or deck by its title."""

    kind: str
    days: int = 0
    title: str = ""


async def reached(store: Store, deck: Deck, learner_id: int, streak: Streak, now: datetime) -> tuple[Milestone, ...]:
    """What the learner has reached and was not told of yet."""
    named: dict[str, Milestone] = {
        f"streak.{days}": Milestone("streak", days=days) for days in STREAKS if streak.length >= days
    }
    solid = await store.memories.solid(learner_id, deck.name, schedule.SOLID_DAYS)
    for topic, cards in deck.by_topic.items():
        if cards.keys() <= solid:
            named[f"topic.{deck.name}.{topic}"] = Milestone("topic", title=topic)
    if deck.ids.keys() <= solid:
        named[f"deck.{deck.name}"] = Milestone("deck", title=deck.title)
    told = await store.milestones.of(learner_id)
    fresh = {name: milestone for name, milestone in named.items() if name not in told}
    await store.milestones.note(learner_id, fresh, now)
    # Who comes with a long streak is congratulated on all of it, and not step by step.
    streaks = [milestone for milestone in fresh.values() if milestone.kind == "streak"]
    return tuple(milestone for milestone in fresh.values() if milestone not in streaks[:-1])
