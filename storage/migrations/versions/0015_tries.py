"""How often an update was taken up again: one that ends the process each time is not tried for ever."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("inbox") as batch:
        batch.add_column(sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("inbox") as batch:
        batch.drop_column("tries")
