"""Files that wait to be sent are kept as bytes, and no longer as text among the parameters of their call."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OUTBOX = sa.table(
    "outbox",
    sa.column("id", sa.BigInteger()),
    sa.column("method", sa.String()),
    sa.column("payload", sa.JSON()),
    sa.column("file", sa.LargeBinary()),
)


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("outbox") as batch:
        batch.add_column(sa.Column("file", sa.LargeBinary(), nullable=True))
    for row_id, payload in _documents():
        if isinstance(text := payload.pop("document", None), str):
            _write(row_id, payload=payload, file=text.encode())


def downgrade() -> None:
    """Back; the older code sends text files only, and a file of another kind is not sent any more."""
    connection = op.get_bind()
    for row_id, payload in _documents():
        file = connection.scalar(sa.select(OUTBOX.c.file).where(OUTBOX.c.id == row_id))
        try:
            _write(row_id, payload=payload | {"document": (file or b"").decode()}, file=None)
        except UnicodeDecodeError:
            connection.execute(sa.delete(OUTBOX).where(OUTBOX.c.id == row_id))
    with op.batch_alter_table("outbox") as batch:
        batch.drop_column("file")


def _documents() -> list[tuple[int, dict[str, object]]]:
    rows = op.get_bind().execute(sa.select(OUTBOX.c.id, OUTBOX.c.payload).where(OUTBOX.c.method == "send_document"))
    return [(row_id, dict(payload)) for row_id, payload in rows]


def _write(row_id: int, *, payload: dict[str, object], file: bytes | None) -> None:
    op.get_bind().execute(sa.update(OUTBOX).where(OUTBOX.c.id == row_id).values(payload=payload, file=file))
