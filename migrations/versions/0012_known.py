"""Which answers are known: practice and check tasks, and how workers' answers compare."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    known = op.create_table(
        "known",
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("explains", sa.JSON(), nullable=True),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("ruling", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_known_pool_pool"),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name="fk_known_task_task"),
        sa.PrimaryKeyConstraint("task", name="pk_known"),
    )
    op.create_index("ix_known_pool_practice", "known", ["pool", "practice"])
    op.add_column("membership", sa.Column("day", sa.Integer(), nullable=True))
    # The tasks that are there have places already: they stay among the others.
    task = sa.table("task", *map(sa.column, ("id", "pool", "check_answer")))
    there = sa.select(
        task.c.id, task.c.pool, sa.false(), sa.literal(0), sa.literal(0), sa.literal("")
    ).where(task.c.check_answer.is_not(None))
    columns = ["task", "pool", "practice", "same", "other", "ruling"]
    op.execute(known.insert().from_select(columns, there))


def downgrade() -> None:
    op.drop_column("membership", "day")
    op.drop_table("known")
