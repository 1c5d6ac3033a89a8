"""Updates that the bot fetches from Telegram, and what happens when somebody else fetches them too."""

import contextlib
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import telegram
from telegram.error import Conflict, TelegramError
from telegram.ext import Updater

from bot.ops.health import NEVER, Pulse

log = logging.getLogger(__name__)

POLL_SECONDS = 30
NEWCOMER_SECONDS = 60.0
PATIENCE_SECONDS = 15.0
"""So long a newcomer shares with another process, which may be on its way out."""
QUIET_SECONDS = 60.0
"""After so long without a conflict the next one is another story; the library itself waits up to 30 between two."""
WHILE_A_WEBHOOK = "Updates of this bot now go to a webhook, so this process, which polls, ends."
ANOTHER_POLLER = (
    "Another process is fetching the updates of this bot, and Telegram serves one at a time, so this one ends. "
    "Stop the other one first; several workers need webhooks and PostgreSQL."
)


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
        try:
            await updater.stop()
        except Exception as error:  # polling that has died tells of it here; the rest is to end in order
            log.warning("while stopping: %s", error)
