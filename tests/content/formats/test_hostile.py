"""Files made to hurt: each is refused with its reason, quickly, and nothing is written."""

import contextlib
import os
import sqlite3
import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.formats import Fault, UnreadableError, Why, read
from tests.support.packages import BASIC, CLOZE, new, old, zipped

NOTES = [(BASIC, "chat", "cat"), (CLOZE, "{{c1::a}} b", "")]
COLLECTION = "collection.anki2"


def bomb() -> bytes:
    """A quarter of a megabyte that unpacks to 250."""
    return zipped({COLLECTION: bytes(250_000_000)})


def zstd_bomb() -> bytes:
    """The same in zstd."""
    return zipped({"collection.anki21b": zstandard.compress(bytes(250_000_000))})


def lying() -> bytes:
    """The size in the header is far below the truth."""
    data = zipped({COLLECTION: bytes(30_000_000)})
    return data.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 100))


def twice() -> bytes:
    """The same name twice."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(COLLECTION, old(NOTES))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(COLLECTION, old(NOTES))
    return out.getvalue()


def link() -> bytes:
    """A symbolic link in place of the collection."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(COLLECTION)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def many() -> bytes:
    """Too many entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_001):
            archive.writestr(str(number), b"")
    return out.getvalue()


def encrypted() -> bytes:
    """Marked as locked."""
    data = bytearray(zipped({COLLECTION: old(NOTES)}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def endless_view() -> bytes:
    """The notes are a view that never ends."""
    return zipped({COLLECTION: old([], "DROP TABLE notes", f"CREATE VIEW notes AS {_ENDLESS}")})


_ENDLESS = (
    "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
    "SELECT id, 'g' AS guid, 1 AS mid, 'a' AS flds, '' AS tags FROM n"
)


def generated() -> bytes:
    """The fields are worked out, at great cost, when they are read."""
    table = "id INTEGER, guid TEXT, mid INTEGER, tags TEXT, flds TEXT AS (hex(zeroblob(400000000)))"
    return zipped(
        {
            COLLECTION: old(
                [], "DROP TABLE notes", f"CREATE TABLE notes ({table})", "INSERT INTO notes VALUES (1, 'g', 1, '')"
            )
        }
    )


def truncated() -> bytes:
    """Half of a package."""
    data = new(NOTES)
    return data[: len(data) // 2]


def nested() -> bytes:
    """A package in a package."""
    return zipped({"deck.apkg": new(NOTES)})


def many_notes() -> bytes:
    """A million notes."""
    return zipped({COLLECTION: old([], _MILLION.format("notes", "x, x, 1, 'a', ''"))})


def many_cards() -> bytes:
    """One note on a million cards."""
    return zipped({COLLECTION: old(NOTES, _MILLION.format("cards", "x + 9, 1, 7"))})


_MILLION = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000000) INSERT INTO {} SELECT {} FROM n"
)


def workbook() -> bytes:
    """Not of Anki, but a zip file all the same."""
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def stub() -> bytes:
    """What a new package holds for old versions of Anki, alone."""
    note = (BASIC, "Please update to the latest Anki version, then import again.", "")
    return zipped({COLLECTION: old([note])})


def deep() -> bytes:
    """JSON as deep as it is long."""
    broken = "UPDATE col SET models = '" + "[" * 200_000 + "'"
    return zipped({COLLECTION: old(NOTES, broken)})


HOSTILE: list[tuple[Callable[[], bytes], Fault]] = [
    (bomb, Fault.TOO_BIG_UNPACKED),
    (zstd_bomb, Fault.TOO_BIG_UNPACKED),
    (lying, Fault.DAMAGED),
    (twice, Fault.DAMAGED),
    (link, Fault.DAMAGED),
    (many, Fault.TOO_MANY_FILES),
    (many_notes, Fault.TOO_MANY),
    (many_cards, Fault.TOO_MANY),
    (workbook, Fault.FORMAT),
    (encrypted, Fault.ENCRYPTED),
    (endless_view, Fault.UNSAFE),
    (generated, Fault.UNSAFE),
    (truncated, Fault.DAMAGED),
    (nested, Fault.NOT_ANKI),
    (deep, Fault.UNSAFE),
    (stub, Fault.OLD_ANKI_ONLY),
]


@pytest.mark.parametrize(("made", "fault"), HOSTILE, ids=lambda one: getattr(one, "__name__", ""))
def test_hostile_packages_are_refused(made: Callable[[], bytes], fault: Fault) -> None:
    """Each for its reason."""
    with pytest.raises(UnreadableError) as refused:
        read("deck.apkg", made())
    assert refused.value.fault is fault


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cards are read; nothing is written under any name."""
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../x": b"1", "/tmp/dailydeck-x": b"2", "media": b"{}", COLLECTION: old(NOTES)})  # noqa: S108 # the path that must not be written
    found = read("deck.apkg", data)
    assert found.deck is not None
    assert not os.listdir(tmp_path)  # noqa: PTH208 # hidden ones too
    assert not Path("/tmp/dailydeck-x").exists()  # noqa: S108 # as above


