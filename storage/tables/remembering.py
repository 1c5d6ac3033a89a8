"""What each learner knows."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, RowId


class Memory(Base):
    """How well a learner knows a card and when it is due, in the numbers of FSRS."""

    __tablename__ = "memories"
    __table_args__ = (Index("ix_memories_due", "learner_id", "deck", "due_at"),)

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True)
    deck: Mapped[str] = mapped_column(String(48), primary_key=True)
    card_id: Mapped[str] = mapped_column(String(48), primary_key=True)
    state: Mapped[int] = mapped_column(Integer)
    step: Mapped[int | None] = mapped_column(Integer)
    stability: Mapped[float]
    difficulty: Mapped[float]
    due_at: Mapped[datetime]
    reviewed_at: Mapped[datetime]


class Review(Base):
    """One repetition of a card by a learner; FSRS can be fitted to them, and memories made anew from them."""

    __tablename__ = "reviews"
    __table_args__ = (
        Index("ix_reviews_learner_time", "learner_id", "reviewed_at"),
        Index("ix_reviews_card", "learner_id", "deck", "card_id", "reviewed_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"))
    deck: Mapped[str] = mapped_column(String(48))
    card_id: Mapped[str] = mapped_column(String(48))
    rating: Mapped[int] = mapped_column(Integer)
    milliseconds: Mapped[int | None] = mapped_column(Integer)
    question_id: Mapped[int | None]
    reviewed_at: Mapped[datetime]


class Fit(Base):
    """Parameters of FSRS as fitted to so many reviews of a learner, or, where the id is 0, of everybody."""

    __tablename__ = "fits"

    learner_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    parameters: Mapped[list[float]] = mapped_column(JSON)
    reviews: Mapped[int] = mapped_column(Integer)
    fitted_at: Mapped[datetime]
