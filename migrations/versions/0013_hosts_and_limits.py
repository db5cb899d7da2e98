"""The sites that a pool's tasks lead to; and how many tasks with content notes a card had today."""

from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

AT_ONCE = 1_000


def upgrade() -> None:
    op.add_column("card", sa.Column("noted_day", sa.Integer(), nullable=True))
    op.add_column("card", sa.Column("noted_tasks", sa.Integer(), nullable=True))
    op.add_column("load", sa.Column("hosts", sa.JSON(), nullable=True))
    _list_hosts(op.get_bind())


def _list_hosts(bind: sa.Connection) -> None:
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
    op.drop_column("card", "noted_tasks")
    op.drop_column("card", "noted_day")
