"""The Bot API over aiohttp: a third of the work per call that the library's own transport makes."""

import functools
import os
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import telegram
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # RequestData, which is public, is made of these

# Lengths of time come as timedelta, as they will by themselves in a later version of the library.
os.environ.setdefault("PTB_TIMEDELTA", "1")

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0


class NotSentError(NetworkError):
    """No connection came about: whatever was to be sent surely was not."""


class GatewayError(NetworkError):
    """Telegram, or what stands in front of it, answers with a server error: whatever was to be sent may have been."""


class AiohttpRequest(BaseRequest):
    """A transport for python-telegram-bot; proxies are taken from the environment."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Opens the pool of connections."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 # signature of the library
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 # signature of the library
    ) -> tuple[int, bytes]:
        """The status and body of one call. Raises NotSentError, GatewayError, TimedOut or NetworkError."""
        if self._session is None:
            raise RuntimeError("the transport has not been initialized")
        timeout = aiohttp.ClientTimeout(
            sock_connect=_or(connect_timeout, CONNECT_SECONDS), sock_read=_or(read_timeout, READ_SECONDS)
        )
        try:
            async with self._session.request(
                method, url, data=_form(request_data), timeout=timeout, proxy=_proxy(url)
            ) as response:
                body = await response.read()
                if response.status == HTTPStatus.GATEWAY_TIMEOUT:
                    raise TimedOut(f"Telegram answers {response.status}")
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise GatewayError(f"Telegram answers {response.status}")
                return response.status, body
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            # The address holds the token: the message must not name it.
            raise NotSentError(f"no connection: {type(error).__name__}") from None
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"connection broken: {type(error).__name__}") from None


async def call(
    request: BaseRequest, bot: telegram.Bot, method: str, values: Mapping[str, Any], seconds: float | None = None
) -> Any:
    """The result of one call as it came, not made into objects; `seconds` is how long its answer may take, if not 10.

    Raises what a call of the library raises.
    """
    parameters = [RequestParameter(name, value, None) for name, value in values.items()]
    return await request.post(f"{bot.base_url}/{method}", RequestData(parameters), read_timeout=seconds or READ_SECONDS)


def pause_asked_for(error: RetryAfter) -> float:
    """How many seconds Telegram wants to be left alone."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


@functools.lru_cache
def _proxy(url: str) -> str | None:
    """The proxy that the environment names; aiohttp would look for it in a thread with each call."""
    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


def _or(given: ODVInput[float], usual: float) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _form(request_data: RequestData | None) -> aiohttp.FormData | dict[str, Any] | None:
    if request_data is None:
        return None
    files = request_data.multipart_data
    if not files:
        return request_data.json_parameters
    # Names of files as they are: percent signs for spaces and accents would be shown to people.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
