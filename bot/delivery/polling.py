"""Updates that the bot fetches from Telegram, and what happens when somebody else fetches them too."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import telegram
from telegram.error import Conflict, NetworkError, TelegramError
from telegram.ext import Updater

from bot.delivery.transport import AiohttpRequest
from bot.ops import metrics
from bot.ops.health import NEVER, Pulse

log = logging.getLogger(__name__)

POLL_SECONDS = 30
NEWCOMER_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
"""So long a newcomer shares with another process, which may be on its way out."""
QUIET_SECONDS = 60.0
"""After so long without a conflict the next one is another story; the library itself waits up to 30 between two."""
STOP_SECONDS = 2.0
"""So long the last call may take, which confirms to Telegram what we know already."""
WHILE_A_WEBHOOK = "Updates of this bot now go to a webhook, so this process, which polls, ends."
ANOTHER_POLLER = (
    "Another process is fetching the updates of this bot, and Telegram serves one at a time, so this one ends. "
    "Stop the other one first; several workers need webhooks and PostgreSQL."
)


class PollingRequest(AiohttpRequest):
    """The transport of the calls for updates, which notes how they go."""

    def __init__(self, pulse: Pulse) -> None:
        super().__init__(1)
        self._pulse = pulse

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        """As AiohttpRequest; but 401 and 404 are errors that pass, for at others the library ends polling for good.

        Of a token that was revoked a new start tells.
        """
        try:
            status, body = await super().do_request(*arguments, **named)
        except NetworkError:
            metrics.POLL_FAILURES.inc()
            self._pulse.tried()
            raise
        if status == HTTPStatus.OK and body.startswith(b"{"):  # not what stands between us and Telegram
            self._pulse.heard()
            return status, body
        metrics.POLL_FAILURES.inc()
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            raise NetworkError(f"Telegram answers {status}")
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            self._pulse.tried()
        return status, body


class Rivals:
    """Watches for another process that takes the same bot's updates. The one that was here first stays."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._started = pulse.seconds()
        self._first = self._last = NEVER

    def failed(self, error: TelegramError) -> None:
        """A call for updates went wrong."""
        if not isinstance(error, Conflict):
            log.warning("no updates can be fetched: %s", error)
            return
        if "webhook" in str(error).casefold():
            self._pulse.rival = WHILE_A_WEBHOOK
            return
        now = self._pulse.seconds()
        if now - self._last > QUIET_SECONDS:
            self._first = now
            log.warning("another process is fetching the updates of this bot, too")
        self._last = now
        if self._first - self._started < NEWCOMER_SECONDS and now - self._first > PATIENCE_SECONDS:
            self._pulse.rival = ANOTHER_POLLER


@contextlib.asynccontextmanager
async def polling(updater: Updater, pulse: Pulse, allowed_updates: list[str]) -> AsyncIterator[None]:
    """Fetches updates until the end. A webhook of an earlier run is taken back, and nothing that waits is dropped."""
    bot: telegram.Bot = updater.bot
    known = await bot.get_webhook_info()
    if known.url:
        log.warning("a webhook at %s is taken back: this bot polls", urlsplit(known.url).netloc)
    rivals = Rivals(pulse)
    await updater.start_polling(
        timeout=POLL_SECONDS, allowed_updates=allowed_updates, error_callback=rivals.failed, drop_pending_updates=False
    )
    try:
        yield
    finally:
        await _stop(updater)


async def _stop(updater: Updater) -> None:
    stopping = asyncio.create_task(updater.stop())
    for patience in (STOP_SECONDS, 0.1, 0.1):  # the library overhears being cancelled once
        await asyncio.wait({stopping}, timeout=patience)
        if stopping.done():
            break
        stopping.cancel()
    if not stopping.done() or stopping.cancelled():
        log.warning("polling does not end in order: Telegram does not answer")
    elif error := stopping.exception():  # polling that has died tells of it here; the rest is to end in order
        log.warning("while polling was stopped: %s", error)
