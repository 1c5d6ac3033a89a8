"""What learners want of topics, fitted parameters of FSRS, and a backlog that has been told of."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "topic_wishes",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("deck", sa.String(length=48), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("wish", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_topic_wishes_learner_id_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "deck", "topic", name=op.f("pk_topic_wishes")),
    )
    op.create_table(
        "fits",
        sa.Column("learner_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("fitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("learner_id", name=op.f("pk_fits")),
    )
    op.create_index(op.f("ix_reviews_card"), "reviews", ["learner_id", "deck", "card_id", "reviewed_at"])
    with op.batch_alter_table("learners") as batch:
        batch.add_column(sa.Column("backlog_told_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("learners") as batch:
        batch.drop_column("backlog_told_at")
    op.drop_index(op.f("ix_reviews_card"), table_name="reviews")
    op.drop_table("fits")
    op.drop_table("topic_wishes")
