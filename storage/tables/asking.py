"""What was asked and answered."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.states import QuestionState
from storage.tables.base import Base, RowId


class Sitting(Base):
    """A learner's run through some cards in private; `queue` holds the ids of the cards still to come."""

    __tablename__ = "sittings"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    deck: Mapped[str] = mapped_column(String(48))
    topic: Mapped[str] = mapped_column(String(64), default="")
    daily: Mapped[bool] = mapped_column(default=False)
    queue: Mapped[list[str]]
    total: Mapped[int] = mapped_column(Integer)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Round(Base):
    """A group quiz; `queue` holds the ids of the cards still to come, `next_at` when the next one is asked.

    In a `race` the first right answer ends a question; `started_by` is the learner who may stop it.
    """

    __tablename__ = "rounds"
    __table_args__ = (
        Index(
            "uq_rounds_running",
            "chat_id",
            "thread_id",
            unique=True,
            sqlite_where=text("state = 'running' AND mode = 'quiz'"),
            postgresql_where=text("state = 'running' AND mode = 'quiz'"),
        ),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    thread_id: Mapped[int] = mapped_column(default=0)
    mode: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    deck: Mapped[str] = mapped_column(String(48))
    race: Mapped[bool] = mapped_column(server_default=false())
    started_by: Mapped[int | None]
    seconds: Mapped[int] = mapped_column(Integer)
    queue: Mapped[list[str]]
    total: Mapped[int] = mapped_column(Integer)
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Question(Base):
    """A card as asked, in one chat, at one time.

    `seconds` is how long it stays open once it has arrived, `hint_at` when a group's question gives its next hint.
    """

    __tablename__ = "questions"
    __table_args__ = (
        Index("ix_questions_chat_state", "chat_id", "state"),
        Index("ix_questions_card", "chat_id", "deck", "card_id"),
        Index("ix_questions_deck", "deck", "card_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    thread_id: Mapped[int] = mapped_column(default=0)
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"))
    sitting_id: Mapped[int | None] = mapped_column(ForeignKey("sittings.id", ondelete="CASCADE"), index=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    deck: Mapped[str] = mapped_column(String(48))
    card_id: Mapped[str] = mapped_column(String(48))
    number: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16), default=QuestionState.OPEN)
    hints: Mapped[int] = mapped_column(Integer, default=0)
    retried: Mapped[bool] = mapped_column(default=False)
    seconds: Mapped[int | None] = mapped_column(Integer)
    asked_at: Mapped[datetime]
    closes_at: Mapped[datetime | None] = mapped_column(index=True)
    hint_at: Mapped[datetime | None] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]


class QuestionMessage(Base):
    """A Telegram message in which a question stands."""

    __tablename__ = "question_messages"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)


class Answer(Base):
    """What a learner sent for a question, as judged; the first one counts."""

    __tablename__ = "answers"
    __table_args__ = (
        UniqueConstraint("question_id", "learner_id"),
        Index("ix_answers_learner_time", "learner_id", "answered_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(16))
    score: Mapped[float]
    reason: Mapped[str] = mapped_column(String(32))
    points: Mapped[int] = mapped_column(Integer)
    answered_at: Mapped[datetime]


class Appeal(Base):
    """A learner says that an answer was right; `wording` is the text as it is compared with others."""

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("question_id", "learner_id"),
        Index("ix_appeals_open", "state", "deck", "card_id"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), index=True)
    deck: Mapped[str] = mapped_column(String(48))
    card_id: Mapped[str] = mapped_column(String(48))
    text: Mapped[str] = mapped_column(Text)
    wording: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class AcceptedWording(Base):
    """A right answer to a card, beside those of its deck file."""

    __tablename__ = "accepted_wordings"
    __table_args__ = (UniqueConstraint("deck", "card_id", "text"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    deck: Mapped[str] = mapped_column(String(48))
    card_id: Mapped[str] = mapped_column(String(48))
    text: Mapped[str] = mapped_column(String(500))
    accepted_at: Mapped[datetime]
