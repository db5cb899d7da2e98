"""What people say beside their answers: their minutes, why they skipped, what was in their way."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

LINK = "fk_sitting_minutes_report_minutes_report"


def upgrade() -> None:
    _minutes_report()
    _skip_reason()
    _barrier_report()
    # Made anew, not added to: else SQLite would keep the column outside of the table's own text.
    with op.batch_alter_table("sitting", recreate="auto" if _native() else "always") as sitting:
        sitting.add_column(sa.Column("minutes_report", sa.BigInteger(), nullable=True))
        sitting.create_foreign_key(LINK, "minutes_report", ["minutes_report"], ["number"])


def downgrade() -> None:
    with op.batch_alter_table("sitting") as sitting:
        sitting.drop_constraint(LINK, type_="foreignkey")
        sitting.drop_column("minutes_report")
    for table in ("barrier_report", "skip_reason", "minutes_report"):
        op.drop_table(table)


def _native() -> bool:
    return op.get_context().dialect.name != "sqlite"


def _minutes_report() -> None:
    op.create_table(
        "minutes_report",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("tasks", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_minutes_report"),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_minutes_report_minutes")),
        sa.CheckConstraint("tasks >= 1", name=op.f("ck_minutes_report_tasks")),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_minutes_report_pool_pool"),
    )
    op.create_index("ix_minutes_report_pool_day", "minutes_report", ["pool", "day"])


def _skip_reason() -> None:
    op.create_table(
        "skip_reason",
        sa.Column("answer", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("answer", name="pk_skip_reason"),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name="fk_skip_reason_answer_answer"),
    )


def _barrier_report() -> None:
    op.create_table(
        "barrier_report",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("form", sa.LargeBinary(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_barrier_report"),
        sa.UniqueConstraint("form", name="uq_barrier_report_form"),
    )
