"""Decks that learners bring, who uses them, and files that are being looked at."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import Prepared, change
from storage.states import AppealState, ChatKind, QuestionState
from storage.tables import (
    AcceptedWording,
    Appeal,
    Chat,
    DeckUse,
    Import,
    Memory,
    Milestone,
    OwnDeck,
    Question,
    Review,
    Sitting,
    TopicWish,
)

_VERSIONS = Prepared(
    select(OwnDeck.name, OwnDeck.version)
    .where(
        or_(
            OwnDeck.owner_id == bindparam("chat"),
            OwnDeck.name.in_(select(DeckUse.deck).where(DeckUse.chat_id == bindparam("chat"))),
        )
    )
    .order_by(case((OwnDeck.owner_id == bindparam("chat"), 0), else_=1), OwnDeck.title, OwnDeck.name)
)


class Users(NamedTuple):
    """How many use a deck besides its owner."""

    learners: int
    groups: int


class Decks:
    """Learners' own decks, by name."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def versions(self, chat_id: int) -> list[tuple[str, int]]:
        """Name and version of each deck that belongs to a chat: the learner's own, then those taken, by title."""
        rows = await _VERSIONS.rows(self._session, {"chat": chat_id})
        return [(name, version) for name, version in rows]

    async def owned(self, chat_id: int) -> dict[str, bool]:
        """For each deck that belongs to a chat, by name: whether it is the learner's own, or else taken."""
        taken = select(DeckUse.deck).where(DeckUse.chat_id == chat_id)
        rows = await self._session.execute(
            select(OwnDeck.name, OwnDeck.owner_id).where(or_(OwnDeck.owner_id == chat_id, OwnDeck.name.in_(taken)))
        )
        return {name: owner_id == chat_id for name, owner_id in rows}

    async def own_titles(self, owner_id: int) -> list[str]:
        """The titles of a learner's own decks."""
        return list(await self._session.scalars(select(OwnDeck.title).where(OwnDeck.owner_id == owner_id)))

    async def bodies(self, names: Iterable[str]) -> list[tuple[str, int, dict[str, Any]]]:
        """Name, version and content of these decks."""
        rows = await self._session.execute(
            select(OwnDeck.name, OwnDeck.version, OwnDeck.body).where(OwnDeck.name.in_(names))
        )
        return [(name, version, body) for name, version, body in rows]

    async def get(self, name: str) -> OwnDeck | None:
        """The deck with this name, if there is one."""
        return await self._session.get(OwnDeck, name)

    async def version(self, name: str) -> int | None:
        """The version of a deck, if there is such a deck."""
        return await self._session.scalar(select(OwnDeck.version).where(OwnDeck.name == name))

    async def titled(self, owner_id: int, title: str) -> OwnDeck | None:
        """A learner's deck with this title, if there is one."""
        return await self._session.scalar(select(OwnDeck).where(OwnDeck.owner_id == owner_id, OwnDeck.title == title))

    async def with_code(self, code: str) -> OwnDeck | None:
        """The deck that is shared by this code, if one is."""
        return await self._session.scalar(select(OwnDeck).where(OwnDeck.code == code))

    async def add(self, name: str, owner_id: int, title: str, body: dict[str, Any], now: datetime) -> None:
        """A new deck."""
        deck = OwnDeck(name=name, owner_id=owner_id, title=title, version=1, body=body, previous=None, changed_at=now)
        self._session.add(deck)
        await self._session.flush()

    async def change(self, deck: OwnDeck, body: dict[str, Any], previous: dict[str, Any] | None, now: datetime) -> None:
        """The deck is this from now on; `previous` is what can be gone back to."""
        values = {"title": body["title"], "body": body, "previous": previous}
        await change(self._session, deck, **values, version=deck.version + 1, changed_at=now)

    async def judges_anew(self, deck: OwnDeck) -> None:
        """More is right on its cards than before, though the deck itself is the same; it is to be read again."""
        await change(self._session, deck, version=deck.version + 1)

    async def note_appeals_told(self, deck: OwnDeck, now: datetime | None) -> None:
        """When the owner was told that verdicts are disputed."""
        await change(self._session, deck, appeals_told_at=now)

    async def share(self, deck: OwnDeck, code: str | None) -> None:
        """Whoever has this code can take the deck; None: nobody can any more."""
        await change(self._session, deck, code=code)

    async def disown(self, deck: OwnDeck) -> None:
        """The deck belongs to nobody any more, and stays as it is for those who have taken it."""
        await change(self._session, deck, owner_id=None, code=None, previous=None)

    async def disown_all(self, owner_id: int) -> None:
        """The same for all decks of a learner that others have taken."""
        taken = select(DeckUse.deck).where(DeckUse.chat_id != owner_id)
        await self._session.execute(
            update(OwnDeck)
            .where(OwnDeck.owner_id == owner_id, OwnDeck.name.in_(taken))
            .values(owner_id=None, code=None, previous=None)
            .execution_options(synchronize_session=False)
        )

    async def taken_from(self, owner_id: int) -> int:
        """How many of a learner's decks others have taken."""
        taken = select(DeckUse.deck).where(DeckUse.chat_id != owner_id)
        query = select(func.count()).where(OwnDeck.owner_id == owner_id, OwnDeck.name.in_(taken))
        return await self._session.scalar(query) or 0

    async def drop_unused(self) -> None:
        """Decks that belong to nobody and are used by nobody go."""
        unused = select(OwnDeck.name).where(OwnDeck.owner_id.is_(None), OwnDeck.name.not_in(select(DeckUse.deck)))
        for name in (await self._session.scalars(unused)).all():
            await self._clear(name)
            await self._session.execute(delete(OwnDeck).where(OwnDeck.name == name))

    async def remove(self, deck: OwnDeck, now: datetime) -> None:
        """The deck goes, and with it what anybody remembers of it; nobody is asked from it any more."""
        await self._clear(deck.name)
        await self.stop_asking(deck.name, now)
        await self._session.execute(delete(OwnDeck).where(OwnDeck.name == deck.name))

    async def _clear(self, name: str) -> None:
        for table in (Memory, Review, TopicWish, AcceptedWording):
            await self._session.execute(delete(table).where(table.deck == name))
        await self._session.execute(delete(Appeal).where(Appeal.deck == name, Appeal.state == AppealState.OPEN))

    async def stop_asking(self, name: str, now: datetime, learner_id: int | None = None) -> None:
        """A learner, or everybody, is asked no more from this deck in private: open questions and sittings end."""
        sittings = update(Sitting).where(Sitting.deck == name, Sitting.finished_at.is_(None))
        questions = update(Question).where(
            Question.deck == name, Question.learner_id.is_not(None), Question.state == QuestionState.OPEN
        )
        if learner_id is not None:
            sittings = sittings.where(Sitting.learner_id == learner_id)
            questions = questions.where(Question.learner_id == learner_id)
        await self._session.execute(sittings.values(finished_at=now))
        await self._session.execute(questions.values(state=QuestionState.CLOSED, closed_at=now))

    async def use(self, name: str, chat_id: int, now: datetime) -> bool:
        """The deck is used in this chat from now on; False when it was already."""
        statement = insert_into(self._session, DeckUse).values(deck=name, chat_id=chat_id, taken_at=now)
        return await self._session.scalar(statement.on_conflict_do_nothing().returning(DeckUse.deck)) is not None

    async def uses(self, name: str, chat_id: int) -> bool:
        """Whether the deck, which is somebody else's, is used in this chat."""
        return await self._session.get(DeckUse, (name, chat_id)) is not None

    async def stop_using(self, name: str, chat_id: int) -> None:
        """The deck is not used in this chat any more; if it is asked from there, that is to be changed too."""
        await self._session.execute(delete(DeckUse).where(DeckUse.deck == name, DeckUse.chat_id == chat_id))

    async def users(self, name: str) -> Users:
        """How many use the deck besides its owner."""
        rows = await self._session.execute(
            select(Chat.kind, func.count())
            .join(DeckUse, DeckUse.chat_id == Chat.id)
            .where(DeckUse.deck == name)
            .group_by(Chat.kind)
        )
        found = {kind: number for kind, number in rows}  # noqa: C416 # dict() takes a result with its keys() for a mapping
        return Users(found.get(ChatKind.PRIVATE, 0), found.get(ChatKind.GROUP, 0))

    async def chats_using(self, name: str, limit: int) -> Sequence[Chat]:
        """The chats in which the deck is used, those that took it last first."""
        found = await self._session.scalars(
            select(Chat)
            .join(DeckUse, DeckUse.chat_id == Chat.id)
            .where(DeckUse.deck == name)
            .order_by(DeckUse.taken_at.desc(), Chat.id)
            .limit(limit)
        )
        return found.all()

    async def number_taken(self, chat_id: int) -> int:
        """How many decks of others are used in this chat."""
        return await self._session.scalar(select(func.count()).where(DeckUse.chat_id == chat_id)) or 0

    async def forget_of(self, name: str, learner_id: int) -> None:
        """What a learner knows of a deck is not kept any longer."""
        for table in (Memory, Review, TopicWish):
            await self._session.execute(delete(table).where(table.deck == name, table.learner_id == learner_id))

    async def carry_over(self, learner_id: int, old: str, new: str) -> None:
        """All that a learner has done and knows with one deck belongs to another from now on, a copy of it."""
        for table in (Memory, Review, TopicWish, Sitting, Question, Appeal):
            await self._session.execute(
                update(table)
                .where(table.deck == old, table.learner_id == learner_id)
                .values(deck=new)
                .execution_options(synchronize_session=False)
            )
        await self._session.execute(
            update(Milestone)
            .where(Milestone.learner_id == learner_id, Milestone.name.contains(old, autoescape=True))
            .values(name=func.replace(Milestone.name, old, new))
            .execution_options(synchronize_session=False)
        )

    async def propose(
        self,
        learner_id: int,
        *,
        file_id: str,
        file_name: str,
        text: str,
        deck: dict[str, Any],
        number: int,
        now: datetime,
    ) -> None:
        """Keeps what was found in a file until its sender decides; what was found before is forgotten."""
        await self.drop_proposed(learner_id)
        self._session.add(
            Import(
                learner_id=learner_id,
                file_id=file_id,
                file_name=file_name,
                text=text,
                deck=deck,
                number=number,
                created_at=now,
            )
        )
        await self._session.flush()

    async def proposed(self, learner_id: int) -> Import | None:
        """What the learner is to decide on, if anything."""
        return await self._session.get(Import, learner_id)

    async def drop_proposed(self, learner_id: int) -> None:
        """There is nothing to decide any more."""
        await self._session.execute(delete(Import).where(Import.learner_id == learner_id))
        self._session.expire_all()
