"""Files on the shelf are whole, named by content, and reached by such names only."""

import hashlib
import time
from pathlib import Path

import pytest

from app.media.shelf import (
    RECORDED,
    Folder,
    NotOnShelfError,
    Shelf,
    ShelfAddressError,
    media_type,
    open_shelf,
)

DATA = b"\xff\xd8\xff a picture"
NAME = hashlib.sha256(DATA).hexdigest()[:32] + ".jpg"


@pytest.fixture
def folder(tmp_path: Path) -> Shelf:
    return Folder(tmp_path / "not" / "yet" / "there")


@pytest.fixture(params=["folder", "bucket"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    kept = request.getfixturevalue(request.param)
    return open_shelf(kept) if isinstance(kept, str) else kept


def test_what_was_put_is_found_by_its_name(shelf: Shelf) -> None:
    assert shelf.put(DATA, "image/jpeg") == NAME
    assert shelf.open(NAME) == DATA
    assert shelf.size(NAME) == len(DATA)
    assert list(shelf.names()) == [NAME]
    assert media_type(NAME) == "image/jpeg"


def test_a_recording_tells_no_more_than_the_day(folder: Shelf, tmp_path: Path) -> None:
    name = folder.put(b"OggS", RECORDED)
    seconds = (tmp_path / "not/yet/there" / name).stat().st_mtime
    assert seconds % (24 * 3600) == 0
    assert 0 <= time.time() - seconds < 2 * 24 * 3600


def test_the_same_bytes_are_kept_once(shelf: Shelf) -> None:
    assert shelf.put(DATA, "image/jpeg") == shelf.put(DATA, "image/jpeg")
    assert len(list(shelf.names())) == 1


def test_a_damaged_file_is_written_anew(folder: Shelf, tmp_path: Path) -> None:
    folder.put(DATA, "image/jpeg")
    (tmp_path / "not/yet/there" / NAME).write_bytes(DATA[:5])
    folder.put(DATA, "image/jpeg")
    assert folder.open(NAME) == DATA


def test_a_write_that_fails_leaves_nothing(
    folder: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(OSError, match="No space left"):
        folder.put(DATA, "image/jpeg")
    assert list((tmp_path / "not/yet/there").iterdir()) == []


def test_a_half_written_file_is_not_counted(folder: Shelf, tmp_path: Path) -> None:
    folder.put(DATA, "image/jpeg")
    (tmp_path / "not/yet/there" / ".part-abc").write_bytes(b"half")
    assert list(folder.names()) == [NAME]


def test_files_of_every_first_sign_are_named(shelf: Shelf) -> None:
    put = {shelf.put(bytes([number]), "image/png") for number in range(64)}
    assert {name[0] for name in put} == set("0123456789abcdef")
    assert set(shelf.names()) == put


def test_trying_to_write_leaves_nothing(shelf: Shelf) -> None:
    shelf.try_to_write()
    assert list(shelf.names()) == []


@pytest.mark.parametrize(
    "address", ["s3://", "gopher://somewhere", "s3://bucket/a?b=c", "s3://key:secret@bucket/a"]
)
def test_an_address_of_no_service_is_refused(address: str) -> None:
    with pytest.raises(ShelfAddressError):
        open_shelf(address)


def test_only_known_types_are_kept(shelf: Shelf) -> None:
    with pytest.raises(KeyError):
        shelf.put(b"<svg/>", "image/svg+xml")
    assert list(shelf.names()) == []


def test_what_was_removed_is_gone_and_may_be_removed_again(shelf: Shelf) -> None:
    shelf.put(DATA, "image/jpeg")
    shelf.remove(NAME)
    shelf.remove(NAME)
    assert list(shelf.names()) == []
    with pytest.raises(NotOnShelfError):
        shelf.open(NAME)
    with pytest.raises(NotOnShelfError):
        shelf.size(NAME)


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../secret.jpg", "/etc/passwd", "a/" + NAME, NAME + "\n", NAME + "\0",
        NAME.upper(), NAME[1:], NAME.replace(".jpg", ".svg"), NAME.replace(".jpg", ""), "." + NAME,
        NAME.replace(NAME[0], "\u0661", 1),
    ],
)  # fmt: skip
def test_no_other_name_reaches_a_file(shelf: Shelf, tmp_path: Path, name: str) -> None:
    (tmp_path / "not" / "yet").mkdir(parents=True)
    (tmp_path / "not" / "yet" / "secret.jpg").write_bytes(b"secret")
    shelf.put(DATA, "image/jpeg")
    for act in (shelf.open, shelf.size, shelf.remove, media_type):
        with pytest.raises(NotOnShelfError):
            act(name)
    assert shelf.open(NAME) == DATA
