"""What comes from Telegram and goes there."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, LargeBinary, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.states import InboxState, OutboxState
from storage.tables.base import Base, RowId


class InboxRow(Base):
    """An update of Telegram, kept before it is confirmed. `tries` counts how often it was taken up again."""

    __tablename__ = "inbox"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sender_id: Mapped[int | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(16), default=InboxState.WAITING, index=True)
    body: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(SmallInteger, default=0, server_default="0")


class OutboxRow(Base):
    """Something to be sent: a method of the Bot API with what it needs. A lower `priority` goes first.

    `file` is the document to send, where there is one. `attempts` counts those of which nobody knows whether they
    arrived, the one under way among them; `worker` is the process that is sending it.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_work", "state", "priority", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(96), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    method: Mapped[str] = mapped_column(String(32))
    payload: Mapped[dict[str, Any]]
    file: Mapped[bytes | None] = mapped_column(LargeBinary)
    question_id: Mapped[int | None] = mapped_column(BigInteger)
    priority: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16), default=OutboxState.WAITING)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    worker: Mapped[int | None]
    created_at: Mapped[datetime]


class SendLimit(Base):
    """What was sent lately to one chat, or (id 0) to all; `sent` holds the times of the last messages.

    Times are in seconds since 1970, by the clock of the database.
    """

    __tablename__ = "send_limits"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    next_at: Mapped[float]
    next_urgent_at: Mapped[float]
    paused_until: Mapped[float]
    sent: Mapped[list[float]] = mapped_column(JSON)


class Note(Base):
    """A message of ours that is to become another one."""

    __tablename__ = "notes"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    sent_at: Mapped[datetime] = mapped_column(index=True)
