"""What a learner is asked next: what they are about to forget, then new cards, by their own wishes."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from fsrs import Scheduler

from bot.tutor import calendar, schedule
from content.card import Card, Deck
from storage.database import Store
from storage.states import Wish
from storage.tables import Learner

SPREAD_DAYS = 14
"""A backlog is spread over so many days; what is still too much then is spread again."""
LARGEST_BACKLOG = 2_000
"""Of more than this, the most at risk are looked at."""


@dataclass(frozen=True)
class Topic:
    """A topic of a deck with its size, and what the learner wants of it."""

    name: str
    cards: int
    wish: Wish | None


@dataclass(frozen=True)
class Choice:
    """The ids of the cards to ask; `backlog` is how many are waiting in all, where that is to be said, else 0."""

    cards: list[str]
    backlog: int = 0


async def topics_of(store: Store, deck: Deck, learner_id: int) -> Sequence[Topic]:
    """The topics of a deck in its order."""
    wishes = await store.topic_wishes.of(learner_id, deck.name)
    return [Topic(name, len(cards), wishes.get(name)) for name, cards in deck.by_topic.items()]


async def set_topic_wish(store: Store, deck: Deck, learner_id: int, topic: str, wish: Wish | None) -> None:
    """Has new cards of a topic come first, or none of its cards at all; None: like any other.

    Raises LookupError when the deck has no such topic.
    """
    if topic not in deck.by_topic:
        raise LookupError(topic)
    await store.topic_wishes.set(learner_id, deck.name, topic, wish)


async def scheduler_of(store: Store, learner_id: int) -> Scheduler:
    """FSRS as it is for this learner: their goal, and parameters fitted to them or to everybody."""
    learner = await store.learners.get(learner_id)
    retention = learner.retention if learner else schedule.USUAL_RETENTION
    return schedule.scheduler(retention, await store.fits.of(learner_id))


async def choose(
    store: Store,
    deck: Deck,
    learner_id: int,
    number: int,
    *,
    topic: str = "",
    daily: bool = False,
    zone: ZoneInfo,
    now: datetime,
    dice: random.Random,
) -> Choice:
    """Up to `number` cards of a deck, or of one topic of it.

    Daily questions bring no more new cards than the learner wants in a day, as long as there is anything else.
    """
    learner = await store.learners.get(learner_id)
    wishes = {} if topic else await store.topic_wishes.of(learner_id, deck.name)
    here = _wanted(deck, topic, {name for name, wish in wishes.items() if wish is Wish.LEAVE_OUT})
    among = None if len(here) == len(deck.cards) else here.keys()
    # Of cards that have left the deck memories are kept, for when they come back.
    due = [
        card_id for card_id in await store.memories.due(learner_id, deck.name, now, LARGEST_BACKLOG) if card_id in here
    ]
    backlog = 0 if topic or learner is None else await _level(store, learner, deck, due, zone, now)
    if len(due) >= number:
        return Choice(due[:number], backlog)
    met = await store.memories.met(learner_id, deck.name)
    fresh = [card for card_id, card in here.items() if card_id not in met]
    ids = _drawn(fresh, wishes, number, dice)
    begun = calendar.day_start(calendar.study_day(now, zone), zone)
    so_far = await store.memories.first_met_since(learner_id, deck.name, begun)
    new_at_most = max(0, (learner.new_a_day if learner else number) - so_far)
    if len(due) + min(len(ids), new_at_most) >= number:
        return Choice(schedule.mix(due, ids, (), number, new_at_most=new_at_most), backlog)
    if len(met) > len(here) - len(fresh):  # some that were met are not here
        among = here.keys()
    coming = await store.memories.ahead(learner_id, deck.name, now, number, among)
    rested = [card_id for card_id, reviewed_at in coming if reviewed_at < begun]
    chosen = schedule.mix(due, ids[:new_at_most] if daily else ids, rested, number, new_at_most=new_at_most)
    # Rather more new ones than none, rather what was asked today already than nothing.
    return Choice(chosen or ids[:number] or [card_id for card_id, _ in coming][:number], backlog)


def _drawn(fresh: Sequence[Card], wishes: Mapping[str, Wish], number: int, dice: random.Random) -> list[str]:
    """So many of the new cards by chance, those of topics in focus first."""
    focus = [card.id for card in fresh if wishes.get(card.topic) is Wish.FOCUS] if wishes else []
    first = dice.sample(focus, min(number, len(focus)))
    rest = fresh if not focus else [card for card in fresh if wishes.get(card.topic) is not Wish.FOCUS]
    return first + [card.id for card in dice.sample(rest, min(number - len(first), len(rest)))]


def _wanted(deck: Deck, topic: str, left_out: set[str]) -> Mapping[str, Card]:
    """The cards in question, by their ids; who leaves out everything is asked everything."""
    if topic:
        return deck.by_topic.get(topic, {})
    kept = {card.id: card for card in deck.cards if card.topic not in left_out} if left_out else {}
    return kept or deck.ids


async def _level(store: Store, learner: Learner, deck: Deck, due: Sequence[str], zone: ZoneInfo, now: datetime) -> int:
    """Spreads what is too much for one day over the next ones, the most at risk first.

    Returns the size of the backlog when the learner has not heard of it yet, else 0.
    """
    a_day = schedule.DUE_A_DAY
    if len(due) <= a_day:
        if learner.backlog_told_at is not None:
            await store.learners.note_backlog(learner, None)
        return 0
    waiting = await store.memories.due_count(learner.id, deck.name, now)
    today = calendar.study_day(now, zone)
    for ahead in range(1, SPREAD_DAYS):
        if ids := due[a_day * ahead : a_day * (ahead + 1)]:
            until = calendar.day_start(today + timedelta(days=ahead), zone)
            await store.memories.put_off(learner.id, deck.name, ids, until)
    last = calendar.day_start(today + timedelta(days=SPREAD_DAYS), zone)
    await store.memories.put_off_all_but(learner.id, deck.name, due[:a_day], now, last)
    if learner.backlog_told_at is not None:
        return 0
    await store.learners.note_backlog(learner, now)
    return waiting
