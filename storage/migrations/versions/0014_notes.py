"""Messages that become other ones: what a file holds takes the place of the note that it is being read."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "notes",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_sent_at"), "notes", ["sent_at"])
    with op.batch_alter_table("imports") as batch:
        batch.add_column(sa.Column("number", sa.BigInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("imports") as batch:
        batch.drop_column("number")
    op.drop_index(op.f("ix_notes_sent_at"), table_name="notes")
    op.drop_table("notes")
