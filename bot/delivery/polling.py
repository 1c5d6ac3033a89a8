"""Updates that the bot fetches from Telegram, and what happens when somebody else fetches them too."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import telegram
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.delivery.inbox import Inbox
from bot.delivery.transport import AiohttpRequest, call, pause_asked_for
from bot.ops import metrics
from bot.ops.health import NEVER, Pulse

log = logging.getLogger(__name__)

POLL_SECONDS = 30
ANSWER_SECONDS = 10.0
"""So much longer than asked for may a poll take."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
CONFLICT_PAUSE_SECONDS = 3.0
"""Long enough for the one that was here first to go on, and short, so that soon one of the two ends."""
GOODBYE_SECONDS = 2.0
NEWCOMER_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
"""So long a newcomer shares with another process, which may be on its way out."""
QUIET_SECONDS = 60.0
"""After so long without a conflict the next one is another story."""
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
        """As AiohttpRequest."""
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
        if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.CONFLICT):
            self._pulse.tried()  # we know why, and a new start would change nothing
        return status, body


class Rivals:
    """Watches for another process that takes the same bot's updates. The one that was here first stays."""

    def __init__(self, pulse: Pulse, leads: Callable[[], bool] | None = None) -> None:
        """`leads`, where processes share a database, says whether we are the first there; else the time decides."""
        self._pulse = pulse
        self._leads = leads
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
        came_later = self._first - self._started < NEWCOMER_SECONDS if self._leads is None else not self._leads()
        if came_later and now - self._first > PATIENCE_SECONDS:
            self._pulse.rival = ANOTHER_POLLER


class Poller:
    """Fetches updates; Telegram hands them out again until a later call shows that we have them.

    The library's own loop would end for good at the first 404, and at an update that it cannot read.
    """

    def __init__(self, bot: telegram.Bot, inbox: Inbox, request: AiohttpRequest, allowed_updates: list[str]) -> None:
        """`request` is a transport of one connection: two polls at a time would be in each other's way."""
        self._bot = bot
        self._inbox = inbox
        self._request = request
        self._allowed = allowed_updates
        self._offset = 0

    async def run(self, rivals: Rivals) -> None:
        """Fetches until it is cancelled, whatever goes wrong."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                found = await self._fetch(POLL_SECONDS)
                if found:
                    await self._inbox.take_in(found, self._bot)
                    self._offset = found[-1]["update_id"] + 1
                pause = FIRST_PAUSE_SECONDS
                continue
            except TelegramError as error:
                rivals.failed(error)
                if isinstance(error, RetryAfter):
                    pause = max(pause, pause_asked_for(error))
                elif isinstance(error, Conflict):
                    pause = min(pause, CONFLICT_PAUSE_SECONDS)
            except Exception:
                # While the database is away Telegram keeps what comes.
                log.exception("updates cannot be kept; trying again")
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def say_goodbye(self) -> None:
        """Tells Telegram what we have, so that a bot on another database does not get it again."""
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(GOODBYE_SECONDS):
                await self._fetch(0)

    async def _fetch(self, seconds: int) -> Sequence[dict[str, Any]]:
        values = {"offset": self._offset, "timeout": seconds, "allowed_updates": self._allowed}
        found: Any = await call(self._request, self._bot, "getUpdates", values, seconds + ANSWER_SECONDS)
        return found if isinstance(found, list) else []


@contextlib.asynccontextmanager
async def polling(poller: Poller, bot: telegram.Bot, rivals: Rivals) -> AsyncIterator[None]:
    """Fetches updates until the end. A webhook of an earlier run is taken back, and nothing that waits is dropped."""
    known = await bot.get_webhook_info()
    if known.url:
        log.warning("a webhook at %s is taken back: this bot polls", urlsplit(known.url).netloc)
    await bot.delete_webhook(drop_pending_updates=False)
    fetching = asyncio.create_task(poller.run(rivals))
    try:
        yield
    finally:
        fetching.cancel()
        await asyncio.wait([fetching])
        await poller.say_goodbye()
