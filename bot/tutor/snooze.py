"""Not now: a daily question that is put off for an hour or until the evening, or left for today."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar, lesson, rhythm
from bot.tutor.lesson import Asked
from content.library import Library
from storage.database import Store
from storage.tables import Chat, Question, Subscription

HOUR = timedelta(hours=1)
EVENING = time(19)


def evening(zone: ZoneInfo, now: datetime) -> datetime | None:
    """When this evening is; None when it is here, or nearly."""
    at = calendar.instant(now.astimezone(zone).date(), EVENING, zone)
    return at if at is not None and at - now > HOUR else None


async def put_off(store: Store, library: Library, chat: Chat, question: Question, until: datetime) -> Asked | None:
    """Shows the open daily question once more at that time; None when it is not open any more."""
    asked = await _open_daily(store, library, chat.id)
    subscription = await store.subscriptions.of(chat.id)
    if asked is None or asked.question.id != question.id or subscription is None:
        return None
    await store.subscriptions.snooze(subscription, until)
    await store.subscriptions.set_ignored(subscription, 0)
    return asked


async def leave_for_today(
    store: Store, library: Library, chat: Chat, question: Question, now: datetime
) -> tuple[bool, datetime | None]:
    """Ends the daily sitting without a word on it; whether it was open, and when the next questions come."""
    asked = await _open_daily(store, library, chat.id)
    if asked is None or asked.question.id != question.id:
        return False, None
    sitting = await store.sittings.running(chat.id)
    if sitting is not None:
        await store.sittings.finish(sitting, now)
    await store.questions.close_all_for(chat.id, now)
    for subscription in await store.subscriptions.all_of(chat.id):
        await store.subscriptions.snooze(subscription, None)
        await store.subscriptions.set_ignored(subscription, 0)
    return True, await rhythm.next_question_at(store, chat)


async def show_again(store: Store, library: Library, subscription: Subscription) -> tuple[Chat, Asked] | None:
    """The question that was put off, if it still waits for an answer."""
    await store.subscriptions.snooze(subscription, None)
    chat = await store.chats.get(subscription.chat_id)
    asked = await _open_daily(store, library, subscription.chat_id)
    return (chat, asked) if chat is not None and asked is not None else None


async def _open_daily(store: Store, library: Library, learner_id: int) -> Asked | None:
    sitting = await store.sittings.running(learner_id)
    return await lesson.open_question(store, library, learner_id) if sitting is not None and sitting.daily else None
