"""What workers recorded leaves as files, named after their answers and nothing else."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.actions import answering, cards, recordings, work
from app.actions.dealing import Dealt
from app.actions.recordings import Whose
from app.actions.turn import Done
from app.media.ear import Voice
from app.media.shelf import open_shelf
from app.settings import read_settings
from app.store.opening import Store
from tests.commands.conftest import Type
from tests.pool_folders import SPEAKS, many, write_pool

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def spoken(command: Type, tmp_path: Path) -> Path:
    """A pool with two recordings; where their files are kept."""
    folder = write_pool(tmp_path / "pool", "id,prompt\na,Say this.\n", SPEAKS)
    assert command("pool", "import", folder, "--publish").exit_code == 0
    settings = read_settings()
    store, shelf = Store(settings.database_url), open_shelf(settings.media)
    for sound in (b"OggS, one", b"OggS, two"):
        _, opening = cards.make_card(store, settings, False, NOW)
        seated = cards.seat(store, opening.secret)
        assert seated
        dealt = work.go_on(store, seated, "spam", 0, NOW)
        assert isinstance(dealt, Dealt)
        whose = Whose(seated.card, "spam", dealt.task)
        file = recordings.keep(store, shelf, whose, Voice(sound, 2.0), NOW, seated=True)
        sent = answering.Sent("spam", dealt.task, {"recording": [file]})
        assert isinstance(answering.answer(store, seated, sent, NOW), Done)
    store.close()
    return Path(settings.media)


@pytest.mark.parametrize("form", ["folder", "ZIP"])
def test_recordings_lie_beside_the_answers(
    command: Type, spoken: Path, tmp_path: Path, form: str
) -> None:
    assert len(list(spoken.iterdir())) == 2
    place = tmp_path / ("out" if form == "folder" else "out.zip")
    done = command("pool", "export", "spam", "--media", place)
    assert done.stderr == "Wrote 2 files.\n"
    named = {row["value.recording"] for row in csv.DictReader(io.StringIO(done.stdout))}
    if form == "ZIP":
        with ZipFile(place) as packed:
            found = {name: packed.read(name) for name in packed.namelist()}
    else:
        found = {file.name: file.read_bytes() for file in place.iterdir()}
    assert found.keys() == named
    assert sorted(found.values()) == [b"OggS, one", b"OggS, two"]


def test_a_file_that_is_missing_is_told(command: Type, spoken: Path, tmp_path: Path) -> None:
    next(spoken.iterdir()).unlink()
    done = command("pool", "export", "spam", "--media", tmp_path / "out")
    assert "is missing. See: ownpace doctor\n" in done.stderr
    assert done.stderr.endswith("Wrote 1 file.\n")
    assert "Missing: 1" in command("doctor").stderr


def test_a_pool_without_recordings_has_no_files(command: Type, tmp_path: Path) -> None:
    command("pool", "import", write_pool(tmp_path / "pool", many(1)), "--publish")
    done = command("pool", "export", "spam", "--media", tmp_path / "out")
    assert done.stderr == "Wrote 0 files.\n"


def test_where_nothing_can_be_written_it_is_said(
    command: Type, spoken: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    done = command("pool", "export", "spam", "--media", taken)
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
