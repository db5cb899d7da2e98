"""Migrating: bringing a database to the shape that this release wants, with all its rows."""

import fcntl
import re
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import column, func, inspect, select, table, text
from sqlalchemy.exc import OperationalError

from app.settings import CHECKOUT
from app.store.opening import Store, StoreAwayError, Unit

MIGRATIONS = CHECKOUT / "migrations"
# Any number will do, as long as nothing else in the database uses it.
ONE_AT_A_TIME = 7_205_716_223

_VERSIONS = table("alembic_version", column("version_num"))
_VERSION_FILE = re.compile(r"(\d{4})_\w+\.py")


class MigrationError(Exception):
    """Why a database cannot be brought to the wanted version; it is as it was."""


class Migrated(NamedTuple):
    """From which version a database came and to which it went; the empty one has no tables."""

    before: str
    after: str


def latest(folder: Path = MIGRATIONS) -> str:
    """The version that a release wants."""
    names = (_VERSION_FILE.fullmatch(file.name) for file in (folder / "versions").iterdir())
    return max((found[1] for found in names if found), default="")


def version_of(unit: Unit) -> str:
    """The version that a database has; the empty one for a database without tables."""
    if not inspect(unit).has_table(_VERSIONS.name):
        return ""
    return unit.execute(select(_VERSIONS.c.version_num)).scalar() or ""


def is_current(store: Store) -> bool:
    """Whether a database has the version that this release wants."""
    return store.read(version_of) == latest()


def migrate(url: str, folder: Path = MIGRATIONS, to: str | None = None) -> Migrated:
    """Bring a database to a version (the latest), all or nothing.

    SQLite's file is copied first, and the copy of the last upgrade stays beside it. Whoever starts
    at the same moment waits. Raises MigrationError or StoreAwayError.
    """
    store = Store(url)
    try:
        with _alone(store), unchecked(store) as unit:
            return change(unit, folder, to)
    except (OperationalError, OSError) as error:
        raise StoreAwayError from error
    finally:
        store.close()


def change(unit: Unit, folder: Path = MIGRATIONS, to: str | None = None) -> Migrated:
    """Bring a database to a version (the latest) inside a transaction that is already open."""
    if unit.dialect.name == "postgresql":
        unit.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    newest = latest(folder)
    wanted = newest if to is None else to
    before = version_of(unit)
    if before > newest:
        raise MigrationError(
            f"The database has version {before} and this release knows {newest}: take a newer one."
        )
    if before != wanted:
        _keep_copy(unit, before)
        rows = _count(unit)
        _run(unit, folder, before, wanted)
        _check(unit, rows)
    return Migrated(before, wanted)


def _run(unit: Unit, folder: Path, before: str, wanted: str) -> None:
    # Imported here: nothing else needs it, and a start should not wait for it.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": unit})
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    if wanted > before:
        command.upgrade(config, wanted)
    else:
        command.downgrade(config, wanted or "base")


def _count(unit: Unit) -> dict[str, int]:
    """How many rows each table has."""
    counted = select(func.count())
    names = set(inspect(unit).get_table_names()) - {_VERSIONS.name}
    return {name: unit.execute(counted.select_from(table(name))).scalar_one() for name in names}


def _check(unit: Unit, rows: dict[str, int]) -> None:
    """Refuse a migration that lost rows, or that left rows which lead nowhere."""
    now = _count(unit)
    lost = sorted(name for name in rows.keys() & now.keys() if now[name] < rows[name])
    if lost:
        raise MigrationError(f"The migration would lose rows of: {', '.join(lost)}.")
    if unit.dialect.name == "sqlite":
        astray = {row[0] for row in unit.execute(text("PRAGMA foreign_key_check"))}
        if astray:
            raise MigrationError(f"Rows would lead nowhere in: {', '.join(sorted(astray))}.")


def _keep_copy(unit: Unit, version: str) -> None:
    """Copy SQLite's file beside it, named by its version; nobody writes to it meanwhile."""
    file = _file(unit.engine.url.database) if unit.dialect.name == "sqlite" else None
    if file is None or not version:
        return
    copy, part = (file.with_name(f"{file.name}.{end}") for end in (version, "part"))
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(copy)
    for old in file.parent.glob(f"{file.name}.[0-9][0-9][0-9][0-9]"):
        if old != copy:
            old.unlink()


@contextmanager
def unchecked(store: Store) -> Iterator[Unit]:
    """A transaction in which SQLite follows no reference.

    With references on, dropping the old form of a changed table would empty the tables that
    lead to it.
    """
    with store.engine.connect().execution_options(writing=True) as unit:
        if unit.dialect.name == "sqlite":
            # SQLite ignores this inside a transaction, so it goes past the engine, which begins.
            driver = unit.connection.driver_connection
            if isinstance(driver, sqlite3.Connection):
                driver.execute("PRAGMA foreign_keys=OFF")
        with unit.begin():
            yield unit


def _alone(store: Store) -> AbstractContextManager[None]:
    """A wait until nobody else migrates; PostgreSQL has a lock of its own for that."""
    url = store.engine.url
    file = _file(url.database) if url.get_backend_name() == "sqlite" else None
    return nullcontext() if file is None else _locked(file)


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _file(database: str | None) -> Path | None:
    return None if database in {None, "", ":memory:"} else Path(str(database))
