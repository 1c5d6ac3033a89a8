"""What is remembered, on both databases: nothing lost, nothing twice, and a score is the sum of its ledger."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, StatementError

from content.grading import Outcome, Reason, Verdict
from storage.database import CROWD, CannotOpenError, Database, Store, driver_url, is_outage
from storage.states import ChatKind, ChatState, LedgerKind, OutboxState, Priority
from storage.tables import Learner, LedgerRow, Question, Score
from tests.conftest import PostgresServer

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


async def test_an_update_comes_in_once(database: Database) -> None:
    """And is dealt with once."""
    async with database.transaction() as store:
        assert await store.inbox.take_in(7, 1, {"update_id": 7}, NOW)
        assert not await store.inbox.take_in(7, 1, {"update_id": 7}, NOW)
        assert await store.inbox.waiting() == [{"update_id": 7}]
        assert await store.inbox.claim(7)
        assert not await store.inbox.claim(7)
        assert not await store.inbox.claim(8)
        assert not await store.inbox.waiting()


async def test_an_update_is_taken_up_once_and_then_under_suspicion(database: Database) -> None:
    """Those of before a moment; what is under suspicion by itself is not put before others of its sender."""
    async with database.transaction() as store:
        for number in (8, 7, 9):
            await store.inbox.take_in(number, 1, {"update_id": number}, NOW + timedelta(seconds=number))
        await store.inbox.claim(8)
        assert not await store.inbox.take_up(NOW)
        assert await store.inbox.take_up(NOW + timedelta(seconds=9)) == [{"update_id": 7}]
        assert await store.inbox.take_up() == [{"update_id": 9}]
        assert not await store.inbox.take_up()
        await store.inbox.count_try(7)
        assert await store.inbox.suspects(NOW + timedelta(seconds=9)) == [(7, 2, {"update_id": 7})]
        assert [(number, tries) for number, tries, _ in await store.inbox.suspects()] == [(7, 2), (9, 1)]
        await store.inbox.take_in(10, 1, {"update_id": 10}, NOW)
        expected = None if database.is_sqlite else {"update_id": 9}
        assert await store.inbox.earlier(10, 1) == expected


async def test_the_outbox_in_the_order_in_which_it_is_wanted(database: Database) -> None:
    """Replies before pushes before boards; one row of a chat at a time; the same key never twice."""
    async with database.transaction() as store:
        for key, chat_id, priority in (
            ("board", 1, Priority.BOARD),
            ("push", 2, Priority.PUSH),
            ("reply 1", 1, Priority.REPLY),
            ("reply 2", 1, Priority.REPLY),
            ("reply 2", 1, Priority.REPLY),
        ):
            await store.outbox.put(key, chat_id, "send_message", {}, priority=priority, now=NOW)
        assert await store.outbox.pending() == 4

    async def take(*, busy: tuple[int, ...] = (), boards_wait: tuple[int, ...] = ()) -> list[str]:
        async with database.transaction() as store:
            rows = await store.outbox.take(7, 10, busy, boards_wait)
            assert all(row.state == OutboxState.SENDING for row in rows)
            for row in rows:
                await store.outbox.settle(row.id)
            return [row.dedupe_key for row in rows]

    assert await take(busy=(1,)) == ["push"]
    assert await take() == ["reply 1"]
    assert await take() == ["reply 2"]
    assert await take(boards_wait=(1,)) == []
    assert await take() == ["board"]


@pytest.mark.parametrize(("priority", "tries"), [(Priority.REPLY, 3), (Priority.PUSH, 2)])
async def test_a_row_that_was_being_sent_is_taken_up_after_a_start(
    database: Database, priority: Priority, tries: int
) -> None:
    """Unless it may have arrived twice, a reply three times: that is enough."""
    async with database.transaction() as store:
        await store.outbox.put("key", 1, "send_message", {}, priority=priority, now=NOW)
        await store.outbox.take(7, 1, (), ())
    row_id = await again(database, attempts=0)  # killed before it was under way
    async with database.transaction() as store:
        await store.outbox.begin(row_id)
    await again(database, attempts=1)  # killed under way
    async with database.transaction() as store:
        await store.outbox.begin(row_id)
        await store.outbox.try_again(row_id, attempts=1)  # Telegram has surely not had it
        await store.outbox.take(7, 1, (), ())
    await again(database, attempts=1)
    for attempts in range(2, tries):
        async with database.transaction() as store:
            await store.outbox.begin(row_id)
        await again(database, attempts=attempts)
    async with database.transaction() as store:
        await store.outbox.begin(row_id)
        assert await store.outbox.take_up_again([7]) == [row_id]
        assert await store.outbox.pending() == 0


async def again(database: Database, *, attempts: int) -> int:
    """The id of the one row, which is taken once more after a start, and so many attempts of which may have arrived."""
    async with database.transaction() as store:
        assert await store.outbox.take(7, 1, (), ()) == []
        assert await store.outbox.take_up_again([7]) == []
    async with database.transaction() as store:
        (row,) = await store.outbox.take(7, 1, (), ())
        assert row.attempts == attempts
        return row.id


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


async def test_sqlite_is_set_up_for_safety(sqlite_url: str) -> None:
    """WAL, full syncs, foreign keys."""
    database = Database(sqlite_url)
    await database.migrate()
    async with database.transaction() as store:
        session = store.learners._session
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [await session.scalar(text(f"PRAGMA {name}")) for name in names]
    await database.close()
    assert values == ["wal", 2, 1, 30_000]


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/x.db", "postgresql://nobody:x@127.0.0.1:1/none"])
async def test_a_database_that_cannot_be_opened(url: str) -> None:
    """One kind of error for all reasons."""
    database = Database(url)
    with pytest.raises(CannotOpenError):
        await database.migrate()
    await database.close()
    await asyncio.sleep(0.1)  # the thread of a connection that never opened ends by itself


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite"),
        ("postgres://h/d", "postgresql+asyncpg"),
        ("postgresql://h/d", "postgresql+asyncpg"),
        ("postgresql+psycopg2://h/d", "postgresql+asyncpg"),
    ],
)
def test_the_driver_is_ours_to_choose(given: str, used: str) -> None:
    """Whatever the address names."""
    assert driver_url(given).drivername == used


def test_the_way_of_encryption_is_passed_on() -> None:
    """In the word that the driver knows."""
    assert driver_url("postgresql://h/d?sslmode=require").query == {"ssl": "require"}


@pytest.mark.parametrize("given", ["mysql://h/d", "nonsense", ""])
def test_other_databases_are_refused(given: str) -> None:
    """With a reason."""
    with pytest.raises(ValueError, match=r"names|is not"):
        driver_url(given)


@pytest.mark.parametrize("state", ["40P01", "40001", "57P03", "53300", "53100"])
async def test_what_goes_by_is_not_the_works_fault(postgres_url: str, state: str) -> None:
    """A deadlock, a server that is starting, too many connections, a full disk: the work is to be tried again."""
    database = Database(postgres_url)
    for raised, expected in ((state, True), ("22012", False)):
        with pytest.raises(DBAPIError) as caught:
            async with database.connection() as connection:
                await connection.exec_driver_sql(f"DO $$ BEGIN RAISE SQLSTATE '{raised}'; END $$")
        assert is_outage(caught.value) is expected
    await database.close()


async def test_connections_that_the_server_has_cut_are_replaced(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    """As after its restart: nobody notices."""
    database = Database(postgres_url)
    async with database.transaction() as store:
        await learner(store)
    await postgres_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'")
    async with database.transaction() as store:
        assert await store.learners.get(1) is not None
    await database.close()
