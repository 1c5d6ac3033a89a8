"""The people being taught."""

from datetime import datetime

from sqlalchemy import Executable, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import Insert, PerDatabase, insert, table_of
from storage.tables import Learner


def _meet(statement: Insert) -> Executable:
    again = {"name": statement.excluded.name, "seen_at": statement.excluded.seen_at}
    met = statement.on_conflict_do_update(index_elements=["id"], set_=again).returning(*table_of(Learner).c)
    return select(Learner).from_statement(met).execution_options(populate_existing=True)


_MEET = PerDatabase(lambda dialect: _meet(insert(dialect, table_of(Learner))))


class Learners:
    """Learners, by Telegram's user id."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meet(self, learner_id: int, name: str, now: datetime) -> Learner:
        """The learner with this id, made on first sight; the name is kept up to date."""
        row = {"id": learner_id, "name": name, "shown_by_name": False, "created_at": now, "seen_at": now}
        # Taking the row's lock here also puts the updates of one learner in a line, whatever process handles them.
        met: Learner = (await self._session.scalars(_MEET.on(self._session), row)).one()
        return met

    async def get(self, learner_id: int) -> Learner | None:
        """The learner with this id, if known."""
        return await self._session.get(Learner, learner_id)

    async def prefer(self, learner: Learner, **wishes: int) -> None:
        """Sets columns of the learner's own wishes (`shown_by_name`, `retention`, `new_a_day`)."""
        for name, value in wishes.items():
            setattr(learner, name, value)
        await self._session.flush()

    async def hide(self, learner: Learner, hidden: bool) -> None:
        """On no leaderboard, or on all; the scores are to be told of it too."""
        learner.hidden = hidden
        await self._session.flush()

    async def set_answering(self, learner_id: int, question_id: int | None) -> None:
        """What the learner writes next in private answers this question of a group; None ends that."""
        learner = await self.get(learner_id)
        if learner is not None and learner.answering != question_id:
            learner.answering = question_id
            await self._session.flush()

    async def note_export(self, learner: Learner, now: datetime) -> None:
        """Remembers when the learner last took their data out."""
        learner.last_export_at = now
        await self._session.flush()

    async def note_backlog(self, learner: Learner, told_at: datetime | None) -> None:
        """When the learner was told of the backlog that they have; None when there is none any more."""
        learner.backlog_told_at = told_at
        await self._session.flush()
