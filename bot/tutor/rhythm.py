"""When daily questions come: their hours, pauses, and what somebody's silence does to them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from storage.database import Store
from storage.tables import Chat, Subscription

SLOW_AFTER = 7
"""So many pushes in a row without an answer, and the next ones come once a week."""
SLOW_DAYS = 7


@dataclass(frozen=True)
class Set:
    """Daily questions are on; `skipped` names a day soon on which the time does not exist, and what takes its place."""

    subscription: Subscription
    due_at: datetime
    skipped: tuple[date, time] | None


async def subscribe(
    store: Store, chat: Chat, thread_id: int, local_time: str, number: int, now: datetime, *, slot: int = 0
) -> Set:
    """Sets the time ("HH:MM") and number of daily questions; a date that had its questions gets no second ones.

    Slot 1 is a second hour of the same days.
    """
    zone = ZoneInfo(chat.timezone)
    before = await store.subscriptions.of(chat.id, thread_id, slot)
    last = await store.subscriptions.last_pushed(before) if before else None
    due_at = calendar.next_due(local_time, zone, now, last)
    subscription = await store.subscriptions.subscribe(chat.id, thread_id, local_time, number, due_at, now, slot=slot)
    return Set(subscription, due_at, calendar.skipped_soon(local_time, zone, now))


async def stop(store: Store, chat_id: int, thread_id: int, *, slot: int | None = None) -> bool:
    """Switches daily questions off, or only those of one slot; False when they were not on."""
    on = [
        one
        for one in await store.subscriptions.all_of(chat_id)
        if one.thread_id == thread_id and slot in (None, one.slot)
    ]
    for subscription in on:
        await store.subscriptions.set_due(subscription, None)
    return bool(on)


async def pause(store: Store, chat: Chat, days: int, now: datetime) -> date | None:
    """No daily questions for so many days, or, with 0, again from the next hour on; the first day, if any are on."""
    for subscription in await store.subscriptions.all_of(chat.id):
        today = now.astimezone(ZoneInfo(chat.timezone)).date()
        await store.subscriptions.pause(subscription, today + timedelta(days=days) if days else None)
    await _reschedule(store, chat, now)
    next_at = await next_question_at(store, chat)
    return next_at.astimezone(ZoneInfo(chat.timezone)).date() if next_at else None


async def welcome_back(store: Store, chat: Chat, now: datetime) -> bool:
    """Somebody has answered: daily questions that had become weekly are daily again. Says whether that is so."""
    slow = False
    for subscription in await store.subscriptions.ignored_by(chat.id):
        slow = slow or (subscription.ignored >= SLOW_AFTER and subscription.next_due_at is not None)
        await store.subscriptions.set_ignored(subscription, 0)
    if slow:
        await _reschedule(store, chat, now)
    return slow


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
        await store.subscriptions.set_due(subscription, next_due(subscription, ZoneInfo(chat.timezone), now, last))


def next_due(subscription: Subscription, zone: ZoneInfo, now: datetime, last: date | None) -> datetime:
    """The next time, after a pause, and seldom for those who never answer."""
    gone_by = [last] if last else []
    if subscription.paused_until:
        gone_by.append(subscription.paused_until - timedelta(days=1))
    if last and subscription.ignored >= SLOW_AFTER:
        gone_by.append(last + timedelta(days=SLOW_DAYS - 1))
    return calendar.next_due(subscription.local_time, zone, now, max(gone_by, default=None))


async def next_question_at(store: Store, chat: Chat) -> datetime | None:
    """When the chat's next daily questions come, if they are on."""
    subscriptions = await store.subscriptions.all_of(chat.id)
    return min((one.next_due_at for one in subscriptions if one.next_due_at), default=None)
