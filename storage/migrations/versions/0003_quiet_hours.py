"""Hours in which a chat does not want to hear anything that it did not ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("chats") as batch:
        batch.add_column(sa.Column("quiet", sa.String(length=11), server_default="22:00-08:00", nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("chats") as batch:
        batch.drop_column("quiet")
