"""Group quizzes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.prepared import change
from storage.states import RoundMode, RoundState
from storage.tables import Round


class Rounds:
    """Rounds; in each topic of a group at most one quiz is running."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def start(
        self,
        chat_id: int,
        thread_id: int,
        mode: RoundMode,
        deck: str,
        cards: Sequence[str],
        *,
        seconds: int,
        race: bool = False,
        started_by: int | None = None,
        now: datetime,
    ) -> Round:
        """A new round with these cards, each open for so many seconds."""
        fresh = Round(
            chat_id=chat_id,
            thread_id=thread_id,
            mode=mode,
            state=RoundState.RUNNING,
            deck=deck,
            seconds=seconds,
            race=race,
            started_by=started_by,
            queue=list(cards),
            total=len(cards),
            started_at=now,
        )
        self._session.add(fresh)
        await self._session.flush()
        return fresh

    async def get(self, round_id: int) -> Round | None:
        """The round with this id, if there is one."""
        return await self._session.get(Round, round_id)

    async def running_quiz(self, chat_id: int, thread_id: int) -> Round | None:
        """The quiz that is running in this topic of this group, if there is one."""
        return await self._session.scalar(
            select(Round).where(
                Round.chat_id == chat_id,
                Round.thread_id == thread_id,
                Round.mode == RoundMode.QUIZ,
                Round.state == RoundState.RUNNING,
            )
        )

    async def daily_since(self, chat_id: int, thread_id: int, since: datetime) -> bool:
        """Whether this topic of this group has had a card of the day since then."""
        found = await self._session.scalar(
            select(Round.id)
            .where(
                Round.chat_id == chat_id,
                Round.thread_id == thread_id,
                Round.mode == RoundMode.DAILY,
                Round.started_at >= since,
            )
            .limit(1)
        )
        return found is not None

    async def set_queue(self, running: Round, queue: Sequence[str], next_at: datetime | None) -> None:
        """What is still to come, and when (None: not before the open question has closed)."""
        await change(self._session, running, queue=list(queue), next_at=next_at)

    async def waiting_for_next(self, now: datetime) -> Sequence[int]:
        """The ids of rounds whose next question is due."""
        found = await self._session.scalars(
            select(Round.id).where(Round.state == RoundState.RUNNING, Round.next_at <= now).order_by(Round.next_at)
        )
        return found.all()

    async def take_waiting(self, round_id: int, now: datetime) -> Round | None:
        """The round, locked for us; None when its question has been asked or somebody else is at it."""
        return await self._session.scalar(
            select(Round)
            .where(Round.id == round_id, Round.state == RoundState.RUNNING, Round.next_at <= now)
            .with_for_update(skip_locked=True)
        )

    async def end(self, running: Round, state: RoundState, now: datetime) -> None:
        """The round is over, by itself or stopped."""
        await change(self._session, running, state=state, next_at=None, finished_at=now)
