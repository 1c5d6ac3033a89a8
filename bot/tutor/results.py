"""The end of a group's question and of its quiz: who had it, what it is worth, what comes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.tutor import digest, leaderboard, points, rhythm
from bot.tutor.rounds import Opened, opened_by
from content.grading import Outcome
from content.library import Library
from storage.database import Store
from storage.states import LedgerKind, QuestionState, RoundMode, RoundState
from storage.tables import Chat, Question, Round

UNATTENDED = 3
"""After so many questions in a row that nobody answers, a quiz ends by itself."""
PAUSE = timedelta(seconds=5)
"""Between a result and the next question, so that people can read."""


@dataclass(frozen=True)
class Scored:
    """How one learner fared with a question."""

    name: str
    outcome: Outcome
    points: int


@dataclass(frozen=True)
class Closed:
    """A question's result, and the final table by points when it was the last of its round.

    `unattended`: the quiz ends because nobody answers any more.
    """

    opened: Opened
    scored: tuple[Scored, ...]
    table: tuple[tuple[str, int], ...] | None
    unattended: bool = False


async def close(store: Store, opened: Opened, now: datetime) -> Closed:
    """Ends a question, awards its points, and readies the round for its next question or its end."""
    question, running = opened.question, opened.round
    await store.questions.close(question, QuestionState.CLOSED, now)
    answered = await store.answers.to_question(question.id)
    chat = await store.chats.get(question.chat_id)
    if answered and chat is not None:
        await digest.plan(store, chat, question.thread_id, now)
    worth = {learner.id: answer.points for answer, learner in answered if answer.points}
    right = [learner.id for answer, learner in answered if answer.outcome == Outcome.CORRECT]
    bonus = points.EARLY if running.mode == RoundMode.QUIZ and not running.race else ()
    early = dict(zip(right, bonus, strict=False))
    await leaderboard.award(store, question, LedgerKind.ANSWER, worth, now, now)
    await leaderboard.award(store, question, LedgerKind.EARLY, early, now, now)
    scored = [
        Scored(learner.name, Outcome(answer.outcome), answer.points + early.get(learner.id, 0))
        for answer, learner in answered
    ]
    table = None
    unattended = False
    if running.state == RoundState.RUNNING:
        unattended = running.mode == RoundMode.QUIZ and bool(running.queue) and await _is_unattended(store, running)
        if unattended:
            await store.rounds.set_queue(running, [], None)
        await _go_on(store, running, now)
        if running.state == RoundState.FINISHED:
            table = await table_of(store, running) if running.mode == RoundMode.QUIZ else None
    return Closed(opened, tuple(scored), table, unattended)


async def _is_unattended(store: Store, running: Round) -> bool:
    asked = await store.questions.of_round(running.id)
    if len(asked) < UNATTENDED:
        return False
    return not any([await store.answers.to_question(one.id) for one in asked[-UNATTENDED:]])


async def abandon(store: Store, question: Question, now: datetime) -> None:
    """Closes a question whose card is no longer there; its round goes on, or ends."""
    await store.questions.close(question, QuestionState.CLOSED, now)
    running = await store.rounds.get(question.round_id) if question.round_id else None
    if running is not None and running.state == RoundState.RUNNING:
        await _go_on(store, running, now)


async def _go_on(store: Store, running: Round, now: datetime) -> None:
    if running.queue:
        await store.rounds.set_queue(running, running.queue, next_at=now + PAUSE)
    else:
        await store.rounds.end(running, RoundState.FINISHED, now)


async def stop(store: Store, library: Library, chat: Chat, thread_id: int, now: datetime) -> Closed | Round | None:
    """Ends the running quiz: with the result of its open question, or just the round; None when none is running."""
    running = await store.rounds.running_quiz(chat.id, thread_id)
    if running is None:
        return None
    questions = await store.questions.of_round(running.id)
    for question in questions:
        # Questions before rounds, as everywhere: two that wait for each other would both fail.
        await store.questions.lock(question)
    await store.rounds.end(running, RoundState.STOPPED, now)
    for question in questions:
        if question.state == QuestionState.OPEN and (opened := await opened_by(store, library, question)):
            closed = await close(store, opened, now)
            return Closed(closed.opened, closed.scored, await table_of(store, running))
    return running


async def leave_topic(store: Store, chat_id: int, thread_id: int, now: datetime) -> None:
    """Nothing can be said in this topic any more: its quiz and its daily question end."""
    running = await store.rounds.running_quiz(chat_id, thread_id)
    for question in await store.questions.open_in(chat_id):
        if question.thread_id == thread_id:
            await store.questions.close(question, QuestionState.CLOSED, now)
    if running is not None:
        await store.rounds.end(running, RoundState.STOPPED, now)
    await rhythm.stop(store, chat_id, thread_id)


async def table_of(store: Store, running: Round) -> tuple[tuple[str, int], ...]:
    """Names and points of a round, best first."""
    questions = await store.questions.of_round(running.id)
    names = {learner.id: learner.name for one in questions for _, learner in await store.answers.to_question(one.id)}
    earned = await store.scores.in_questions([one.id for one in questions])
    return tuple(sorted(((name, earned.get(who, 0)) for who, name in names.items()), key=lambda row: -row[1]))
