"""Delivers updates to a webhook as Telegram does: in order for each chat, again and again until it says 200."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.playground.updates import Update, UpdateQueue, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 # the name of a header
ANSWER_SECONDS = 30.0
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.1, 5.0


class Courier:
    """Takes what is pending to the webhook. `behind` stands for proxies: which servers are behind a host's name."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self.behind: dict[str, Sequence[str]] = {}
        self._turn = itertools.count()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._pauses: dict[int, float] = {}

    async def run(self) -> None:
        """Delivers until it is cancelled."""
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            try:
                while True:
                    self._updates.bell.clear()
                    if (webhook := self._updates.webhook) is not None:
                        self._hand_out(session, webhook)
                    await self._updates.bell.wait()
            finally:
                for task in self._under_way.values():
                    task.cancel()

    def _hand_out(self, session: aiohttp.ClientSession, webhook: Webhook) -> None:
        for update in self._updates.unconfirmed():
            if len(self._under_way) >= webhook.max_connections:
                return
            if update.place not in self._under_way:
                self._under_way[update.place] = asyncio.create_task(self._deliver(session, webhook, update))

    async def _deliver(self, session: aiohttp.ClientSession, webhook: Webhook, update: Update) -> None:
        try:
            said = await self._post(session, webhook, update.as_json())
            if not said:
                self._updates.delivered(update)
                self._pauses.pop(update.place, None)
                return
            webhook.failed(said, self._updates.now())
            pause = self._pauses.get(update.place, FIRST_PAUSE_SECONDS)
            self._pauses[update.place] = min(2 * pause, LONGEST_PAUSE_SECONDS)
            await asyncio.sleep(pause)
        finally:
            del self._under_way[update.place]
            self._updates.bell.set()

    async def _post(self, session: aiohttp.ClientSession, webhook: Webhook, body: dict[str, Any]) -> str:
        """What went wrong; nothing when the update was taken."""
        try:
            async with session.post(
                self._address(webhook.url),
                json=body,
                headers={SECRET_HEADER: webhook.secret} if webhook.secret else {},
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
                allow_redirects=False,
            ) as answer:
                return "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError:
            return "Connection refused"

    def _address(self, url: str) -> str:
        parts = urlsplit(url)
        servers = self.behind.get(parts.hostname or "")
        if not servers:
            return url
        return servers[next(self._turn) % len(servers)] + (parts.path or "/")
