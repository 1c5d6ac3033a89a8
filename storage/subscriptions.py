"""Chats' wishes for daily questions, and what was pushed for which date."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into, table_of
from storage.prepared import Prepared, Reading, change
from storage.states import ChatState
from storage.tables import Chat, Push, Subscription

_PUSHES_TO = Prepared(
    select(Push.local_date, Push.pushed_at)
    .join(Subscription, Subscription.id == Push.subscription_id)
    .where(Subscription.chat_id == bindparam("chat"))
)
_IS_IGNORED = (Subscription.chat_id == bindparam("chat")) & (Subscription.ignored > 0)
_IGNORED_BY = Reading(Subscription, select(table_of(Subscription)).where(_IS_IGNORED))


class Subscriptions:
    """Subscriptions, one for each chat and topic, and their pushes, one for each local date."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, chat_id: int, thread_id: int = 0, slot: int = 0) -> Subscription | None:
        """The subscription of this chat and topic, on or off, if there is one; slot 1 is a second hour."""
        return await self._session.scalar(
            select(Subscription).where(
                Subscription.chat_id == chat_id, Subscription.thread_id == thread_id, Subscription.slot == slot
            )
        )

    async def all_of(self, chat_id: int) -> Sequence[Subscription]:
        """The subscriptions of this chat that are on."""
        found = await self._session.scalars(
            select(Subscription)
            .where(Subscription.chat_id == chat_id, Subscription.next_due_at.is_not(None))
            .order_by(Subscription.slot, Subscription.id)
        )
        return found.all()

    async def subscribe(
        self,
        chat_id: int,
        thread_id: int,
        local_time: str,
        number: int,
        next_due_at: datetime,
        now: datetime,
        *,
        slot: int = 0,
    ) -> Subscription:
        """From now on, so many questions a day at this time ("HH:MM") of the chat's zone; a pause ends."""
        statement = insert_into(self._session, Subscription).values(
            chat_id=chat_id,
            thread_id=thread_id,
            slot=slot,
            local_time=local_time,
            number=number,
            next_due_at=next_due_at,
            created_at=now,
        )
        statement = statement.on_conflict_do_update(
            index_elements=["chat_id", "thread_id", "slot"],
            set_={
                "local_time": local_time,
                "number": number,
                "next_due_at": next_due_at,
                "paused_until": None,
                "ignored": 0,
            },
        )
        subscription_id = await self._session.scalar(statement.returning(Subscription.id))
        return await self._session.get_one(Subscription, subscription_id, populate_existing=True)

    async def set_due(self, subscription: Subscription, next_due_at: datetime | None) -> None:
        """When the next questions go out; None switches them off."""
        await change(self._session, subscription, next_due_at=next_due_at)

    async def set_number(self, subscription: Subscription, number: int) -> None:
        """So many questions a day from now on."""
        await change(self._session, subscription, number=number)

    async def pause(self, subscription: Subscription, until: date | None) -> None:
        """No questions before this day; None ends the pause."""
        await change(self._session, subscription, paused_until=until)

    async def set_ignored(self, subscription: Subscription, pushes: int) -> None:
        """How many pushes have gone by without an answer to anything."""
        await change(self._session, subscription, ignored=pushes)

    async def ignored_by(self, chat_id: int) -> Sequence[Subscription]:
        """The subscriptions of this chat whose pushes were not answered lately."""
        return await _IGNORED_BY.all(self._session, {"chat": chat_id})

    async def snooze(self, subscription: Subscription, until: datetime | None) -> None:
        """The open question is shown once more at this time; None forgets that."""
        await change(self._session, subscription, snoozed_until=until)

    async def snoozed(self, now: datetime) -> Sequence[int]:
        """The ids of subscriptions whose question is to be shown again, longest waiting first."""
        found = await self._session.scalars(
            select(Subscription.id).where(Subscription.snoozed_until <= now).order_by(Subscription.snoozed_until)
        )
        return found.all()

    async def take_snoozed(self, subscription_id: int, now: datetime) -> Subscription | None:
        """The subscription, locked for us; None when it has been dealt with or somebody else is at it."""
        return await self._session.scalar(
            select(Subscription)
            .where(Subscription.id == subscription_id, Subscription.snoozed_until <= now)
            .with_for_update(skip_locked=True)
        )

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """The ids of subscriptions of active chats whose time has come, longest waiting first."""
        found = await self._session.scalars(
            select(Subscription.id)
            .join(Chat, Chat.id == Subscription.chat_id)
            .where(Subscription.next_due_at <= now, Chat.state == ChatState.ACTIVE)
            .order_by(Subscription.next_due_at, Subscription.id)
            .limit(limit)
        )
        return found.all()

    async def take_due(self, subscription_id: int, now: datetime) -> Subscription | None:
        """The subscription, locked for us; None when it has been dealt with or somebody else is at it."""
        return await self._session.scalar(
            select(Subscription)
            .where(Subscription.id == subscription_id, Subscription.next_due_at <= now)
            .with_for_update(skip_locked=True)
        )

    async def claim_push(self, subscription: Subscription, local_date: date, now: datetime) -> int | None:
        """The id of a new push for this date, or None when there was one already."""
        statement = insert_into(self._session, Push).values(
            subscription_id=subscription.id, local_date=local_date, pushed_at=now
        )
        return await self._session.scalar(statement.on_conflict_do_nothing().returning(Push.id))

    async def pushes_to(self, chat_id: int) -> list[tuple[date, datetime]]:
        """Every local date for which questions went out there, and when."""
        rows = await _PUSHES_TO.rows(self._session, {"chat": chat_id})
        return [(local_date, pushed_at) for local_date, pushed_at in rows]

    async def last_pushed(self, subscription: Subscription) -> date | None:
        """The last local date for which questions went out."""
        return await self._session.scalar(
            select(func.max(Push.local_date)).where(Push.subscription_id == subscription.id)
        )

    async def last_push_at(self, subscription: Subscription) -> datetime | None:
        """When questions last went out."""
        return await self._session.scalar(
            select(func.max(Push.pushed_at)).where(Push.subscription_id == subscription.id)
        )
