"""Changes of the clocks, in every zone; and people who move from zone to zone."""

import asyncio
import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.tutor import calendar, daily, rhythm
from content.library import Library
from storage.database import Database
from storage.states import ChatKind
from storage.tables import Subscription
from tests.support.stage import DECK
from trust.outcome import Figure
from trust.rig import Rig

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
WEEK, DAY, MINUTE = timedelta(weeks=1), timedelta(days=1), timedelta(minutes=1)
NIGHT = tuple(time(hour, minute) for hour in range(4) for minute in range(0, 60, 15))
AROUND = timedelta(hours=3)
LATE = (timedelta(seconds=1), timedelta(minutes=50), timedelta(hours=2))
"""How long after its time a push may be looked at."""


@dataclass(frozen=True)
class Transition:
    """At this moment the clocks of a zone change from one offset to another."""

    at: datetime
    before: timedelta
    after: timedelta


@cache
def transitions(name: str) -> tuple[Transition, ...]:
    """Every change of the clocks of a zone from 2024 to 2037; there are never two in one week."""
    zone, found, moment = ZoneInfo(name), [], FIRST
    offset = _offset(zone, moment)
    while moment < LAST:
        following = _offset(zone, moment + WEEK)
        if following != offset:
            low, high = moment, moment + WEEK
            while high - low > MINUTE:
                middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
                low, high = (middle, high) if _offset(zone, middle) == offset else (low, middle)
            found.append(Transition(high, offset, following))
        moment, offset = moment + WEEK, following
    return tuple(found)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def quarters_near(change: Transition) -> list[time]:
    """The quarters of an hour of the night, and those around the change by the clocks of before and after."""
    near = set(NIGHT)
    for offset in (change.before, change.after):
        local = (change.at + offset).replace(tzinfo=None)
        start = local - AROUND
        for step in range(int(2 * AROUND / timedelta(minutes=15)) + 1):
            moment = start + step * timedelta(minutes=15)
            near.add(time(moment.hour, moment.minute // 15 * 15))
    return sorted(near)


def sparing() -> Callable[[Transition], list[time]]:
    """All those for the first change of a kind, and for further ones of the same kind those at its edges."""
    seen: set[tuple[timedelta, timedelta, time]] = set()

    def quarters(change: Transition) -> list[time]:
        kind = (change.before, change.after, (change.at + change.before).time())
        if kind not in seen:
            seen.add(kind)
            return quarters_near(change)
        edges = [(change.at + offset).replace(tzinfo=None) for offset in (change.before, change.after)]
        return sorted({(edge + step).time() for edge in edges for step in (-MINUTE, timedelta(), MINUTE)})

    return quarters


def alike() -> list[str]:
    """One zone of each kind: all others change their clocks at the same moments, by as much."""
    kinds: dict[tuple[Transition, ...], str] = {}
    for name in calendar.zone_names().values():
        kinds.setdefault(transitions(name), name)
    return list(kinds.values())


def expected(change: Transition, day: date, at: time) -> datetime:
    """When it is this time on this day near a change: the first such moment, or that of the change in a gap.

    Reckoned from the two offsets alone, not by way of the rule that is tried.
    """
    local = datetime.combine(day, at, UTC)
    by_old, by_new = local - change.before, local - change.after
    moments = [by_old] * (by_old < change.at) + [by_new] * (by_new >= change.at)
    return min(moments, default=change.at)


def violations(name: str, quarters: Callable[[Transition], Iterable[time]]) -> tuple[int, list[str]]:
    """How many walks over a change were made in a zone, and what was wrong: one push a date, at the right moment."""
    zone, walks, wrong = ZoneInfo(name), 0, []
    for change in transitions(name):
        day = (change.at + change.before).date()
        for at in quarters(change):
            walks += 1
            wrong += [f"{name} {at:%H:%M}: {said}" for said in _walk(zone, change, day, at)]
    return walks, wrong


def _walk(zone: ZoneInfo, change: Transition, day: date, at: time) -> Iterator[str]:
    wish = Subscription(local_time=f"{at:%H:%M}", ignored=0, paused_until=None)
    days = [day + timedelta(days=ahead) for ahead in (-1, 0, 1)]
    due = rhythm.next_due(wish, zone, expected(change, days[0], at) - timedelta(hours=12), days[0] - DAY)
    for place, wanted in enumerate(days):
        moment = expected(change, wanted, at)
        if due != moment:
            yield f"due at {due} instead of {moment} on {wanted}"
            return
        for late in LATE:
            pushed = calendar.latest_day(wish.local_time, zone, due + late)[0]
            following = rhythm.next_due(wish, zone, due + late, pushed)
            if pushed != wanted:
                yield f"what is due on {wanted} is pushed for {pushed} when it is {late} late"
                return
            if place + 1 < len(days) and following != expected(change, days[place + 1], at):
                yield f"after {wanted}, {late} late, due at {following}"
                return
        due = rhythm.next_due(wish, zone, due, wanted)


async def clocks_change(rig: Rig) -> None:
    """F16: one push for each local date, in every zone, at every change."""
    names = list(calendar.zone_names().values())
    quarters = sparing() if rig.short else quarters_near
    results = await asyncio.to_thread(lambda: [violations(name, quarters) for name in alike()])
    wrong = list(itertools.chain.from_iterable(said for _, said in results))
    changes = sum(len(transitions(name)) for name in names)
    rig.outcome.note(
        f"{len(names)} zones, {changes} changes; {sum(walks for walks, _ in results)} walks over those that differ"
    )
    rig.outcome.count(Figure.DST, len(wrong))
    for said in wrong[:3]:
        rig.outcome.expect(False, said)


async def people_move(rig: Rig) -> None:
    """F17: from any zone to any other and back around the hour of the push; never twice for one local date."""
    zones = rig.dice.sample(sorted(calendar.zone_names().values()), rig.pick(4, 28))
    zones += ["Pacific/Kiritimati", "Pacific/Pago_Pago"]
    database, library, dice = Database(rig.url), Library((DECK,)), random.Random(rig.seed)
    start = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    twice = near = 0
    try:
        for place, (home, away) in enumerate(itertools.permutations(zones, 2)):
            dates, moments = await _travel(database, library, dice, 10_000 + place, home, away, start)
            twice += len(dates) - len(set(dates))
            near += sum(after - before < timedelta(hours=12) for before, after in itertools.pairwise(moments))
    finally:
        await database.close()
    await rig.execute("UPDATE subscriptions SET next_due_at = NULL")  # they end here, long ago
    rig.outcome.count(Figure.DST, twice)
    rig.outcome.note(f"{len(zones) * (len(zones) - 1)} journeys there and back; {near} pushes within 12 h of the last")
    rig.outcome.expect(not twice, f"{twice} pushes for a local date that had one")


async def _travel(
    database: Database, library: Library, dice: random.Random, learner: int, home: str, away: str, start: datetime
) -> tuple[list[date], list[datetime]]:
    """Three days with a move there and back; the dates and moments of the pushes."""
    async with database.transaction() as store:
        chat = await store.chats.meet(learner, ChatKind.PRIVATE, "", language="en", timezone=home, now=start)
        await store.learners.meet(learner, "Traveller", start)
        wish = await rhythm.subscribe(store, chat, 0, "09:00", 1, start)
        moves = {wish.due_at + timedelta(minutes=5): away, wish.due_at + timedelta(hours=5): home}
    dates: list[date] = []
    moments: list[datetime] = []
    for moment in sorted([*(start + timedelta(minutes=30) * step for step in range(3 * 48)), *moves]):
        async with database.transaction() as store:
            chat_now = await store.chats.get(learner)
            assert chat_now is not None
            if moment in moves:
                await rhythm.move_zone(store, chat_now, moves[moment], moment)
            subscription = await store.subscriptions.take_due(wish.subscription.id, moment)
            if subscription is None:
                continue
            pushed = await daily.push(store, library, subscription, moment, dice)
            if pushed is not None:
                dates.append(moment.astimezone(ZoneInfo(chat_now.timezone)).date())
                moments.append(moment)
    return dates, moments
