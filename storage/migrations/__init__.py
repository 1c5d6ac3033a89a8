"""The migrations, and Alembic, which runs them. It takes 15 MB: import this only where there is something to change."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

__all__ = ["CommandError", "config", "upgrade"]


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration for our migrations, on `connection` where one is given."""
    found = Config()
    found.set_main_option("script_location", "storage:migrations")
    found.attributes["connection"] = connection
    return found


def upgrade(connection: Connection, to: str) -> None:
    """Brings the tables to a revision. Raises CommandError when it cannot be done."""
    command.upgrade(config(connection), to)
