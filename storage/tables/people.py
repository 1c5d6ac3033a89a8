"""People, the chats in which they learn, and what they want."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Integer, String, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from storage.states import ChatState, QuizMode, Starters
from storage.tables.base import Base, RowId


class Learner(Base):
    """A Telegram user being taught, by Telegram's id.

    `hidden`: on no leaderboard; `retention`: the share of cards they want to
    know, in percent; `backlog_told_at`: when they were told of the backlog they have now; `answering`: a group's
    question that they answer in private.
    """

    __tablename__ = "learners"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(128))
    shown_by_name: Mapped[bool] = mapped_column(default=False)
    hidden: Mapped[bool] = mapped_column(server_default=false())
    retention: Mapped[int] = mapped_column(Integer, server_default="90")
    new_a_day: Mapped[int] = mapped_column(Integer, server_default="10")
    backlog_told_at: Mapped[datetime | None]
    last_export_at: Mapped[datetime | None]
    answering: Mapped[int | None]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Chat(Base):
    """A private chat or group with its settings, keyed by Telegram's id.

    `quiet`: hours without anything that nobody asked for ("22:00-08:00"), or empty; `plain`: only words, for a screen
    reader. For groups: `mode` and `seconds`
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
    plain: Mapped[bool] = mapped_column(server_default=false())
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


class TopicWish(Base):
    """A learner wants a topic of a deck first, or not at all."""

    __tablename__ = "topic_wishes"

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True)
    deck: Mapped[str] = mapped_column(String(48), primary_key=True)
    topic: Mapped[str] = mapped_column(String(64), primary_key=True)
    wish: Mapped[str] = mapped_column(String(16))
