"""One process at a time on an SQLite database: two would hand out the same work twice."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from storage.database import CannotOpenError, driver_url


@contextlib.contextmanager
def alone_on(url: str) -> Iterator[None]:
    """Keeps other processes off while it lasts; PostgreSQL needs none of this.

    Raises CannotOpenError when another process is at work there, or the lock cannot be written.
    """
    target = driver_url(url)
    if not target.drivername.startswith("sqlite") or target.database in (None, "", ":memory:"):
        yield
        return
    # Not the database itself: SQLite loses its own locks when anybody in the process closes that file.
    path = Path(f"{target.database}.lock")
    try:
        with path.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CannotOpenError(
                    f"another process is running on {target.database}, and SQLite serves one; several need PostgreSQL"
                ) from None
            yield
    except PermissionError as error:
        raise CannotOpenError(f"{path} cannot be written") from error
