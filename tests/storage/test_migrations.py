"""The migrations lead to the tables, on both databases, and back."""

from alembic import command
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import driver_url
from storage.revisions import migration_config
from storage.tables import Base
from tests.support.migrations import differences


def test_tables_and_migrations_agree() -> None:
    """What `make check` asks for."""
    assert differences() is None


async def test_up_and_down_and_up(database_url: str) -> None:
    """Every revision has its way back."""

    def tables(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}

    def upgrade(connection: Connection) -> None:
        command.upgrade(migration_config(connection), "head")

    def downgrade(connection: Connection) -> None:
        command.downgrade(migration_config(connection), "base")

    engine = create_async_engine(driver_url(database_url))
    wanted = set(Base.metadata.tables)
    for step, left in ((upgrade, wanted), (downgrade, set()), (upgrade, wanted)):
        async with engine.begin() as connection:
            await connection.run_sync(step)
            assert await connection.run_sync(tables) == left
    await engine.dispose()
