"""Pools, their words, tasks and places."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _pool()
    _load()
    _pool_words()
    _strand()
    _medium()
    _task()
    _place()


def downgrade() -> None:
    for table in ("place", "task", "medium", "strand", "pool_words", "load", "pool"):
        op.drop_table(table)


def _pool() -> None:
    op.create_table(
        "pool",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("overlap", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("pay", sa.Integer(), nullable=False),
        sa.Column("budget", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("spent", sa.BigInteger(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("public_benefit", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pool"),
        sa.CheckConstraint(
            "spent >= 0 and reserved >= 0 and spent + reserved <= budget",
            name=op.f("ck_pool_budget"),
        ),
        sa.CheckConstraint("overlap >= 1", name=op.f("ck_pool_overlap")),
        sa.UniqueConstraint("slug", name="uq_pool_slug"),
    )


def _load() -> None:
    op.create_table(
        "load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.Column("tasks", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_load"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_load_pool_pool"),
    )
    op.create_index("ix_load_pool", "load", ["pool"])


def _pool_words() -> None:
    op.create_table(
        "pool_words",
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pool", "locale", name="pk_pool_words"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_pool_words_pool_pool"),
    )


def _strand() -> None:
    op.create_table(
        "strand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("needs", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("tail", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_strand"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_strand_pool_pool"),
        sa.UniqueConstraint("pool", "needs", "lang", name="uq_strand_pool_needs_lang"),
    )


def _medium() -> None:
    op.create_table(
        "medium",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "load", name="pk_medium"),
        sa.ForeignKeyConstraint(["load"], ["load.id"], name="fk_medium_load_load"),
    )
    op.create_index("ix_medium_load", "medium", ["load"])


def _task() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("strand", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("media", sa.JSON(), nullable=False),
        sa.Column("check_answer", sa.JSON(), nullable=True),
        sa.Column("explain", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
        sa.ForeignKeyConstraint(["load"], ["load.id"], name="fk_task_load_load"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_task_pool_pool"),
        sa.ForeignKeyConstraint(["strand"], ["strand.id"], name="fk_task_strand_strand"),
        sa.UniqueConstraint("pool", "key", name="uq_task_pool_key"),
    )
    op.create_index("ix_task_load", "task", ["load"])


def _place() -> None:
    op.create_table(
        "place",
        sa.Column("strand", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("strand", "lane", "rank", name="pk_place"),
        sa.CheckConstraint("open >= 0", name=op.f("ck_place_open")),
        sa.ForeignKeyConstraint(["strand"], ["strand.id"], name="fk_place_strand_strand"),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name="fk_place_task_task"),
    )
    op.create_index(
        "ix_place_open",
        "place",
        ["strand", "lane", "rank"],
        sqlite_where=sa.text("open > 0"),
        postgresql_where=sa.text("open > 0"),
    )
    op.create_index("ix_place_task", "place", ["task"])
