"""Logging: text for people or JSON for machines, and never a token."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
PASSWORD = re.compile(r"(\w+://[^:/\s]+:)[^@\s]+@")
QUIET = ("httpx", "httpcore", "telegram", "aiosqlite", "asyncio", "aiohttp.access", "alembic")


def hide_secrets(text: str) -> str:
    """The text without bot tokens and without passwords of database addresses."""
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
        return hide_secrets(json.dumps(fields, ensure_ascii=False))


def set_up(kind: str, level: str) -> None:
    """Logs to standard error; `kind` is "text" or "json"."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if kind == "json" else TextFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        # Their lower levels name every address that is called, and with it the token.
        logging.getLogger(name).setLevel(logging.WARNING)
