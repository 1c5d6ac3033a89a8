"""The chat page: its files, what people do on it, and a stream of what happens."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo, available_timezones

from aiohttp import BodyPartReader, web

from bot.playground import view
from bot.playground.chats import Chat
from bot.playground.entities import utf16_length
from bot.playground.files import image_size, image_type
from bot.playground.messages import Message
from bot.playground.person import TEXT_LIMIT, Person
from bot.playground.world import Change, World

STATIC = Path(__file__).with_name("static")
CONTENT_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
# Nothing from elsewhere, and nothing that a message could smuggle in.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", "Referrer-Policy": "no-referrer"}
PING_SECONDS = 15
RETRY = b"retry: 1000\n"
LOCATION = (48.8566, 2.3522)

Action = Callable[["Page", dict[str, Any]], Any]


class Page:
    """Shows a world to a browser, and does there what the people at the browser want."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._streams: set[asyncio.Queue[Change | None]] = set()
        self._stop_listening = world.listen(self._spread)

    def add_to(self, app: web.Application) -> None:
        """Register the page's routes."""
        app.router.add_get("/", _static_file)
        app.router.add_get("/static/{name}", _static_file)
        app.router.add_get("/play/state", self._state)
        app.router.add_get("/play/events", self._events)
        app.router.add_get("/play/commands", self._commands)
        app.router.add_get("/play/file/{file_id}", self._file)
        app.router.add_post("/play/upload", _explained(self._upload))
        app.router.add_post("/play/{action}", _explained(self._act))
        app.on_shutdown.append(self._close)

    def person(self, values: dict[str, Any]) -> Person:
        """Whoever acts."""
        person = self.world.person_by_id(int(values["person"]))
        if person is None:
            raise LookupError("nobody here has that id")
        return person

    def chat(self, values: dict[str, Any]) -> Chat:
        """The chat it happens in."""
        chat = self.world.chat(int(values["chat"]))
        if chat is None:
            raise LookupError("there is no such chat")
        return chat

    def message(self, values: dict[str, Any], name: str = "message") -> Message:
        """The message it is about."""
        message = self.chat(values).message(int(values[name]))
        if message is None:
            raise LookupError("that message is gone")
        return message

    def answered(self, values: dict[str, Any]) -> Message | None:
        """The message that is replied to, if one is."""
        return self.message(values, "reply_to") if values.get("reply_to") else None

    def _spread(self, change: Change) -> None:
        for stream in self._streams:
            stream.put_nowait(change)

    async def _close(self, _: web.Application) -> None:
        self._stop_listening()
        for stream in self._streams:
            stream.put_nowait(None)

    async def _state(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(view.state(self.world), headers=HEADERS)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=HEADERS | {"Content-Type": "text/event-stream"})
        stream: asyncio.Queue[Change | None] = asyncio.Queue()
        self._streams.add(stream)
        try:
            await response.prepare(request)
            # The page fetches the state when it sees this, so nothing falls between state and stream.
            await response.write(RETRY + _event({"kind": "hello"}))
            while True:
                try:
                    async with asyncio.timeout(PING_SECONDS):
                        change = await stream.get()
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if change is None:
                    break
                await response.write(_event(view.change_view(change, self.world)))
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._streams.discard(stream)
        return response

    async def _commands(self, request: web.Request) -> web.StreamResponse:
        values = dict(request.query)
        menu = self.world.commands.seen_by(self.person(values), self.chat(values))
        rows = [{"command": item.command, "description": item.description} for item in menu]
        return web.json_response(rows, headers=HEADERS)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        # What is not plainly a picture is downloaded, never shown: a document could be a page with a script.
        picture = image_type(stored.data)
        headers = dict(HEADERS)
        if picture is None or "download" in request.query:
            name = quote(stored.name or stored.path.rpartition("/")[2])
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        return web.Response(body=stored.data, content_type=picture or "application/octet-stream", headers=headers)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        action = ACTIONS.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        return web.json_response(action(self, await request.json()) or {}, headers=HEADERS)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        values: dict[str, Any] = {}
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            if part.filename is None:
                values[part.name or ""] = await part.text()
                continue
            person, chat, reply_to = self.person(values), self.chat(values), self.answered(values)
            data, caption = bytes(await part.read()), values.get("caption", "")
            if values.get("as") == "photo" and image_size(data) is not None:
                person.send_photo(chat, data, caption=caption, reply_to=reply_to)
            else:
                mime = part.headers.get("Content-Type")
                person.send_document(chat, part.filename, data, mime=mime, caption=caption, reply_to=reply_to)
        return web.json_response({}, headers=HEADERS)


