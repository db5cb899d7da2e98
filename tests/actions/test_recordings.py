"""Recordings from the first piece to the export: kept once, for one card, while they are used."""

import csv
import io
from pathlib import Path
from unittest.mock import patch

import pytest

from app.actions import exporting, late, leftovers, pools, recordings, work
from app.actions.importing import Imported
from app.actions.recordings import Arrived, Piece, Whose
from app.actions.turn import Done
from app.kinds.kind import Reading
from app.media.ear import Voice
from app.rules.problem import Problem
from app.store import tables
from app.store.copying import back_up, restore
from app.store.migrating import migrate
from app.store.pools import Facts
from tests.actions.speaking import Speaker
from tests.databases import Postgres, Sqlite
from tests.pool_folders import SPEAKS, Ground, places, write_pool
from tests.scenes import Scene

ROWS = "id,prompt\na,Say this.\nb,Say that.\n"
ONE, TWO = Voice(b"OggS, the first", 2.5), Voice(b"OggS, the second", 3.0)


@pytest.fixture
def scene(ground: Ground, tmp_path: Path) -> Scene:
    """Workers of that store, and a pool of sentences."""
    done = ground.bring(write_pool(tmp_path / "pool", ROWS, SPEAKS))
    assert isinstance(done, Imported), done
    return Scene(ground.storage.store)


@pytest.fixture
def speaker(ground: Ground, scene: Scene) -> Speaker:
    """Somebody before the first sentence."""
    return Speaker(ground, scene.worker())


def exported(ground: Ground, what: str) -> list[dict[str, str]]:
    pool = exporting.find(ground.storage.store, "spam", what, "csv")
    assert isinstance(pool, Facts), pool
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, "csv", out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_an_answer_is_a_file_and_its_seconds(ground: Ground, speaker: Speaker) -> None:
    file = speaker.keep(ONE)
    done = speaker.send(file)
    assert isinstance(done, Done), done
    assert speaker.worker.receipts()[0].value == {"recording": [file, "2.5"]}
    assert ground.files() == {file}
    assert ground.storage.shelf.open(file) == ONE.data
    again = speaker.send(file)
    assert isinstance(again, Done)
    assert again.receipt == done.receipt


def test_a_change_keeps_what_earlier_receipts_show(ground: Ground, speaker: Speaker) -> None:
    first = speaker.keep(ONE)
    speaker.send(first)
    second = speaker.keep(TWO)
    done = speaker.send(second)
    assert isinstance(done, Done)
    assert done.did == "change"
    assert ground.files() == {first, second}


def test_one_that_was_recorded_over_is_gone(ground: Ground, speaker: Speaker) -> None:
    speaker.keep(ONE)
    second = speaker.keep(TWO)
    speaker.piece(0, b"abcd")
    speaker.tidy()
    assert ground.count(tables.recording_piece) == 0
    assert ground.files() == {second}
    assert ground.count(tables.recording) == 1


def test_a_recording_of_another_card_is_none(ground: Ground, scene: Scene) -> None:
    one, two = (Speaker(ground, worker) for worker in scene.workers(2))
    file = one.keep(ONE)
    for found in (two.send(file), one.send("0" * 32 + ".opus"), one.send("../etc/passwd")):
        assert isinstance(found, Reading), found
        assert [problem.code for problem in found.problems] == ["recording_missing"]
    store = ground.storage.store
    assert recordings.of_card(store, one.worker.seated, file)
    assert recordings.of_card(store, two.worker.seated, file) is None


def test_two_who_send_the_same_file_have_it_each(ground: Ground, scene: Scene) -> None:
    one, two = (Speaker(ground, worker) for worker in scene.workers(2))
    file = one.keep(ONE)
    assert two.keep(ONE) == file
    two.keep(TWO)
    two.tidy()
    assert file in ground.files()
    assert isinstance(one.send(file), Done)


def test_nothing_is_kept_for_a_task_that_is_not_theirs(ground: Ground, scene: Scene) -> None:
    stranger, speaker = scene.worker(), Speaker(ground, scene.worker())
    whose = Whose(stranger.card, "spam", speaker.task)
    store, shelf = ground.storage.store, ground.storage.shelf
    assert recordings.wanted(store, whose) == ""
    assert recordings.wanted(store, speaker.whose) == "recording"
    assert recordings.keep(store, shelf, whose, ONE, scene.now, seated=True) == ""
    assert recordings.take_piece(store, whose, Piece("111111", 9)) == Problem("task_not_yours")
    assert ground.count(tables.recording) == ground.count(tables.recording_piece) == 0
    assert leftovers.sweep(ground.storage) == 1
    assert ground.files() == set()


def test_a_sweep_leaves_what_somebody_recorded(ground: Ground, speaker: Speaker) -> None:
    file = speaker.keep(ONE)
    assert leftovers.sweep(ground.storage) == 0
    assert ground.files() == {file}


def test_a_saved_recording_waits_for_its_card(ground: Ground, speaker: Speaker) -> None:
    file = speaker.keep(ONE)
    worker = speaker.worker
    work.skip(ground.storage.store, worker.seated, "spam", speaker.task, worker.scene.now)
    speaker.tidy()
    assert ground.files() == {file}
    assert isinstance(speaker.send(file), Done)


