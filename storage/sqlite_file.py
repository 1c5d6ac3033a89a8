"""Databases of SQLite as files: copied while in use, looked through, put in place."""

import contextlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEPT_BACKUPS = 3
COMPANIONS = ("-wal", "-shm", "-journal")
MOUNTS = Path("/proc/mounts")
NETWORK = ("nfs", "cifs", "smb", "ceph", "lustre", "beegfs", "afs", "ncpfs", "glusterfs", "sshfs", "davfs", "s3fs")


def copy(source: Path, target: Path) -> None:
    """Copies a database as it is at one moment, also while others write to it. Raises OSError or sqlite3.Error."""
    with (
        being_made(target) as unfinished,
        contextlib.closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as here,
        contextlib.closing(sqlite3.connect(unfinished)) as there,
    ):
        here.backup(there)


@contextlib.contextmanager
def being_made(target: Path) -> Iterator[Path]:
    """A file that takes the name `target` once it is whole, sound and on disk; only its owner can read it.

    Raises OSError or sqlite3.Error, and leaves nothing behind then.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    unfinished = Path(name)
    try:
        yield unfinished
        make_single(unfinished)
        if damage := find_damage(unfinished):
            raise sqlite3.DatabaseError(f"the copy is damaged: {damage}")
        os.fsync(handle)
        unfinished.replace(target)
        _sync_folder(target.parent)
    finally:
        os.close(handle)
        for left in (unfinished, *companions(unfinished)):
            left.unlink(missing_ok=True)


def make_single(file: Path) -> None:
    """Takes the log of writes into the file, so that it is the whole database by itself."""
    with contextlib.closing(sqlite3.connect(file, timeout=1, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def find_damage(file: Path) -> str | None:
    """What SQLite finds wrong with a file, in its first words; None when it is sound."""
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            (first,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if first == "ok" else str(first)


def is_in_use(file: Path) -> bool:
    """Whether anybody else has the database open. Afterwards its log of writes has been taken into the file."""
    try:
        make_single(file)  # SQLite refuses that as long as another connection is there
    except sqlite3.OperationalError as error:
        return error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    except sqlite3.DatabaseError:
        return False  # too damaged for anybody to use
    return False


def put_in_place(fresh: Path, target: Path) -> Path | None:
    """Gives the file the name `target`; what was there is kept under the name that is returned."""
    kept = target.with_name(f"{target.name}.before-restore")
    had = target.exists()
    if had:
        target.replace(kept)
        for old, suffix in zip(companions(target), COMPANIONS, strict=True):
            if old.exists():
                old.replace(kept.with_name(kept.name + suffix))
    fresh.replace(target)
    _sync_folder(target.parent)
    return kept if had else None


def companions(file: Path) -> list[Path]:
    """The files that SQLite keeps beside a database while it is in use."""
    return [file.with_name(file.name + suffix) for suffix in COMPANIONS]


def back_up_beside(file: Path, revision: str) -> Path:
    """Copies a database to `<file>.<revision>.backup`; of such copies the newest few are kept."""
    target = file.with_name(f"{file.name}.{revision}.backup")
    copy(file, target)
    for old in backups_beside(file)[KEPT_BACKUPS:]:
        old.unlink()
    return target


def backups_beside(file: Path) -> list[Path]:
    """The copies that were made before upgrades, newest first."""
    found = file.parent.glob(f"{file.name}.*.backup")
    return sorted(found, key=lambda one: one.stat().st_mtime_ns, reverse=True)


def _sync_folder(folder: Path) -> None:
    """A new name is safe only when its folder is on disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def network_under(file: Path, mounts: Path = MOUNTS) -> str | None:
    """The kind of network file system that holds the file, if one does: SQLite's locks and WAL cannot rely on those.

    `mounts` is Linux's list of what is mounted; where there is none, nobody knows.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    folder = file.absolute().parent.resolve()
    nearest, found = Path("/"), ""
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        place = Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point))  # so spaces are written there
        if folder.is_relative_to(place) and len(place.parts) >= len(nearest.parts):  # the last one lies on top
            nearest, found = place, kind
    return found if found.removeprefix("fuse.").startswith(NETWORK) else None


def has_safe_wal() -> bool:
    """Whether this SQLite is free of the bug that can, very rarely, damage a database in WAL mode.

    Fixed in 3.51.3 and, for older lines, in 3.50.7 and 3.44.6 (sqlite.org/wal.html#walresetbug).
    """
    version = sqlite3.sqlite_version_info
    return version >= (3, 51, 3) or any(
        version[:2] == line[:2] and version >= line for line in ((3, 50, 7), (3, 44, 6))
    )
