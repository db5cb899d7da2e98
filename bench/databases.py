"""Fresh databases for measuring: SQLite files, or databases on a PostgreSQL of our own."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import psycopg
from sqlalchemy.engine import make_url

from tests.postgres_server import postgres_server


@contextmanager
def sqlite() -> Iterator[Callable[[], str]]:
    """A folder of SQLite files."""
    numbers = count()
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: f"sqlite:///{folder}/{next(numbers)}.sqlite3"


@contextmanager
def postgres() -> Iterator[Callable[[], str]]:
    """A server with as many databases as are asked for."""
    numbers = count()
    with postgres_server() as server:
        address = make_url(server)

        def fresh() -> str:
            name = f"bench_{next(numbers)}"
            plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
            with psycopg.connect(plain, autocommit=True) as connection:
                connection.execute(f"create database {name}".encode())
            return address.set(database=name).render_as_string(hide_password=False)

        yield fresh
