"""Uploads that never end: they neither fill the disk nor stop anybody."""

from pathlib import Path
from unittest.mock import patch

import pytest

from app.actions import recordings, work
from app.actions.importing import Imported
from app.actions.recordings import Arrived, Piece
from app.store import tables
from tests.actions.speaking import Speaker
from tests.pool_folders import SPEAKS, Ground, write_pool
from tests.scenes import Scene


@pytest.fixture
def scene(ground: Ground, tmp_path: Path) -> Scene:
    """Workers of that store, and a pool of sentences."""
    rows = "id,prompt\na,Say this.\nb,Say that.\n"
    done = ground.bring(write_pool(tmp_path / "pool", rows, SPEAKS))
    assert isinstance(done, Imported), done
    return Scene(ground.storage.store)


def test_an_upload_has_only_so_many_pieces(ground: Ground, scene: Scene) -> None:
    speaker = Speaker(ground, scene.worker())
    with patch("app.actions.recordings.MOST_PIECES", 3):
        had = [speaker.piece(at, b"a") for at in range(5)]
    assert had == [Arrived(1), Arrived(2), Arrived(3), Arrived(3), Arrived(3)]
    assert ground.count(tables.recording_piece) == 3


def test_uploads_that_never_end_are_kept_for_a_few_tasks_only(ground: Ground, scene: Scene) -> None:
    other = Speaker(ground, scene.worker())
    other.piece(0, b"abcd")
    speaker, now = Speaker(ground, scene.worker()), scene.now
    with patch("app.actions.recordings.MOST_UNFINISHED", 1):
        speaker.piece(0, b"abcd")
        first = speaker.whose
        work.save(ground.storage.store, speaker.worker.seated, "spam", first.task, {}, now)
        speaker.task = speaker.worker.go_on().task
        assert speaker.task != first.task
        speaker.piece(0, b"abcd")
    assert recordings.take_piece(ground.storage.store, first, Piece("111111", 9)) == Arrived(0)
    # What is coming in goes on, and what somebody else sends too.
    assert speaker.piece(0, b"") == Arrived(4)
    assert other.piece(0, b"") == Arrived(4)
