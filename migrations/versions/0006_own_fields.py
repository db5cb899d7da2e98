"""The fields that a pool names itself, and their words in each language."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
TABLES = ("pool", "pool_words")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("fields", sa.JSON(), nullable=True))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "fields")
