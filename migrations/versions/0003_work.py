"""Memberships, tasks in hand, answers, receipts and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _membership()
    _answer()
    _cursor()
    _draft()
    _hold()
    _receipt()


def downgrade() -> None:
    for table in ("receipt", "hold", "draft", "cursor", "answer", "membership"):
        op.drop_table(table)


def _membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=True),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("deals", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_membership_card_card"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_membership_pool_pool"),
        sa.UniqueConstraint("card", "pool", name="uq_membership_card_pool"),
        sa.UniqueConstraint("pool", "pseudonym", name="uq_membership_pool_pseudonym"),
    )


def _answer() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("pay", sa.Integer(), nullable=False),
        sa.Column("surplus", sa.Boolean(), nullable=False),
        sa.Column("excluded_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.id"], name="fk_answer_membership_membership"
        ),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_answer_pool_pool"),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name="fk_answer_task_task"),
        sa.UniqueConstraint("membership", "task", name="uq_answer_membership_task"),
    )
    op.create_index("ix_answer_pool", "answer", ["pool", "task", "id"])
    op.create_index("ix_answer_task", "answer", ["task"])


def _cursor() -> None:
    op.create_table(
        "cursor",
        sa.Column("membership", sa.Integer(), nullable=False),
        sa.Column("strand", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("membership", "strand", "lane", name="pk_cursor"),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.id"], name="fk_cursor_membership_membership"
        ),
        sa.ForeignKeyConstraint(["strand"], ["strand.id"], name="fk_cursor_strand_strand"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("membership", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.id"], name="fk_draft_membership_membership"
        ),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name="fk_draft_task_task"),
    )
    op.create_index("ix_draft_membership_task", "draft", ["membership", "task"])


def _hold() -> None:
    op.create_table(
        "hold",
        sa.Column("membership", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("pay", sa.Integer(), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.Column("saved", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("membership", "task", name="pk_hold"),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.id"], name="fk_hold_membership_membership"
        ),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_hold_pool_pool"),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name="fk_hold_task_task"),
    )
    op.create_index(
        "ix_hold_old",
        "hold",
        ["pool", "since"],
        sqlite_where=sa.text("not released"),
        postgresql_where=sa.text("not released"),
    )
    op.create_index("ix_hold_task", "hold", ["task"])


def _receipt() -> None:
    op.create_table(
        "receipt",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_receipt"),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name="fk_receipt_answer_answer"),
        sa.UniqueConstraint("answer", "version", name="uq_receipt_answer_version"),
    )
