"""The day's questions: whose time has come, and what they are asked."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar, lesson, rhythm, rounds
from content.card import Deck
from content.library import Library
from storage.database import Store
from storage.states import ChatKind
from storage.tables import Chat, Subscription

LATE = timedelta(hours=1)
"""What is later than this has missed its hour, and waits for the end of the quiet ones."""


@dataclass(frozen=True)
class Pushed:
    """Questions that go out to a chat: one opening a sitting in private, or the day's cards of a group.

    `slowed`: from now on they come once a week, as nobody has answered for so long. `used_up`: there is no card for the
    group, and there was one the last time.
    """

    push_id: int
    chat: Chat
    deck: Deck
    thread_id: int
    asked: lesson.Asked | None
    group: tuple[rounds.Opened, ...]
    slowed: bool = False
    used_up: bool = False


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
    local_date, due_at = calendar.latest_day(subscription.local_time, zone, now)
    if now - due_at > LATE and (morning := calendar.quiet_until(chat.quiet, zone, now)):
        await store.subscriptions.set_due(subscription, morning)
        return None
    ignored = await _ignored(store, subscription) if chat.kind == ChatKind.PRIVATE else 0
    last_push = await store.subscriptions.last_push_at(subscription)
    push_id = await store.subscriptions.claim_push(subscription, local_date, now)
    if push_id is not None:
        await store.subscriptions.set_ignored(subscription, ignored)
    next_at = rhythm.next_due(subscription, zone, now, local_date)
    await store.subscriptions.set_due(subscription, next_at)
    if push_id is None:
        return None
    deck = lesson.deck_of(library, chat)
    if chat.kind == ChatKind.PRIVATE:
        asked = await lesson.start(store, deck, chat.id, chat, subscription.number, daily=True, now=now, dice=dice)
        return Pushed(push_id, chat, deck, 0, asked, (), slowed=ignored == rhythm.SLOW_AFTER and subscription.slot == 0)
    opened = await rounds.open_daily(
        store, deck, chat, subscription.thread_id, subscription.number, until=next_at, now=now, dice=dice
    )
    had_one = last_push is None or await store.rounds.daily_since(chat.id, subscription.thread_id, last_push)
    return Pushed(push_id, chat, deck, subscription.thread_id, None, opened, used_up=not opened and had_one)


async def _ignored(store: Store, subscription: Subscription) -> int:
    """How many pushes in a row the learner has let go by."""
    last_push = await store.subscriptions.last_push_at(subscription)
    last_answer = await store.answers.last_at(subscription.chat_id)
    unanswered = last_push is not None and (last_answer is None or last_answer < last_push)
    return subscription.ignored + 1 if unanswered else 0
