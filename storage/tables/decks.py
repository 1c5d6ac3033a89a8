"""Decks that learners have brought."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class OwnDeck(Base):
    """A deck that a learner has brought; `previous` is what it was before the last change, for taking that back.

    With a `code` it can be taken by whoever has it. Without an owner it stays as it is for those who have taken it.
    `appeals_told_at`: when the owner was last told that verdicts on its cards are disputed.
    """

    __tablename__ = "own_decks"
    __table_args__ = (UniqueConstraint("owner_id", "title"),)

    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("learners.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(80))
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]]
    previous: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    code: Mapped[str | None] = mapped_column(String(32), unique=True)
    appeals_told_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]


class DeckUse(Base):
    """A deck of somebody else that is used in a chat: by the learner whose private chat it is, or by a group."""

    __tablename__ = "deck_uses"

    deck: Mapped[str] = mapped_column(ForeignKey("own_decks.name", ondelete="CASCADE"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True, index=True)
    taken_at: Mapped[datetime]


class Import(Base):
    """A file or text that a learner has sent, with the cards found in it, until they say what becomes of them.

    `number` is that of the update that brought it: a button under an earlier one takes nothing.
    """

    __tablename__ = "imports"

    learner_id: Mapped[int] = mapped_column(
        ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    file_id: Mapped[str] = mapped_column(String(255))
    file_name: Mapped[str] = mapped_column(String(255))
    text: Mapped[str] = mapped_column(Text)
    deck: Mapped[dict[str, Any]]
    number: Mapped[int] = mapped_column(BigInteger, server_default="0")
    created_at: Mapped[datetime]


class Writing(Base):
    """What the next text of a learner will be: a `field` of a card, of a deck where `card_id` is empty, or a search.

    `text` is what they have written for it already: the question of a new card, while its answer is waited for.
    """

    __tablename__ = "writings"

    learner_id: Mapped[int] = mapped_column(
        ForeignKey("learners.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    deck: Mapped[str] = mapped_column(String(48))
    card_id: Mapped[str] = mapped_column(String(48))
    field: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    begun_at: Mapped[datetime]
