"""Why a pool pays less than the site asks for, in each of its languages."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("pool_words", sa.Column("below_floor", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("pool_words", "below_floor")
