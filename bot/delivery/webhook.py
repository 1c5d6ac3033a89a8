"""Updates that Telegram brings by webhook: checked, kept, and only then confirmed.

Served by aiohttp, which the bot speaks already towards Telegram and for its health page.
"""

import asyncio
import contextlib
import hmac
import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import telegram
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from telegram.error import NetworkError, TelegramError

from bot.conversation.floods import Budget
from bot.delivery.inbox import Inbox
from bot.ops import metrics
from bot.ops.health import CLOSE_SECONDS, Pulse, listening

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 # the name of a header
BODY_BYTES = 1024 * 1024
BODY_SECONDS = 10.0
IDLE_SECONDS = 30.0
"""A connection is closed that has brought no request for so long."""
HEADER_BYTES = 64 * 1024
STRANGERS = 200
"""So many connections may be open that have not shown it; then the oldest gives way."""
MAX_CONNECTIONS = 40
WATCH_SECONDS = 20.0
LARGEST_ID = 2**63 - 1
NOTED, NOTED_SECONDS = 5, 60.0


@dataclass(frozen=True)
class Address:
    """Where Telegram brings updates (`url`, with `secret`), and where we wait for them (`listen`, host:port)."""

    url: str
    secret: str
    listen: str

    @property
    def path(self) -> str:
        """The path of the address, which whatever stands in front of us must leave as it is."""
        return urlsplit(self.url).path or "/"


class Door:
    """Answers requests: 200 once an update is on disk, 503 while it cannot be kept, else what is wrong with it."""

    def __init__(self, bot: telegram.Bot, inbox: Inbox, address: Address, pulse: Pulse) -> None:
        self._bot = bot
        self._inbox = inbox
        self._secret = address.secret.encode()
        self._pulse = pulse
        self._notes = Budget(NOTED, NOTED_SECONDS)
        self._strangers: dict[asyncio.Protocol, None] = {}

    async def take(self, request: web.Request) -> web.Response:
        """One update of Telegram's."""
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return self._refuse(HTTPStatus.FORBIDDEN, "it does not have the secret")
        self._strangers.pop(request.protocol, None)
        if request.content_type != "application/json":
            return self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "it is not JSON")
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return self._refuse(HTTPStatus.REQUEST_TIMEOUT, "it does not come to an end")
        except web.HTTPRequestEntityTooLarge:
            return self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "it is too large")
        update = _update_in(body)
        if update is None:
            return self._refuse(HTTPStatus.BAD_REQUEST, "it holds no update")
        try:
            await self._inbox.take_in([update], self._bot)
        except Exception as error:  # whatever it is, Telegram keeps the update and brings it again
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, f"it cannot be kept now ({type(error).__name__})")
        self._pulse.heard()
        return web.Response()

    def open_to(self, server: web.Server) -> Callable[[], asyncio.Protocol]:
        """Makes connections; the oldest that has not shown the secret is closed when there are too many."""

        def connected() -> asyncio.Protocol:
            if len(self._strangers) >= STRANGERS:
                oldest: Any = next(iter(self._strangers))
                del self._strangers[oldest]
                if oldest.transport is not None:
                    oldest.transport.abort()
            protocol = server()
            self._strangers[protocol] = None
            return protocol

        return connected

    def no_http(self, record: logging.LogRecord) -> bool:
        """A filter for the server's log: what is no HTTP at all is worth a line, not a traceback of what was sent."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            self._note("it is no proper HTTP")
            return False
        return True

    def _refuse(self, status: HTTPStatus, why: str) -> web.Response:
        self._note(why)
        response = web.Response(status=status)
        response.force_close()
        return response

    def _note(self, why: str) -> None:
        metrics.WEBHOOK_REFUSALS.inc()
        # Nothing of the request is shown: it may be anybody's, and hold anything.
        if self._notes.spend(0, self._pulse.seconds()):
            log.warning("a request to the webhook is refused: %s", why)


def _update_in(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    is_id = isinstance(number, int) and not isinstance(number, bool) and 0 < number <= LARGEST_ID
    return update if is_id else None


@contextlib.asynccontextmanager
async def webhook(
    bot: telegram.Bot, inbox: Inbox, address: Address, pulse: Pulse, allowed_updates: list[str]
) -> AsyncIterator[None]:
    """Takes updates at `address`, which Telegram is told; it is not untold at the end, so that nothing is lost.

    Raises CannotListenError when it cannot be listened there, TelegramError when Telegram does not take the address.
    """
    door = Door(bot, inbox, address, pulse)
    app = web.Application(client_max_size=BODY_BYTES)
    app.router.add_post(address.path, door.take)
    server_log = log.getChild("server")
    server_log.addFilter(door.no_http)
    runner = web.AppRunner(
        app,
        access_log=None,
        logger=server_log,
        keepalive_timeout=IDLE_SECONDS,
        max_field_size=HEADER_BYTES,
        shutdown_timeout=CLOSE_SECONDS,
    )
    await runner.setup()
    server = runner.server
    if server is None:
        raise RuntimeError("the server was not set up")
    with listening("DAILYDECK_LISTEN", address.listen) as place:
        listener = await asyncio.get_running_loop().create_server(door.open_to(server), *place)

    async def tell() -> None:
        await bot.set_webhook(
            address.url,
            secret_token=address.secret,
            allowed_updates=allowed_updates,
            max_connections=MAX_CONNECTIONS,
            drop_pending_updates=False,
        )

    watching: asyncio.Task[None] | None = None
    try:
        await tell()
        watching = asyncio.create_task(_watch(bot, address, pulse, tell))
        yield
    finally:
        if watching is not None:
            watching.cancel()
        listener.close()
        await runner.cleanup()
        server_log.removeFilter(door.no_http)


async def _watch(bot: telegram.Bot, address: Address, pulse: Pulse, tell: Callable[[], Any]) -> None:
    """Asks Telegram from time to time whether the address still stands: silence alone does not tell quiet from deaf."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        try:
            known = await bot.get_webhook_info()
            if not known.url:
                log.warning("the webhook was taken away; it is set again")
                await tell()
            elif known.url != address.url:
                pulse.rival = f"Updates of this bot now go to a webhook at {_site(known.url)}, so this process ends."
                continue
            if known.last_error_message and known.pending_update_count:
                log.warning(
                    "Telegram cannot bring %s updates: %s", known.pending_update_count, known.last_error_message
                )
            pulse.heard()
        except TelegramError as error:
            if isinstance(error, NetworkError):
                pulse.tried()
            log.warning("Telegram does not say how the webhook is: %s", error)


def _site(url: str) -> str:
    # The path may be what keeps strangers out.
    return urlsplit(url).netloc
