"""A group that has become a supergroup has another id: everything that belongs to it moves along."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import change
from storage.scores import Scores
from storage.states import RoundState
from storage.tables import (
    Chat,
    DeckUse,
    Digest,
    LedgerRow,
    Member,
    OutboxRow,
    Question,
    QuestionMessage,
    Round,
    Sitting,
    Subscription,
)


class Moves:
    """Chats that change their id."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def move(self, old_id: int, new_id: int) -> None:
        """Gives all that belongs to one chat to another; done before or with nothing to do, it changes nothing.

        Telegram tells of it three times, in any order: in the old group, in the new one, and by refusing a message.
        """
        await self._outbox(old_id, new_id)
        old = await self._session.get(Chat, old_id, with_for_update=True)
        if old is None or old_id == new_id:
            return
        await self._settings(old, new_id)
        await self._members(old_id, new_id)
        await Scores(self._session).move(old_id, new_id)
        await self._subscriptions(old_id, new_id)
        await self._rounds(old_id, new_id)
        await self._digests(old_id, new_id)
        await self._decks(old_id, new_id)
        for table in (LedgerRow, Question, Sitting):
            await self._session.execute(update(table).where(table.chat_id == old_id).values(chat_id=new_id))
        # Messages have other numbers in the new group.
        await self._session.execute(delete(QuestionMessage).where(QuestionMessage.chat_id == old_id))
        await self._session.execute(delete(Chat).where(Chat.id == old_id))

    async def _settings(self, old: Chat, new_id: int) -> None:
        kept = {column.key: getattr(old, column.key) for column in Chat.__table__.columns if column.key != "id"}
        statement = insert_into(self._session, Chat).values(id=new_id, **kept)
        await self._session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=kept))

    async def _members(self, old_id: int, new_id: int) -> None:
        for member in await self._session.scalars(select(Member).where(Member.chat_id == old_id)):
            statement = insert_into(self._session, Member).values(
                chat_id=new_id, learner_id=member.learner_id, answered_at=member.answered_at, left=member.left
            )
            await self._session.execute(statement.on_conflict_do_nothing())
        await self._session.execute(delete(Member).where(Member.chat_id == old_id))

    async def _subscriptions(self, old_id: int, new_id: int) -> None:
        """The old wish holds, with what was pushed for it already."""
        threads = select(Subscription.thread_id).where(Subscription.chat_id == old_id).scalar_subquery()
        await self._session.execute(
            delete(Subscription).where(Subscription.chat_id == new_id, Subscription.thread_id.in_(threads))
        )
        await self._session.execute(update(Subscription).where(Subscription.chat_id == old_id).values(chat_id=new_id))

    async def _rounds(self, old_id: int, new_id: int) -> None:
        """A quiz that was begun in the new group meanwhile ends for the one that was under way."""
        await self._session.execute(
            update(Round)
            .where(Round.chat_id == new_id, Round.state == RoundState.RUNNING)
            .values(state=RoundState.STOPPED, next_at=None)
        )
        await self._session.execute(update(Round).where(Round.chat_id == old_id).values(chat_id=new_id))

    async def _digests(self, old_id: int, new_id: int) -> None:
        weeks = select(Digest.week).where(Digest.chat_id == old_id).scalar_subquery()
        await self._session.execute(delete(Digest).where(Digest.chat_id == new_id, Digest.week.in_(weeks)))
        await self._session.execute(update(Digest).where(Digest.chat_id == old_id).values(chat_id=new_id))

    async def _decks(self, old_id: int, new_id: int) -> None:
        there = select(DeckUse.deck).where(DeckUse.chat_id == new_id).scalar_subquery()
        await self._session.execute(delete(DeckUse).where(DeckUse.chat_id == old_id, DeckUse.deck.in_(there)))
        await self._session.execute(update(DeckUse).where(DeckUse.chat_id == old_id).values(chat_id=new_id))

    async def _outbox(self, old_id: int, new_id: int) -> None:
        for row in (await self._session.scalars(select(OutboxRow).where(OutboxRow.chat_id == old_id))).all():
            kept = {
                name: value for name, value in row.payload.items() if name not in ("reply_parameters", "message_id")
            }
            await change(self._session, row, chat_id=new_id, payload=kept | {"chat_id": new_id})
