"""The sites that a pool's tasks lead to, listed once for each load."""

from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0009"

AT_ONCE = 1_000


def upgrade() -> None:
    op.add_column("load", sa.Column("hosts", sa.JSON(), nullable=True))
    bind = op.get_bind()
    pool = sa.table("pool", sa.column("id"), sa.column("kind"))
    load = sa.table("load", sa.column("id"), sa.column("pool"), sa.column("hosts", sa.JSON()))
    task = sa.table("task", sa.column("load"), sa.column("payload", sa.JSON()))
    tests = sa.select(load.c.id).join(pool, pool.c.id == load.c.pool)
    for (number,) in bind.execute(tests.where(pool.c.kind == "software_test")).all():
        hosts: set[str] = set()
        rows = bind.execute(sa.select(task.c.payload).where(task.c.load == number))
        while some := rows.fetchmany(AT_ONCE):
            hosts |= {urlsplit(payload["url"]).netloc.lower() for (payload,) in some}
        bind.execute(sa.update(load).where(load.c.id == number).values(hosts=sorted(hosts)))


def downgrade() -> None:
    op.drop_column("load", "hosts")
