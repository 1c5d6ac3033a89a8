"""What comes in and what is to go out: once each, in order, and taken up again after a start."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.states import OutboxState, Priority

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


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
