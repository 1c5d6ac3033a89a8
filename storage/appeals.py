"""Appeals against verdicts, and the wordings that were accepted because of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import change
from storage.states import AppealState
from storage.tables import AcceptedWording, Appeal, OwnDeck, Question


@dataclass(frozen=True)
class Dispute:
    """Open appeals for the same wording of the same card; `appeal_id` is the oldest one, `text` as it was typed."""

    appeal_id: int
    deck: str
    card_id: str
    wording: str
    text: str
    learners: int


class Appeals:
    """Appeals, one for each question and learner, and accepted wordings, which stand beside those of the deck file."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def file(self, question: Question, learner_id: int, text: str, wording: str, now: datetime) -> Appeal | None:
        """Keeps an appeal; None when this learner has appealed already. `wording` is the text as it is compared."""
        statement = insert_into(self._session, Appeal).values(
            question_id=question.id,
            learner_id=learner_id,
            deck=question.deck,
            card_id=question.card_id,
            text=text,
            wording=wording,
            state=AppealState.OPEN,
            created_at=now,
        )
        appeal_id = await self._session.scalar(statement.on_conflict_do_nothing().returning(Appeal.id))
        return None if appeal_id is None else await self._session.get(Appeal, appeal_id)

    async def get(self, appeal_id: int) -> Appeal | None:
        """The appeal with this id, if there is one."""
        return await self._session.get(Appeal, appeal_id)

    async def disputes(self, deck: str | None = None, limit: int = 50) -> list[Dispute]:
        """What waits for a decision about a deck, or about all those that no learner owns; most disputed first."""
        rows = await self._session.execute(
            select(
                func.min(Appeal.id),
                Appeal.deck,
                Appeal.card_id,
                Appeal.wording,
                func.min(Appeal.text),
                func.count(Appeal.learner_id.distinct()),
            )
            .where(
                Appeal.state == AppealState.OPEN,
                Appeal.deck.not_in(select(OwnDeck.name).where(OwnDeck.owner_id.is_not(None)))
                if deck is None
                else Appeal.deck == deck,
            )
            .group_by(Appeal.deck, Appeal.card_id, Appeal.wording)
            .order_by(func.count(Appeal.learner_id.distinct()).desc(), func.min(Appeal.id))
            .limit(limit)
        )
        return [Dispute(*row) for row in rows]

    async def by_card(self, deck: str) -> dict[str, int]:
        """How many verdicts on each card of a deck were ever disputed."""
        rows = await self._session.execute(
            select(Appeal.card_id, func.count()).where(Appeal.deck == deck).group_by(Appeal.card_id)
        )
        return {card_id: number for card_id, number in rows}  # noqa: C416 # dict() takes a result with its keys() for a mapping

    async def waiting_for(self, owner_id: int) -> dict[str, int]:
        """How many wordings wait for a learner's decision, by the name of their deck."""
        alike = (
            select(Appeal.deck, Appeal.card_id, Appeal.wording)
            .join(OwnDeck, OwnDeck.name == Appeal.deck)
            .where(Appeal.state == AppealState.OPEN, OwnDeck.owner_id == owner_id)
            .distinct()
            .subquery()
        )
        rows = await self._session.execute(select(alike.c.deck, func.count()).group_by(alike.c.deck))
        return {deck: number for deck, number in rows}  # noqa: C416 # dict() takes a result with its keys() for a mapping

    async def like(self, appeal: Appeal) -> Sequence[Appeal]:
        """The open appeals for the same wording of the same card."""
        found = await self._session.scalars(
            select(Appeal)
            .where(
                Appeal.state == AppealState.OPEN,
                Appeal.deck == appeal.deck,
                Appeal.card_id == appeal.card_id,
                Appeal.wording == appeal.wording,
            )
            .order_by(Appeal.id)
            .with_for_update()
        )
        return found.all()

    async def decide(self, appeal: Appeal, state: AppealState, now: datetime) -> None:
        """The appeal is settled."""
        await change(self._session, appeal, state=state, decided_at=now)

    async def accept_wording(self, deck: str, card_id: str, text: str, now: datetime) -> None:
        """From now on this is a right answer to the card."""
        statement = insert_into(self._session, AcceptedWording).values(
            deck=deck, card_id=card_id, text=text, accepted_at=now
        )
        await self._session.execute(statement.on_conflict_do_nothing())

    async def accepted(self, own: Collection[str] = ()) -> list[tuple[str, str, str]]:
        """The wordings accepted for these decks of learners, or else for all others, as deck, card and text."""
        rows = await self._session.execute(
            select(AcceptedWording.deck, AcceptedWording.card_id, AcceptedWording.text)
            .where(AcceptedWording.deck.in_(own) if own else _not_own())
            .order_by(AcceptedWording.id)
        )
        return [(deck, card_id, text) for deck, card_id, text in rows]

    async def newest(self) -> int:
        """The id of the wording accepted last for a deck that is no learner's; another one says there is a new one."""
        return await self._session.scalar(select(func.max(AcceptedWording.id)).where(_not_own())) or 0

    async def take_over(self, deck: str) -> None:
        """The accepted wordings of a deck stand in its cards from now on."""
        await self._session.execute(delete(AcceptedWording).where(AcceptedWording.deck == deck))


def _not_own() -> ColumnElement[bool]:
    return AcceptedWording.deck.not_in(select(OwnDeck.name))
