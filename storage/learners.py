"""The people being taught."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Reading, Statement, change
from storage.tables import Learner

_LEARNERS = table_of(Learner)


def _meet(dialect: str) -> Statement:
    statement = insert(dialect, _LEARNERS)
    again = {"name": statement.excluded.name, "seen_at": statement.excluded.seen_at}
    return statement.on_conflict_do_update(index_elements=["id"], set_=again).returning(*_LEARNERS.c)


_MEET = Reading(Learner, _meet)
_GET = Reading(Learner, select(_LEARNERS).where(_LEARNERS.c.id == bindparam("learner")))


class Learners:
    """Learners, by Telegram's user id."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._known: dict[int, Learner] = {}

    async def meet(self, learner_id: int, name: str, now: datetime) -> Learner:
        """The learner with this id, made on first sight; the name is kept up to date."""
        row = {"id": learner_id, "name": name, "shown_by_name": False, "created_at": now, "seen_at": now}
        # Taking the row's lock here also puts the updates of one learner in a line, whatever process handles them.
        (met,) = await _MEET.all(self._session, row)
        self._known[learner_id] = met
        return met

    async def get(self, learner_id: int) -> Learner | None:
        """The learner with this id, if known."""
        found = self._known.get(learner_id) or await _GET.first(self._session, {"learner": learner_id})
        if found is not None:
            self._known[learner_id] = found
        return found

    async def prefer(self, learner: Learner, **wishes: int) -> None:
        """Sets columns of the learner's own wishes (`shown_by_name`, `retention`, `new_a_day`)."""
        await change(self._session, learner, **wishes)

    async def hide(self, learner: Learner, hidden: bool) -> None:
        """On no leaderboard, or on all; the scores are to be told of it too."""
        await change(self._session, learner, hidden=hidden)

    async def set_answering(self, learner_id: int, question_id: int | None) -> None:
        """What the learner writes next in private answers this question of a group; None ends that."""
        learner = await self.get(learner_id)
        if learner is not None and learner.answering != question_id:
            await change(self._session, learner, answering=question_id)

    async def note_export(self, learner: Learner, now: datetime) -> None:
        """Remembers when the learner last took their data out."""
        await change(self._session, learner, last_export_at=now)

    async def note_backlog(self, learner: Learner, told_at: datetime | None) -> None:
        """When the learner was told of the backlog that they have; None when there is none any more."""
        await change(self._session, learner, backlog_told_at=told_at)
