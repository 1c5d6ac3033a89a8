"""Calls of the Bot API where they go through a proxy."""

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest
import telegram

from bot.delivery import transport
from bot.delivery.transport import AiohttpRequest

BODY = b'{"ok": true, "result": "hello"}'
SAYS = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[str, list[str]]]:
    """The address of a proxy that gives its own answer, and what it has been asked."""
    asked: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(SAYS)
        writer.close()

    for name in ("http_proxy", "no_proxy", "HTTP_PROXY", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    transport._proxy.cache_clear()
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
    transport._proxy.cache_clear()


async def said() -> str:
    """What Telegram, or whoever answers in its place, says to a call."""
    request = AiohttpRequest(1)
    await request.initialize()
    bot = telegram.Bot("1:token", "http://telegram.invalid/bot", request=request)
    try:
        return str(await transport.call(request, bot, "getMe", {"chat_id": 5, "markup": {"a": [1]}}))
    finally:
        await request.shutdown()


async def test_a_proxy_of_the_environment_is_used(
    proxy: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its password."""
    address, asked = proxy
    monkeypatch.setenv("http_proxy", f"http://ann:secret@{address}")
    assert await said() == "hello"
    assert asked[0].startswith("POST http://telegram.invalid/bot1:token/getMe HTTP/1.1")
    assert f"Proxy-Authorization: Basic {base64.b64encode(b'ann:secret').decode()}" in asked[0]


async def test_no_proxy_where_the_environment_says_so(
    proxy: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a Bot API server in one's own network."""
    address, asked = proxy
    monkeypatch.setenv("http_proxy", f"http://{address}")
    monkeypatch.setenv("no_proxy", "telegram.invalid")
    with pytest.raises(transport.NotSentError):
        await said()
    assert not asked
