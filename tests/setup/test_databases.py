"""Each test gets a database of its own, on a real engine."""

import pytest
from sqlalchemy import Executable, create_engine, select, text
from sqlalchemy.engine import make_url

from app.store.tables import metadata
from tests.databases import Postgres, Sqlite


def rows(url: str, *statements: Executable) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            for statement in statements:
                result = connection.execute(statement)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


def run(url: str, *statements: str) -> list[tuple[object, ...]]:
    return rows(url, *map(text, statements))


def test_a_copy_has_the_rows_of_its_template_and_its_own_life(
    engine_maker: Sqlite | Postgres,
) -> None:
    template = engine_maker.fresh()
    run(template, "create table thing (name text)", "insert into thing values ('first')")
    copy = engine_maker.fresh(template)
    run(copy, "insert into thing values ('second')")
    assert run(copy, "select name from thing order by name") == [("first",), ("second",)]
    assert run(template, "select name from thing") == [("first",)]
    engine_maker.drop(copy)
    engine_maker.drop(template)


@pytest.mark.parametrize("again", [1, 2])
def test_no_test_sees_the_tables_of_another(empty_database_url: str, again: int) -> None:
    run(empty_database_url, "create table only_mine (name text)")
    assert run(empty_database_url, "select count(*) from only_mine") == [(0,)]


@pytest.mark.parametrize("again", [1, 2])
def test_every_table_is_there_without_a_row(database_url: str, again: int) -> None:
    for table in metadata.sorted_tables:
        assert rows(database_url, select(table)) == []
    run(database_url, "create table mine_too (name text)")


def test_a_database_is_dropped_though_somebody_is_still_in_it(postgres: Postgres) -> None:
    url = postgres.fresh()
    engine = create_engine(url)
    connection = engine.connect()
    postgres.drop(url)
    connection.invalidate()
    connection.close()
    engine.dispose()
    server = postgres.server.render_as_string(hide_password=False)
    left = run(server, "select datname from pg_database")
    assert (make_url(url).database,) not in left
