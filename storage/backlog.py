"""What waits, and for how long: for those who watch over a bot."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.database import Database
from storage.states import ChatState, InboxState
from storage.tables import Chat, InboxRow, OutboxRow, Subscription


@dataclass(frozen=True)
class Backlog:
    """How much waits; ages are those of the oldest, in seconds, 0 when nothing waits.

    `push_overdue_seconds` says how late the daily question is that should have gone out first.
    """

    inbox_waiting: int
    inbox_dead: int
    inbox_oldest_seconds: float
    outbox_rows: int
    outbox_oldest_seconds: float
    push_overdue_seconds: float


async def backlog(database: Database, now: datetime) -> Backlog:
    """The backlog of this moment, for which no writer has to wait. Raises what the database raises."""
    waiting = InboxRow.state == InboxState.WAITING
    due = (
        select(func.min(Subscription.next_due_at))
        .join(Chat, Chat.id == Subscription.chat_id)
        .where(Subscription.next_due_at <= now, Chat.state == ChatState.ACTIVE)
    )
    query = select(
        select(func.count()).where(waiting).scalar_subquery(),
        select(func.count()).where(InboxRow.state == InboxState.DEAD).scalar_subquery(),
        select(func.min(InboxRow.received_at)).where(waiting).scalar_subquery(),
        select(func.count()).select_from(OutboxRow).scalar_subquery(),
        select(func.min(OutboxRow.created_at)).scalar_subquery(),
        due.scalar_subquery(),
    )
    async with database.snapshot() as connection:
        waits, dead, received, rows, created, due_at = (await connection.execute(query)).one()
    return Backlog(waits, dead, _age(received, now), rows, _age(created, now), _age(due_at, now))


def _age(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else round(max(0.0, (now - moment).total_seconds()), 1)
