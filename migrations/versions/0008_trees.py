"""The tree of categories that a pool asks for, in each language."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("pool_words", sa.Column("tree", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("pool_words", "tree")