def test_triggers_of_a_collection_never_run() -> None:
    """We only read."""
    further = "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END"
    found = read("deck.apkg", zipped({COLLECTION: old(NOTES, further)}))
    assert found.deck is not None
    assert len(found.deck.cards) == 2


def test_what_we_do_not_need_is_not_unpacked() -> None:
    """A bomb among the pictures never bursts."""
    data = zipped({"media": bytes(250_000_000), "0": bytes(250_000_000), COLLECTION: old(NOTES)})
    found = read("deck.apkg", data)
    assert found.deck is not None
    assert len(found.deck.cards) == 2


def test_a_note_that_is_far_too_long_is_counted() -> None:
    """The others are there."""
    found = read("deck.apkg", zipped({COLLECTION: old([*NOTES, (BASIC, "long " + "x" * 2_000_000, "a")])}))
    assert found.deck is not None
    assert len(found.deck.cards) == 2
    assert found.reasons == {Why.TOO_LONG: 1}


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"%PDF-1.7 ...", Fault.FORMAT),
        ("a.txt", bytes(range(256)) * 40, Fault.ENCODING),
        ("a.csv", b"a,b\n" * 3_000_000, Fault.TOO_BIG),
        ("a.bin", b"x" * 20_000_001, Fault.TOO_BIG),
        ("a.csv", b"".join(b"q%d,a\n" % number for number in range(20_001)), Fault.TOO_MANY),
        ("a.toml", b"x = " + b"[" * 5000, Fault.DECK),
        ("a.toml", b"title = 'a'\n[[card]]\nid = 'a'\n", Fault.DECK),
    ],
)
def test_other_files_that_are_refused(name: str, data: bytes, fault: Fault) -> None:
    """Each for its reason."""
    with pytest.raises(UnreadableError) as refused:
        read(name, data)
    assert refused.value.fault is fault


_PIECES = st.sampled_from(
    [
        b"\n", b"\t", b";", b",", b'"', b"Q: ", b"A: ", b"# ", b" :: ", b"\xff\xfe", b"\x00",
        b"PK\x03\x04", b"PK\x05\x06", b"[[card]]", b"|", b"=", b"\xd0\x9f", b"View Set",
    ]
)  # fmt: skip
_NAMES = st.sampled_from(["a.csv", "a.tsv", "a.txt", "a.md", "a.toml", "a.apkg", "a", "", "../\x00.csv"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=_NAMES, parts=st.lists(_PIECES | st.binary(max_size=40), max_size=40))
def test_any_bytes_are_read_or_refused(name: str, parts: list[bytes]) -> None:
    """Never anything else."""
    with contextlib.suppress(UnreadableError):
        read(name, b"".join(parts))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    hits=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12), inside=st.booleans()
)
def test_a_package_with_any_bytes_changed_is_read_or_refused(hits: list[tuple[float, int]], inside: bool) -> None:
    """In the archive, or in the database within."""
    data = bytearray(old(NOTES) if inside else new(NOTES))
    for where, value in hits:
        data[int(where * len(data))] = value
    with contextlib.suppress(UnreadableError):
        read("a.apkg", zipped({COLLECTION: bytes(data)}) if inside else bytes(data))


def test_the_corpus_is_as_hostile_as_it_claims() -> None:
    """The view really has no end."""
    with sqlite3.connect(":memory:") as database:
        database.set_progress_handler(lambda: 1, 100_000)
        with pytest.raises(sqlite3.OperationalError):
            database.execute(_ENDLESS).fetchall()
