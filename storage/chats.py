"""Private chats and groups, and who was seen in a group."""

from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, insert_into, table_of
from storage.prepared import Reading, Statement, change
from storage.states import ChatKind, ChatState
from storage.tables import Chat, Member

_CHATS = table_of(Chat)


def _meet(dialect: str) -> Statement:
    statement = insert(dialect, _CHATS)
    again = {"title": statement.excluded.title, "state": statement.excluded.state}
    return statement.on_conflict_do_update(index_elements=["id"], set_=again).returning(*_CHATS.c)


_MEET = Reading(Chat, _meet)
_GET = Reading(Chat, select(_CHATS).where(_CHATS.c.id == bindparam("chat")))


class Chats:
    """Chats with their settings, by Telegram's chat id."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._known: dict[int, Chat] = {}

    async def meet(
        self, chat_id: int, kind: ChatKind, title: str, *, language: str, timezone: str, now: datetime
    ) -> Chat:
        """The chat with this id; made with these settings on first sight, and taken for active again."""
        row = {
            "id": chat_id,
            "kind": kind,
            "state": ChatState.ACTIVE,
            "title": title,
            "language": language,
            "timezone": timezone,
            "timezone_chosen": False,
            "created_at": now,
        }
        (met,) = await _MEET.all(self._session, row)
        self._known[chat_id] = met
        return met

    async def get(self, chat_id: int) -> Chat | None:
        """The chat with this id, if known."""
        found = self._known.get(chat_id) or await _GET.first(self._session, {"chat": chat_id})
        if found is not None:
            self._known[chat_id] = found
        return found

    async def set_language(self, chat: Chat, language: str) -> None:
        """From now on, speak this language there."""
        await change(self._session, chat, language=language)

    async def set_timezone(self, chat: Chat, timezone: str) -> None:
        """From now on, days and hours there are those of this IANA zone."""
        await change(self._session, chat, timezone=timezone, timezone_chosen=True)

    async def set_deck(self, chat: Chat, deck: str | None) -> None:
        """From now on, ask from this deck there; None: from the first there is."""
        await change(self._session, chat, deck=deck)

    async def prefer(self, chat: Chat, **wishes: str | int) -> None:
        """Sets columns of the chat's settings (`mode`, `seconds`, `digest`, `starters`, `quiet`, `plain`)."""
        await change(self._session, chat, **wishes)

    async def mark_gone(self, chat_id: int) -> None:
        """Telegram does not let us write there any more."""
        chat = await self.get(chat_id)
        if chat is not None:
            await change(self._session, chat, state=ChatState.GONE)

    async def see_member(self, chat_id: int, learner_id: int, now: datetime) -> bool:
        """This learner has answered in this group; True when they had left it."""
        back = await self.set_left(chat_id, learner_id, left=False)
        statement = insert_into(self._session, Member).values(chat_id=chat_id, learner_id=learner_id, answered_at=now)
        await self._session.execute(
            statement.on_conflict_do_update(index_elements=["chat_id", "learner_id"], set_={"answered_at": now})
        )
        return back

    async def set_left(self, chat_id: int, learner_id: int, *, left: bool) -> bool:
        """Whether this learner has left this group; False when that was known, or they have never answered here."""
        changed = await self._session.scalar(
            update(Member)
            .where(Member.chat_id == chat_id, Member.learner_id == learner_id, Member.left != left)
            .values(left=left)
            .returning(Member.learner_id)
        )
        return changed is not None

    async def regulars(self, chat_id: int, since: datetime) -> set[int]:
        """The ids of those who have answered in this group since then."""
        found = await self._session.scalars(
            select(Member.learner_id).where(Member.chat_id == chat_id, Member.answered_at >= since)
        )
        return set(found)

    async def count(self) -> dict[str, int]:
        """How many active chats there are of each kind."""
        rows = await self._session.execute(
            select(Chat.kind, func.count()).where(Chat.state == ChatState.ACTIVE).group_by(Chat.kind)
        )
        return {kind: number for kind, number in rows}  # noqa: C416 # dict() takes a result with its keys() for a mapping
