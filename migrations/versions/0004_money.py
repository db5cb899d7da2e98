"""Accounts and the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _account()
    _entry()
    _entry_answer()


def downgrade() -> None:
    for table in ("entry_answer", "entry", "account"):
        op.drop_table(table)


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_account_card_card"),
        sa.UniqueConstraint("card", "currency", "sample", name="uq_account_card_currency_sample"),
    )


def _entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_entry_account_account"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_entry_pool_pool"),
    )
    op.create_index("ix_entry_account", "entry", ["account"])
    op.create_index("ix_entry_pool", "entry", ["pool"])


def _entry_answer() -> None:
    op.create_table(
        "entry_answer",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("answer", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_entry_answer"),
        sa.ForeignKeyConstraint(["answer"], ["answer.id"], name="fk_entry_answer_answer_answer"),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name="fk_entry_answer_entry_entry"),
        sa.UniqueConstraint("answer", name="uq_entry_answer_answer"),
    )
