"""Updates that the bot fetches from Telegram, and what happens when somebody else fetches them too."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine
from datetime import timedelta
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import urlsplit

import telegram
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.delivery.inbox import Inbox
from bot.delivery.transport import READ_SECONDS, AiohttpRequest
from bot.ops import metrics
from bot.ops.health import NEVER, Pulse

log = logging.getLogger(__name__)

T = TypeVar("T")

POLL_SECONDS = 30
NEWCOMER_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
"""So long a newcomer shares with another process, which may be on its way out."""
QUIET_SECONDS = 60.0
"""After so long without a conflict the next one is another story."""
SLACK_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
FIRST_PAUSE_SECONDS, LONGEST_KEEPING_PAUSE_SECONDS = 0.5, 10.0
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


class Poller:
    """Fetches updates again and again; what comes is on disk before it is confirmed by the next call.

    The library's own loop would read updates before they are kept, and stands still at one that it cannot read.
    """

    def __init__(self, bot: telegram.Bot, inbox: Inbox, rivals: Rivals, allowed_updates: list[str]) -> None:
        self._bot = bot
        self._inbox = inbox
        self._rivals = rivals
        self._allowed = allowed_updates
        self._offset = 0
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Fetches until `stop`; nothing that goes wrong ends it."""
        pause = 0.0
        while not self._stopping.is_set():
            try:
                await self._take_in(await self._unless_stopping(self._fetch(POLL_SECONDS)) or [])
                pause = 0.0
            except RetryAfter as error:
                wait = error.retry_after
                pause = SLACK_SECONDS + (wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
            except TimedOut:
                pause = 0.0
            except TelegramError as error:
                self._rivals.failed(error)
                pause = min(1.5 * pause, LONGEST_PAUSE_SECONDS) if pause else 1.0
            except Exception:
                log.exception("updates cannot be fetched; trying again")
                pause = LONGEST_PAUSE_SECONDS
            if pause:
                await self._unless_stopping(asyncio.sleep(pause))
        if self._offset:
            # So that the next run does not get once more what we have.
            with contextlib.suppress(TelegramError):
                await self._fetch(0)

    def stop(self) -> None:
        """Finishes what has come, and fetches no more."""
        self._stopping.set()

    async def _fetch(self, seconds: int) -> list[dict[str, Any]]:
        asked = {"timeout": seconds, "offset": self._offset, "allowed_updates": self._allowed}
        updates: list[dict[str, Any]] = await self._bot._post("getUpdates", asked, read_timeout=READ_SECONDS + seconds)
        return updates

    async def _take_in(self, updates: list[dict[str, Any]]) -> None:
        """While the database is away this waits, and Telegram keeps what comes."""
        pause = FIRST_PAUSE_SECONDS
        while updates:
            try:
                await self._inbox.take_in_all(updates, self._bot)
                self._offset = updates[-1]["update_id"] + 1
                return
            except Exception:
                log.exception("%s updates cannot be kept; trying again", len(updates))
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_KEEPING_PAUSE_SECONDS)

    async def _unless_stopping(self, work: Coroutine[Any, Any, T]) -> T | None:
        task, stopping = asyncio.create_task(work), asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return await task if task.done() else None
        finally:
            task.cancel()
            stopping.cancel()


@contextlib.asynccontextmanager
async def polling(bot: telegram.Bot, inbox: Inbox, pulse: Pulse, allowed_updates: list[str]) -> AsyncIterator[None]:
    """Fetches updates until the end. A webhook of an earlier run is taken back, and nothing that waits is dropped."""
    known = await bot.get_webhook_info()
    if known.url:
        log.warning("a webhook at %s is taken back: this bot polls", urlsplit(known.url).netloc)
        await bot.delete_webhook(drop_pending_updates=False)
    poller = Poller(bot, inbox, Rivals(pulse), allowed_updates)
    task = asyncio.create_task(poller.run())
    try:
        yield
    finally:
        poller.stop()
        await asyncio.wait({task}, timeout=STOP_SECONDS)
        if not task.done():
            log.warning("polling does not end in order: Telegram or the database does not answer")
            task.cancel()
            await asyncio.wait({task})
