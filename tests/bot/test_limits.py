"""Telegram's limits as the bot keeps them: the pace over all and in a chat, of one process and of several."""

import asyncio
import time

import pytest

from bot.delivery.limits import Limits, OwnLimits, SharedLimits
from storage.database import Database

A_SECOND = 100


async def held_up(limits: Limits, number: int, *, after: float, seconds: float) -> list[float]:
    """When so many messages to as many chats went, some of them urgent; the event loop hung meanwhile."""
    went: list[float] = []

    async def send(chat_id: int) -> None:
        assert await limits.turn(chat_id, urgent=chat_id % 5 == 0) == 0
        went.append(time.monotonic())

    sending = [asyncio.create_task(send(chat_id)) for chat_id in range(1, number + 1)]
    await asyncio.sleep(after)
    time.sleep(seconds)  # noqa: ASYNC251 # the event loop hangs, which is the point
    await asyncio.gather(*sending)
    return went


def keep_to_the_pace(went: list[float]) -> bool:
    """Whether no more go within any second than on average, but for what a late look at the clock makes of it."""
    return all(later - earlier >= 0.98 for earlier, later in zip(went, went[A_SECOND + 4 :], strict=False))


async def test_what_was_held_up_does_not_go_out_in_one_go() -> None:
    """However late the sleepers wake, and whatever is urgent."""
    assert keep_to_the_pace(await held_up(OwnLimits(A_SECOND, time.monotonic), 150, after=0.1, seconds=0.6))


async def test_nor_where_workers_share_the_slots(postgres_url: str) -> None:
    """Which second they fall into when a process was held up is its own affair."""
    database = Database(postgres_url)
    limits = SharedLimits(A_SECOND, database, time.monotonic)
    assert keep_to_the_pace(await held_up(limits, 300, after=1.2, seconds=0.9))
    await database.close()


async def test_limits_are_kept_together(postgres_url: str) -> None:
    """The pace over all, what one chat may have, and a pause that Telegram has asked one of them for."""
    now = 1000.0
    database = Database(postgres_url)
    one, other = (SharedLimits(200, database, time.monotonic, lambda: now) for _ in range(2))
    async with database.transaction() as store:
        everybody = await store.limits.lock(0)
        everybody.next_at = now
        await store.limits.keep(everybody)
    for limits in (one, other, one, other):
        assert await limits.turn(5, urgent=False) == 0
    async with database.transaction() as store:
        assert (await store.limits.lock(0)).next_at == pytest.approx(now + 4 / 200)
    for number in range(14):
        assert await (one, other)[number % 2].turn(5, urgent=False) == 0
    assert await one.turn(5, urgent=False) == 10
    await other.pause(6, 30, 0)
    assert await one.turn(6, urgent=True) == 30
    await other.pause(6, 30, 40)
    assert await one.turn(7, urgent=True) == 40
    now += 100
    assert await one.turn(6, urgent=False) == 0
    await database.close()
