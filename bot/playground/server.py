"""Serves a world: the Bot API and the chat page on one port."""

import asyncio
from dataclasses import dataclass

from aiohttp import web

from bot.playground.api import BotApi
from bot.playground.guard import same_origin_only
from bot.playground.page import Page
from bot.playground.world import World

# A document may have 50 MB, and travels in a form.
BODY_BYTES = 60 * 1024 * 1024
SHUTDOWN_SECONDS = 1


@dataclass(frozen=True)
class Playground:
    """A world that is being served."""

    world: World
    url: str
    _runner: web.AppRunner
    _courier: asyncio.Task[None]

    async def close(self) -> None:
        """Send everyone home and free the port."""
        self.world.updates.close()
        self._courier.cancel()
        await asyncio.wait([self._courier])
        await self._runner.cleanup()


async def serve(world: World, host: str = "127.0.0.1", port: int = 8080) -> Playground:
    """Serve the Bot API and the chat page; port 0 picks a free one."""
    app = web.Application(client_max_size=BODY_BYTES, middlewares=[same_origin_only(host)])
    BotApi(world).add_to(app)
    Page(world).add_to(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    bound: int = runner.addresses[0][1]
    name = f"[{host}]" if ":" in host else host
    return Playground(world, f"http://{name}:{bound}", runner, asyncio.create_task(world.courier.run()))
