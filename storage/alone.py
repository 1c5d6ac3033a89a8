"""One process at a time on an SQLite database: two would hand out the same work twice."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from storage.database import CannotOpenError, driver_url

LOOKS, LOOK_SECONDS = 5, 0.05


@contextlib.contextmanager
def alone_on(url: str) -> Iterator[None]:
    """Keeps other processes off while it lasts; PostgreSQL needs none of this.

    Raises CannotOpenError when another process is at work there, or the lock cannot be written.
    """
    target = driver_url(url)
    if not target.drivername.startswith("sqlite") or target.database in (None, "", ":memory:"):
        yield
        return
    path = _lock_of(str(target.database))
    try:
        with path.open("w") as file:
            if not _locked(file, LOOKS):
                raise CannotOpenError(
                    f"another process is running on {target.database}, and SQLite serves one; several need PostgreSQL"
                )
            yield
    except PermissionError as error:
        raise CannotOpenError(f"{path} cannot be written") from error


def somebody_is_on(database: Path) -> bool:
    """Whether a process is at work on this SQLite database. Raises OSError when its lock cannot be looked at."""
    path = _lock_of(str(database))
    if not path.exists():
        return False
    with path.open() as file:
        return not _locked(file, 1)


def _lock_of(database: str) -> Path:
    # Not the database itself: SQLite loses its own locks when anybody in the process closes that file.
    return Path(f"{database}.lock")


def _locked(file: IO[str], looks: int) -> bool:
    """Locks a file for as long as it is open; somebody who only looks has it for a moment."""
    for look in range(looks):
        if look:
            time.sleep(LOOK_SECONDS)
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    return False
