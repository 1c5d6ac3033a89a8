"""How well each learner knows each card, and every repetition that led there."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, case, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import among, days_since, insert, joined, table_of
from storage.prepared import Prepared, Reading, Statement
from storage.tables import Memory, Review, UtcDateTime

FIRST_LOOK = 20
"""So many times the wanted number of cards are looked at before those of a topic are searched for by name."""
KEY = ("learner_id", "deck", "card_id")

_MEMORIES, _REVIEWS = table_of(Memory), table_of(Review)
_THEIRS = (Memory.learner_id == bindparam("learner")) & (Memory.deck == bindparam("of_deck"))
_GET = Reading(Memory, select(_MEMORIES).where(_THEIRS, Memory.card_id == bindparam("card")))
_ALL_AHEAD = (
    select(_MEMORIES.c.card_id, _MEMORIES.c.reviewed_at)
    .where(_THEIRS, _MEMORIES.c.due_at > bindparam("now"))
    .order_by(_MEMORIES.c.due_at, _MEMORIES.c.card_id)
)
_AHEAD = Prepared(_ALL_AHEAD.limit(bindparam("at_most")))
_MET = Prepared(lambda dialect: select(joined(dialect, _MEMORIES.c.card_id)).where(_THEIRS))
_DUE_AT = Prepared(
    lambda dialect: (
        select(_MEMORIES.c.due_at)
        .where(_THEIRS, among(dialect, _MEMORIES.c.card_id, "cards"))
        .order_by(_MEMORIES.c.due_at)
    )
)
_SOLID = Prepared(
    lambda dialect: select(joined(dialect, _MEMORIES.c.card_id)).where(_THEIRS, Memory.stability >= bindparam("days"))
)
_LOG = Prepared(lambda dialect: insert(dialect, table_of(Review)))


def _due(dialect: str) -> Statement:
    now = bindparam("now", type_=UtcDateTime())
    risk = days_since(dialect, Memory.reviewed_at, now) / Memory.stability
    return (
        select(Memory.card_id)
        .where(_THEIRS, Memory.due_at <= now)
        .order_by(risk.desc(), Memory.card_id)
        .limit(bindparam("at_most"))
    )


def _replace(dialect: str) -> Statement:
    statement = insert(dialect, table_of(Memory))
    values = {column.name: column for column in statement.excluded if column.name not in KEY}
    return statement.on_conflict_do_update(index_elements=KEY, set_=values)


def _first_met_since() -> Statement:
    since, earlier = bindparam("since", type_=UtcDateTime()), _REVIEWS.alias()
    lately = (
        select(_REVIEWS.c.deck, _REVIEWS.c.card_id)
        .where(_REVIEWS.c.learner_id == bindparam("learner"), _REVIEWS.c.reviewed_at >= since)
        .distinct()
        .cte("lately")
        .prefix_with("MATERIALIZED")  # few rows by their time, and not all of the deck's
    )
    known = exists().where(
        earlier.c.learner_id == bindparam("learner"),
        earlier.c.deck == lately.c.deck,
        earlier.c.card_id == lately.c.card_id,
        earlier.c.reviewed_at < since,
    )
    return select(func.count()).select_from(lately).where(lately.c.deck == bindparam("of_deck"), ~known)


_FIRST_MET_SINCE = Prepared(_first_met_since())
_DUE = Prepared(_due)
_REPLACE = Prepared(_replace)


class Repetition(NamedTuple):
    """A review as it counts for statistics (rating 1 to 4, as in FSRS)."""

    card_id: str
    rating: int
    reviewed_at: datetime


class Memories:
    """Memories by learner, deck and card, and the log of reviews."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def with_reviews(self, learner_id: int) -> list[tuple[Memory, int]]:
        """All that the learner has met in any deck, what is due first, and how often each card was reviewed."""
        mine = (Review.learner_id == learner_id, Review.deck == Memory.deck, Review.card_id == Memory.card_id)
        times = select(func.count()).select_from(Review).where(*mine).scalar_subquery()
        rows = await self._session.execute(
            select(Memory, times).where(Memory.learner_id == learner_id).order_by(Memory.due_at, Memory.card_id)
        )
        return [(memory, count) for memory, count in rows]

    async def of_all(self, learner_ids: Sequence[int], deck: str) -> Sequence[Memory]:
        """All that any of these learners has met of a deck."""
        found = await self._session.scalars(
            select(Memory).where(Memory.learner_id.in_(learner_ids), Memory.deck == deck)
        )
        return found.all()

    async def get(self, learner_id: int, deck: str, card_id: str) -> Memory | None:
        """The learner's memory of a card, if they have met it."""
        return await _GET.first(self._session, {"learner": learner_id, "of_deck": deck, "card": card_id})

    async def keep(self, memory: Memory, rating: int, milliseconds: int | None, question_id: int | None) -> None:
        """The memory as it is after a review, and the review (rating 1 to 4, as in FSRS)."""
        await self.replace(memory)
        row = {
            "learner_id": memory.learner_id,
            "deck": memory.deck,
            "card_id": memory.card_id,
            "rating": rating,
            "milliseconds": milliseconds,
            "question_id": question_id,
            "reviewed_at": memory.reviewed_at,
        }
        await _LOG.rows(self._session, row)

    async def replace(self, memory: Memory) -> None:
        """The memory as it is from now on."""
        row = {column.key: getattr(memory, column.key) for column in Memory.__table__.columns}
        await _REPLACE.rows(self._session, row)

    async def reviews(self, learner_id: int, deck: str, card_id: str) -> Sequence[Review]:
        """The learner's reviews of a card, oldest first."""
        found = await self._session.scalars(
            select(Review)
            .where(Review.learner_id == learner_id, Review.deck == deck, Review.card_id == card_id)
            .order_by(Review.id)
        )
        return found.all()

    async def change_rating(self, question_id: int, learner_id: int, rating: int) -> None:
        """A review is seen in another light (rating 1 to 4, as in FSRS)."""
        await self._session.execute(
            update(Review)
            .where(Review.question_id == question_id, Review.learner_id == learner_id)
            .values(rating=rating)
        )

    async def repetitions(self, learner_id: int, deck: str) -> Sequence[Repetition]:
        """All of the learner's reviews of a deck, oldest first."""
        found = await self._session.execute(
            select(Review.card_id, Review.rating, Review.reviewed_at)
            .where(Review.learner_id == learner_id, Review.deck == deck)
            .order_by(Review.reviewed_at, Review.id)
        )
        return [Repetition(*row) for row in found]

    async def due_at(self, learner_id: int, deck: str, card_ids: Collection[str]) -> Sequence[datetime]:
        """When each of these cards is due that the learner has met, soonest first."""
        wanted = {"learner": learner_id, "of_deck": deck, "cards": list(card_ids)}
        return [due_at for (due_at,) in await _DUE_AT.rows(self._session, wanted)]

    async def due_dates(self, learner_id: int, deck: str) -> Sequence[tuple[str, datetime]]:
        """When each card is due that the learner has met of a deck."""
        found = await self._session.execute(
            select(Memory.card_id, Memory.due_at).where(Memory.learner_id == learner_id, Memory.deck == deck)
        )
        return [(card_id, due_at) for card_id, due_at in found]

    async def due(self, learner_id: int, deck: str, now: datetime, limit: int) -> list[str]:
        """The ids of the cards that are due, the most at risk of being forgotten first.

        In FSRS the chance to know a card falls with the time since its last review over its stability, whatever the
        parameters are.
        """
        wanted = {"learner": learner_id, "of_deck": deck, "now": now, "at_most": limit}
        return [card_id for (card_id,) in await _DUE.rows(self._session, wanted)]

    async def ahead(
        self, learner_id: int, deck: str, now: datetime, limit: int, among: Collection[str] | None = None
    ) -> list[tuple[str, datetime]]:
        """The cards that are not due yet, soonest first, with when they were reviewed last; all, or `among` these."""
        first = limit if among is None else limit * FIRST_LOOK
        wanted = {"learner": learner_id, "of_deck": deck, "now": now}
        found = [(card_id, at) for card_id, at in await _AHEAD.rows(self._session, wanted | {"at_most": first})]
        if among is None:
            return found
        theirs = [(card_id, at) for card_id, at in found if card_id in among]
        if len(theirs) < limit and len(found) == first:
            # They are few among many: the database looks for them, which is slow only for its long list of names.
            query = _ALL_AHEAD.where(Memory.card_id.in_(among)).limit(limit)
            rows = await self._session.execute(query, wanted)
            theirs = [(card_id, at) for card_id, at in rows]
        return theirs[:limit]

    async def met(self, learner_id: int, deck: str) -> set[str]:
        """The ids of all cards that the learner has met of a deck."""
        ids = await _MET.scalar(self._session, {"learner": learner_id, "of_deck": deck})
        return set((ids or "").split())

    async def solid(self, learner_id: int, deck: str, days: float) -> set[str]:
        """The ids of all cards of a deck that the learner knows for so many days (stability in FSRS)."""
        ids = await _SOLID.scalar(self._session, {"learner": learner_id, "of_deck": deck, "days": days})
        return set((ids or "").split())

    async def met_and_due(
        self, learner_id: int, decks: Collection[str], now: datetime
    ) -> dict[str, tuple[set[str], set[str]]]:
        """For each of these decks of which the learner has met cards: the ids of all of them, and of those due now."""
        dialect = self._session.get_bind().dialect.name
        ids = joined(dialect, _MEMORIES.c.card_id)
        due = joined(dialect, case((_MEMORIES.c.due_at <= now, _MEMORIES.c.card_id)))
        rows = await self._session.execute(
            select(Memory.deck, ids, due)
            .where(Memory.learner_id == learner_id, Memory.deck.in_(decks))
            .group_by(Memory.deck)
        )
        return {deck: (set((met or "").split()), set((late or "").split())) for deck, met, late in rows}

    async def put_off(self, learner_id: int, deck: str, card_ids: Collection[str], until: datetime) -> None:
        """These cards are due then."""
        await self._session.execute(
            update(Memory)
            .where(self._theirs(learner_id, deck), Memory.card_id.in_(card_ids))
            .values(due_at=until)
            .execution_options(synchronize_session=False)
        )

    async def put_off_all_but(
        self, learner_id: int, deck: str, card_ids: Collection[str], now: datetime, until: datetime
    ) -> None:
        """Of what is due now, all but these cards are due only then."""
        await self._session.execute(
            update(Memory)
            .where(self._theirs(learner_id, deck), Memory.due_at <= now, Memory.card_id.not_in(card_ids))
            .values(due_at=until)
            .execution_options(synchronize_session=False)
        )

    async def forget(self, memory: Memory) -> None:
        """The card is new to the learner again."""
        key = (_MEMORIES.c[name] == getattr(memory, name) for name in KEY)
        await self._session.execute(delete(_MEMORIES).where(*key))

    async def first_met_since(self, learner_id: int, deck: str, since: datetime) -> int:
        """How many cards of a deck the learner met for the first time since then."""
        wanted = {"learner": learner_id, "of_deck": deck, "since": since}
        return int(await _FIRST_MET_SINCE.scalar(self._session, wanted))

    @staticmethod
    def _theirs(learner_id: int, deck: str) -> ColumnElement[bool]:
        return (Memory.learner_id == learner_id) & (Memory.deck == deck)

    async def due_count(self, learner_id: int, deck: str, until: datetime) -> int:
        """How many cards of a deck are due for the learner by then."""
        return (
            await self._session.scalar(
                select(func.count()).where(Memory.learner_id == learner_id, Memory.deck == deck, Memory.due_at <= until)
            )
            or 0
        )
