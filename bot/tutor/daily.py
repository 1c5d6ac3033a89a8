"""The day's questions: whose time has come, and what they are asked."""

import random
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.tutor import calendar, lesson, rounds
from content.library import Library
from storage.database import Store
from storage.states import ChatKind
from storage.tables import Chat, Subscription


@dataclass(frozen=True)
class Pushed:
    """Questions that go out to a chat: one opening a sitting in private, or the day's cards of a group."""

    push_id: int
    chat: Chat
    thread_id: int
    asked: lesson.Asked | None
    group: tuple[rounds.Opened, ...]


@dataclass(frozen=True)
class Set:
    """Daily questions are on; `skipped` names a day soon on which the time does not exist, and what takes its place."""

    subscription: Subscription
    due_at: datetime
    skipped: tuple[date, time] | None


async def subscribe(store: Store, chat: Chat, thread_id: int, local_time: str, number: int, now: datetime) -> Set:
    """Sets the time ("HH:MM") and number of daily questions; a date that had its questions gets no second ones."""
    zone = ZoneInfo(chat.timezone)
    before = await store.subscriptions.of(chat.id, thread_id)
    last = await store.subscriptions.last_pushed(before) if before else None
    due_at = calendar.next_due(local_time, zone, now, last)
    subscription = await store.subscriptions.subscribe(chat.id, thread_id, local_time, number, due_at, now)
    return Set(subscription, due_at, calendar.skipped_soon(local_time, zone, now))


async def stop(store: Store, chat: Chat, thread_id: int) -> bool:
    """Switches daily questions off; False when they were not on."""
    subscription = await store.subscriptions.of(chat.id, thread_id)
    if subscription is None or subscription.next_due_at is None:
        return False
    await store.subscriptions.set_due(subscription, None)
    return True


async def move_zone(store: Store, chat: Chat, zone_name: str, now: datetime) -> None:
    """Changes the chat's zone; its subscriptions keep their clock time, and no date gets questions twice."""
    await store.chats.set_timezone(chat, zone_name)
    await _reschedule(store, chat, now)


async def resume(store: Store, chat: Chat, now: datetime) -> None:
    """After a time in which nothing could be sent there, daily questions go on with the next date, not the last."""
    await _reschedule(store, chat, now)


async def _reschedule(store: Store, chat: Chat, now: datetime) -> None:
    for subscription in await store.subscriptions.all_of(chat.id):
        last = await store.subscriptions.last_pushed(subscription)
        due_at = calendar.next_due(subscription.local_time, ZoneInfo(chat.timezone), now, last)
        await store.subscriptions.set_due(subscription, due_at)


async def next_question_at(store: Store, chat: Chat) -> datetime | None:
    """When the chat's next daily questions come, if they are on."""
    subscriptions = await store.subscriptions.all_of(chat.id)
    return min((one.next_due_at for one in subscriptions if one.next_due_at), default=None)


async def push(
    store: Store, library: Library, subscription: Subscription, now: datetime, dice: random.Random
) -> Pushed | None:
    """Asks a due subscription's questions for its latest date and sets the next time; None if that date had them.

    After downtime this is one push, for the last date that came due, never one for each date missed.
    """
    chat = await store.chats.get(subscription.chat_id)
    if chat is None:
        return None
    if chat.kind == ChatKind.PRIVATE and await lesson.is_busy(store, chat.id, now):
        # A question that changes while somebody types would be answered wrongly.
        await store.subscriptions.set_due(subscription, now + lesson.BUSY_FOR)
        return None
    zone = ZoneInfo(chat.timezone)
    due_at = calendar.latest_due(subscription.local_time, zone, now)
    local_date = due_at.astimezone(zone).date()
    push_id = await store.subscriptions.claim_push(subscription, local_date, now)
    next_at = calendar.next_due(subscription.local_time, zone, now, local_date)
    await store.subscriptions.set_due(subscription, next_at)
    if push_id is None:
        return None
    deck = lesson.deck_of(library, chat)
    if chat.kind == ChatKind.PRIVATE:
        asked = await lesson.start(store, deck, chat.id, chat, subscription.number, daily=True, now=now, dice=dice)
        return Pushed(push_id, chat, 0, asked, ())
    opened = await rounds.open_daily(
        store, deck, chat, subscription.thread_id, subscription.number, until=next_at, now=now, dice=dice
    )
    return Pushed(push_id, chat, subscription.thread_id, None, opened)
