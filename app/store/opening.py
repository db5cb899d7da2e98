"""Opening the database: one engine, and one unit of work for each action."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as NoConnection

Unit = Connection
Result = TypeVar("Result")

MOST_TRIES = 6
BUSY_MILLISECONDS = 30_000
LARGEST_POOL = 10
# The connection that was used last comes first: it has the statements and the pages at hand.
POOLED: dict[str, Any] = {"pool_size": LARGEST_POOL, "max_overflow": 0, "pool_use_lifo": True}
# A deadlock and a serialization failure: the other transaction went first, so this one runs again.
AGAIN = {"40P01", "40001"}


class StoreAwayError(Exception):
    """The database cannot be reached or refuses to write; nothing of this action was kept."""


class AddressError(Exception):
    """Why no database can be opened at an address."""


class Store:
    """One database; `read` and `write` run an action in one transaction of its own."""

    def __init__(self, url: str) -> None:
        """Open the database at an SQLAlchemy URL; nothing is connected yet. Raises AddressError."""
        try:
            self.engine = open_engine(url)
        except (ArgumentError, NoSuchModuleError) as error:
            raise AddressError("the address is none of SQLite's or PostgreSQL's") from error
        except ImportError as error:
            raise AddressError("the driver is missing: pip install 'psycopg[binary]'") from error
        self._writer = self.engine.execution_options(writing=True)
        sqlite = self.engine.dialect.name == "sqlite"
        # SQLite writers queue here in order; its own waiting polls, and starves some of them.
        self._turn: AbstractContextManager[Any] = threading.Lock() if sqlite else nullcontext()

    def read(self, act: Callable[[Unit], Result]) -> Result:
        """What an action that writes nothing answers. Raises StoreAwayError."""
        return _run(self.engine, act)

    def write(self, act: Callable[[Unit], Result]) -> Result:
        """What an action answers, once everything it wrote is kept. Raises StoreAwayError."""
        with self._turn:
            return _run(self._writer, act)

    def writing(self) -> AbstractContextManager[Unit]:
        """A transaction that may write, for work that cannot be run again."""
        return self._writer.begin()

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def _run(engine: Engine, act: Callable[[Unit], Result]) -> Result:
    """What an action answers in a transaction of its own.

    It runs again when another transaction got in its way or the line to the database was dead, so
    it must change nothing but the store.
    """
    left = MOST_TRIES
    while True:
        left -= 1
        try:
            # Closing takes back what was not committed.
            with engine.connect() as unit:
                begun = unit.begin()
                found = act(unit)
                begun.commit()
                return found
        except NoConnection as error:
            raise StoreAwayError from error
        except DBAPIError as error:
            if left and _again(error):
                continue
            if isinstance(error, OperationalError):
                raise StoreAwayError from error
            raise


def open_engine(url: str) -> Engine:
    """An engine set up as the store needs it, on SQLite or PostgreSQL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, hide_parameters=True, **POOLED)
        event.listen(engine, "connect", _keep_plans)
        return engine
    engine = create_engine(
        parsed,
        hide_parameters=True,
        connect_args={"timeout": BUSY_MILLISECONDS / 1000, "check_same_thread": False},
        **({} if ":memory:" in url else POOLED),
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin transactions by itself: `_begin` says which kind it is.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _keep_plans(connection: DBAPIConnection, _record: object) -> None:
    # Each statement has one good plan, whoever asks. Left to itself, PostgreSQL plans many of them
    # anew each time, and a task takes half as long again.
    connection.cursor().execute("SET plan_cache_mode = force_generic_plan")
    connection.commit()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    said = "BEGIN IMMEDIATE" if writing else "BEGIN"
    try:
        # Straight to the driver: said through SQLAlchemy it costs as much as all else that opening
        # and ending a transaction takes.
        connection.connection.cursor().execute(said)
    except sqlite3.OperationalError as error:
        raise OperationalError(said, None, error, hide_parameters=True) from error


def _again(error: DBAPIError) -> bool:
    # A random number can be taken already, two first visits can join a pool at one moment, and a
    # connection that the database dropped is found dead at its next use.
    if isinstance(error, IntegrityError) or error.connection_invalidated:
        return True
    return getattr(error.orig, "sqlstate", "") in AGAIN
