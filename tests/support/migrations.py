"""Do the migrations lead to exactly the tables of storage.tables? Run as a module; exit code 1 says no."""

import os
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.util import CommandError

from storage.migrations import config

VARIABLE = "DAILYDECK_DATABASE_URL"


def differences() -> str | None:
    """What a new migration would have to change, or None."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get(VARIABLE)
        os.environ[VARIABLE] = f"sqlite:///{Path(folder) / 'check.db'}"
        try:
            command.upgrade(config(), "head")
            command.check(config())
        except CommandError as error:
            return str(error)
        finally:
            del os.environ[VARIABLE]
            if before is not None:
                os.environ[VARIABLE] = before
    return None


if __name__ == "__main__":
    if found := differences():
        sys.exit(found)