def test_one_that_came_after_the_sitting_overwrites_nothing(
    ground: Ground, speaker: Speaker
) -> None:
    mine, store = speaker.keep(ONE), ground.storage.store
    theirs = speaker.keep(TWO, seated=False)
    worker = speaker.worker
    typed = {"recording": [theirs]}
    assert late.keep(store, worker.card, "spam", speaker.task, typed, worker.scene.now)
    speaker.tidy()
    assert ground.files() == {mine, theirs}
    [kept] = worker.mine().kept
    late.drop(store, worker.seated, "spam", kept.id)
    speaker.tidy()
    assert ground.files() == {mine}


def test_pieces_count_once_and_go_on_where_they_stopped(ground: Ground, speaker: Speaker) -> None:
    assert speaker.piece(0, b"") == Arrived(0)
    assert speaker.piece(0, b"abcd") == Arrived(4)
    # The line broke before the answer came: the same piece again, and one from further on.
    assert speaker.piece(0, b"abcd") == Arrived(4)
    assert speaker.piece(6, b"ghi") == Arrived(4)
    assert speaker.piece(0, b"") == Arrived(4)
    assert speaker.piece(4, b"efghijklmnop") == Arrived(4)
    assert speaker.piece(4, b"efghi") == Arrived(9, b"abcdefghi")
    store, shelf = ground.storage.store, ground.storage.shelf
    file = recordings.keep(
        store, shelf, speaker.whose, ONE, speaker.worker.scene.now, True, "111111"
    )
    # The answer to the last piece was lost too.
    assert speaker.piece(4, b"efghi") == Arrived(9, file=file)
    assert ground.count(tables.recording_piece) == 0


def test_a_task_has_one_upload_the_latest(ground: Ground, speaker: Speaker) -> None:
    speaker.piece(0, b"abcd")
    assert speaker.piece(0, b"wxyz", "222222") == Arrived(4)
    assert speaker.piece(0, b"") == Arrived(0)
    assert ground.count(tables.recording_piece) == 1


def test_once_a_pool_is_closed_nothing_is_recorded_over(ground: Ground, speaker: Speaker) -> None:
    store, worker = ground.storage.store, speaker.worker
    file = speaker.keep(ONE)
    assert isinstance(speaker.send(file), Done)
    pools.close(store, "spam")
    assert speaker.piece(0, b"abcd") == Problem("task_not_yours")
    assert recordings.wanted(store, speaker.whose) == ""
    assert speaker.keep(TWO) == ""
    assert recordings.of_card(store, worker.seated, file)


@pytest.mark.parametrize(
    ("size", "code"), [(0, "recording_missing"), (10_000_001, "recording_large")]
)
def test_an_upload_has_a_size(speaker: Speaker, size: int, code: str) -> None:
    found = speaker.piece(0, b"abcd", size=size)
    assert isinstance(found, Problem)
    assert found.code == code


def test_every_answer_counts_and_a_person_listens(ground: Ground, scene: Scene) -> None:
    speakers = [Speaker(ground, worker) for worker in scene.workers(2)]
    for one, voice in zip(speakers, (ONE, TWO), strict=True):
        one.send(one.keep(voice))
    answers = exported(ground, "answers")
    assert sorted(row["value.seconds"] for row in answers) == ["2.5", "3.0"]
    assert [row["value.recording"] for row in answers] == [f"{r['answer_id']}.ogg" for r in answers]
    files = [file for one in ground.files() for file in one.split(".")]
    assert not any(file in str(answers) for file in files if len(file) == 32)
    assert {row["state"] for row in exported(ground, "results")} <= {"open", "undecided"}
    assert {row["needs"] for row in exported(ground, "tasks")} == {"voice"}
    pool = exporting.find(ground.storage.store, "spam", "answers", "csv")
    assert isinstance(pool, Facts)
    named = dict(exporting.recordings(ground.storage.store, pool))
    assert set(named.values()) == ground.files()
    assert named.keys() == {row["value.recording"] for row in answers}


def test_recordings_come_back_from_a_backup(
    ground: Ground, speaker: Speaker, tmp_path: Path, engine_maker: Sqlite | Postgres
) -> None:
    file = speaker.keep(ONE)
    speaker.piece(0, b"abcd")
    storage, backup = ground.storage, tmp_path / "backup.tar"
    assert back_up(storage.store, storage.shelf, backup).missing == ()
    url = engine_maker.fresh()
    migrate(url)
    other = Ground.at(url, tmp_path / "other")
    restore(other.storage.store, other.storage.shelf, backup)
    assert other.storage.shelf.open(file) == ONE.data
    assert other.count(tables.recording) == other.count(tables.recording_piece) == 1
    other.storage.store.close()
    engine_maker.drop(url)


def test_without_the_package_no_such_pool_comes_in(ground: Ground, tmp_path: Path) -> None:
    with patch("app.actions.judging.can_hear", return_value=False):
        found = ground.bring(write_pool(tmp_path / "deaf", ROWS, SPEAKS))
    assert places(found) == [("pool.toml", 3, "pool.kind", "sound_package")]


def test_no_recording_is_known_before(ground: Ground, tmp_path: Path) -> None:
    rows = "id,prompt,check_answer\na,Say this.,a.ogg\n"
    found = ground.bring(write_pool(tmp_path / "known", rows, SPEAKS))
    assert places(found) == [("tasks.csv", 2, "check_answer", "check_recording")]
