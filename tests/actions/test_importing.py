"""An import brings a whole pool, or leaves no trace."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions import exporting, leftovers, locks, pools
from app.actions.exporting import find
from app.actions.importing import Imported
from app.rules.problem import Problem
from app.store.migrating import migrate
from app.store.pools import Facts
from tests.databases import Sqlite
from tests.pool_folders import (
    PICTURES_TOML,
    SAMPLES,
    TOML,
    Ground,
    many,
    picture,
    places,
    write_pool,
)
from tests.scenes import Scene

PICTURE_ROWS = "id,image\na,one.png\nb,two.png\nc,one.png\n"
PICTURE_FILES = {"one.png": picture(1), "two.png": picture(2)}


@pytest.fixture
def sqlite_ground(sqlite: Sqlite, tmp_path: Path) -> Iterator[Ground]:
    """A store on SQLite alone, for what takes long and is the same on both engines."""
    url = sqlite.fresh()
    migrate(url)
    made = Ground.at(url, tmp_path)
    yield made
    made.storage.store.close()


def exported(ground: Ground, slug: str, out: Path) -> None:
    pool = find(ground.storage.store, slug, "tasks", "csv")
    assert isinstance(pool, Facts)
    with out.open("w", encoding="utf-8", newline="") as file:
        exporting.export(ground.storage.store, pool, "tasks", "csv", file)


@pytest.mark.parametrize("sample", [path.parent for path in SAMPLES], ids=lambda path: path.name)
def test_a_sample_pool_comes_in_whole_and_goes_out_as_it_came(
    sqlite_ground: Ground, tmp_path: Path, sample: Path
) -> None:
    ground = sqlite_ground
    found = ground.bring(sample)
    # A cell can have several lines.
    with (sample / "tasks.csv").open(encoding="utf-8", newline="") as rows:
        assert found == (sample.name, len(list(csv.reader(rows))) - 1, "published")
    assert ground.files() == ground.named()
    assert bool(ground.files()) == (sample / "media").exists()

    again = tmp_path / "again"
    again.mkdir()
    toml = (sample / "pool.toml").read_text()
    (again / "pool.toml").write_text(toml.replace(f'"{sample.name}"', '"again"'))
    for tree in sample.glob("categories*"):
        shutil.copy(tree, again)
    if (sample / "media").exists():
        shutil.copytree(sample / "media", again / "media")
    exported(ground, sample.name, again / "tasks.csv")
    before = ground.files()
    assert isinstance(ground.bring(again), Imported)
    assert ground.files() == before
    exported(ground, "again", tmp_path / "second.csv")
    assert (tmp_path / "second.csv").read_bytes() == (again / "tasks.csv").read_bytes()


def test_every_task_of_an_import_is_dealt(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(30)))
    scene = Scene(ground.storage.store)
    assert len(set(scene.worker().work_off())) == 30
    assert len(scene.worker().work_off()) == 30
    assert scene.worker().go_on().task == 0


def test_tasks_are_shuffled_unless_their_order_matters(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "mixed", many(50)))
    ordered = TOML.replace('"spam"', '"story"', 1).replace("overlap", "ordered = true\noverlap")
    ground.bring(write_pool(tmp_path / "story", many(50), ordered))
    worker = Scene(ground.storage.store).worker()
    mixed = worker.work_off()
    worker.slug = "story"
    assert mixed != sorted(mixed)
    story = worker.work_off()
    assert len(story) == 50
    assert story == sorted(story)


def test_a_draft_deals_nothing(ground: Ground, tmp_path: Path) -> None:
    found = ground.bring(write_pool(tmp_path / "pool", many(3)), publish=False)
    assert found == ("spam", 3, "draft")
    assert isinstance(Scene(ground.storage.store).worker().try_to_go_on(), Problem)
    assert pools.publish(ground.storage.store, "spam") is None
    assert len(Scene(ground.storage.store).worker().work_off()) == 3


def test_every_problem_is_told_and_nothing_kept(ground: Ground, tmp_path: Path) -> None:
    rows = (
        "id,image,lang\na,one.png,en\na,two.png,en\nc,broken.png,en\nd,one.png,xx-none\ne,no.png,\n"
    )
    files = {**PICTURE_FILES, "broken.png": b"\x89PNG\r\n\x1a\nnothing more"}
    found = ground.bring(write_pool(tmp_path / "pool", rows, PICTURES_TOML, files))
    assert places(found) == [
        ("tasks.csv", 3, "id", "id_twice"),
        ("tasks.csv", 5, "lang", "language_unknown"),
        ("tasks.csv", 6, "image", "media_not_found"),
        ("tasks.csv", 4, "image", "picture_unreadable"),
    ]
    assert ground.rows() == {}
    assert ground.files() == set()


def test_one_broken_picture_takes_everything_back(ground: Ground, tmp_path: Path) -> None:
    files = {**PICTURE_FILES, "two.png": b"\x89PNG\r\n\x1a\nnothing more"}
    found = ground.bring(write_pool(tmp_path / "pool", PICTURE_ROWS, PICTURES_TOML, files))
    assert places(found) == [("tasks.csv", 3, "image", "picture_unreadable")]
    assert ground.rows() == {}
    assert ground.files() == set()


@pytest.mark.parametrize("step", ["check", "media", "tasks"])
def test_an_import_that_is_interrupted_leaves_only_what_others_use(
    ground: Ground, tmp_path: Path, step: str
) -> None:
    first = PICTURES_TOML.replace('"pictures"', '"first"')
    ground.bring(write_pool(tmp_path / "first", "id,image\na,one.png\n", first, PICTURE_FILES))
    rows, files = ground.rows(), ground.files()

    def interrupt(now: str, done: int, of: int) -> None:
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ground.bring(
            write_pool(tmp_path / "pool", PICTURE_ROWS, PICTURES_TOML, PICTURE_FILES),
            progress=interrupt,
        )
    assert ground.rows() == rows
    assert ground.files() == files


def test_files_that_change_while_they_are_read_refuse_the_import(
    ground: Ground, tmp_path: Path
) -> None:
    folder = write_pool(tmp_path / "pool", many(10))

    def meddle(step: str, done: int, of: int) -> None:
        (folder / "tasks.csv").write_text(many(12))

    assert places(ground.bring(folder, progress=meddle)) == [("tasks.csv", 0, "", "file_changed")]
    assert ground.rows() == {}


def test_a_name_that_is_taken_is_refused(ground: Ground, tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", many(3))
    ground.bring(folder)
    rows = ground.rows()
    assert places(ground.bring(folder)) == [("pool.toml", 0, "pool.slug", "pool_exists")]
    assert ground.rows() == rows


def test_a_second_import_of_the_same_pool_is_refused_while_one_runs(
    ground: Ground, tmp_path: Path
) -> None:
    folder = write_pool(tmp_path / "pool", many(3))
    other = write_pool(tmp_path / "other", many(3), TOML.replace('"spam"', '"other"', 1))
    with locks.import_of(ground.storage.locks, "spam"):
        assert places(ground.bring(folder)) == [("", 0, "", "import_running")]
        assert isinstance(ground.bring(other), Imported)
    assert isinstance(ground.bring(folder), Imported)


def test_nobody_sweeps_while_an_import_fills_the_shelf(ground: Ground) -> None:
    ground.storage.shelf.put(picture(7), "image/png")
    with locks.filling_shelf(ground.storage.locks):
        assert leftovers.sweep(ground.storage) == 0
    assert leftovers.sweep(ground.storage) == 1
    assert ground.files() == set()


def test_no_more_problems_are_kept_than_anybody_would_read(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.actions.checking.MOST_PROBLEMS", 5)
    found = ground.bring(write_pool(tmp_path / "pool", "id,text\n" + "x,\n" * 5_000))
    assert isinstance(found, list)
    assert [one.code for one in found][-1] == "problems_many"
    assert len(found) == 6
