"""Cards as asked: to whom, when, and in which messages they stand."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert, table_of
from storage.prepared import Prepared, Reading, change, renew
from storage.states import QuestionState
from storage.tables import Answer, Question, QuestionMessage, Round, Sitting

HINT_SHARE = 1 / 3
"""Of a question's time: after so much of it the first hint is due, and after as much again the second."""

_QUESTIONS = table_of(Question)
_IS_OPEN = (_QUESTIONS.c.learner_id == bindparam("learner")) & (_QUESTIONS.c.state == QuestionState.OPEN)
_OPEN_FOR = Reading(Question, select(_QUESTIONS).where(_IS_OPEN).order_by(_QUESTIONS.c.id.desc()))
_CLOSE_OPEN = Prepared(update(_QUESTIONS).where(_IS_OPEN).values(state=bindparam("new"), closed_at=bindparam("now")))
_ASK = Reading(Question, lambda dialect: insert(dialect, _QUESTIONS).returning(*_QUESTIONS.c))
_FRESH = {
    "thread_id": 0,
    "learner_id": None,
    "sitting_id": None,
    "round_id": None,
    "state": QuestionState.OPEN,
    "hints": 0,
    "retried": False,
    "seconds": None,
    "closes_at": None,
    "hint_at": None,
}
_GET = Reading(Question, select(_QUESTIONS).where(_QUESTIONS.c.id == bindparam("question")))
_LOCK = Reading(Question, select(_QUESTIONS).where(_QUESTIONS.c.id == bindparam("question")).with_for_update())
_OF_SITTING = select(_QUESTIONS).where(_QUESTIONS.c.sitting_id == bindparam("sitting"))
_ALL_OF_SITTING = Reading(Question, _OF_SITTING.order_by(_QUESTIONS.c.id))
_LAST_OF_SITTING = Reading(Question, _OF_SITTING.order_by(_QUESTIONS.c.id.desc()).limit(1))
_ALSO_IN = Prepared(
    lambda dialect: (
        insert(dialect, table_of(QuestionMessage))
        .from_select(
            ["chat_id", "message_id", "question_id"],
            # Meanwhile the question may be gone, as its learner wanted to be forgotten.
            select(bindparam("chat", type_=BigInteger), bindparam("message", type_=BigInteger), Question.id).where(
                Question.id == bindparam("question")
            ),
        )
        .on_conflict_do_nothing()
    )
)


