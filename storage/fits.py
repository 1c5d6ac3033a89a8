"""Parameters of FSRS, fitted to the log of reviews."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import Prepared
from storage.tables import Fit, Review

EVERYBODY = 0
"""In place of a learner: what was fitted to all reviews together."""

_OF = Prepared(
    select(Fit.learner_id, Fit.parameters).where(
        or_(Fit.learner_id == bindparam("learner"), Fit.learner_id == EVERYBODY)
    )
)


class Fits:
    """Fitted parameters, of single learners and of everybody."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, learner_id: int) -> tuple[float, ...] | None:
        """The learner's own parameters, else everybody's, else None."""
        found = await _OF.rows(self._session, {"learner": learner_id})
        by_whom = {whose: tuple(parameters) for whose, parameters in found}
        return by_whom.get(learner_id) or by_whom.get(EVERYBODY)

    async def keep(self, learner_id: int, parameters: Sequence[float], reviews: int, now: datetime) -> None:
        """Takes the place of what was fitted before; `reviews` says to how many."""
        values = {"parameters": list(parameters), "reviews": reviews, "fitted_at": now}
        statement = insert_into(self._session, Fit).values(learner_id=learner_id, **values)
        await self._session.execute(statement.on_conflict_do_update(index_elements=["learner_id"], set_=values))

    async def reviews(self, learner_id: int | None = None) -> Sequence[Review]:
        """The log of reviews of one learner, or of everybody, oldest first."""
        query = select(Review).order_by(Review.reviewed_at, Review.id)
        if learner_id is not None:
            query = query.where(Review.learner_id == learner_id)
        return (await self._session.scalars(query)).all()
