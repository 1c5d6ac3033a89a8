"""A group's week in a few lines, just before its leaderboard begins anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar
from content.card import Card
from content.library import Library
from storage.boards import Standing
from storage.database import Store
from storage.periods import WEEK, Period, window
from storage.states import ChatState
from storage.tables import Chat, Digest

SUNDAY = timedelta(days=6)
EVENING = time(20)
TOO_LATE = timedelta(hours=8)
"""After that the new week has begun, and nobody wants to hear of the old one."""
LEADERS = 3
SLIPPING = 3


@dataclass(frozen=True)
class Week:
    """What a group did: cards answered, answers and right ones; cards that were missed; who leads, who improved."""

    chat: Chat
    thread_id: int
    cards: int
    answers: int
    right: int
    slipping: tuple[Card, ...]
    leaders: Sequence[Standing]
    improved: Standing | None


async def plan(store: Store, chat: Chat, thread_id: int, now: datetime) -> None:
    """There is something to tell of this week: Sunday evening, where the group is."""
    zone = ZoneInfo(chat.timezone)
    monday = window(Period.WEEK, calendar.study_day(now, zone)).starts_on
    due_at = calendar.instant(monday + SUNDAY, EVENING, zone)
    if due_at is not None and due_at > now:
        await store.digests.plan(chat.id, monday, thread_id, due_at)


async def sum_up(store: Store, library: Library, digest: Digest, now: datetime) -> Week | None:
    """The week, if the group still wants to hear of it; either way it is dealt with."""
    late = digest.due_at is None or now - digest.due_at > TOO_LATE
    await store.digests.settle(digest)
    chat = await store.chats.get(digest.chat_id)
    if chat is None or chat.state != ChatState.ACTIVE or not chat.digest or late:
        return None
    played = await store.digests.cards(chat.id, calendar.day_start(digest.week, ZoneInfo(chat.timezone)))
    if not played:
        return None
    missed = [
        card
        for deck_name, card_id, answers, right in played
        if right < answers and (deck := library.deck(deck_name)) and (card := deck.card(card_id))
    ]
    # In a group's first week everybody has improved, and that says nothing.
    before = await store.boards.top(chat.id, window(Period.WEEK, digest.week - WEEK), 1)
    gains = await store.boards.top(chat.id, window(Period.GAIN, digest.week), 1) if before else []
    return Week(
        chat=chat,
        thread_id=digest.thread_id,
        cards=len(played),
        answers=sum(answers for _, _, answers, _ in played),
        right=sum(right for _, _, _, right in played),
        slipping=tuple(missed[:SLIPPING]),
        leaders=await store.boards.top(chat.id, window(Period.WEEK, digest.week), LEADERS),
        improved=gains[0] if gains else None,
    )
