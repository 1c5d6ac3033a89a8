"""What is to be sent, in the order in which it is wanted."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import among, insert, table_of
from storage.prepared import Prepared, Reading, Statement
from storage.states import OutboxState, Priority
from storage.tables import OutboxRow

TRIES, TRIES_OF_A_REPLY = 2, 3
"""So often may something be sent of which nobody knows whether it has arrived: twice is better than never.

Who has written is to have an answer, also where the process is killed twice in the moment of saying it.
"""

_OUTBOX = table_of(OutboxRow)
_PUT = Prepared(lambda dialect: insert(dialect, _OUTBOX).on_conflict_do_nothing())
_BEGIN = Prepared(update(_OUTBOX).where(_OUTBOX.c.id == bindparam("begun")).values(attempts=_OUTBOX.c.attempts + 1))
_SETTLE = Prepared(delete(_OUTBOX).where(_OUTBOX.c.id == bindparam("settled")))


def _take(dialect: str) -> Statement:
    ours, other = _OUTBOX.alias(), _OUTBOX.alias()
    is_ahead = tuple_(other.c.priority, other.c.id) < tuple_(ours.c.priority, ours.c.id)
    # A look at the chat of each row that could go out next, not at all that waits: that may be a push to thousands.
    behind_another = exists().where(
        other.c.chat_id == ours.c.chat_id,
        or_(
            other.c.state == OutboxState.SENDING,
            and_(other.c.state == OutboxState.WAITING, is_ahead),
        ),
    )
    taken = (
        select(ours.c.id)
        .where(
            ours.c.state == OutboxState.WAITING,
            ~among(dialect, ours.c.chat_id, "busy"),
            or_(ours.c.priority < Priority.BOARD, ~among(dialect, ours.c.chat_id, "boards_wait")),
            ours.c.priority <= bindparam("lowest"),
            ~behind_another,
        )
        .order_by(ours.c.priority, ours.c.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True, of=ours)
        .cte("taken")  # read once: a subquery of PostgreSQL's may be read again, and then skips what it has locked
    )
    return (
        update(_OUTBOX)
        .where(_OUTBOX.c.id.in_(select(taken.c.id)))
        .values(state=OutboxState.SENDING, worker=bindparam("us"))
        .returning(*_OUTBOX.c)
    )


_TAKE = Reading(OutboxRow, _take)


class Outbox:
    """Calls of the Bot API that wait for the sender."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def put(
        self,
        dedupe_key: str,
        chat_id: int,
        method: str,
        payload: dict[str, Any],
        *,
        priority: int,
        now: datetime,
        question_id: int | None = None,
        file: bytes | None = None,
    ) -> None:
        """Adds something to send; nothing happens when the key is already there."""
        row = {
            "dedupe_key": dedupe_key,
            "chat_id": chat_id,
            "method": method,
            "payload": payload,
            "file": file,
            "question_id": question_id,
            "priority": priority,
            "state": OutboxState.WAITING,
            "attempts": 0,
            "created_at": now,
        }
        await _PUT.rows(self._session, row)

    async def drop_waiting_edits(self, chat_id: int, question_id: int, method: str) -> None:
        """An edit of a question's message that has not gone out yet is overtaken by a newer one."""
        await self._session.execute(
            delete(OutboxRow).where(
                OutboxRow.chat_id == chat_id,
                OutboxRow.question_id == question_id,
                OutboxRow.method == method,
                OutboxRow.state == OutboxState.WAITING,
            )
        )

    async def take(
        self,
        worker: int,
        limit: int,
        busy: Collection[int],
        boards_wait: Collection[int],
        *,
        replies_only: bool = False,
    ) -> Sequence[OutboxRow]:
        """The first waiting row of each chat that is not busy, most wanted first; marked as being sent by this worker.

        In the chats of `boards_wait` nothing of the lowest priority goes out yet.
        """
        wanted = {
            "us": worker,
            "busy": list(busy),
            "boards_wait": list(boards_wait),
            "lowest": Priority.REPLY if replies_only else Priority.BOARD,
            "at_most": limit,
        }
        return sorted(await _TAKE.all(self._session, wanted), key=lambda row: (row.priority, row.id))

    async def settle(self, row_id: int) -> None:
        """The row went out, or never will: it is not kept."""
        await _SETTLE.rows(self._session, {"settled": row_id})

    async def begin(self, row_id: int) -> None:
        """The row is being sent from now on: killed after this, nobody knows whether it arrived."""
        await _BEGIN.rows(self._session, {"begun": row_id})

    async def try_again(self, row_id: int, *, attempts: int) -> None:
        """The row is sent again; so many attempts may have arrived already."""
        await self._session.execute(
            update(OutboxRow).where(OutboxRow.id == row_id).values(state=OutboxState.WAITING, attempts=attempts)
        )

    async def workers(self) -> Sequence[int]:
        """The numbers of the workers that are sending something, or were when they ended."""
        found = await self._session.scalars(
            select(func.coalesce(OutboxRow.worker, 0)).where(OutboxRow.state == OutboxState.SENDING).distinct()
        )
        return found.all()

    async def take_up_again(self, workers: Collection[int]) -> Sequence[int]:
        """What these workers had in hand when they ended is sent again, as it may not have arrived.

        The ids of those of which the last try had begun: they are given up.
        """
        theirs = (OutboxRow.state == OutboxState.SENDING, func.coalesce(OutboxRow.worker, 0).in_(workers))
        given_up = await self._session.scalars(
            delete(OutboxRow)
            .where(
                *theirs,
                OutboxRow.attempts >= case((OutboxRow.priority == Priority.REPLY, TRIES_OF_A_REPLY), else_=TRIES),
            )
            .returning(OutboxRow.id)
        )
        ids = given_up.all()
        await self._session.execute(update(OutboxRow).where(*theirs).values(state=OutboxState.WAITING))
        return ids

    async def drop_question(self, question_id: int) -> None:
        """A question that has not gone out yet is not asked any more."""
        await self._session.execute(
            delete(OutboxRow).where(OutboxRow.question_id == question_id, OutboxRow.state == OutboxState.WAITING)
        )

    async def drop_all_to(self, chat_id: int, thread_id: int | None = None) -> None:
        """Nothing more can be sent to this chat, or to this topic of it."""
        gone = delete(OutboxRow).where(OutboxRow.chat_id == chat_id, OutboxRow.state == OutboxState.WAITING)
        if thread_id is not None:
            gone = gone.where(OutboxRow.payload["message_thread_id"].as_integer() == thread_id)
        await self._session.execute(gone)

    async def pending(self) -> int:
        """How many rows are waiting or being sent."""
        return await self._session.scalar(select(func.count()).select_from(OutboxRow)) or 0
