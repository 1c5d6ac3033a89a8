"""What an operator gets wrong is said at once, all of it, each with a correct example and no secret."""

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings
from storage.database import driver_url

TOKEN = "123456789:AAF0abcdefghijklmnopqrstuvwxyz0123456"


pytestmark = pytest.mark.usefixtures("bare_environment")


def problems(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    """What is said about these settings."""
    for name, value in ({"TOKEN": TOKEN} | variables).items():
        monkeypatch.setenv(f"DAILYDECK_{name}", value)
    try:
        read_settings()
    except SettingsError as error:
        return error.problems
    return []


def test_a_token_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else has a default."""
    monkeypatch.setenv("DAILYDECK_TOKEN", TOKEN)
    settings = read_settings()
    assert settings.database_url == "sqlite:///dailydeck.db"
    assert settings.timezone == "UTC"
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    "token", ["", " ", "123:x", f" {TOKEN}", f"{TOKEN}\n", f'"{TOKEN}"', "<your token>", TOKEN.replace(":", "")]
)
def test_tokens_that_look_wrong(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    """Said with the form that is expected, and never shown."""
    (said,) = problems(monkeypatch, TOKEN=token)
    assert said.startswith("DAILYDECK_TOKEN ")
    assert "For example: DAILYDECK_TOKEN=123456789:" in said
    assert TOKEN[12:] not in said


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE_URL", "mysql://root@localhost/x", "is not the address of an SQLite or PostgreSQL database"),
        ("DATABASE_URL", "dailydeck.db", "is not the address"),
        ("DATABASE_URL", "postgresql://ann:pw@host:port/db", "is not the address"),
        ("DATABASE_URL", "sqlite:////no/such/folder/x.db", "/no/such/folder, which does not exist"),
        ("TELEGRAM_URL", "api.telegram.org", "is not an address"),
        ("ADMINS", "@ann", "123456789,987654321"),
        ("DECKS", "/no/such/folder", "which does not exist"),
        ("TIMEZONE", "Europe/Berln", "is not an IANA time zone"),
        ("LANGUAGE", "tlh", "is not a language of the bot"),
        ("SENDS_PER_SECOND", "0", "greater than 0"),
        ("SENDS_PER_SECOND", "-5", "greater than 0"),
        ("SENDS_PER_SECOND", "fast", "For example"),
        ("LOG", "xml", "For example: DAILYDECK_LOG=text or json"),
        ("LOG_LEVEL", "LOUD", "For example"),
        ("WEBHOOK_URL", "http://example.org/x", "is not an https address"),
        ("WEBHOOK_URL", "https://example.org:8080/x", "it may be 443, 80, 88 or 8443"),
        ("WEBHOOK_SECRET", "two words", "For example: DAILYDECK_WEBHOOK_SECRET=what-openssl-rand-hex-32-prints"),
        ("WEBHOOK_SECRET", "x" * 257, "16 to 256"),
        ("WEBHOOK_SECRET", "x" * 15, "16 to 256 characters"),
        ("WEBHOOK_SECRET", "sécrètement-caché", "letters (A to Z), digits, _ and -"),
        ("LISTEN", "8443", "host:port"),
        ("LISTEN", "127.0.0.1:99999", "host:port"),
        ("HEALTH", "nowhere", "host:port"),
        ("TOKNE", "x", "is not a setting; did you mean DAILYDECK_TOKEN?"),
        ("WHATEVER_THIS_IS", "x", "DAILYDECK_WHATEVER_THIS_IS is not a setting"),
    ],
)
def test_settings_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    """One line, beginning with the name of the variable."""
    (said,) = problems(monkeypatch, **{name: value})
    assert said.startswith(f"DAILYDECK_{name} ")
    assert told in said


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one anybody could answer in anybody's name."""
    (said,) = problems(monkeypatch, WEBHOOK_URL="https://bot.example.org/telegram")
    assert said.startswith("DAILYDECK_WEBHOOK_SECRET is missing")
    assert (
        problems(monkeypatch, WEBHOOK_URL="https://bot.example.org/telegram", WEBHOOK_SECRET="16_characters-ok") == []
    )


def test_everything_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one at a time."""
    said = problems(monkeypatch, TOKEN="x", TIMEZONE="x", ADMINS="x", TOKNE="x", SENDS_PER_SECOND="0")
    assert len(said) == 5


@pytest.mark.parametrize(
    "url", ["postgres://u:secret@h/db", "postgresql://u:secret@h/db", "sqlite:///x.db", "sqlite://"]
)
def test_database_addresses_as_people_write_them(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """The driver is ours to add."""
    assert problems(monkeypatch, DATABASE_URL=url) == []


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even when the address is wrong."""
    said = problems(monkeypatch, DATABASE_URL="mysql://ann:hunter2@host/db")
    assert "hunter2" not in "\n".join(said)


def test_a_token_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As container secrets come; a line break at its end does no harm."""
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    monkeypatch.setenv("DAILYDECK_TOKEN_FILE", str(file))
    settings = read_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    file.write_text("no token")
    with pytest.raises(SettingsError, match="holds what does not look like a token"):
        read_settings()
    file.unlink()
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings()


def test_a_dotenv_file_is_read_and_checked(tmp_path: Path) -> None:
    """Misspelt names in it are found too."""
    (tmp_path / ".env").write_text(f"DAILYDECK_TOKEN={TOKEN}\nDAILYDECK_ADMINS=1, 2\n")
    assert read_settings().admins == {1, 2}
    (tmp_path / ".env").write_text(f"DAILYDECK_TOKEN={TOKEN}\nDAILYDECK_ADMIN=1\n")
    with pytest.raises(SettingsError, match="did you mean DAILYDECK_ADMINS"):
        read_settings()


def test_the_password_of_the_database_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever characters it has."""
    file = tmp_path / "password"
    file.write_text("p@ss/w:rd?\n")
    settings = {"DATABASE_URL": "postgresql://ann@host/db", "DATABASE_PASSWORD_FILE": str(file)}
    assert problems(monkeypatch, **settings) == []
    assert driver_url(read_settings().database_url).password == "p@ss/w:rd?"
    (said,) = problems(monkeypatch, **settings | {"DATABASE_PASSWORD_FILE": "/no/such/file"})
    assert said.startswith("DAILYDECK_DATABASE_PASSWORD_FILE cannot be read: No such file")
