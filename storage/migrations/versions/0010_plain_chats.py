"""Plain words are the wish of a private chat: what comes by itself knows the chat, not the learner."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("chats") as batch:
        batch.add_column(sa.Column("plain", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE chats SET plain = true WHERE id IN (SELECT id FROM learners WHERE plain)")
    with op.batch_alter_table("learners") as batch:
        batch.drop_column("plain")


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("learners") as batch:
        batch.add_column(sa.Column("plain", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE learners SET plain = true WHERE id IN (SELECT id FROM chats WHERE plain)")
    with op.batch_alter_table("chats") as batch:
        batch.drop_column("plain")
