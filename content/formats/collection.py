"""The SQLite database in an Anki package: opened in memory, only read, and trusted in nothing."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.formats.found import CARDS_LIMIT, Fault, UnreadableError

_STEPS = 100_000
_STEPS_LIMIT = 1000
_FIELD_LIMIT = 1_000_000
_SHOWN = 80
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION})


@dataclass(frozen=True)
class NoteType:
    """The fields of a kind of note, and the question and answer sides of its cards."""

    fields: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    cloze: bool


@dataclass(frozen=True)
class Note:
    """A note: its id for ever, its type, its fields in HTML, its tags and its deck."""

    guid: str
    type: NoteType
    fields: tuple[str, ...]
    tags: str
    deck: str


def notes(raw: bytes) -> Iterator[Note | str]:
    """All notes of a collection; of one that is far too long only its beginning. Raises UnreadableError."""
    if not raw.startswith(b"SQLite format 3\x00") or len(raw) < 512:
        raise UnreadableError(Fault.DAMAGED)
    # The header may ask for a write-ahead log, which a database in memory cannot have.
    raw = raw[:18] + b"\x01\x01" + raw[20:]
    connection = sqlite3.connect(":memory:")
    try:
        _defend(connection)
        connection.deserialize(raw)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
        yield from _notes(connection)
    except (sqlite3.Error, ValueError, TypeError, AttributeError, KeyError, RecursionError, OverflowError):
        raise UnreadableError(Fault.UNSAFE) from None
    finally:
        connection.close()


def _defend(connection: sqlite3.Connection) -> None:
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    steps = iter(range(_STEPS_LIMIT))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEPS)


def _notes(connection: sqlite3.Connection) -> Iterator[Note | str]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"notes", "cards", "col"} <= tables:
        raise UnreadableError(Fault.UNSAFE)
    for table, limit in (("notes", CARDS_LIMIT), ("cards", 10 * CARDS_LIMIT)):
        query = f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT {limit + 1})"  # noqa: S608 # names and numbers of ours
        if connection.execute(query).fetchone()[0] > limit:
            raise UnreadableError(Fault.TOO_MANY, limit=CARDS_LIMIT)
    types, decks = _new(connection) if "notetypes" in tables else _old(connection)
    home = {
        int(note): decks.get(int(deck), "")
        for note, deck in connection.execute("SELECT nid, min(did) FROM cards GROUP BY nid")
    }
    for note, guid, kind, fields, tags in connection.execute("SELECT id, guid, mid, flds, tags FROM notes ORDER BY id"):
        if len(str(fields)) > _FIELD_LIMIT:
            yield str(fields)[:_SHOWN]
        elif (found := types.get(int(kind))) is not None:
            yield Note(str(guid), found, tuple(str(fields).split("\x1f")), str(tags), home.get(int(note), ""))


def _old(connection: sqlite3.Connection) -> tuple[Mapping[int, NoteType], Mapping[int, str]]:
    """Schema 11: types and decks are JSON in one row."""
    models, decks = connection.execute("SELECT models, decks FROM col LIMIT 1").fetchone()
    types = {
        int(number): NoteType(
            tuple(str(one["name"]) for one in sorted(model["flds"], key=lambda one: int(one["ord"]))),
            tuple(
                (str(one["qfmt"]), str(one["afmt"])) for one in sorted(model["tmpls"], key=lambda one: int(one["ord"]))
            ),
            model.get("type") == 1,
        )
        for number, model in json.loads(models).items()
    }
    return types, {int(number): str(deck["name"]) for number, deck in json.loads(decks).items()}


def _new(connection: sqlite3.Connection) -> tuple[Mapping[int, NoteType], Mapping[int, str]]:
    """Schema 18: types and decks have tables, their settings are protocol buffers."""
    fields: dict[int, list[str]] = {}
    for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(int(kind), []).append(str(name))
    sides: dict[int, list[tuple[str, str]]] = {}
    for kind, config in connection.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        said = _protobuf(config)
        sides.setdefault(int(kind), []).append((_text(said.get(1)), _text(said.get(2))))
    types = {
        int(kind): NoteType(
            tuple(fields.get(int(kind), ())), tuple(sides.get(int(kind), ())), _protobuf(config).get(1) == 1
        )
        for kind, config in connection.execute("SELECT id, config FROM notetypes")
    }
    decks = {
        int(number): str(name).replace("\x1f", "::")
        for number, name in connection.execute("SELECT id, name FROM decks")
    }
    return types, decks


def _text(value: int | bytes | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def _protobuf(message: bytes) -> dict[int, int | bytes]:
    """The outer fields of a protocol buffer by number. Raises ValueError."""
    found: dict[int, int | bytes] = {}
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        match key & 7:
            case 0:
                found[key >> 3], at = _varint(message, at)
            case 2:
                size, at = _varint(message, at)
                found[key >> 3] = message[at : at + size]
                at += size
            case 1 | 5:
                at += 8 if key & 7 == 1 else 4
            case _:
                raise ValueError("no protocol buffer")
    return found


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            raise ValueError("cut short")
        value |= (message[at] & 127) << shift
        at += 1
        if message[at - 1] < 128:
            return value, at
    raise ValueError("no number")
