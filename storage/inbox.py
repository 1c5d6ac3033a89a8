"""Updates of Telegram, kept until they have been dealt with."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Prepared
from storage.states import InboxState
from storage.tables import InboxRow

KEEP_IDS = timedelta(days=7)
"""Telegram hands nothing out again that is this old: the ids of what has been dealt with can go."""
KEEP_FAILED = timedelta(days=30)
"""So long an operator can look at an update that could not be dealt with; /about says so too."""

_INBOX = table_of(InboxRow)
_TAKE_IN = Prepared(lambda dialect: insert(dialect, _INBOX).on_conflict_do_nothing().returning(_INBOX.c.update_id))
_IN_LINE = select(func.pg_advisory_xact_lock(bindparam("sender")))
_EARLIER = Prepared(
    select(_INBOX.c.body)
    .where(
        _INBOX.c.sender_id == bindparam("sender"),
        _INBOX.c.state == InboxState.WAITING,
        _INBOX.c.update_id < bindparam("present"),
        _INBOX.c.tries <= 1,
    )
    .order_by(_INBOX.c.update_id)
    .limit(1)
)
_CLAIM = Prepared(
    update(_INBOX)
    .where(_INBOX.c.update_id == bindparam("claimed"), _INBOX.c.state == InboxState.WAITING)
    .values(state=InboxState.DONE, body={}, sender_id=None)
    .returning(_INBOX.c.update_id)
)


class Inbox:
    """Updates by their id; the same one never comes in twice."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take_in(self, update_id: int, sender_id: int | None, body: dict[str, Any], now: datetime) -> bool:
        """Keeps an update; False when it is here already."""
        row = {
            "update_id": update_id,
            "sender_id": sender_id,
            "state": InboxState.WAITING,
            "body": body,
            "received_at": now,
            "tries": 0,
        }
        return await _TAKE_IN.scalar(self._session, row) is not None

    async def waiting(self) -> Sequence[dict[str, Any]]:
        """The updates that are still to be dealt with, in order."""
        query = select(InboxRow.body).where(InboxRow.state == InboxState.WAITING).order_by(InboxRow.update_id)
        return (await self._session.scalars(query)).all()

    async def take_up(self, before: datetime | None = None) -> Sequence[dict[str, Any]]:
        """What waits and has not been taken up again so far, in order; from now on it has, once.

        With `before`, only what came before that moment.
        """
        taking = update(InboxRow).where(InboxRow.state == InboxState.WAITING, InboxRow.tries == 0)
        if before is not None:
            taking = taking.where(InboxRow.received_at < before)
        found = await self._session.execute(taking.values(tries=1).returning(InboxRow.update_id, InboxRow.body))
        return [body for _, body in sorted(found, key=lambda row: row[0])]

    async def suspects(self, before: datetime | None = None) -> Sequence[tuple[int, int, dict[str, Any]]]:
        """The id, tries and body of what waits although it has been taken up again, in order.

        With `before`, only what came before that moment.
        """
        query = (
            select(InboxRow.update_id, InboxRow.tries, InboxRow.body)
            .where(InboxRow.state == InboxState.WAITING, InboxRow.tries > 0)
            .order_by(InboxRow.update_id)
        )
        if before is not None:
            query = query.where(InboxRow.received_at < before)
        return [(update_id, tries, body) for update_id, tries, body in await self._session.execute(query)]

    async def count_try(self, update_id: int) -> None:
        """The update is about to be tried once more."""
        await self._session.execute(
            update(InboxRow).where(InboxRow.update_id == update_id).values(tries=InboxRow.tries + 1)
        )

    async def earlier(self, update_id: int, sender_id: int | None) -> dict[str, Any] | None:
        """The first update of this sender that comes before this one and is still to be dealt with.

        Another worker may have taken it in. Until the transaction ends, no other worker deals with this sender. What
        was tried by itself and is still there is left out: it may have ended the process.
        """
        if sender_id is None or self._session.get_bind().dialect.name == "sqlite":
            return None  # one process keeps the order by itself
        await self._session.execute(_IN_LINE, {"sender": sender_id})
        found: dict[str, Any] | None = await _EARLIER.scalar(self._session, {"sender": sender_id, "present": update_id})
        return found

    async def claim(self, update_id: int) -> bool:
        """Whether the update is still to be dealt with; with the end of this transaction it has been.

        Only its id is kept. Until the transaction ends, no other worker gets past this.
        """
        return await _CLAIM.scalar(self._session, {"claimed": update_id}) is not None

    async def set_aside(self, update_id: int) -> None:
        """The update cannot be dealt with and is not tried any more."""
        await self._session.execute(
            update(InboxRow).where(InboxRow.update_id == update_id).values(state=InboxState.DEAD)
        )

    async def count(self) -> tuple[int, int]:
        """How many updates are still to be dealt with, and how many were set aside for good."""
        rows = await self._session.execute(
            select(InboxRow.state, func.count()).where(InboxRow.state != InboxState.DONE).group_by(InboxRow.state)
        )
        found = {state: number for state, number in rows}  # noqa: C416 # dict() takes a result for a mapping
        return found.get(InboxState.WAITING, 0), found.get(InboxState.DEAD, 0)

    async def clean_up(self, now: datetime) -> None:
        """Lets go what has been kept for long enough."""
        for state, time in ((InboxState.DONE, KEEP_IDS), (InboxState.DEAD, KEEP_FAILED)):
            await self._session.execute(
                delete(InboxRow).where(InboxRow.state == state, InboxRow.received_at < now - time)
            )