def _send(page: Page, values: dict[str, Any]) -> None:
    person, chat, reply_to = page.person(values), page.chat(values), page.answered(values)
    for piece in pieces(str(values["text"])):
        person.send(chat, piece, reply_to=reply_to)


def _edit(page: Page, values: dict[str, Any]) -> None:
    page.person(values).edit(page.message(values), str(values["text"])[:TEXT_LIMIT])


def _tap(page: Page, values: dict[str, Any]) -> dict[str, Any]:
    tap = page.person(values).tap_data(page.message(values), str(values["data"]))
    return view.tap_view(tap)


def _follow(page: Page, values: dict[str, Any]) -> dict[str, Any]:
    person = page.person(values)
    followed = person.follow(str(values["url"]))
    return {"chat": person.chat.id if followed else None}


def _share_location(page: Page, values: dict[str, Any]) -> None:
    place = (float(values.get("latitude", LOCATION[0])), float(values.get("longitude", LOCATION[1])))
    page.person(values).send_location(page.chat(values), *place, reply_to=page.answered(values))


def _share_contact(page: Page, values: dict[str, Any]) -> None:
    person = page.person(values)
    person.send_contact(page.chat(values), person.first_name, f"+33 1 00 00 {person.id}")


def _sticker(page: Page, values: dict[str, Any]) -> None:
    page.person(values).send_sticker(page.chat(values), reply_to=page.answered(values))


def _voice(page: Page, values: dict[str, Any]) -> None:
    page.person(values).send_voice(page.chat(values), reply_to=page.answered(values))


def _block(page: Page, values: dict[str, Any]) -> None:
    person = page.person(values)
    if values["blocked"]:
        person.block_bot()
    else:
        person.unblock_bot()


def _move_clock(page: Page, values: dict[str, Any]) -> dict[str, Any]:
    clock, step = page.world.clock, values["to"]
    if step == "tomorrow":
        zone = str(values.get("zone", "UTC"))
        if zone not in available_timezones():
            raise ValueError(f"no time zone is called {zone!r}")
        clock.move_to(clock.next_morning(ZoneInfo(zone)))
    else:
        clock.advance({"hour": timedelta(hours=1), "week": timedelta(weeks=1)}[step])
    return view.clock(page.world)


ACTIONS: dict[str, Action] = {
    "send": _send,
    "edit": _edit,
    "tap": _tap,
    "follow": _follow,
    "location": _share_location,
    "contact": _share_contact,
    "sticker": _sticker,
    "voice": _voice,
    "block": _block,
    "clock": _move_clock,
}


def pieces(text: str) -> list[str]:
    """A text too long for one message in several, as Telegram's apps cut it."""
    cut: list[str] = []
    start = units = 0
    for at, character in enumerate(text):
        width = utf16_length(character)
        if units + width > TEXT_LIMIT:
            cut.append(text[start:at])
            start, units = at, 0
        units += width
    return [*cut, text[start:]]


def _explained(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> Any:
    """Turn what a person cannot do into words for the page."""

    async def explained(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (ValueError, LookupError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400, headers=HEADERS)

    return explained


async def _static_file(request: web.Request) -> web.StreamResponse:
    path = STATIC / request.match_info.get("name", "index.html")
    kind = CONTENT_TYPES.get(path.suffix)
    if kind is None or path.parent != STATIC or not path.is_file():
        raise web.HTTPNotFound
    headers = HEADERS | {"Content-Security-Policy": POLICY}
    return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8", headers=headers)


def _event(fields: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(fields)}\n\n".encode()
