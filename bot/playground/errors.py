"""How the Bot API says no."""

from typing import Any


class ApiError(Exception):
    """An answer with ok=false: the code, Telegram's words, and the parameters some errors carry."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: Any) -> ApiError:
    """400: the request itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    """403: the request is fine, and still the bot may not."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: two ways of fetching updates are in each other's way."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: slow down."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
