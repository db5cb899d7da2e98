"""Where several nodes serve, pictures lie in a bucket that all of them reach."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import create_app
from app.actions.importing import Imported, Storage
from app.actions.leftovers import sweep
from app.media.shelf import Folder, ShelfAwayError, open_shelf
from app.pages.parts import KEY, Parts
from app.settings import Settings
from app.store.copying import back_up, restore
from app.store.opening import Store
from tests.buckets import NOWHERE
from tests.pool_folders import PICTURES_TOML, Ground, picture, write_pool
from tests.process import ownpace
from tests.reader import Reader


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    rows = "id,image\nred,a.png\ngreen,b.png\n"
    media = {"a.png": picture(1), "b.png": picture(2)}
    return write_pool(tmp_path / "pictures", rows, PICTURES_TOML, media)


@pytest.fixture
def ground(bucket: str, database_url: str, tmp_path: Path) -> Iterator[Ground]:
    storage = Storage(Store(database_url), open_shelf(bucket), tmp_path / "locks")
    yield Ground(storage)
    storage.store.close()


@contextmanager
def node(folder: Path, database: str, media: str) -> Iterator[Reader]:
    """A browser at another node, which shares the database and the bucket alone."""
    app = create_app(Settings(folder, database, b"x" * 32, b"y" * 32, media_url=media))
    parts: Parts = app.extensions[KEY]
    yield app.test_client()
    parts.store.close()


def test_what_one_node_imports_another_one_shows(
    ground: Ground, pictures: Path, bucket: str, database_url: str, tmp_path: Path
) -> None:
    assert isinstance(ground.bring(pictures), Imported)
    assert ground.files() == ground.named()
    with node(tmp_path / "other", database_url, bucket) as other:
        for name in ground.files():
            shown = other.get(f"/media/{name}")
            assert shown.status_code == 200
            assert shown.data == ground.storage.shelf.open(name)
            assert shown.content_type.startswith("image/")
            assert shown.headers["Cache-Control"] == "no-store"
        assert other.get(f"/media/{'0' * 32}.webp").status_code == 404


def test_files_that_no_task_names_leave_the_bucket(ground: Ground, pictures: Path) -> None:
    ground.bring(pictures)
    before = ground.files()
    ground.storage.shelf.put(b"nobody's", "image/png")
    assert sweep(ground.storage) == 1
    assert ground.files() == before


def test_a_backup_holds_what_the_bucket_holds(
    ground: Ground, pictures: Path, tmp_path: Path
) -> None:
    ground.bring(pictures)
    done = back_up(ground.storage.store, ground.storage.shelf, tmp_path / "backup")
    assert done.media == len(ground.files())
    folder = Folder(tmp_path / "elsewhere")
    restore(ground.storage.store, folder, tmp_path / "backup", replace=True)
    assert set(folder.names()) == ground.files()


def test_a_service_that_is_away_is_said_and_nothing_is_imported(
    ground: Ground, pictures: Path, database_url: str, tmp_path: Path
) -> None:
    away = {**NOWHERE, "OWNPACE_MEDIA_URL": "s3://media/ownpace"}
    done = ownpace(tmp_path, database_url, "pool", "import", str(pictures), **away)
    assert done.returncode == 1
    assert "OWNPACE_MEDIA_URL" in done.stderr
    assert "Traceback" not in done.stderr
    looked = ownpace(tmp_path, database_url, "doctor", **away)
    assert "s3://media/ownpace takes no file" in looked.stderr
    assert ground.rows() == {}


def test_a_picture_that_cannot_be_reached_is_no_fault_of_the_worker(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> bytes:
        raise ShelfAwayError("the line is dead")

    monkeypatch.setattr(Folder, "open", away)
    with node(tmp_path, database_url, str(tmp_path)) as browser:
        shown = browser.get(f"/media/{'0' * 32}.webp")
    assert shown.status_code == 503
    assert "Wait a little and load the page again." in shown.text
