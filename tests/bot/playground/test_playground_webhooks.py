"""How updates are brought to a webhook: with the secret, in order for each chat, until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot

from bot.playground import Person, World
from bot.playground.webhooks import SECRET_HEADER

URL = "https://hook.example.org/here"


@dataclass
class Server:
    """A bot's server: what it was brought, and what it answers next (200 when that is used up)."""

    brought: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        await self.opened.wait()
        self.brought.append((request.headers.get(SECRET_HEADER, ""), await request.json()))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.brought if "text" in update.get("message", {})]


@pytest.fixture
async def server(world: World) -> AsyncIterator[Server]:
    server = Server()
    server.opened.set()
    app = web.Application()
    app.router.add_post("/here", server.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    world.courier.behind["hook.example.org"] = [f"http://127.0.0.1:{runner.addresses[0][1]}"]
    yield server
    server.opened.set()
    await runner.cleanup()


async def all_taken(world: World) -> None:
    async with asyncio.timeout(5):
        while world.updates.pending:  # noqa: ASYNC110  # what was taken rings no bell
            await asyncio.sleep(0.01)


async def test_what_waits_and_what_comes_is_brought_with_the_secret(
    bot: Bot, ann: Person, world: World, server: Server
) -> None:
    await bot.set_webhook(URL, secret_token="hush", allowed_updates=["message"])
    ann.send(ann.chat, "more")
    await all_taken(world)
    assert [secret for secret, _ in server.brought][-1] == "hush"
    assert server.texts[-2:] == ["/start", "more"]


async def test_it_is_brought_again_until_it_is_taken(bot: Bot, ann: Person, world: World, server: Server) -> None:
    world.updates.drop()
    server.answers = [503, 500, 403]
    await bot.set_webhook(URL)
    ann.send(ann.chat, "first")
    ann.send(ann.chat, "second")
    await all_taken(world)
    assert server.texts == ["first", "first", "first", "first", "second"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"


async def test_chats_do_not_wait_for_each_other(
    bot: Bot, ann: Person, bo: Person, world: World, server: Server
) -> None:
    world.updates.drop()
    server.opened.clear()
    await bot.set_webhook(URL, max_connections=2)
    for person in (ann, ann, bo):
        person.send(person.chat, person.first_name)
    await asyncio.sleep(0.1)
    server.opened.set()
    await all_taken(world)
    assert sorted(server.texts[:2]) == ["Ann", "Bo"]


async def test_nothing_is_brought_once_the_webhook_is_gone(bot: Bot, ann: Person, world: World, server: Server) -> None:
    await bot.set_webhook(URL)
    await all_taken(world)
    await bot.delete_webhook()
    ann.send(ann.chat, "kept")
    await asyncio.sleep(0.1)
    assert "kept" not in server.texts
    assert len(await bot.get_updates()) == 1
