"""The migrations lead to the tables, on both databases, and back."""

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import driver_url
from storage.migrations import config
from storage.revisions import revisions
from storage.tables import Base
from tests.support.migrations import differences


def test_tables_and_migrations_agree() -> None:
    """What `make check` asks for."""
    assert differences() is None


def test_files_are_named_by_their_revisions() -> None:
    """By their names it is seen at the start whether there is something to do; Alembic knows nothing else."""
    scripts = ScriptDirectory.from_config(config()).walk_revisions()
    assert revisions() == tuple(script.revision for script in scripts)[::-1]


async def test_up_and_down_and_up(database_url: str) -> None:
    """Every revision has its way back."""

    def tables(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}

    def upgrade(connection: Connection) -> None:
        command.upgrade(config(connection), "head")

    def downgrade(connection: Connection) -> None:
        command.downgrade(config(connection), "base")

    engine = create_async_engine(driver_url(database_url))
    wanted = set(Base.metadata.tables)
    for step, left in ((upgrade, wanted), (downgrade, set()), (upgrade, wanted)):
        async with engine.begin() as connection:
            await connection.run_sync(step)
            assert await connection.run_sync(tables) == left
    await engine.dispose()
