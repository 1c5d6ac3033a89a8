"""Do the migrations lead to exactly the tables of storage.tables? Run as a module; exit code 1 says no."""

import os
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.util import CommandError

from storage.database import migration_config


def differences() -> str | None:
    """What a new migration would have to change, or None."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DAILYDECK_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'check.db'}"
        command.upgrade(migration_config(), "head")
        try:
            command.check(migration_config())
        except CommandError as error:
            return str(error)
    return None


if __name__ == "__main__":
    if found := differences():
        sys.exit(found)
