"""`dailydeck check`: what is found, what is mended, and that a second look finds nothing more."""

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from content.grading import Outcome, Reason, Verdict
from storage.alone import alone_on
from storage.check import check
from storage.database import Database, Store
from storage.states import ChatKind, LedgerKind, Priority, RoundMode
from storage.tables import Question

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)


async def answered(store: Store, learner_id: int = 1, points: int = 10) -> Question:
    """A learner in private who has answered a question, so that all tables have something to hold."""
    await store.chats.meet(learner_id, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=NOW)
    await store.learners.meet(learner_id, "Ann", NOW)
    sitting = await store.sittings.start(learner_id, learner_id, "deck", ["a"], now=NOW)
    question = await store.questions.ask_in_sitting(sitting, "a", 1, NOW)
    await store.answers.record(question, learner_id, "x", Verdict(Outcome.CORRECT, 1, Reason.EXACT), points, NOW)
    await store.scores.award(question, LedgerKind.ANSWER, {learner_id: points}, NOW.date(), NOW)
    return question


async def spoil(database: Database, *statements: str) -> None:
    """What somebody might do by hand."""
    async with database.connection() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def found(database: Database, now: datetime = NOW) -> list[str]:
    """What a look says."""
    return [finding.said for finding in await check(database, now)]


async def mended(database: Database, now: datetime = NOW) -> Sequence[str]:
    """What --repair says that it did; afterwards nothing is left of it, and a look changes nothing by itself."""
    before = await found(database, now)
    assert before == await found(database, now)
    findings = await check(database, now, repair=True)
    assert [finding.said for finding in findings] == before
    assert await found(database, now) == [finding.said for finding in findings if not finding.mended]
    return [finding.cured for finding in findings if finding.mended]


async def test_nothing_is_wrong(database: Database) -> None:
    """With nothing in it, and with what the bot itself writes."""
    assert await found(database) == []
    async with database.transaction() as store:
        await answered(store)
    assert await found(database, LATER) == []


async def test_scores_are_the_sums_of_the_ledger(database: Database) -> None:
    """Drifted, lost, and out of nothing: all three are added up anew."""
    async with database.transaction() as store:
        for number in (1, 2, 3):
            await answered(store, number)
    await spoil(
        database,
        "UPDATE scores SET points = 50 WHERE learner_id = 1",
        "DELETE FROM scores WHERE learner_id = 2",
        "UPDATE tallies SET learners = 7",
    )
    (said,) = await found(database)
    assert said.startswith("Scores that are not the sum of the ledger: ")
    assert await mended(database) == ["Added up anew."]
    async with database.transaction() as store:
        assert [await store.scores.of_learner(number) for number in (1, 2, 3)] == [10, 10, 10]


async def test_the_ledger_and_the_answers_agree(database: Database) -> None:
    """Nobody but a person can say which of the two is right: that stays."""
    async with database.transaction() as store:
        await answered(store, 1)
        await answered(store, 2)
    await spoil(
        database,
        "UPDATE answers SET points = 3 WHERE learner_id = 1",
        "DELETE FROM ledger WHERE learner_id = 2",
    )
    async with database.transaction() as store:
        await store.sums.mend(NOW)
    (said,) = await found(database)
    assert "ledger gave other points: 2 (answer 1: 10 instead of 3; answer 2: 0 instead of 10)" in said
    assert await mended(database) == []
    await spoil(database, "DELETE FROM answers WHERE learner_id = 1", "DELETE FROM answers WHERE learner_id = 2")
    (said,) = await found(database)
    assert "no answer: 1 (ledger row 1: 10 points)" in said


async def test_stuck_updates(database: Database) -> None:
    """One that waits is for the bot; one that was set aside can go."""
    async with database.transaction() as store:
        for number in (1, 2, 3):
            await store.inbox.take_in(number, 1, {}, NOW)
        await store.inbox.claim(1)
        await store.inbox.set_aside(2)
    waiting, dead = await found(database, LATER)
    assert waiting.startswith("Updates that have waited for over 10 minutes: 1.")
    assert dead.startswith("Updates set aside after failing three times")
    assert await mended(database, LATER) == ["Deleted."]


async def test_messages_that_do_not_leave(database: Database) -> None:
    """One that was being sent is sent once more, and that is counted."""
    async with database.transaction() as store:
        for key, chat in (("a", 1), ("b", 2)):
            await store.outbox.put(key, chat, "send_message", {}, priority=Priority.REPLY, now=NOW)
        await store.outbox.take(7, 1, (), ())
    assert await found(database, NOW + timedelta(minutes=1)) == []
    assert len(await found(database, LATER)) == 2
    findings = await check(database, LATER, repair=True)
    assert [finding.mended for finding in findings] == [False, True]
    (said,) = await found(database, LATER)
    assert said.startswith("Messages that have waited for over an hour: 2.")
    async with database.transaction() as store:
        assert {row.attempts for row in await store.outbox.take(7, 9, (), ())} == {0, 1}


