"""What learners sent, as judged."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from content.grading import Verdict
from storage.dialect import hour_of, insert, table_of
from storage.prepared import Prepared, Reading, change
from storage.tables import Answer, Chat, Learner, Question

_ANSWERS = table_of(Answer)
_RECORD = Prepared(lambda dialect: insert(dialect, _ANSWERS).on_conflict_do_nothing().returning(_ANSWERS.c.id))
_GET = Reading(
    Answer,
    select(_ANSWERS).where(
        _ANSWERS.c.question_id == bindparam("question"), _ANSWERS.c.learner_id == bindparam("learner")
    ),
)
_IN_SITTING = Reading(
    Answer,
    select(_ANSWERS)
    .join(Question, Question.id == _ANSWERS.c.question_id)
    .where(Question.sitting_id == bindparam("sitting"))
    .order_by(_ANSWERS.c.id),
)
_BY_THE_HOUR = Prepared(
    lambda dialect: (
        select(func.min(_ANSWERS.c.answered_at), func.max(_ANSWERS.c.answered_at))
        .where(_ANSWERS.c.learner_id == bindparam("learner"))
        .group_by(hour_of(dialect, _ANSWERS.c.answered_at))
        .order_by(func.min(_ANSWERS.c.answered_at))
    )
)


class Fared(NamedTuple):
    """How a card has fared: who answered it, how often, and how many of the answers were not right."""

    card_id: str
    learners: int
    answers: int
    missed: int


class Answers:
    """Answers; for each question and learner only the first is kept."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def record(
        self, question: Question, learner_id: int, text: str, verdict: Verdict, points: int, now: datetime
    ) -> bool:
        """Keeps the answer; False when this learner had already answered this question."""
        row = {
            "question_id": question.id,
            "learner_id": learner_id,
            "text": text,
            "outcome": verdict.outcome,
            "score": verdict.score,
            "reason": verdict.reason,
            "points": points,
            "answered_at": now,
        }
        return await _RECORD.scalar(self._session, row) is not None

    async def get(self, question_id: int, learner_id: int) -> Answer | None:
        """The learner's answer to the question, if there is one."""
        return await _GET.first(self._session, {"question": question_id, "learner": learner_id})

    async def to_question(self, question_id: int) -> list[tuple[Answer, Learner]]:
        """All answers to a question with who gave them, in the order in which they came."""
        rows = await self._session.execute(
            select(Answer, Learner)
            .join(Learner, Learner.id == Answer.learner_id)
            .where(Answer.question_id == question_id)
            .order_by(Answer.id)
        )
        return [(answer, learner) for answer, learner in rows]

    async def who_answered(self, question_id: int) -> list[tuple[int, str]]:
        """The ids and names of those who have answered a question, in the order in which they came."""
        rows = await self._session.execute(
            select(Learner.id, Learner.name)
            .join(Answer, Answer.learner_id == Learner.id)
            .where(Answer.question_id == question_id)
            .order_by(Answer.id)
        )
        return [(learner, name) for learner, name in rows]

    async def not_correct(self, deck: str, card_id: str) -> list[tuple[Answer, Question]]:
        """The answers to a card that were not judged correct, with their questions."""
        rows = await self._session.execute(
            select(Answer, Question)
            .join(Question, Question.id == Answer.question_id)
            .where(Question.deck == deck, Question.card_id == card_id, Answer.outcome != "correct")
            .order_by(Answer.id)
        )
        return [(answer, question) for answer, question in rows]

    async def by_card(self, deck: str) -> list[Fared]:
        """How each card of a deck that was ever answered has fared."""
        rows = await self._session.execute(
            select(
                Question.card_id,
                func.count(Answer.learner_id.distinct()),
                func.count(),
                func.sum(case((Answer.outcome != "correct", 1), else_=0)),
            )
            .join(Answer, Answer.question_id == Question.id)
            .where(Question.deck == deck)
            .group_by(Question.card_id)
        )
        return [Fared(*row) for row in rows]

    async def judge_anew(self, answer: Answer, verdict: Verdict, points: int) -> None:
        """The answer counts as this from now on."""
        judged = {"outcome": verdict.outcome, "score": verdict.score, "reason": verdict.reason}
        await change(self._session, answer, **judged, points=points)

    async def guess_again(self, answer: Answer, text: str, verdict: Verdict, points: int) -> None:
        """In a race the last guess is kept; the answer takes its place behind those that came before it."""
        await change(self._session, answer, text=text)
        await self.judge_anew(answer, verdict, points)

    async def learners_in(self, chat_id: int, since: datetime, before: datetime) -> set[int]:
        """Who has answered questions of this chat in that time."""
        found = await self._session.scalars(
            select(Answer.learner_id)
            .join(Question, Question.id == Answer.question_id)
            .where(Question.chat_id == chat_id, Answer.answered_at >= since, Answer.answered_at < before)
            .distinct()
        )
        return set(found)

    async def in_sitting(self, sitting_id: int) -> Sequence[Answer]:
        """The answers given in a sitting, in order."""
        return await _IN_SITTING.all(self._session, {"sitting": sitting_id})

    async def times_by_the_hour(self, learner_id: int) -> Sequence[datetime]:
        """When the learner first and last answered in each hour, oldest first: enough to tell their days."""
        hours = await _BY_THE_HOUR.rows(self._session, {"learner": learner_id})
        return [moment for first_and_last in hours for moment in first_and_last]

    async def times_of(self, learner_id: int) -> Sequence[datetime]:
        """When the learner answered, oldest first."""
        found = await self._session.scalars(
            select(Answer.answered_at).where(Answer.learner_id == learner_id).order_by(Answer.answered_at)
        )
        return found.all()

    async def history(self, learner_id: int, deck: str = "") -> list[tuple[Answer, Question, str]]:
        """All that the learner has answered, or of one deck, oldest first, with the question and the title of the
        group, if in one.
        """
        rows = await self._session.execute(
            select(Answer, Question, Chat.title)
            .join(Question, Question.id == Answer.question_id)
            .join(Chat, Chat.id == Question.chat_id)
            .where(Answer.learner_id == learner_id, *([Question.deck == deck] if deck else []))
            .order_by(Answer.answered_at, Answer.id)
        )
        return [(answer, question, title) for answer, question, title in rows]

    async def last_at(self, learner_id: int) -> datetime | None:
        """When the learner last answered anything."""
        return await self._session.scalar(select(func.max(Answer.answered_at)).where(Answer.learner_id == learner_id))

    async def outcomes_of(self, learner_id: int, since: datetime) -> Sequence[str]:
        """How the learner's answers since then were judged."""
        found = await self._session.scalars(
            select(Answer.outcome).where(Answer.learner_id == learner_id, Answer.answered_at >= since)
        )
        return found.all()
