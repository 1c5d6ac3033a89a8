"""All tables, and a column type that knows only UTC."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.states import ChatState, InboxState, OutboxState, QuestionState, QuizMode, Starters


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. Refuses naive datetimes with ValueError, and hands out aware ones on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 # signature of SQLAlchemy
        """The moment as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 # signature of SQLAlchemy
        """The stored moment, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite counts up by itself only in a column declared INTEGER.
RowId = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """Common ground of all tables: types and the names of constraints."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, list[str]: JSON, int: BigInteger}  # noqa: RUF012 # read by SQLAlchemy


class Learner(Base):
    """A Telegram user being taught, by Telegram's id.

    `hidden`: on no leaderboard; `plain`: no pictures, for screen readers; `retention`: the share of cards they want to
    know, in percent; `backlog_told_at`: when they were told of the backlog they have now; `answering`: a group's
    question that they answer in private.
    """

    __tablename__ = "learners"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(128))
    shown_by_name: Mapped[bool] = mapped_column(default=False)
    hidden: Mapped[bool] = mapped_column(server_default=false())
    plain: Mapped[bool] = mapped_column(server_default=false())
    retention: Mapped[int] = mapped_column(Integer, server_default="90")
    new_a_day: Mapped[int] = mapped_column(Integer, server_default="10")
    backlog_told_at: Mapped[datetime | None]
    last_export_at: Mapped[datetime | None]
    answering: Mapped[int | None]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Chat(Base):
    """A private chat or group with its settings, keyed by Telegram's id.

    `quiet`: hours without anything that nobody asked for ("22:00-08:00"), or empty. For groups: `mode` and `seconds`
    of a quiz for which nothing else was said, `digest` whether the week is summed up there, `starters` who may start
    a quiz.
    """

    __tablename__ = "chats"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16), default=ChatState.ACTIVE)
    title: Mapped[str] = mapped_column(String(256), default="")
    language: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str] = mapped_column(String(64))
    timezone_chosen: Mapped[bool] = mapped_column(default=False)
    deck: Mapped[str | None] = mapped_column(String(48))
    mode: Mapped[str] = mapped_column(String(16), server_default=QuizMode.ROUND)
    seconds: Mapped[int] = mapped_column(Integer, server_default="60")
    digest: Mapped[bool] = mapped_column(server_default=true())
    starters: Mapped[str] = mapped_column(String(16), server_default=Starters.EVERYONE)
    quiet: Mapped[str] = mapped_column(String(11), server_default="22:00-08:00")
    created_at: Mapped[datetime]


class Member(Base):
    """A learner seen in a group; `left` when they have gone since."""

    __tablename__ = "members"

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True, index=True)
    answered_at: Mapped[datetime]
    left: Mapped[bool] = mapped_column(server_default=false())


class Subscription(Base):
    """A chat's wish for daily questions; `next_due_at` is empty when it is off.

    `slot` tells a second hour of the day from the first. `ignored` counts the pushes since the learner last answered
    anything, `paused_until` is the first day on which they want to hear from us again, and `snoozed_until` when the
    open question is to be shown once more.
    """

    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("chat_id", "thread_id", "slot"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    thread_id: Mapped[int] = mapped_column(default=0)
    slot: Mapped[int] = mapped_column(Integer, server_default="0")
    local_time: Mapped[str] = mapped_column(String(5))
    number: Mapped[int] = mapped_column(Integer)
    next_due_at: Mapped[datetime | None] = mapped_column(index=True)
    paused_until: Mapped[date | None] = mapped_column(Date)
    snoozed_until: Mapped[datetime | None] = mapped_column(index=True)
    ignored: Mapped[int] = mapped_column(Integer, server_default="0")
    created_at: Mapped[datetime]


class Milestone(Base):
    """Something a learner has reached, and been told of once."""

    __tablename__ = "milestones"

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(128), primary_key=True)
    reached_at: Mapped[datetime]


class Digest(Base):
    """A week of a group, by its Monday, that is summed up at `due_at`; empty when that is done."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("chat_id", "week"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    week: Mapped[date] = mapped_column(Date)
    thread_id: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None] = mapped_column(index=True)


class Push(Base):
    """One subscription's questions for one local date."""

    __tablename__ = "pushes"
    __table_args__ = (UniqueConstraint("subscription_id", "local_date"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id", ondelete="CASCADE"))
    local_date: Mapped[date] = mapped_column(Date)
    pushed_at: Mapped[datetime]


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


class TopicWish(Base):
    """A learner wants a topic of a deck first, or not at all."""

    __tablename__ = "topic_wishes"

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True)
    deck: Mapped[str] = mapped_column(String(48), primary_key=True)
    topic: Mapped[str] = mapped_column(String(64), primary_key=True)
    wish: Mapped[str] = mapped_column(String(16))


class Fit(Base):
    """Parameters of FSRS as fitted to so many reviews of a learner, or, where the id is 0, of everybody."""

    __tablename__ = "fits"

    learner_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    parameters: Mapped[list[float]] = mapped_column(JSON)
    reviews: Mapped[int] = mapped_column(Integer)
    fitted_at: Mapped[datetime]


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


class InboxRow(Base):
    """An update of Telegram, kept before it is confirmed."""

    __tablename__ = "inbox"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sender_id: Mapped[int | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(16), default=InboxState.WAITING, index=True)
    body: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]


class OutboxRow(Base):
    """Something to be sent: a method of the Bot API with what it needs. A lower `priority` goes first.

    `attempts` counts those of which nobody knows whether they arrived; `worker` is the process that is sending it.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_work", "state", "priority", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(96), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    method: Mapped[str] = mapped_column(String(32))
    payload: Mapped[dict[str, Any]]
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


class OwnDeck(Base):
    """A deck that a learner has brought; `previous` is what it was before the last import, for taking that back."""

    __tablename__ = "own_decks"
    __table_args__ = (UniqueConstraint("owner_id", "title"),)

    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(80))
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]]
    previous: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    changed_at: Mapped[datetime]


class Import(Base):
    """A file or text that a learner has sent, with the cards found in it, until they say what becomes of them."""

    __tablename__ = "imports"

    learner_id: Mapped[int] = mapped_column(
        ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    file_id: Mapped[str] = mapped_column(String(255))
    file_name: Mapped[str] = mapped_column(String(255))
    text: Mapped[str] = mapped_column(Text)
    deck: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
