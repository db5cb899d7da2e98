"""Cards, the batches they were printed in, their codes and sittings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _batch()
    _batch_purse()
    _card()
    _code()
    _sitting()


def downgrade() -> None:
    for table in ("sitting", "code", "card", "batch_purse", "batch"):
        op.drop_table(table)


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=True),
        sa.Column("cards", sa.Integer(), nullable=False),
        sa.Column("cap", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_batch_pool_pool"),
    )


def _batch_purse() -> None:
    op.create_table(
        "batch_purse",
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "currency", name="pk_batch_purse"),
        sa.CheckConstraint("used >= 0", name=op.f("ck_batch_purse_used")),
        sa.ForeignKeyConstraint(["batch"], ["batch.id"], name="fk_batch_purse_batch_batch"),
    )


def _card() -> None:
    op.create_table(
        "card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=True),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
        sa.ForeignKeyConstraint(["batch"], ["batch.id"], name="fk_card_batch_batch"),
    )
    op.create_index("ix_card_batch", "card", ["batch"])


def _code() -> None:
    op.create_table(
        "code",
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("mac", name="pk_code"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_code_card_card"),
    )
    op.create_index("ix_code_card", "code", ["card"])


def _sitting() -> None:
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("card", sa.Integer(), nullable=False),
        sa.Column("own_device", sa.Boolean(), nullable=False),
        sa.Column("pool", sa.Integer(), nullable=True),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("earned", sa.BigInteger(), nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("receipt", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sitting"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_sitting_card_card"),
        sa.ForeignKeyConstraint(["pool"], ["pool.id"], name="fk_sitting_pool_pool"),
        sa.UniqueConstraint("secret", name="uq_sitting_secret"),
    )
    op.create_index("ix_sitting_card", "sitting", ["card"])
