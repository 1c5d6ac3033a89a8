"""What is remembered, on both databases: nothing lost, nothing twice, and a score is the sum of its ledger."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from content.grading import Outcome, Reason, Verdict
from storage.database import CROWD, Database, Store
from storage.states import ChatKind, ChatState, LedgerKind, Priority
from storage.tables import Learner, LedgerRow, Question, Score

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


async def learner(store: Store, learner_id: int = 1, name: str = "Ann") -> Learner:
    """A learner in their private chat."""
    await store.chats.meet(learner_id, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=NOW)
    return await store.learners.meet(learner_id, name, NOW)


async def question(store: Store, learner_id: int = 1) -> Question:
    """An open question of theirs."""
    sitting = await store.sittings.start(learner_id, learner_id, "deck", ["a"], now=NOW)
    return await store.questions.ask_in_sitting(sitting, "a", 1, NOW)


async def test_awards_at_the_same_moment_all_count(database: Database) -> None:
    """Forty at once: no update is lost, and the score is the sum of the ledger."""
    async with database.transaction() as store:
        await learner(store)
        asked = [await question(store) for _ in range(40)]

    async def award(one: Question) -> None:
        async with database.transaction() as store:
            await store.scores.award(one, LedgerKind.ANSWER, {1: 10}, NOW.date(), NOW)

    await asyncio.gather(*(award(one) for one in asked))
    async with database.transaction() as store:
        assert await store.scores.of_learner(1) == 400
        rows = await store.scores._session.scalar(select(func.sum(LedgerRow.points)))
        assert rows == 400


async def test_two_processes_on_one_database(database: Database, database_url: str) -> None:
    """Each reads before it writes, and neither is refused nor overwrites the other."""
    other = Database(database_url)
    async with database.transaction() as store:
        await learner(store)
        asked = [await question(store) for _ in range(30)]

    async def award(way: Database, one: Question) -> None:
        async with way.transaction() as store:
            await store.scores.of_learner(1)
            await asyncio.sleep(0)
            await store.scores.award(one, LedgerKind.ANSWER, {1: 10}, NOW.date(), NOW)

    await asyncio.gather(*(award((database, other)[at % 2], one) for at, one in enumerate(asked)))
    await other.close()
    async with database.transaction() as store:
        assert await store.scores.of_learner(1) == 300


async def test_the_same_award_at_the_same_moment_counts_once(database: Database) -> None:
    """Two hundred taps on one button."""
    async with database.transaction() as store:
        await learner(store)
        asked = await question(store)

    async def award() -> int:
        async with database.transaction() as store:
            return await store.scores.award(asked, LedgerKind.ANSWER, {1: 10}, NOW.date(), NOW)

    given = await asyncio.gather(*(award() for _ in range(200)))
    assert sum(given) == 1
    async with database.transaction() as store:
        assert await store.scores.of_learner(1) == 10


async def test_only_the_first_answer_is_kept(database: Database) -> None:
    """However many come at once."""
    async with database.transaction() as store:
        await learner(store)
        asked = await question(store)

    async def answer(text: str) -> bool:
        async with database.transaction() as store:
            return await store.answers.record(asked, 1, text, Verdict(Outcome.CORRECT, 1, Reason.EXACT), 10, NOW)

    kept = await asyncio.gather(*(answer(f"answer {number}") for number in range(20)))
    assert sum(kept) == 1


async def test_one_push_for_a_subscription_and_date(database: Database) -> None:
    """Whoever claims it first, in whichever process."""
    async with database.transaction() as store:
        await learner(store)
        subscription = await store.subscriptions.subscribe(1, 0, "09:00", 5, NOW, NOW)

    async def claim() -> int | None:
        async with database.transaction() as store:
            return await store.subscriptions.claim_push(subscription, date(2026, 3, 2), NOW)

    claimed = await asyncio.gather(*(claim() for _ in range(20)))
    assert sum(one is not None for one in claimed) == 1
    async with database.transaction() as store:
        assert await store.subscriptions.last_pushed(subscription) == date(2026, 3, 2)
        assert await store.subscriptions.claim_push(subscription, date(2026, 3, 3), NOW) is not None


async def test_what_fails_leaves_no_trace(database: Database) -> None:
    """A transaction is kept whole or not at all."""

    async def fail() -> None:
        async with database.transaction() as store:
            await learner(store)
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        await fail()
    async with database.transaction() as store:
        assert await store.learners.get(1) is None


async def test_a_crowd_leaves_room_for_the_rest(postgres_url: str) -> None:
    """Forty who wait for one another do not hold every connection."""
    database, here, done = Database(postgres_url), asyncio.Semaphore(0), asyncio.Event()

    async def wait_inside() -> None:
        async with database.transaction_in_a_crowd() as store:
            await store.chats.count()
            here.release()
            await done.wait()

    crowd = [asyncio.create_task(wait_inside()) for _ in range(40)]
    for _ in range(CROWD):
        await here.acquire()
    async with asyncio.timeout(20), database.transaction() as store:
        await store.chats.count()
    done.set()
    await asyncio.gather(*crowd)
    await database.close()


async def test_moments_are_in_utc(database: Database) -> None:
    """Wherever they were taken; a naive one is refused."""
    tokyo = timezone(timedelta(hours=9))
    async with database.transaction() as store:
        await store.learners.meet(1, "Ann", datetime(2026, 3, 2, 18, 0, tzinfo=tokyo))
    async with database.transaction() as store:
        ann = await store.learners.get(1)
        assert ann is not None
        assert (ann.seen_at, ann.seen_at.tzinfo) == (NOW, UTC)
    with pytest.raises((ValueError, StatementError), match="without a zone"):
        async with database.transaction() as store:
            await store.learners.meet(1, "Ann", NOW.replace(tzinfo=None))


async def test_a_gone_chat_is_not_due(database: Database) -> None:
    """Until it is met again."""
    async with database.transaction() as store:
        await learner(store)
        await store.subscriptions.subscribe(1, 0, "09:00", 5, NOW, NOW)
        assert len(await store.subscriptions.due(NOW, 10)) == 1
        await store.chats.mark_gone(1)
    async with database.transaction() as store:
        assert await store.subscriptions.due(NOW, 10) == []
        chat = await store.chats.meet(1, ChatKind.PRIVATE, "", language="fr", timezone="UTC", now=NOW)
        assert (chat.state, chat.language) == (ChatState.ACTIVE, "en")
        assert len(await store.subscriptions.due(NOW, 10)) == 1


async def test_forgetting_leaves_others_alone(database: Database) -> None:
    """Not a row of one, every row of the other."""
    async with database.transaction() as store:
        for number in (1, 2):
            await learner(store, number)
            asked = await question(store, number)
            await store.answers.record(asked, number, "x", Verdict(Outcome.CORRECT, 1, Reason.EXACT), 10, NOW)
            await store.scores.award(asked, LedgerKind.ANSWER, {number: 10}, NOW.date(), NOW)
            await store.subscriptions.subscribe(number, 0, "09:00", 5, NOW, NOW)
            await store.inbox.take_in(number, number, {}, NOW)
            await store.inbox.claim(number)
            await store.outbox.put(f"{number}", number, "send_message", {}, priority=Priority.REPLY, now=NOW)
        before = await store.privacy.count(2)
    async with database.transaction() as store:
        await store.privacy.forget(1, NOW)
    async with database.transaction() as store:
        assert set((await store.privacy.count(1)).values()) == {0}
        assert await store.privacy.count(2) == before
        assert await store.scores._session.scalar(select(Score.points).where(Score.period == "week")) == 10


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    """The start of every run does it."""
    async with database.transaction() as store:
        await learner(store)
    await database.migrate()
    async with database.transaction() as store:
        assert await store.learners.get(1) is not None
