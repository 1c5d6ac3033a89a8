"""Subscribers, and how often each got the day's question."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.playground import Group, Person
from bot.tutor import rhythm
from storage.database import Database
from storage.states import ChatKind
from trust.databases import Kind
from trust.outcome import Figure
from trust.rig import Rig
from trust.stock import TABLES

PUSHED = "daily question"
STOCK_HAS = 8
STOCK_NEEDS = timedelta(seconds=6)


def calm_zone(now: datetime) -> str:
    """A zone in which it is neither night nor midnight for the next hours."""
    return next(zone for zone in ("UTC", "Asia/Kolkata", "America/Denver") if 7 <= _hour(now, zone) <= 18)


def _hour(now: datetime, zone: str) -> int:
    hours = {"UTC": 0.0, "Asia/Kolkata": 5.5, "America/Denver": -7.0}[zone]
    return (now + timedelta(hours=hours)).hour


async def subscribe_groups(rig: Rig, groups: Sequence[Group], in_seconds: float) -> datetime:
    """The same for groups."""
    return await _subscribe(rig, [(group.id, ChatKind.GROUP, group.title) for group in groups], in_seconds)


async def subscribe(rig: Rig, people: Sequence[Person], in_seconds: float) -> datetime:
    """These people want a question each day, the first one so soon; the bot must not run yet. When it is due."""
    now = rig.world.now()
    due = now + timedelta(seconds=in_seconds)
    if rig.kind is Kind.STOCK:
        # It sets its jobs at its start, to the second, and those of a moment gone by for tomorrow.
        due = (due + STOCK_NEEDS).replace(microsecond=0)
        _subscribe_stock(rig, people, due)
        return due
    return await _subscribe(rig, [(one.id, ChatKind.PRIVATE, one.name) for one in people], in_seconds)


async def _subscribe(rig: Rig, chats: Sequence[tuple[int, ChatKind, str]], in_seconds: float) -> datetime:
    now = rig.world.now()
    due = now + timedelta(seconds=in_seconds)
    zone = calm_zone(now)
    at = f"{due.astimezone(ZoneInfo(zone)):%H:%M}"
    database = Database(rig.url)
    try:
        async with database.transaction() as store:
            for chat_id, kind, title in chats:
                chat = await store.chats.meet(chat_id, kind, title, language="en", timezone=zone, now=now)
                await store.chats.set_timezone(chat, zone)  # who has written before has one already
                await store.chats.set_deck(chat, "solar-system")
                if kind is ChatKind.PRIVATE:
                    await store.learners.meet(chat_id, title, now)
                wish = await rhythm.subscribe(store, chat, 0, at, 1, now)
                await store.subscriptions.set_due(wish.subscription, due)
    finally:
        await database.close()
    return due


def _subscribe_stock(rig: Rig, people: Sequence[Person], due: datetime) -> None:
    with sqlite3.connect(rig.folder / "stock.db") as rows:
        rows.executescript(TABLES)
        at = f"{due.astimezone(UTC):%H:%M:%S}"
        rows.executemany("INSERT INTO daily VALUES (?, ?)", [(person.id, at) for person in people])


async def everybody_asked(rig: Rig, people: Sequence[Person], days: int = 1) -> None:
    """Waits until the push has come to all; a stock bot, which may never, has some seconds."""
    if rig.kind is Kind.STOCK:
        await asyncio.sleep(STOCK_HAS)
    else:
        await rig.until(
            lambda: all(len(rig.said(one.chat, PUSHED)) >= days for one in people), "the push does not come to all"
        )
    await rig.settled()


async def count_pushes(rig: Rig, people: Sequence[Person], *, twice_at_most: int = 0, days: int = 1) -> None:
    """How often each got their question; more than twice, or never, is a broken promise."""
    times = Counter(len(rig.said(person.chat, PUSHED)) - (days - 1) for person in people)
    rig.outcome.count(Figure.PUSHES_ZERO, sum(number for often, number in times.items() if often < 1))
    rig.outcome.count(Figure.PUSHES_ONCE, times[1])
    rig.outcome.count(Figure.PUSHES_TWICE, times[2])
    more = sum(number for often, number in times.items() if often > 2)
    rig.outcome.count(Figure.PUSHES_MORE, more)
    never = rig.outcome.figures[Figure.PUSHES_ZERO]
    rig.outcome.expect(not never, f"{never} of {len(people)} subscribers never got their question")
    rig.outcome.expect(not more, f"{more} subscribers got it more than twice")
    rig.outcome.expect(
        times[2] <= twice_at_most,
        f"{times[2]} subscribers got it twice, which the fault explains {twice_at_most} times",
    )
