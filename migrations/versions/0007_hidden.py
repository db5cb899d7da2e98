"""Whether a pool's material is hidden until a worker asks for it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("pool", sa.Column("hide", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("pool", "hide")
