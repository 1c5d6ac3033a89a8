"""Scores of every leaderboard and window, kept with the ledger; who is hidden; how many stand where."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AT_ONCE = 1_000
DAY_BEGINS = timedelta(hours=4)
EVER = date(1970, 1, 1)
OPEN_DAYS = {"today": 14, "week": 14, "month": 62, "gain": 14}
WIDTHS = (1, 64, 4096)


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("members") as batch:
        batch.add_column(sa.Column("left", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("ledger", sa.Column("day", sa.Date(), nullable=True))
    _fill_days()
    with op.batch_alter_table("ledger") as batch:
        batch.alter_column("day", existing_type=sa.Date(), nullable=False)
        batch.drop_index("ix_ledger_chat_time")
        batch.drop_index("ix_ledger_time")
        batch.create_index("ix_ledger_chat_id", ["chat_id"], unique=False)
    op.drop_table("scores")
    op.create_table(
        "scores",
        sa.Column("board_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_scores_learner_id_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "period", "starts_on", "learner_id", name=op.f("pk_scores")),
    )
    op.create_table(
        "tallies",
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("width", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("learners", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("period", "starts_on", "width", "step", name=op.f("pk_tallies")),
    )
    _fill_scores()
    op.create_index(
        "ix_scores_board", "scores", ["board_id", "period", "hidden", "starts_on", "points", "learner_id"], unique=False
    )
    op.create_index("ix_scores_age", "scores", ["period", "starts_on"], unique=False)
    op.create_index(op.f("ix_scores_learner_id"), "scores", ["learner_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("tallies")
    op.drop_table("scores")
    op.create_table(
        "scores",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_scores_chat_id_chats"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_scores_learner_id_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "learner_id", name=op.f("pk_scores")),
    )
    op.execute(
        "INSERT INTO scores (chat_id, learner_id, points) "
        "SELECT chat_id, learner_id, sum(points) FROM ledger GROUP BY chat_id, learner_id"
    )
    op.create_index("ix_scores_board", "scores", ["chat_id", "points"], unique=False)
    op.create_index(op.f("ix_scores_learner_id"), "scores", ["learner_id"], unique=False)
    with op.batch_alter_table("ledger") as batch:
        batch.drop_index("ix_ledger_chat_id")
        batch.drop_column("day")
        batch.create_index("ix_ledger_time", ["awarded_at"], unique=False)
        batch.create_index("ix_ledger_chat_time", ["chat_id", "awarded_at"], unique=False)
    with op.batch_alter_table("members") as batch:
        batch.drop_column("left")


def _fill_days() -> None:
    """The day of an award is that of its chat's zone, and ends at 04:00."""
    ledger = sa.table(
        "ledger",
        sa.column("id", sa.BigInteger),
        sa.column("chat_id", sa.BigInteger),
        sa.column("awarded_at", sa.DateTime(timezone=True)),
        sa.column("day", sa.Date),
    )
    chats = sa.table("chats", sa.column("id", sa.BigInteger), sa.column("timezone", sa.String))
    connection = op.get_bind()
    change = ledger.update().where(ledger.c.id == sa.bindparam("row")).values(day=sa.bindparam("on"))
    last = 0
    while True:
        rows = connection.execute(
            sa.select(ledger.c.id, ledger.c.awarded_at, chats.c.timezone)
            .join(chats, chats.c.id == ledger.c.chat_id)
            .where(ledger.c.id > last)
            .order_by(ledger.c.id)
            .limit(AT_ONCE)
        ).all()
        if not rows:
            return
        connection.execute(change, [{"row": row, "on": _day(moment, zone)} for row, moment, zone in rows])
        last = rows[-1][0]


def _day(moment: datetime, zone: str) -> date:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite keeps no zone: all is in UTC
    return (aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - DAY_BEGINS).date()


def _fill_scores() -> None:
    """Sums up the ledger, learner by learner."""
    connection = op.get_bind()
    scores = sa.table(
        "scores",
        sa.column("board_id", sa.BigInteger),
        sa.column("period", sa.String),
        sa.column("starts_on", sa.Date),
        sa.column("learner_id", sa.BigInteger),
        sa.column("points", sa.Integer),
        sa.column("hidden", sa.Boolean),
    )
    tallies = sa.table(
        "tallies",
        sa.column("period", sa.String),
        sa.column("starts_on", sa.Date),
        sa.column("width", sa.Integer),
        sa.column("step", sa.Integer),
        sa.column("learners", sa.Integer),
    )
    days = sa.text(
        "SELECT ledger.learner_id, ledger.chat_id, ledger.day, chats.kind, learners.hidden, sum(ledger.points) "
        "FROM ledger JOIN chats ON chats.id = ledger.chat_id JOIN learners ON learners.id = ledger.learner_id "
        "WHERE ledger.learner_id > :after AND ledger.learner_id <= :upto "
        "GROUP BY ledger.learner_id, ledger.chat_id, ledger.day, chats.kind, learners.hidden"
    ).columns(day=sa.Date, hidden=sa.Boolean)
    today = datetime.now(UTC).date()
    counts: Counter[tuple[str, date, int, int]] = Counter()
    ids = list(connection.execute(sa.text("SELECT id FROM learners ORDER BY id")).scalars())
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        sums: Counter[tuple[int, str, date, int, bool]] = Counter()
        for who, chat_id, day, kind, hidden, points in connection.execute(
            days, {"after": some[0] - 1, "upto": some[-1]}
        ):
            for board in (0,) if kind == "private" else (0, chat_id):
                for period, starts_on, times in _shares(day):
                    if period in ("week", "month") or _is_open(period, starts_on, today):
                        sums[board, period, starts_on, who, bool(hidden)] += times * int(points)
        columns = ("board_id", "period", "starts_on", "learner_id", "hidden")
        rows = [dict(zip(columns, key, strict=True)) | {"points": points} for key, points in sums.items()]
        for start in range(0, len(rows), AT_ONCE):
            connection.execute(scores.insert(), rows[start : start + AT_ONCE])
        for (board, period, starts_on, _, hidden), points in sums.items():
            if board == 0 and not hidden and points > 0 and _is_open(period, starts_on, today):
                counts.update((period, starts_on, width, points // width) for width in WIDTHS)
    if counts:
        names = ("period", "starts_on", "width", "step")
        connection.execute(
            tallies.insert(),
            [dict(zip(names, key, strict=True)) | {"learners": number} for key, number in counts.items()],
        )


def _shares(day: date) -> list[tuple[str, date, int]]:
    monday = day - timedelta(days=day.weekday())
    return [
        ("today", day, 1),
        ("week", monday, 1),
        ("month", day.replace(day=1), 1),
        ("all", EVER, 1),
        ("gain", monday, 1),
        ("gain", monday + timedelta(days=7), -1),
    ]


def _is_open(period: str, starts_on: date, today: date) -> bool:
    return period == "all" or starts_on >= today - timedelta(days=OPEN_DAYS[period])
