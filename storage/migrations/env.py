"""Where Alembic meets our tables: on a connection handed to it, or on the database of DAILYDECK_DATABASE_URL."""

import asyncio
import os
from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import driver_url
from storage.tables import Base, UtcDateTime


def plain_type(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Writes our column type as what the database sees, so that no migration depends on today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


def run(connection: Connection) -> None:
    """Runs what was asked for on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
        render_item=plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_from_outside() -> None:
    """For the alembic command of a developer."""
    engine = create_async_engine(driver_url(os.environ.get("DAILYDECK_DATABASE_URL", "sqlite:///dailydeck.db")))
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    asyncio.run(run_from_outside())
