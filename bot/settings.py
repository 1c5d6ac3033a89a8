"""The operator's settings, from the environment or a .env file; every problem is reported at once."""

import os
import re
import zoneinfo
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.conversation.words import LANGUAGES
from storage.database import driver_url, with_password

PREFIX = "DAILYDECK_"
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Telegram takes 1 to 256 of these characters; a shorter one could be guessed."""
WEBHOOK_PORTS = {None, 443, 80, 88, 8443}
TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,80}")

EXAMPLES = {
    "token": "DAILYDECK_TOKEN=123456789:AAF0-the-characters-that-BotFather-gave-you",
    "token_file": "DAILYDECK_TOKEN_FILE=/run/secrets/telegram-token",
    "database_url": "DAILYDECK_DATABASE_URL=sqlite:///dailydeck.db or postgresql://user:password@host/dailydeck",
    "database_password_file": "DAILYDECK_DATABASE_PASSWORD_FILE=/run/secrets/postgres-password",
    "telegram_url": "DAILYDECK_TELEGRAM_URL=https://api.telegram.org",
    "webhook_url": "DAILYDECK_WEBHOOK_URL=https://bot.example.org/telegram (left out, the bot polls)",
    "webhook_secret": "DAILYDECK_WEBHOOK_SECRET=what-openssl-rand-hex-32-prints",
    "listen": "DAILYDECK_LISTEN=127.0.0.1:8443",
    "health": "DAILYDECK_HEALTH=127.0.0.1:8081",
    "admins": "DAILYDECK_ADMINS=123456789,987654321 (numeric ids, not @names)",
    "decks": "DAILYDECK_DECKS=/srv/dailydeck/decks",
    "timezone": "DAILYDECK_TIMEZONE=Europe/Paris",
    "language": "DAILYDECK_LANGUAGE=en",
    "sends_per_second": "DAILYDECK_SENDS_PER_SECOND=25 (more than 0, at most 1000)",
    "log": "DAILYDECK_LOG=text or json",
    "log_level": "DAILYDECK_LOG_LEVEL=INFO",
}


class SettingsError(Exception):
    """Settings that cannot be used; `problems` has one line for each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def _ids(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


class Settings(BaseSettings):
    """What an operator can set; `read_settings` is the way to make one."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", env_ignore_empty=True)

    token: SecretStr | None = None
    token_file: Path | None = None
    database_url: str = "sqlite:///dailydeck.db"
    database_password_file: Path | None = None
    telegram_url: str = "https://api.telegram.org"
    webhook_url: str | None = None
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True)] = None
    listen: str = "127.0.0.1:8443"
    health: str | None = None
    admins: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = frozenset()
    decks: Path | None = None
    timezone: str = "UTC"
    language: str = "en"
    sends_per_second: Annotated[float, Field(gt=0, le=1000)] = 25
    log: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def secrets(self) -> list[str]:
        """What must never be shown."""
        hidden = [secret.get_secret_value() for secret in (self.token, self.webhook_secret) if secret is not None]
        password = driver_url(self.database_url).password
        return hidden if password is None else [*hidden, password]

    @field_validator("token")
    @classmethod
    def _token_looks_right(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("looks wrong (expected 123456:ABC…)")
        return token

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        # The password must not come back in an error message.
        try:
            driver_url(url)
        except ValueError:
            raise ValueError("is not the address of an SQLite or PostgreSQL database") from None
        if url.startswith("sqlite") and (path := url.partition("///")[2].partition("?")[0]):
            folder = Path(path).absolute().parent
            if not folder.is_dir():
                raise ValueError(f"names the folder {folder}, which does not exist")
            if not os.access(Path(path) if Path(path).exists() else folder, os.W_OK):
                raise ValueError(f"names {path}, which cannot be written")
        return url

    @field_validator("telegram_url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise ValueError("is not an address")
        return url.rstrip("/")

    @field_validator("decks")
    @classmethod
    def _is_folder(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError(f"names the folder {folder}, which does not exist")
        return folder

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, name: str) -> str:
        if name not in zoneinfo.available_timezones():
            raise ValueError(f"{name!r} is not an IANA time zone")
        return name

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, code: str) -> str:
        if code not in LANGUAGES:
            raise ValueError(f"{code!r} is not a language of the bot; choose from {', '.join(LANGUAGES)}")
        return code

    @field_validator("webhook_url")
    @classmethod
    def _is_webhook(cls, url: str | None) -> str | None:
        if url is not None:
            parts = urlsplit(url)
            if parts.scheme != "https" or not parts.hostname:
                raise ValueError("is not an https address, and Telegram delivers to no other")
            if parts.port not in WEBHOOK_PORTS:
                raise ValueError("has a port to which Telegram does not deliver; it may be 443, 80, 88 or 8443")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _keeps_strangers_out(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("webhook_url"):
            raise ValueError("is missing: without it anybody could send updates to the webhook")
        if secret is not None and not SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("must have 16 to 256 characters, and only letters (A to Z), digits, _ and -")
        return secret

    @field_validator("health", "listen")
    @classmethod
    def _is_listening_place(cls, place: str | None) -> str | None:
        if place is not None and not (
            re.fullmatch(r"[\w.:\[\]-]+:\d{1,5}", place) and int(place.rpartition(":")[2]) < 2**16
        ):
            raise ValueError("is not host:port")
        return place

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level


def read_settings(*, need_token: bool = True) -> Settings:
    """The settings of this process. Raises SettingsError listing every problem, without any secret."""
    problems = _unknown({*dotenv_values(".env"), *os.environ})
    settings: Settings | None = None
    try:
        settings = Settings()
    except ValidationError as error:
        for mistake in error.errors():
            name = str(mistake["loc"][0])
            said = mistake["msg"].removeprefix("Value error, ")
            said = said[:1].lower() + said[1:]
            problems.append(f"{PREFIX}{name.upper()} {said}. For example: {EXAMPLES[name]}")
    if settings is not None:
        settings, more = _with_password(settings)
        problems += more
        if need_token:
            settings, more = _with_token(settings)
            problems += more
    if problems or settings is None:
        raise SettingsError(problems)
    return settings


def _secret_in(file: Path) -> str:
    """What stands in a file, without the end of the line. Raises ValueError."""
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(
            f"cannot be read: {error.strerror if isinstance(error, OSError) else 'it is no text'}"
        ) from None


def _with_password(settings: Settings) -> tuple[Settings, list[str]]:
    """The settings with the database's password from its file, where that is how it is given."""
    if settings.database_password_file is None:
        return settings, []
    try:
        url = with_password(settings.database_url, _secret_in(settings.database_password_file))
    except ValueError as error:
        example = EXAMPLES["database_password_file"]
        return settings, [f"DAILYDECK_DATABASE_PASSWORD_FILE {error}. For example: {example}"]
    return settings.model_copy(update={"database_url": url}), []


def _with_token(settings: Settings) -> tuple[Settings, list[str]]:
    """The settings with the token from its file, where that is how it is given."""
    if settings.token is not None:
        return settings, []
    if settings.token_file is None:
        return settings, [f"DAILYDECK_TOKEN is missing. For example: {EXAMPLES['token']}"]
    try:
        token = _secret_in(settings.token_file)
    except ValueError as error:
        return settings, [f"DAILYDECK_TOKEN_FILE {error}. For example: {EXAMPLES['token_file']}"]
    if not TOKEN.fullmatch(token):
        return settings, [
            f"DAILYDECK_TOKEN_FILE holds what does not look like a token. For example: {EXAMPLES['token']}"
        ]
    return settings.model_copy(update={"token": SecretStr(token)}), []


def _unknown(variables: set[str]) -> list[str]:
    """Variables with our prefix that mean nothing to us: a misspelt setting must not go unnoticed."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    problems = []
    for name in sorted(variables):
        if name.startswith(PREFIX) and name not in known:
            near = process.extractOne(name, sorted(known), scorer=OSA.distance, score_cutoff=4)
            problems.append(f"{name} is not a setting" + (f"; did you mean {near[0]}?" if near else ""))
    return problems
