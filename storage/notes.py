"""Messages of ours that are to become other ones, by a name that the occasion gives them."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.tables import Note


class Notes:
    """Where notes stand; they are kept until nobody wants to change them any more."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep(self, name: str, chat_id: int, message_id: int, now: datetime) -> None:
        """The note of this name stands in this message."""
        statement = insert_into(self._session, Note).values(
            name=name, chat_id=chat_id, message_id=message_id, sent_at=now
        )
        await self._session.execute(statement.on_conflict_do_nothing())

    async def message_of(self, name: str) -> int | None:
        """The id of the message in which the note stands, if it has arrived."""
        return await self._session.scalar(select(Note.message_id).where(Note.name == name))

    async def forget_before(self, moment: datetime) -> None:
        """What is older than this stays as it is."""
        await self._session.execute(delete(Note).where(Note.sent_at < moment))
