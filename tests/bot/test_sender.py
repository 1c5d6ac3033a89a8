"""Every way in which a call can fail at the wire, and what becomes of the message: again, once more, or never."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from bot.delivery import transport
from bot.delivery.fate import BACK_OFF_SECONDS, UNEXPLAINED_PAUSE_SECONDS, Fate, Result
from bot.delivery.limits import OwnLimits
from bot.delivery.sender import Sender
from bot.delivery.transport import AiohttpRequest
from storage.database import Database
from storage.states import Priority
from storage.tables import OutboxRow

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TOKEN = "70000001:playground-token-which-is-no-secret"
CHAT = 7
HANGS, CUT, HALF = b"hangs", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"

NOT_SENT = Result(Fate.AGAIN, pause_all=BACK_OFF_SECONDS)
PERHAPS = Result(Fate.UNCERTAIN, pause_chat=BACK_OFF_SECONDS)
REFUSED = Result(Fate.GIVEN_UP)
GONE = Result(Fate.CHAT_GONE)


def says(status: int, body: str) -> bytes:
    """An answer over HTTP."""
    return f"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}".encode()


def error(status: int, description: str, **parameters: Any) -> bytes:
    """An answer of Telegram's."""
    body = {"ok": False, "error_code": status, "description": description}
    return says(status, json.dumps(body | ({"parameters": parameters} if parameters else {})))


@contextlib.asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[str]:
    """The address of a server that gives this answer to whatever is asked, and hangs up."""

    writers = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        await reader.readuntil(b"\r\n\r\n")
        if answer == HANGS:
            await asyncio.sleep(0.5)
        writer.write(answer)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        await asyncio.gather(*(writer.wait_closed() for writer in writers), return_exceptions=True)


DATABASE: list[str] = []


@pytest.fixture(autouse=True)
def kept(sqlite_url: str) -> None:
    """That a message is under way is kept in this database."""
    DATABASE[:] = [sqlite_url]


async def sent(address: str, *, attempts: int = 0) -> Result:
    """What becomes of a message that is sent to this address."""
    request = AiohttpRequest(1)
    await request.initialize()
    bot = telegram.Bot(TOKEN, f"{address}/bot", request=request)
    database = Database(DATABASE[0])
    sender = Sender(
        database,
        bot,
        limits=OwnLimits(1000, lambda: 0.0),
        worker=1,
        clock=lambda: NOW,
        seconds=lambda: 0.0,
        on_sent=lambda: None,
    )
    row = OutboxRow(
        id=1,
        chat_id=CHAT,
        method="send_message",
        payload={"chat_id": CHAT, "text": "hello"},
        priority=Priority.REPLY,
        attempts=attempts,
        created_at=NOW,
    )
    result = await sender._send(row)
    await request.shutdown()
    await database.close()
    return result


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        # Surely not sent: again, as often as it takes.
        (error(429, "Too Many Requests: retry after 7", retry_after=7), Result(Fate.AGAIN, pause_chat=7)),
        (error(429, "Too Many Requests"), Result(Fate.AGAIN, pause_chat=UNEXPLAINED_PAUSE_SECONDS)),
        (says(429, "<html>slow down</html>"), Result(Fate.AGAIN, pause_chat=UNEXPLAINED_PAUSE_SECONDS)),
        (error(401, "Unauthorized"), NOT_SENT),
        (error(404, "Not Found"), NOT_SENT),
        (says(404, "<html>nothing here</html>"), NOT_SENT),
        (
            error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1007),
            Result(Fate.MOVED, moved_to=-1007),
        ),
        # Perhaps sent: once more, and then no more.
        (HANGS, PERHAPS),
        (CUT, PERHAPS),
        (HALF, PERHAPS),
        (error(500, "Internal Server Error"), PERHAPS),
        (says(502, "<html>Bad Gateway</html>"), PERHAPS),
        (says(503, ""), PERHAPS),
        (says(504, "<html>Gateway Timeout</html>"), PERHAPS),
        # Final.
        (error(403, "Forbidden: bot was blocked by the user"), GONE),
        (error(403, "Forbidden: bot was kicked from the supergroup chat"), GONE),
        (error(400, "Bad Request: chat not found"), GONE),
        (error(400, "Bad Request: not enough rights to send text messages to the chat"), GONE),
        (error(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), GONE),
        (error(400, "Bad Request: PEER_ID_INVALID"), GONE),
        (error(400, "Bad Request: can't parse entities: unexpected end tag"), REFUSED),
        (error(400, "Bad Request: message is not modified"), Result(Fate.DONE)),
        (error(400, "Bad Request: query is too old and response timeout expired"), Result(Fate.DONE)),
        # Almost surely sent: what stands in between has lost the answer.
        (says(200, "<html>hello</html>"), REFUSED),
    ],
)
async def test_what_becomes_of_a_message(answer: bytes, result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what Telegram, or who stands in its place, does."""
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    async with answering(answer) as address:
        assert await sent(address) == result
        if result == PERHAPS:
            assert await sent(address, attempts=1) == REFUSED


async def test_where_there_is_no_connection_nothing_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused, no such host, and nobody who takes the connection: again, whatever came before."""
    monkeypatch.setattr(transport, "CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        nobody = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, contextlib.ExitStack() as queue:
        place = full.getsockname()
        for _ in range(4):  # the queue is full: the next one waits in vain
            client = queue.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(place)
        for address in (nobody, "http://no-such-host.invalid", f"http://127.0.0.1:{place[1]}"):
            assert await sent(address, attempts=1) == NOT_SENT, address
