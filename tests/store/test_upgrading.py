"""An upgrade of a site in the middle of its life loses nothing, and happens once."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from app.store.migrating import MIGRATIONS, Migrated, MigrationError, latest, migrate
from app.store.opening import Store
from app.store.tables import answer, draft, hold, membership, metadata
from tests.audit import audit
from tests.scenes import Scene
from tests.store.filling import fill

NEXT = f"{int(latest()) + 1:04d}"
LATER = '''
"""Something later."""

import sqlalchemy as sa
from alembic import op

from app.store.tables import metadata

revision = "{next}"
down_revision = "{latest}"


def upgrade() -> None:
    {upgrade}


def downgrade() -> None:
    pass
'''
# What SQLite can only do by making a table anew, for tables that others lead to.
BATCH = """
    for name in ("membership", "answer", "task"):
        with op.batch_alter_table(name, copy_from=metadata.tables[name]) as table:
            table.add_column(sa.Column("later", sa.Integer, nullable=True))
            table.alter_column("pool", existing_type=sa.Integer, type_=sa.BigInteger)
"""


def folder_with(tmp_path: Path, upgrade: str) -> Path:
    folder = tmp_path / "100% migrations"
    shutil.copytree(MIGRATIONS, folder)
    later = LATER.format(next=NEXT, latest=latest(), upgrade=upgrade.strip())
    (folder / "versions" / f"{NEXT}_later.py").write_text(later)
    return folder


def everything(store: Store) -> dict[str, list[Any]]:
    return store.read(
        lambda unit: {
            each.name: sorted(map(tuple, unit.execute(select(each))), key=repr)
            for each in metadata.sorted_tables
        }
    )


def kept_beside(url: str) -> list[str]:
    """The versions of the copies that lie beside SQLite's file."""
    file = Path(make_url(url).database or "")
    return sorted(each.suffix[1:] for each in file.parent.glob(f"{file.name}.[0-9]*"))


def test_a_site_in_use_is_upgraded_with_every_row(database_url: str, tmp_path: Path) -> None:
    store = Store(database_url)
    fill(store)
    before = everything(store)
    for each in (answer, hold, draft, membership):
        assert before[each.name]
    assert migrate(database_url, folder_with(tmp_path, BATCH)) == Migrated(latest(), NEXT)
    assert everything(store) == before
    audit(Scene(store))
    store.close()
    if database_url.startswith("sqlite"):
        assert kept_beside(database_url) == [latest()]


def test_the_release_before_is_upgraded_with_every_row(database_url: str) -> None:
    store = Store(database_url)
    fill(store)
    now = everything(store)
    for name in ("minutes_report", "skip_reason", "barrier_report"):
        assert now.pop(name), name
    sittings = [row[:-1] for row in now.pop("sitting")]
    memberships = [row[:-1] for row in now.pop("membership")]
    migrate(database_url, to="0004")
    assert migrate(database_url) == Migrated("0004", latest())
    after = everything(store)
    assert {name: after[name] for name in now} == now
    assert after["sitting"] == [(*row, None) for row in sittings]
    assert after["membership"] == [(*row, None) for row in memberships]
    store.close()


def test_a_migration_that_loses_rows_is_refused_whole(database_url: str, tmp_path: Path) -> None:
    store = Store(database_url)
    fill(store)
    before = everything(store)
    folder = folder_with(tmp_path, 'op.execute("delete from draft")')
    with pytest.raises(MigrationError, match="draft"):
        migrate(database_url, folder)
    assert everything(store) == before
    store.close()


def test_a_migration_that_breaks_off_leaves_everything(database_url: str, tmp_path: Path) -> None:
    store = Store(database_url)
    fill(store)
    before = everything(store)
    folder = folder_with(tmp_path, BATCH.rstrip() + '\n    raise ValueError("no")\n')
    with pytest.raises(ValueError, match="no"):
        migrate(database_url, folder)
    assert everything(store) == before
    assert migrate(database_url) == Migrated(latest(), latest())
    store.close()


def test_a_database_of_a_newer_release_is_left_alone(database_url: str, tmp_path: Path) -> None:
    migrate(database_url, folder_with(tmp_path, "pass"))
    with pytest.raises(MigrationError, match="newer"):
        migrate(database_url)


def test_two_who_start_at_once_migrate_once(empty_database_url: str, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as starters:
        done = [*starters.map(migrate, [empty_database_url] * 4)]
    assert sorted(done) == [Migrated("", latest()), *[Migrated(latest(), latest())] * 3]
