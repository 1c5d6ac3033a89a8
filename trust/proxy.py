"""A connection that can be broken: it stands between the bot and Telegram, or the bot and PostgreSQL."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from pathlib import Path

CHUNK = 64 * 1024


@dataclass(eq=False)
class _Pair:
    """One connection through the proxy."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    frozen: bool = False
    muted: bool = False

    def abort(self) -> None:
        """Both sides see it break."""
        for side in (self.client, self.server):
            side.transport.abort()


@dataclass
class Proxy:
    """Passes bytes on to a port of this machine or to a socket file, as long as it is let."""

    target: int | Path
    port: int = 0
    cuts_left: int = 0
    cut_after: bytes = b""
    _server: asyncio.Server | None = None
    _pairs: set[_Pair] = field(default_factory=set)
    _all: list[_Pair] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self) -> None:
        """Takes connections, always on the same port."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def refuse(self) -> None:
        """Nobody listens any more, and what was connected is cut."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.cut()

    def cut(self) -> None:
        """Every connection of now breaks; new ones are fine."""
        for pair in list(self._pairs):
            pair.abort()

    def freeze(self) -> None:
        """Every connection of now stays open and carries nothing any more, as when a router forgets it."""
        for pair in self._pairs:
            pair.frozen = True

    def cut_answers(self, after: bytes, times: int) -> None:
        """So many times, what is said with these bytes arrives, and the connection breaks before the answer."""
        self.cut_after, self.cuts_left = after, times

    async def close(self) -> None:
        """The end of it."""
        self.refuse()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for pair in self._all:
            pair.abort()
        await asyncio.sleep(0)  # now the sockets are closed, too

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if isinstance(self.target, Path):
                theirs, server = await asyncio.open_unix_connection(self.target)
            else:
                theirs, server = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        pair = _Pair(writer, server)
        self._pairs.add(pair)
        self._all.append(pair)
        for source, sink, asks in ((reader, server, True), (theirs, writer, False)):
            task = asyncio.create_task(self._pump(pair, source, sink, asks=asks))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pump(self, pair: _Pair, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, asks: bool) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(CHUNK):
                if pair.frozen:
                    continue
                if asks and self.cuts_left and self.cut_after in data:
                    self.cuts_left -= 1
                    pair.muted = True
                elif not asks and pair.muted:
                    break
                sink.write(data)
                await sink.drain()
        if pair.frozen and not asks:
            return  # the bot must not learn of it
        self._pairs.discard(pair)
        pair.abort()
