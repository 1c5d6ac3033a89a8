"""More of a chat's and a learner's own wishes: settings, pauses, a second hour, milestones."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "milestones",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("reached_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_milestones_learner_id_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "name", name=op.f("pk_milestones")),
    )
    with op.batch_alter_table("chats") as batch:
        batch.add_column(sa.Column("mode", sa.String(length=16), server_default="round", nullable=False))
        batch.add_column(sa.Column("seconds", sa.Integer(), server_default="60", nullable=False))
        batch.add_column(sa.Column("digest", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch.add_column(sa.Column("starters", sa.String(length=16), server_default="everyone", nullable=False))
    with op.batch_alter_table("learners") as batch:
        batch.add_column(sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("plain", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("retention", sa.Integer(), server_default="90", nullable=False))
        batch.add_column(sa.Column("new_a_day", sa.Integer(), server_default="10", nullable=False))
    with op.batch_alter_table("subscriptions") as batch:
        batch.add_column(sa.Column("slot", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(sa.Column("paused_until", sa.Date(), nullable=True))
        batch.add_column(sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("ignored", sa.Integer(), server_default="0", nullable=False))
        batch.drop_constraint(op.f("uq_subscriptions_chat_id_thread_id"), type_="unique")
        batch.create_unique_constraint(
            op.f("uq_subscriptions_chat_id_thread_id_slot"), ["chat_id", "thread_id", "slot"]
        )
        batch.create_index(op.f("ix_subscriptions_snoozed_until"), ["snoozed_until"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("subscriptions") as batch:
        batch.drop_index(op.f("ix_subscriptions_snoozed_until"))
        batch.drop_constraint(op.f("uq_subscriptions_chat_id_thread_id_slot"), type_="unique")
        batch.create_unique_constraint(op.f("uq_subscriptions_chat_id_thread_id"), ["chat_id", "thread_id"])
        for column in ("ignored", "snoozed_until", "paused_until", "slot"):
            batch.drop_column(column)
    with op.batch_alter_table("learners") as batch:
        for column in ("new_a_day", "retention", "plain", "hidden"):
            batch.drop_column(column)
    with op.batch_alter_table("chats") as batch:
        for column in ("starters", "digest", "seconds", "mode"):
            batch.drop_column(column)
    op.drop_table("milestones")
