"""What is logged holds no secret, whatever raises it."""

import io
import json
import logging

import pytest

from bot.ops.logs import JsonFormatter, TextFormatter, hide_secrets

TOKEN = "123456789:AAF0abcdefghijklmnopqrstuvwxyz0123456"


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()])
def test_tokens_and_passwords_are_hidden(formatter: logging.Formatter) -> None:
    """In the message, in its arguments and in a traceback."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.Logger("test")
    logger.addHandler(handler)
    logger.warning("calling https://api.telegram.org/bot%s/getMe", TOKEN)
    try:
        raise RuntimeError(f"cannot open postgresql://bot:hunter2@db/x for {TOKEN}")
    except RuntimeError:
        logger.exception("failed")
    written = stream.getvalue()
    assert TOKEN not in written
    assert "hunter2" not in written
    assert "RuntimeError" in written


def test_json_is_one_object_a_line() -> None:
    """For machines."""
    record = logging.LogRecord("bot", logging.INFO, "", 0, "two\nlines of %s", ("text",), None)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "two\nlines of text"


@pytest.mark.parametrize("address", ["postgres://ann:p@ss:w@host/db", "postgresql+asyncpg://:p@ss:w@host/db"])
def test_a_password_that_should_have_been_escaped(address: str) -> None:
    """Is hidden whole."""
    assert "p@ss" not in hide_secrets(f"cannot open {address}")
    assert "ss:w" not in hide_secrets(f"cannot open {address}")


def test_ordinary_text_is_left_alone() -> None:
    """Times and addresses are no secrets."""
    text = "2026-03-02 09:00:00 asked 12:30 at https://example.org/a:b"
    assert hide_secrets(text) == text
