"""Decks that learners bring, and files that are being looked at."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.states import QuestionState
from storage.tables import AcceptedWording, Import, Memory, OwnDeck, Question, Review, Sitting, TopicWish


class Decks:
    """Learners' own decks, by name."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def versions(self, owner_id: int) -> list[tuple[str, int]]:
        """Name and version of each deck of a learner, by title."""
        rows = await self._session.execute(
            select(OwnDeck.name, OwnDeck.version).where(OwnDeck.owner_id == owner_id).order_by(OwnDeck.title)
        )
        return [(name, version) for name, version in rows]

    async def bodies(self, names: Iterable[str]) -> list[tuple[str, int, dict[str, Any]]]:
        """Name, version and content of these decks."""
        rows = await self._session.execute(
            select(OwnDeck.name, OwnDeck.version, OwnDeck.body).where(OwnDeck.name.in_(names))
        )
        return [(name, version, body) for name, version, body in rows]

    async def get(self, name: str) -> OwnDeck | None:
        """The deck with this name, if there is one."""
        return await self._session.get(OwnDeck, name)

    async def titled(self, owner_id: int, title: str) -> OwnDeck | None:
        """A learner's deck with this title, if there is one."""
        return await self._session.scalar(select(OwnDeck).where(OwnDeck.owner_id == owner_id, OwnDeck.title == title))

    async def add(self, name: str, owner_id: int, title: str, body: dict[str, Any], now: datetime) -> None:
        """A new deck."""
        deck = OwnDeck(name=name, owner_id=owner_id, title=title, version=1, body=body, previous=None, changed_at=now)
        self._session.add(deck)
        await self._session.flush()

    async def change(self, deck: OwnDeck, body: dict[str, Any], previous: dict[str, Any] | None, now: datetime) -> None:
        """The deck is this from now on; `previous` is what can be gone back to."""
        deck.title = body["title"]
        deck.body = body
        deck.previous = previous
        deck.version += 1
        deck.changed_at = now
        await self._session.flush()

    async def remove(self, deck: OwnDeck, now: datetime) -> None:
        """The deck goes, and with it what anybody remembers of it; nobody is asked from it any more."""
        for table in (Memory, Review, TopicWish, AcceptedWording):
            await self._session.execute(delete(table).where(table.deck == deck.name))
        await self._session.execute(
            update(Sitting).where(Sitting.deck == deck.name, Sitting.finished_at.is_(None)).values(finished_at=now)
        )
        await self._session.execute(
            update(Question)
            .where(Question.deck == deck.name, Question.learner_id.is_not(None), Question.state == QuestionState.OPEN)
            .values(state=QuestionState.CLOSED, closed_at=now)
        )
        await self._session.delete(deck)
        await self._session.flush()

    async def propose(
        self, learner_id: int, *, file_id: str, file_name: str, text: str, deck: dict[str, Any], now: datetime
    ) -> None:
        """Keeps what was found in a file until its sender decides; what was found before is forgotten."""
        await self.drop_proposed(learner_id)
        self._session.add(
            Import(learner_id=learner_id, file_id=file_id, file_name=file_name, text=text, deck=deck, created_at=now)
        )
        await self._session.flush()

    async def proposed(self, learner_id: int) -> Import | None:
        """What the learner is to decide on, if anything."""
        return await self._session.get(Import, learner_id)

    async def drop_proposed(self, learner_id: int) -> None:
        """There is nothing to decide any more."""
        await self._session.execute(delete(Import).where(Import.learner_id == learner_id))
        self._session.expire_all()
