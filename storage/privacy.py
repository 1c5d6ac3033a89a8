"""All that is held on one learner: counted, handed out, deleted."""

import base64
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.decks import Decks
from storage.scores import Scores
from storage.states import InboxState
from storage.tables import (
    Answer,
    Appeal,
    Base,
    Chat,
    DeckUse,
    Fit,
    Import,
    InboxRow,
    Learner,
    LedgerRow,
    Member,
    Memory,
    Milestone,
    Note,
    OutboxRow,
    OwnDeck,
    Push,
    Question,
    QuestionMessage,
    Review,
    Score,
    Sitting,
    Subscription,
    TopicWish,
    Writing,
)


def _held_on(learner_id: int) -> dict[type[Base], ColumnElement[bool]]:
    """Which rows of which table belong to the learner; children before what they hang on."""
    questions = select(Question.id).where(Question.learner_id == learner_id)
    subscriptions = select(Subscription.id).where(Subscription.chat_id == learner_id)
    return {
        LedgerRow: LedgerRow.learner_id == learner_id,
        Appeal: Appeal.learner_id == learner_id,
        Answer: Answer.learner_id == learner_id,
        Score: Score.learner_id == learner_id,
        Memory: Memory.learner_id == learner_id,
        Review: Review.learner_id == learner_id,
        Milestone: Milestone.learner_id == learner_id,
        TopicWish: TopicWish.learner_id == learner_id,
        Fit: Fit.learner_id == learner_id,
        Member: Member.learner_id == learner_id,
        QuestionMessage: QuestionMessage.question_id.in_(questions),
        Question: Question.learner_id == learner_id,
        Sitting: Sitting.learner_id == learner_id,
        Push: Push.subscription_id.in_(subscriptions),
        Subscription: Subscription.chat_id == learner_id,
        # A private chat has the id of its learner.
        OutboxRow: OutboxRow.chat_id == learner_id,
        Note: Note.chat_id == learner_id,
        InboxRow: InboxRow.sender_id == learner_id,
        Writing: Writing.learner_id == learner_id,
        Import: Import.learner_id == learner_id,
        DeckUse: DeckUse.chat_id == learner_id,
        OwnDeck: OwnDeck.owner_id == learner_id,
        Chat: Chat.id == learner_id,
        Learner: Learner.id == learner_id,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):  # a file that waits to be sent to them
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, (datetime, date)) else value


class Privacy:
    """What /export hands out and /forget deletes: the same rows."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._scores = Scores(session)
        self._decks = Decks(session)

    async def count(self, learner_id: int) -> dict[str, int]:
        """How many rows each table holds on the learner."""
        counts = {}
        for table, theirs in _held_on(learner_id).items():
            query = select(func.count()).select_from(table).where(theirs)
            counts[table.__tablename__] = await self._session.scalar(query) or 0
        return counts

    async def export(self, learner_id: int) -> dict[str, list[dict[str, Any]]]:
        """Every row held on the learner, by table, ready for JSON."""
        everything: dict[str, list[dict[str, Any]]] = {}
        for table, theirs in _held_on(learner_id).items():
            rows = await self._session.execute(select(*table.__table__.columns).where(theirs))
            everything[table.__tablename__] = [
                {name: _plain(value) for name, value in row._mapping.items()} for row in rows
            ]
        return everything

    async def forget(self, learner_id: int, now: datetime) -> None:
        """Deletes every row held on the learner."""
        await self._scores.forget(learner_id, now)  # they are counted in the ranks of others
        await self._decks.disown_all(learner_id)
        for table, theirs in _held_on(learner_id).items():
            # Of what has come in, what has been dealt with names nobody, and what waits is still to be dealt with.
            kept = InboxRow.state != InboxState.DEAD if table is InboxRow else false()
            await self._session.execute(delete(table).where(theirs, ~kept))
        await self._decks.drop_unused()