class Questions:
    """Questions of private sittings and of group rounds."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ask_in_sitting(self, sitting: Sitting, card_id: str, number: int, now: datetime) -> Question:
        """A question of a sitting; it stays open until it is answered, skipped or left."""
        row = {
            "chat_id": sitting.chat_id,
            "learner_id": sitting.learner_id,
            "sitting_id": sitting.id,
            "deck": sitting.deck,
            "card_id": card_id,
            "number": number,
            "asked_at": now,
        }
        return await self._ask(row)

    async def ask_in_round(
        self, running: Round, card_id: str, number: int, *, closes_at: datetime, hinted: bool, now: datetime
    ) -> Question:
        """A question of a round, open for the round's seconds from its arrival, at the latest until `closes_at`.

        With `hinted`, the time of its hints begins with its arrival too.
        """
        return await self._ask(
            {
                "chat_id": running.chat_id,
                "thread_id": running.thread_id,
                "round_id": running.id,
                "deck": running.deck,
                "card_id": card_id,
                "number": number,
                "seconds": running.seconds,
                "asked_at": now,
                "closes_at": closes_at,
                "hint_at": closes_at if hinted else None,
            }
        )

    async def _ask(self, row: dict[str, Any]) -> Question:
        (question,) = await _ASK.all(self._session, _FRESH | row)
        return question

    async def get(self, question_id: int) -> Question | None:
        """The question with this id, if there is one."""
        return await _GET.first(self._session, {"question": question_id})

    async def lock(self, question: Question) -> None:
        """Nobody else changes the question until the transaction ends; it is as it is now.

        Raises LookupError when it has been deleted.
        """
        fresh = await _LOCK.first(self._session, {"question": question.id})
        if fresh is None:
            raise LookupError(f"question {question.id} is gone")
        renew(question, fresh)

    async def open_for(self, learner_id: int) -> Question | None:
        """The question that this learner has open in private, if there is one."""
        return await _OPEN_FOR.first(self._session, {"learner": learner_id})

    async def last_of_sitting(self, sitting_id: int) -> Question | None:
        """The question of a sitting that was asked last."""
        return await _LAST_OF_SITTING.first(self._session, {"sitting": sitting_id})

    async def close_all_for(self, learner_id: int, now: datetime) -> None:
        """Whatever the learner left open in private is closed."""
        values = {"learner": learner_id, "new": QuestionState.CLOSED, "now": now}
        await _CLOSE_OPEN.rows(self._session, values)

    async def close(self, question: Question, state: QuestionState, now: datetime) -> None:
        """The question takes no more answers."""
        await change(self._session, question, state=state, closed_at=now)

    async def reopen(self, question: Question) -> None:
        """The question takes an answer after all."""
        await change(self._session, question, state=QuestionState.OPEN, closed_at=None)

    async def add_hint(self, question: Question) -> None:
        """One more hint was given."""
        await change(self._session, question, hints=question.hints + 1)

    async def allow_retry(self, question: Question) -> None:
        """The learner may try once more; it happens once for a question."""
        await change(self._session, question, retried=True)

    async def arrived(self, question_id: int, chat_id: int, message_id: int, now: datetime) -> None:
        """The question stands in this message; the time of a round's question runs from now."""
        await self.also_in(question_id, chat_id, message_id)
        if chat_id > 0:
            return  # a private chat: there is no hurry, and of a group's question only a copy stands here
        question = await self.get(question_id)
        if question is not None and question.seconds is not None and question.state == QuestionState.OPEN:
            closes_at = now + timedelta(seconds=question.seconds)
            hint_at = question.hint_at and now + timedelta(seconds=question.seconds * HINT_SHARE)
            await change(self._session, question, closes_at=closes_at, hint_at=hint_at)

    async def also_in(self, question_id: int, chat_id: int, message_id: int) -> None:
        """The question, if it is still there, stands in this message too."""
        row = {"chat": chat_id, "message": message_id, "question": question_id}
        await _ALSO_IN.rows(self._session, row)

    async def open_in(self, chat_id: int) -> Sequence[Question]:
        """The questions that are open in a group, newest first."""
        found = await self._session.scalars(
            select(Question)
            .where(Question.chat_id == chat_id, Question.state == QuestionState.OPEN)
            .order_by(Question.id.desc())
        )
        return found.all()

    async def standing_in(self, chat_id: int, message_id: int) -> Question | None:
        """The question that stands in this message, if one does."""
        return await self._session.scalar(
            select(Question)
            .join(QuestionMessage, QuestionMessage.question_id == Question.id)
            .where(QuestionMessage.chat_id == chat_id, QuestionMessage.message_id == message_id)
        )

    async def message_of(self, question_id: int) -> int | None:
        """The id of the first message in which the question stands in its own chat, once it has been sent."""
        return await self._session.scalar(
            select(QuestionMessage.message_id)
            .join(Question, Question.id == QuestionMessage.question_id)
            .where(QuestionMessage.question_id == question_id, QuestionMessage.chat_id == Question.chat_id)
            .order_by(QuestionMessage.message_id)
            .limit(1)
        )

    async def of_round(self, round_id: int) -> Sequence[Question]:
        """All questions of a round, in order."""
        found = await self._session.scalars(
            select(Question).where(Question.round_id == round_id).order_by(Question.number)
        )
        return found.all()

    async def of_sitting(self, sitting_id: int) -> Sequence[Question]:
        """All questions of a sitting so far, in order."""
        return await _ALL_OF_SITTING.all(self._session, {"sitting": sitting_id})

    async def past_their_time(self, now: datetime) -> Sequence[int]:
        """The ids of questions of rounds whose time is up, longest waiting first."""
        found = await self._session.scalars(
            select(Question.id)
            .where(Question.state == QuestionState.OPEN, Question.closes_at <= now)
            .order_by(Question.closes_at)
        )
        return found.all()

    async def take_past_its_time(self, question_id: int, now: datetime) -> Question | None:
        """The question, locked for us; None when it is closed already or somebody else is at it."""
        return await self._session.scalar(
            select(Question)
            .where(Question.id == question_id, Question.state == QuestionState.OPEN, Question.closes_at <= now)
            .with_for_update(skip_locked=True)
        )

    async def hints_due(self, now: datetime) -> Sequence[int]:
        """The ids of open questions whose next hint is due."""
        found = await self._session.scalars(
            select(Question.id)
            .where(Question.state == QuestionState.OPEN, Question.hint_at <= now)
            .order_by(Question.hint_at)
        )
        return found.all()

    async def take_hint_due(self, question_id: int, now: datetime) -> Question | None:
        """The question, locked for us; None when its hint has been given or somebody else is at it."""
        return await self._session.scalar(
            select(Question)
            .where(Question.id == question_id, Question.state == QuestionState.OPEN, Question.hint_at <= now)
            .with_for_update(skip_locked=True)
        )

    async def set_hint_at(self, question: Question, hint_at: datetime | None) -> None:
        """When the next hint is due; None when there is none."""
        await change(self._session, question, hint_at=hint_at)

    async def cards_asked_in(self, chat_id: int, deck: str, since: datetime) -> set[str]:
        """The ids of the cards of a deck that were asked in this chat since then."""
        found = await self._session.scalars(
            select(Question.card_id).where(
                Question.chat_id == chat_id, Question.deck == deck, Question.asked_at >= since
            )
        )
        return set(found)

    async def cards_answered_in(self, chat_id: int, deck: str, since: datetime) -> set[str]:
        """The ids of the cards of a deck that somebody has answered in this chat since then."""
        found = await self._session.scalars(
            select(Question.card_id)
            .join(Answer, Answer.question_id == Question.id)
            .where(Question.chat_id == chat_id, Question.deck == deck, Answer.answered_at >= since)
        )
        return set(found)
