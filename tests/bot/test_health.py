"""Alive means: it hears, it looks, it speaks, and the database answers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.ops import health
from bot.ops.health import DEAF_SECONDS, MUTE_SECONDS, PATIENCE_SECONDS, TICK_STALE_SECONDS, Pulse, looking_at, serve
from storage.database import Database
from storage.states import ChatKind, Priority
from tests.support.stage import Stage, free_place, staged

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Watched:
    """A bot that does nothing, and how it seems from outside."""

    place: str
    database: Database
    pulse: Pulse
    seconds: float = 1000.0

    async def healthz(self) -> tuple[int, dict[str, Any]]:
        """The status, and what is said."""
        async with ClientSession() as browser, browser.get(f"http://{self.place}/healthz") as answer:
            return answer.status, await answer.json()

    async def metrics(self) -> dict[str, float]:
        """The numbers that have no labels."""
        async with ClientSession() as browser, browser.get(f"http://{self.place}/metrics") as answer:
            assert answer.headers["Content-Type"].startswith("text/plain; version=")
            families = text_string_to_metric_families(await answer.text())
        return {sample.name: sample.value for family in families for sample in family.samples if not sample.labels}


@pytest.fixture
async def watched(database: Database) -> AsyncIterator[Watched]:
    """Just started."""
    bot = Watched(free_place(), database, Pulse(lambda: bot.seconds))
    bot.pulse.start()
    runner = await serve(bot.place, looking_at(bot.pulse, database, lambda: NOW))
    yield bot
    await runner.cleanup()


async def test_a_bot_at_work_is_healthy_until_it_is_deaf(watched: Watched) -> None:
    """Then /healthz says 503, and why in words; each thing by itself."""
    status, said = await watched.healthz()
    assert (status, said["healthy"], said["why"]) == (200, True, [])
    assert (await watched.metrics())["dailydeck_healthy"] == 1
    watched.seconds += DEAF_SECONDS + 1
    assert watched.pulse.stalled
    status, said = await watched.healthz()
    assert (status, said["why"]) == (503, ["Nothing has been heard from Telegram for 51 seconds."])
    watched.seconds += TICK_STALE_SECONDS
    watched.pulse.heard()
    status, said = await watched.healthz()
    assert (status, said["why"]) == (503, ["Nobody has looked for what is due for 111 seconds."])
    numbers = await watched.metrics()
    assert numbers["dailydeck_healthy"] == 0
    assert numbers["dailydeck_tick_age_seconds"] == 111
    assert numbers["dailydeck_heard_age_seconds"] == 0
    assert "process_resident_memory_bytes" in numbers


async def test_what_waits_is_shown(watched: Watched) -> None:
    """The oldest message, update and daily question; and messages that do not leave are no good health."""
    async with watched.database.transaction() as store:
        await store.chats.meet(1, ChatKind.PRIVATE, "", language="en", timezone="UTC", now=NOW)
        await store.subscriptions.subscribe(1, 0, "08:30", 1, NOW - timedelta(minutes=30), NOW)
        await store.inbox.take_in(7, 1, {}, NOW - timedelta(seconds=5))
        for age in (3, 700):
            at = NOW - timedelta(seconds=age)
            await store.outbox.put(f"a{age}", 1, "send_message", {}, priority=Priority.REPLY, now=at)
    status, said = await watched.healthz()
    assert status == 200
    shown = {name: said[name] for name in said if name.startswith(("inbox", "outbox", "push"))}
    assert shown == {
        "inbox_waiting": 1,
        "inbox_dead": 0,
        "inbox_oldest_seconds": 5,
        "outbox_rows": 2,
        "outbox_oldest_seconds": 700,
        "push_overdue_seconds": 1800,
    }
    watched.seconds += MUTE_SECONDS
    watched.pulse.heard()
    watched.pulse.ticked()
    status, said = await watched.healthz()
    assert (status, said["why"]) == (503, ["A message has waited for 700 seconds, and none has gone out for 600."])
    assert (await watched.metrics())["dailydeck_push_overdue_seconds"] == 1800


async def test_a_database_that_is_away(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is the reason, within seconds; the other numbers can still be read."""

    async def away(*_: object) -> None:
        raise OSError("cannot connect to postgresql://ann:hunter2@host/db")

    monkeypatch.setattr(health, "backlog", away)
    status, said = await watched.healthz()
    assert (status, said["why"]) == (503, ["The database does not answer (OSError)."])
    numbers = await watched.metrics()
    assert numbers["dailydeck_database_up"] == 0
    assert numbers["dailydeck_outbox_rows"] != numbers["dailydeck_outbox_rows"]  # not a number: nobody knows
    assert numbers["dailydeck_heard_age_seconds"] == 0


def test_who_cannot_reach_telegram_tries_for_a_while() -> None:
    """As long as it is plainly Telegram or the network; after minutes a fresh process is to try."""
    now = 0.0
    pulse = Pulse(lambda: now)
    pulse.start()
    while now < PATIENCE_SECONDS:
        assert not pulse.stalled
        now += 30
        pulse.tried()
    now += 1
    assert pulse.stalled


async def test_polls_are_noticed(stage: Stage) -> None:
    """By the bot itself, from Telegram's answers."""
    stage.bot.pulse.heard_at -= 10_000
    assert stage.bot.pulse.stalled
    stage.world.people[0].start()
    await stage.settled()
    assert not stage.bot.pulse.stalled


async def test_what_the_bot_does_is_counted(sqlite_url: str) -> None:
    """Updates, messages and failures to fetch updates; a web page in Telegram's place is no answer of Telegram's."""
    place = free_place()
    async with staged(sqlite_url, health=place) as stage:
        seen = Watched(place, stage.bot.database, stage.bot.pulse)
        before = await seen.metrics()
        ann = stage.learner(stage.world.people[0])
        heard_at = stage.bot.pulse.heard_at
        stage.world.faults.rubbish("getUpdates", delivered=False)
        ann.person.send(ann.chat, "/about")
        await stage.settled()
        ann.sees_now("Dailydeck")
        after = await seen.metrics()
        assert stage.bot.pulse.heard_at > heard_at
    gained = {name: after[name] - before[name] for name in after if name.endswith(("_total", "_count"))}
    assert gained["dailydeck_update_seconds_count"] == 1
    assert gained["dailydeck_poll_failures_total"] == 1
