"""A group's question while several people answer it in the same moment, in whatever processes."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.tutor import results, rounds
from content.library import Library
from storage.database import Database, Store
from storage.states import ChatKind
from storage.tables import Learner, Question
from tests.support.stage import DECK

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GROUP = -2001
LIBRARY = Library([DECK])


@pytest.fixture
async def question_id(database: Database) -> int:
    """A quiz of one question in a group of two."""
    async with database.transaction() as store:
        chat = await store.chats.meet(GROUP, ChatKind.GROUP, "Group", language="en", timezone="UTC", now=NOW)
        for number in (1, 2):
            await store.learners.meet(number, f"P{number}", NOW)
        opened = await rounds.start(store, DECK, chat, 0, 1, topic="planets", now=NOW, dice=random.Random(1))
        assert isinstance(opened, rounds.Opened)
        return opened.question.id


async def answer(store: Store, question_id: int, number: int) -> rounds.Noted | rounds.TooLate | object:
    """Somebody's right answer."""
    question = await store.questions.get(question_id)
    learner = await store.learners.get(number)
    assert isinstance(question, Question)
    assert isinstance(learner, Learner)
    opened = await rounds.opened_by(store, LIBRARY, question)
    assert opened is not None
    return await rounds.submit(store, opened, learner, "mars", NOW)


async def test_the_second_one_sees_the_first(database: Database, question_id: int) -> None:
    """It waits until the first answer is kept, so that the last of all knows that it is the last."""

    async def second() -> object:
        async with database.transaction() as store:
            return await answer(store, question_id, 2)

    async with database.transaction() as store:
        first = await answer(store, question_id, 1)
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0.2)
        assert not waiting.done()
    assert isinstance(first, rounds.Noted)
    assert first.names == ("P1",)
    noted = await waiting
    assert isinstance(noted, rounds.Noted)
    assert noted.names == ("P1", "P2")


async def test_an_answer_at_the_very_end_counts_or_is_too_late(database: Database, question_id: int) -> None:
    """It is never taken and then forgotten."""
    later = NOW + timedelta(minutes=10)

    async def last() -> object:
        async with database.transaction() as store:
            return await answer(store, question_id, 2)

    async with database.transaction() as store:
        question = await store.questions.take_past_its_time(question_id, later)
        assert question is not None
        waiting = asyncio.create_task(last())
        await asyncio.sleep(0.2)
        opened = await rounds.opened_by(store, LIBRARY, question)
        assert opened is not None
        await results.close(store, opened, later)
    assert isinstance(await waiting, rounds.TooLate)
    async with database.transaction() as store:
        assert await store.answers.to_question(question_id) == []
