"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import hmac
import logging
from typing import Any

from aiohttp import web

from bot.playground.errors import ApiError
from bot.playground.faults import Break, Fault
from bot.playground.methods import EVERY_METHOD
from bot.playground.methods.call import BotCall, Method
from bot.playground.params import Params, read_params
from bot.playground.world import Call, World

log = logging.getLogger(__name__)

# Telegram takes method names in any case.
_METHODS = {name.lower(): (name, method) for name, method in EVERY_METHOD.items()}
# Their answers are not worth keeping: there is one every few seconds.
_UNRECORDED = frozenset({"getUpdates"})


class BotApi:
    """Takes the calls, breaks those that the tests want broken, keeps a record."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_to(self, app: web.Application) -> None:
        """Register the two routes."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._method)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._file)

    async def _method(self, request: web.Request) -> web.StreamResponse:
        asked = request.match_info["method"]
        name, method = _METHODS.get(asked.lower(), (asked, None))
        params, fault = Params(), None
        try:
            self._check_token(request)
            params = await read_params(request)
            if method is None:
                raise ApiError(404, f"Not Found: method {asked} is not known to the playground")
            fault = self._world.faults.take(name, params.integer("chat_id"))
            body = await self._answer(BotCall(self._world, params), name, method, fault)
        except ApiError as error:
            body = self._refused(name, error)
        self._record(name, params, body)
        return await _deliver(request, body, fault)

    async def _answer(self, call: BotCall, name: str, method: Method, fault: Fault | None) -> dict[str, Any]:
        if fault is not None and fault.error is not None:
            return _failure(fault.error)
        if fault is not None and not fault.delivered:
            return {"ok": True, "result": True}  # nobody will see it
        try:
            return {"ok": True, "result": await method(call)}
        except ApiError as error:
            return self._refused(name, error)
        except Exception as error:
            # Either nonsense that the checks let through, or a mistake of ours: nobody should overlook it.
            log.exception("%s broke the playground", name)
            self._world.complain(f"{name}: {error!r}")
            return _failure(ApiError(500, "Internal Server Error"))

    def _refused(self, name: str, error: ApiError) -> dict[str, Any]:
        if error.code in {404, 501}:
            self._world.complain(f"{name}: {error.description}")
        return _failure(error)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return web.json_response(_failure(error), status=error.code)
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            return web.json_response(_failure(ApiError(404, "Not Found")), status=404)
        return web.Response(body=stored.data, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"].encode()
        if not hmac.compare_digest(token, self._world.token.encode()):
            raise ApiError(401, "Unauthorized")

    def _record(self, name: str, params: Params, body: dict[str, Any]) -> None:
        if name in _UNRECORDED:
            return
        status = body.get("error_code", 200)
        self._world.calls.append(Call(name, params.values, status, self._world.now()))
        if status != 200:
            log.info("%s answered %s", name, body["description"])


async def _deliver(request: web.Request, body: dict[str, Any], fault: Fault | None) -> web.StreamResponse:
    if fault is not None and fault.hang_seconds:
        await asyncio.sleep(fault.hang_seconds)
    if fault is not None and fault.after is Break.DROP:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if fault is not None and fault.after is Break.RUBBISH:
        return web.Response(text="<html>502 Bad Gateway</html>", content_type="text/html")
    return web.json_response(body, status=body.get("error_code", 200))


def _failure(error: ApiError) -> dict[str, Any]:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    return body | ({"parameters": error.parameters} if error.parameters else {})
