"""Decks are shared by a link; whoever takes one follows it, also when nobody owns it any more."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("own_decks") as batch:
        batch.alter_column("owner_id", existing_type=sa.BigInteger(), nullable=True)
        batch.add_column(sa.Column("code", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("appeals_told_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_unique_constraint(op.f("uq_own_decks_code"), ["code"])
    op.create_table(
        "deck_uses",
        sa.Column("deck", sa.String(length=48), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_deck_uses_chat_id_chats"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["deck"], ["own_decks.name"], name=op.f("fk_deck_uses_deck_own_decks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("deck", "chat_id", name=op.f("pk_deck_uses")),
    )
    op.create_index(op.f("ix_deck_uses_chat_id"), "deck_uses", ["chat_id"])
    op.create_index("ix_questions_deck", "questions", ["deck", "card_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_questions_deck", table_name="questions")
    op.drop_index(op.f("ix_deck_uses_chat_id"), table_name="deck_uses")
    op.drop_table("deck_uses")
    op.execute("DELETE FROM own_decks WHERE owner_id IS NULL")
    with op.batch_alter_table("own_decks") as batch:
        batch.drop_constraint(op.f("uq_own_decks_code"), type_="unique")
        batch.drop_column("appeals_told_at")
        batch.drop_column("code")
        batch.alter_column("owner_id", existing_type=sa.BigInteger(), nullable=False)
