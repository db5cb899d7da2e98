"""Fresh databases for tests: `database_url` gives each test both engines, one after the other."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from app.store.migrating import migrate
from tests.postgres_server import PostgresMissingError, postgres_server


class Sqlite:
    """Makes SQLite databases in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fresh(self, template: str | None = None) -> str:
        """A new database, empty or a copy of another."""
        file = self.folder / f"{uuid4().hex}.sqlite3"
        if template:
            shutil.copyfile(make_url(template).database or "", file)
        return f"sqlite:///{file}"

    def drop(self, url: str) -> None:
        """Remove a database with its side files."""
        file = Path(make_url(url).database or "")
        for part in self.folder.glob(f"{file.name}*"):
            part.unlink()


class Postgres:
    """Makes databases on one PostgreSQL server."""

    def __init__(self, server: str) -> None:
        self.server = make_url(server)

    def fresh(self, template: str | None = None) -> str:
        """A new database, empty or a copy of another."""
        name = f"test_{uuid4().hex}"
        source = make_url(template).database if template else "template1"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        return self._address(self.server.set(database=name))

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        address = self._address(self.server.set(drivername="postgresql"))
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)

    @staticmethod
    def _address(url: URL) -> str:
        return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server: the one that OWNPACE_TEST_DATABASE_URL names, or one of our own."""
    given = os.environ.get("OWNPACE_TEST_DATABASE_URL")
    with ExitStack() as stack:
        try:
            server = given or stack.enter_context(postgres_server())
        except PostgresMissingError as reason:
            pytest.fail(str(reason), pytrace=False)
        yield Postgres(server)


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    """A folder of SQLite databases."""
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine_maker(request: pytest.FixtureRequest) -> Sqlite | Postgres:
    """Each engine in turn."""
    maker: Sqlite | Postgres = request.getfixturevalue(request.param)
    return maker


@pytest.fixture
def empty_database_url(engine_maker: Sqlite | Postgres) -> Iterator[str]:
    """A database without tables, on each engine."""
    url = engine_maker.fresh()
    yield url
    engine_maker.drop(url)


@pytest.fixture(scope="session")
def template_url(engine_maker: Sqlite | Postgres) -> str:
    """The migrated database that each test's own is copied from, on each engine."""
    url = engine_maker.fresh()
    migrate(url)
    return url


@pytest.fixture
def database_url(engine_maker: Sqlite | Postgres, template_url: str) -> Iterator[str]:
    """A migrated database without rows, on each engine."""
    url = engine_maker.fresh(template_url)
    yield url
    engine_maker.drop(url)
