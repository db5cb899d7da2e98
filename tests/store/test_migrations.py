"""The migrations make exactly the tables that the store works with, and take them away again."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from app.store.migrating import MIGRATIONS, Migrated, is_current, latest, migrate
from app.store.opening import Store
from app.store.tables import metadata
from tests.databases import Postgres, Sqlite
from tests.store.shape import shape


def test_an_empty_database_gets_every_table(empty_database_url: str) -> None:
    assert migrate(empty_database_url) == Migrated("", latest())
    store = Store(empty_database_url)
    names = set(store.read(lambda unit: inspect(unit).get_table_names()))
    store.close()
    assert names == set(metadata.tables) | {"alembic_version"}


def test_a_current_database_is_left_alone(database_url: str) -> None:
    assert migrate(database_url) == Migrated(latest(), latest())


def test_alembic_finds_nothing_to_change(database_url: str) -> None:
    store = Store(database_url)
    found = store.read(
        lambda unit: compare_metadata(
            MigrationContext.configure(unit, opts={"compare_type": True}), metadata
        )
    )
    store.close()
    assert found == []


def test_constraints_and_partial_indexes_are_those_of_the_tables(
    database_url: str, engine_maker: Sqlite | Postgres
) -> None:
    migrated, made = Store(database_url), Store(engine_maker.fresh())
    with made.writing() as unit:
        metadata.create_all(unit)
    facts = shape(migrated)
    assert any("open > 0" in " ".join(fact) for fact in facts)
    assert facts == shape(made)
    migrated.close()
    made.close()


def test_every_version_goes_down_to_nothing_and_up_again(database_url: str) -> None:
    store = Store(database_url)
    whole = shape(store)
    migrate(database_url, to="")
    assert shape(store) == set()
    assert not is_current(store)
    for number in range(1, int(latest()) + 1):
        assert migrate(database_url, to=f"{number:04d}").after == f"{number:04d}"
    assert shape(store) == whole
    store.close()


def test_versions_follow_one_another_without_a_gap() -> None:
    numbers = sorted(file.name[:4] for file in (MIGRATIONS / "versions").glob("*.py"))
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]
