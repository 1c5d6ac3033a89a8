"""What learners are writing at the moment, other than answers."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Prepared, Reading, Statement
from storage.tables import Writing

_WRITINGS = table_of(Writing)
_THEIRS = _WRITINGS.c.learner_id == bindparam("learner")
_OF = Reading(Writing, select(_WRITINGS).where(_THEIRS))
_STOP = Prepared(delete(_WRITINGS).where(_THEIRS))


def _begin(dialect: str) -> Statement:
    statement = insert(dialect, _WRITINGS)
    values = {column.name: column for column in statement.excluded if column.name != "learner_id"}
    return statement.on_conflict_do_update(index_elements=["learner_id"], set_=values)


_BEGIN = Prepared(_begin)


class Writings:
    """What the next text of each learner will be; one thing at a time."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def begin(self, learner_id: int, deck: str, card_id: str, field: str, text: str, now: datetime) -> None:
        """The learner's next text is this; what was waited for before is not any more."""
        row = {"deck": deck, "card_id": card_id, "field": field, "text": text, "begun_at": now}
        await _BEGIN.rows(self._session, row | {"learner_id": learner_id})

    async def of(self, learner_id: int) -> Writing | None:
        """What the learner is writing, if anything."""
        return await _OF.first(self._session, {"learner": learner_id})

    async def stop(self, learner_id: int) -> None:
        """The learner's next text is an answer again."""
        await _STOP.rows(self._session, {"learner": learner_id})
