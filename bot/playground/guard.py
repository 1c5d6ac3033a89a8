"""Keeps other web pages out: a browser lets any page post to a loopback address."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def same_origin_only(host: str) -> Middleware:
    """Refuse requests that another site makes, or that reach us under another name (DNS rebinding)."""
    names = LOOPBACK | {host}

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if urlsplit(f"//{request.host}").hostname not in names:
            raise web.HTTPForbidden(text="The playground answers to loopback names only.")
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            raise web.HTTPForbidden(text="The playground takes no requests from other sites.")
        # Images and links of other sites bring no Origin; only following a link to the page itself is harmless.
        site = request.headers.get("Sec-Fetch-Site", "none")
        if site not in {"none", "same-origin"} and request.path != "/":
            raise web.HTTPForbidden(text="The playground takes no requests from other sites.")
        return await handler(request)

    return check
