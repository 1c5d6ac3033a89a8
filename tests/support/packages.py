"""Anki packages made for tests, good and hostile."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping

import zstandard

BASIC, REVERSED, CLOZE, TYPED, HINTED = 1, 2, 3, 4, 5
_SIDES = {
    BASIC: [("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}")],
    REVERSED: [
        ("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"),
        ("{{Back}}", "{{FrontSide}}<hr id=answer>{{Front}}"),
    ],
    CLOZE: [("{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}")],
}
_FIELDS = {BASIC: ["Front", "Back"], REVERSED: ["Front", "Back"], CLOZE: ["Text", "Extra"]}
Notes = list[tuple[int, str, str]]
"""Kind of note, and its two fields."""


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def old(notes: Notes, *further: str, sides: Mapping[int, tuple[str, str]] | None = None) -> bytes:
    """A collection of schema 11; `further` is SQL run at the end, `sides` are those of further kinds of notes."""
    models = {
        kind: {
            "name": "m",
            "type": int(kind == CLOZE),
            "flds": [{"name": name, "ord": at} for at, name in enumerate(_FIELDS.get(kind, ["Front", "Back"]))],
            "tmpls": [{"name": "c", "ord": at, "qfmt": q, "afmt": a} for at, (q, a) in enumerate(cards)],
        }
        for kind, cards in (_SIDES | {kind: [one] for kind, one in (sides or {}).items()}).items()
    }
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE col (id INTEGER, ver INTEGER, models TEXT, decks TEXT)")
        decks = {"1": {"name": "Default"}, "7": {"name": "Biology::Cells"}}
        database.execute("INSERT INTO col VALUES (1, 11, ?, ?)", (json.dumps(models), json.dumps(decks)))
        return _filled(database, notes, further)


def new(notes: Notes) -> bytes:
    """A package of schema 18: packed with zstd and marked as having a write-ahead log, beside it the stub of old."""
    with sqlite3.connect(":memory:") as database:
        database.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        database.executescript(
            "CREATE TABLE col (id INTEGER, ver INTEGER);"
            "CREATE TABLE notetypes (id INTEGER, name TEXT COLLATE unicase, config BLOB);"
            "CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT COLLATE unicase);"
            "CREATE TABLE templates (ntid INTEGER, ord INTEGER, name TEXT COLLATE unicase, config BLOB);"
            "CREATE TABLE decks (id INTEGER, name TEXT COLLATE unicase);"
        )
        database.execute("INSERT INTO decks VALUES (7, ?)", ("Biology\x1fCells",))
        for kind, sides in _SIDES.items():
            database.execute("INSERT INTO notetypes VALUES (?, 'm', ?)", (kind, b"\x08\x01" if kind == CLOZE else b""))
            rows = [(kind, at, name) for at, name in enumerate(_FIELDS[kind])]
            database.executemany("INSERT INTO fields VALUES (?, ?, ?)", rows)
            for at, side in enumerate(sides):
                config = b"".join(
                    bytes([tag, len(text)]) + text.encode() for tag, text in zip(b"\x0a\x12", side, strict=True)
                )
                database.execute("INSERT INTO templates VALUES (?, ?, 'c', ?)", (kind, at, config))
        raw = _filled(database, notes, ())
    raw = raw[:18] + b"\x02\x02" + raw[20:]
    stub = old([(BASIC, "Please update to the latest Anki version, then import the .colpkg/.apkg file again.", "")])
    return zipped({"collection.anki21b": zstandard.compress(raw), "collection.anki2": stub, "meta": b"\x08\x03"})


def _filled(database: sqlite3.Connection, notes: Notes, further: tuple[str, ...]) -> bytes:
    database.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, flds TEXT, tags TEXT)")
    database.execute("CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER)")
    for number, (kind, front, back) in enumerate(notes, 1):
        row = (number, f"guid{number}", kind, f"{front}\x1f{back}", "")
        database.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", row)
        database.execute("INSERT INTO cards VALUES (?, ?, 7)", (number, number))
    for sql in further:
        database.executescript(sql)
    database.commit()
    return database.serialize()


def repacked(data: bytes, changes: Mapping[str, str]) -> bytes:
    """An old package in whose notes these texts have been replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package, sqlite3.connect(":memory:") as database:
        database.deserialize(package.read("collection.anki2"))
        for before, after in changes.items():
            database.execute("UPDATE notes SET flds = replace(flds, ?, ?)", (before, after))
        database.commit()
        return zipped({"collection.anki2": database.serialize()})
