"""Logging: text for people or JSON for machines, and never a secret."""

import json
import logging
import re
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote

TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
PASSWORD = re.compile(r"(\w+://[^:/\s]*:)\S+@")
QUIET = ("httpx", "httpcore", "telegram", "aiosqlite", "asyncio", "asyncpg", "aiohttp", "alembic", "sqlalchemy")
SHORTEST = 4
"""A password of fewer characters is none, and would be found in every word."""
_known: set[str] = set()

log = logging.getLogger(__name__)


def hide_secrets(text: str) -> str:
    """The text without the secrets of this process, bot tokens, and passwords of database addresses."""
    for secret in _known:
        text = text.replace(secret, "<secret>")
    return PASSWORD.sub(r"\1…@", TOKEN.sub("<token>", text))


class TextFormatter(logging.Formatter):
    """A line for people to read; what stands in an exception is cleaned too."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        return hide_secrets(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        fields = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        # Before they are written as JSON, which may write characters of a secret in another way.
        return json.dumps({name: hide_secrets(said) for name, said in fields.items()}, ensure_ascii=False)


def set_up(kind: str, level: str, secrets: Iterable[str] = ()) -> None:
    """Logs to standard error; `kind` is "text" or "json". What stands in `secrets` is never written.

    Errors that nobody catches, and warnings, go the same way.
    """
    _known.update(form for secret in secrets if len(secret) >= SHORTEST for form in (secret, quote(secret, safe="")))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if kind == "json" else TextFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        # Their lower levels name every address that is called, and with it the token, or show what people wrote.
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("an error that nobody has caught", exc_info=(kind, error, trace))


def _uncaught_in_thread(found: threading.ExceptHookArgs) -> None:
    if found.exc_value is not None:
        _uncaught(found.exc_type, found.exc_value, found.exc_traceback)