async def test_messages_that_are_being_sent_are_left_to_who_sends_them(database: Database) -> None:
    """However long ago they were written: a second copy would go out beside the one under way."""
    half_an_hour_later = NOW + timedelta(minutes=30)
    async with database.transaction() as store:
        await store.outbox.put("a", 1, "send_message", {}, priority=Priority.REPLY, now=NOW)
        await store.outbox.take(7, 1, (), ())
    with contextlib.ExitStack() as at_work:
        place = database.place(7)
        if database.file is not None:
            at_work.enter_context(alone_on(f"sqlite:///{database.file}"))
        await place.hold()
        assert await check(database, half_an_hour_later, repair=True) == []
        await place.leave()
    assert await mended(database, half_an_hour_later) == ["To be sent once more."]


async def test_what_is_overdue(database: Database) -> None:
    """Questions past their end, quizzes that wait, daily questions that did not come: told, and left to the bot."""
    async with database.transaction() as store:
        await answered(store)
        await store.subscriptions.subscribe(1, 0, "09:00", 5, NOW, NOW)
        for thread in (1, 2):
            running = await store.rounds.start(1, thread, RoundMode.QUIZ, "deck", ["b"], seconds=60, now=NOW)
            await store.questions.ask_in_round(running, "a", 1, closes_at=NOW, hinted=False, now=NOW)
        await store.rounds.set_queue(running, ["b"], NOW)
    assert await found(database) == []
    said = await found(database, LATER)
    assert [one.split(".")[0] for one in said] == [
        "Questions open past their end: 2",
        "Quizzes that wait for their next question: 1",
        "Daily questions over an hour late: 1",
    ]
    assert await mended(database, LATER) == []
    async with database.transaction() as store:
        await store.chats.mark_gone(1)
    assert len(await found(database, LATER)) == 2


async def test_one_thing_at_a_time(database: Database) -> None:
    """Second sittings, second questions, and a quiz that has nothing to ask."""
    async with database.transaction() as store:
        await answered(store)
        await store.rounds.start(1, 0, RoundMode.QUIZ, "deck", ["b"], seconds=60, now=NOW)
        sitting = await store.sittings.start(1, 1, "deck", ["a"], now=NOW)
        await store.questions.ask_in_sitting(sitting, "a", 1, NOW)
    await spoil(database, "UPDATE sittings SET finished_at = NULL")
    assert await mended(database) == ["Ended.", "Ended.", "Closed."]
    async with database.transaction() as store:
        running = await store.sittings.running(1)
        assert running is not None
        assert running.id == sitting.id
        assert await store.rounds.running_quiz(1, 0) is None


async def test_memories_come_from_reviews(database: Database) -> None:
    """Each has the other."""
    async with database.transaction() as store:
        await answered(store)
    await spoil(
        database,
        "INSERT INTO reviews (learner_id, deck, card_id, rating, reviewed_at) "
        "VALUES (1, 'deck', 'a', 3, '2026-03-02 09:00:00+00')",
    )
    (said,) = await found(database)
    assert said.startswith("Reviews that left no memory: 1.")


async def test_rows_without_an_owner(sqlite_url: str, tmp_path: Path) -> None:
    """As after work on the file by hand; what people have earned is not touched."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        await answered(store)
        await store.learners.set_answering(1, 1)
        await store.subscriptions.subscribe(1, 0, "09:00", 5, NOW, NOW)
        await store.questions.also_in(1, 1, 5)
    await database.close()
    with sqlite3.connect(tmp_path / "test.db") as connection:  # here foreign keys are off
        connection.execute("DELETE FROM questions")
        connection.execute("DELETE FROM subscriptions")
        connection.execute("INSERT INTO pushes (subscription_id, local_date, pushed_at) VALUES (1, '2026-03-02', '')")
    connection.close()
    assert await mended(database) == ["Deleted.", "Deleted.", "Mended."]
    said = await found(database)
    assert [one.partition(" without")[0] for one in said] == ["Rows of answers", "Rows of ledger"]
    async with database.transaction() as store:
        assert await store.scores.of_learner(1) == 10
    await database.close()


async def test_a_damaged_file(sqlite_url: str, tmp_path: Path) -> None:
    """Pages overwritten, or no database at all: one finding, and the way out."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        for number in range(50):
            await answered(store, number + 1)
    await database.close()
    file = tmp_path / "test.db"
    whole = file.read_bytes()
    for damaged in (whole[:8192] + b"\xff" * (len(whole) - 8192), b"no database" * 1000):
        file.write_bytes(damaged)
        (said,) = await found(database)
        assert said.startswith("The database file is damaged (")
        await database.close()


async def test_tables_of_another_version(database: Database) -> None:
    """Nothing is looked at before they fit."""
    await spoil(database, "DELETE FROM alembic_version")
    (said,) = await found(database)
    assert "dailydeck migrate" in said


@pytest.mark.usefixtures("database")
async def test_others_go_on_writing(database: Database, database_url: str) -> None:
    """A look holds nobody up: here somebody writes in the middle of it."""
    async with database.transaction() as store:
        await answered(store)
    other = Database(database_url)
    async with other.transaction() as store:
        await answered(store, 2)
        assert await found(database) == []
    await other.close()
    assert await found(database) == []
