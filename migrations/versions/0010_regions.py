"""Whether a pool takes several of its choices, or has each of them marked in the picture."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("pool", sa.Column("several", sa.Boolean(), nullable=True))
    op.add_column("pool", sa.Column("regions", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("pool", "regions")
    op.drop_column("pool", "several")
