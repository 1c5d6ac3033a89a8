"""What answers are worth: the ledger, and what is kept of it."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, RowId


class LedgerRow(Base):
    """An award of points; rows are only ever added. `day` is the date for which they count, where they were earned."""

    __tablename__ = "ledger"
    __table_args__ = (
        UniqueConstraint("question_id", "learner_id", "kind"),
        Index("ix_ledger_chat_id", "chat_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    points: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Date)
    awarded_at: Mapped[datetime]


class Score(Base):
    """A learner's points on one leaderboard in one window: the sum of their ledger rows there.

    `board_id` is a group's chat id, or 0 for that of everybody; `hidden` when others do not see the learner there.
    """

    __tablename__ = "scores"
    __table_args__ = (
        # Along this index the best come first, and the latest window is found at once.
        Index("ix_scores_board", "board_id", "period", "hidden", "starts_on", "points", "learner_id"),
        Index("ix_scores_age", "period", "starts_on"),
    )

    board_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    period: Mapped[str] = mapped_column(String(8), primary_key=True)
    starts_on: Mapped[date] = mapped_column(Date, primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True, index=True)
    points: Mapped[int] = mapped_column(Integer)
    hidden: Mapped[bool]


class Tally(Base):
    """How many learners have so many points on the leaderboard of everybody in one window: `step` times `width`."""

    __tablename__ = "tallies"

    period: Mapped[str] = mapped_column(String(8), primary_key=True)
    starts_on: Mapped[date] = mapped_column(Date, primary_key=True)
    width: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    step: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    learners: Mapped[int] = mapped_column(Integer)
