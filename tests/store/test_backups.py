"""A backup is one moment of the site in one file, and comes back whole or not at all."""

import io
import tarfile
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from app.media.shelf import Folder, Shelf
from app.store import archive, tables
from app.store.archive import ArchiveError
from app.store.copying import back_up, restore
from app.store.migrating import migrate
from app.store.opening import Store, Unit
from app.store.tables import metadata
from tests.audit import audit
from tests.databases import Postgres, Sqlite
from tests.scenes import Scene
from tests.store.filling import fill

Rows = dict[str, list[tuple[Any, ...]]]


def everything(store: Store) -> Rows:
    def read(unit: Unit) -> Rows:
        return {
            each.name: sorted(map(tuple, unit.execute(select(each))), key=repr)
            for each in metadata.sorted_tables
        }

    return store.read(read)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Folder(tmp_path / "media")


@pytest.fixture
def store(database_url: str) -> Any:
    made = Store(database_url)
    yield made
    made.close()


@pytest.fixture
def other_url(engine_maker: Sqlite | Postgres) -> Any:
    url = engine_maker.fresh()
    yield url
    engine_maker.drop(url)


def answers_in(store: Store) -> int:
    count = select(func.count()).select_from(tables.answer)
    return int(store.read(lambda unit: unit.execute(count).scalar_one()))


def bring(store: Store, name: str) -> None:
    """Note a stored file as an import does."""
    load = select(tables.load.c.id).limit(1).scalar_subquery()
    store.write(lambda unit: unit.execute(insert(tables.medium).values(name=name, load=load)))


def saved(store: Store, shelf: Shelf, folder: Path) -> Path:
    name = shelf.put(b"a picture", "image/png")
    fill(store)
    bring(store, name)
    file = folder / "backup.tar"
    assert back_up(store, shelf, file).missing == ()
    return file


def test_every_row_and_file_comes_back(
    store: Store, shelf: Shelf, tmp_path: Path, other_url: str
) -> None:
    file = saved(store, shelf, tmp_path)
    elsewhere, there = Folder(tmp_path / "other"), Store(other_url)
    done = restore(there, elsewhere, file)
    assert everything(there) == everything(store)
    assert done.rows == sum(map(len, everything(store).values()))
    assert [elsewhere.open(name) for name in elsewhere.names()] == [b"a picture"]
    # New rows get keys that nobody has.
    there.write(lambda unit: unit.execute(insert(tables.card).values(settings={}, day=1)))
    there.close()


def test_a_backup_moves_between_sqlite_and_postgresql(
    store: Store, shelf: Shelf, tmp_path: Path, sqlite: Sqlite, postgres: Postgres
) -> None:
    file = saved(store, shelf, tmp_path)
    maker = postgres if store.engine.dialect.name == "sqlite" else sqlite
    url = maker.fresh()
    there = Store(url)
    restore(there, shelf, file)
    assert everything(there) == everything(store)
    there.close()
    maker.drop(url)


def test_only_its_owner_may_read_it_and_no_key_is_in_it(
    store: Store, shelf: Shelf, tmp_path: Path
) -> None:
    file = saved(store, shelf, tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    with tarfile.open(file) as tar:
        assert not [name for name in tar.getnames() if "key" in name]


def test_a_database_with_rows_is_replaced_only_on_request(
    store: Store, shelf: Shelf, tmp_path: Path
) -> None:
    file = saved(store, shelf, tmp_path)
    before = everything(store)
    Scene(store).worker().work_off(most=2)
    after = everything(store)
    with pytest.raises(ArchiveError, match="not empty"):
        restore(store, shelf, file)
    assert everything(store) == after
    restore(store, shelf, file, replace=True)
    assert everything(store) == before


def test_a_backup_of_an_earlier_version_is_brought_up_to_date(
    store: Store, shelf: Shelf, tmp_path: Path, other_url: str
) -> None:
    migrate(other_url, to="0001")
    old, file = Store(other_url), tmp_path / "old.tar"
    back_up(old, shelf, file)
    old.close()
    assert archive.check(file).version == "0001"
    restore(store, shelf, file)
    fill(store)


def spoil(file: Path, how: str) -> None:
    data = file.read_bytes()
    if how == "truncated":
        file.write_bytes(data[: len(data) // 2])
    elif how == "without its end":
        file.write_bytes(data[: data.index(archive.LIST.encode())])
    elif how == "one byte changed":
        at = data.index(b"a picture")
        file.write_bytes(data[:at] + b"A" + data[at + 1 :])
    elif how == "empty":
        file.write_bytes(b"")
    elif how == "text":
        file.write_bytes(b"Dear reader,\n" * 200)
    elif how == "another tar":
        with tarfile.open(file, "w") as tar:
            tar.addfile(tarfile.TarInfo("../../etc/passwd"), io.BytesIO())


@pytest.mark.parametrize(
    "how", ["truncated", "without its end", "one byte changed", "empty", "text", "another tar"]
)
def test_a_damaged_or_foreign_file_changes_nothing(
    store: Store, shelf: Shelf, tmp_path: Path, how: str
) -> None:
    file = saved(store, shelf, tmp_path)
    spoil(file, how)
    elsewhere = Folder(tmp_path / "other")
    before = everything(store)
    with pytest.raises(ArchiveError):
        restore(store, elsewhere, file, replace=True)
    assert everything(store) == before
    assert list(elsewhere.names()) == []


def test_a_backup_that_breaks_off_leaves_the_older_one(
    store: Store, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(store, shelf, tmp_path)
    before = file.read_bytes()
    monkeypatch.setattr(Folder, "open", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        back_up(store, shelf, file)
    assert file.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [file, tmp_path / "media"]


def test_a_backup_made_under_load_is_of_one_moment(
    store: Store, shelf: Shelf, tmp_path: Path, other_url: str
) -> None:
    scene = Scene(store)
    scene.pool("spam", tasks=500, overlap=4, pay=5)
    stop = threading.Event()

    def go_on() -> None:
        worker = scene.worker()
        while not stop.is_set():
            worker.work_off(most=1)

    busy = [threading.Thread(target=go_on) for _ in range(4)]
    for each in busy:
        each.start()
    files = [tmp_path / f"{number}.tar" for number in range(3)]
    try:
        for number, file in enumerate(files, 1):
            while answers_in(store) < number * 8:
                time.sleep(0.01)
            back_up(store, shelf, file)
    finally:
        stop.set()
        for each in busy:
            each.join()
    there = Store(other_url)
    answers = []
    for file in files:
        restore(there, shelf, file, replace=True)
        audit(Scene(there))
        answers.append(answers_in(there))
    assert 8 <= answers[0] < answers[1] < answers[2]
    there.close()
