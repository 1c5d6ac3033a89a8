"""The week of a group, summed up once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "digests",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_digests_chat_id_chats"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
        sa.UniqueConstraint("chat_id", "week", name=op.f("uq_digests_chat_id_week")),
    )
    with op.batch_alter_table("digests") as batch:
        batch.create_index(op.f("ix_digests_due_at"), ["due_at"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("digests") as batch:
        batch.drop_index(op.f("ix_digests_due_at"))
    op.drop_table("digests")
