"""Races, who has started a quiz, and when the next hint of a question is due."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("rounds") as batch:
        batch.add_column(sa.Column("race", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("started_by", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("questions") as batch:
        batch.add_column(sa.Column("hint_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_index(op.f("ix_questions_hint_at"), ["hint_at"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("questions") as batch:
        batch.drop_index(op.f("ix_questions_hint_at"))
        batch.drop_column("hint_at")
    with op.batch_alter_table("rounds") as batch:
        batch.drop_column("started_by")
        batch.drop_column("race")
