"""Alive means: it hears, it looks, and the database answers."""

import json

from aiohttp import ClientSession, web

from bot.ops.health import DEAF_SECONDS, Pulse, report, serve
from storage.database import Database
from tests.support.stage import Stage


def address(runner: web.AppRunner) -> str:
    """Where it is served."""
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


async def test_a_bot_at_work_is_healthy_until_it_is_deaf(sqlite_url: str) -> None:
    """Then /healthz says 503, and what is wrong can be read from the numbers."""
    now = 1000.0
    database = Database(sqlite_url)
    await database.migrate()
    pulse = Pulse(lambda: now)
    pulse.start()
    runner = await serve("127.0.0.1:0", report(pulse, database))
    async with ClientSession() as browser:
        async with browser.get(f"{address(runner)}/healthz") as answer:
            assert answer.status == 200
            assert json.loads(await answer.text())["healthy"] is True
        now += DEAF_SECONDS + 1
        assert pulse.stalled
        async with browser.get(f"{address(runner)}/healthz") as answer:
            assert answer.status == 503
        pulse.heard()
        pulse.ticked()
        async with browser.get(f"{address(runner)}/metrics") as answer:
            assert "dailydeck_outbox_rows 0\n" in await answer.text()
        async with browser.get(f"{address(runner)}/") as answer:
            assert answer.status == 404
    await runner.cleanup()
    await database.close()


async def test_polls_are_noticed(stage: Stage) -> None:
    """By the bot itself, from Telegram's answers."""
    stage.bot.pulse.heard_at -= 1000
    assert stage.bot.pulse.stalled
    stage.world.people[0].start()
    await stage.settled()
    assert not stage.bot.pulse.stalled
