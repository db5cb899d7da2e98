"""A coordinator sees which known answers workers do not give, and keeps or drops them."""

import json
from pathlib import Path

import pytest

from app.store.opening import Store
from tests.commands.conftest import Type
from tests.practice import school
from tests.scenes import Scene


@pytest.fixture
def scene(command: Type, tmp_path: Path) -> Scene:
    """A pool in which five workers did the first practice task, and none as it is known."""
    scene = Scene(Store(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}"))
    school(scene, practice=2, checks=1)
    for worker in scene.workers(5):
        worker.answer(worker.practise().task, "Not spam")
    one = scene.worker()
    one.practise()
    one.answer(one.practise().task, "Spam")
    return scene


def told(command: Type) -> list[str]:
    lines = command("pool", "status", "spam").stdout.splitlines()
    return [line.strip() for line in lines[lines.index(HEAD) :]]


HEAD = "  Known answers: 3. For practice: 2."
PAUSED = "0: 0 the same, 5 others; not shown now"


def test_status_says_how_answers_compare(command: Type, scene: Scene) -> None:
    assert told(command) == [
        HEAD.strip(),
        "The practice tasks by their ids: 0, 1",
        PAUSED,
        "1: 1 the same, 0 others",
        "Most workers answer otherwise. Look, then say: "
        "ownpace pool check-answer spam ID keep (or: drop)",
    ]
    [status] = json.loads(command("pool", "status", "spam", "--json").stdout)
    assert status["known"][0] == {
        "id": "0", "practice": True, "same": 0, "other": 5, "paused": True, "ruling": "",
    }  # fmt: skip
    assert [one["id"] for one in status["known"]] == ["0", "1", "2"]


def test_a_known_answer_that_is_kept_is_shown_again(command: Type, scene: Scene) -> None:
    first = scene.worker().practise().task
    done = command("pool", "check-answer", "spam", "0", "keep")
    assert (done.exit_code, done.stdout.count("is kept")) == (0, 1)
    assert told(command)[2:] == ["0: 0 the same, 5 others", "1: 1 the same, 0 others"]
    assert scene.worker().practise().task < first


def test_a_known_answer_that_is_dropped_is_asked_about_no_more(command: Type, scene: Scene) -> None:
    assert command("pool", "check-answer", "spam", "0", "drop").exit_code == 0
    assert told(command)[2:] == [PAUSED, "1: 1 the same, 0 others"]
    assert command("pool", "check-answer", "spam", "2", "drop").exit_code == 0
    earned = scene.worker()
    assert earned.practise().task
    assert scene.worker().practise().task == earned.sees().before.task


@pytest.mark.parametrize(("pool", "task"), [("spam", "5"), ("spam", "none"), ("nothing", "0")])
def test_what_is_not_there_is_refused(command: Type, scene: Scene, pool: str, task: str) -> None:
    done = command("pool", "check-answer", pool, task, "keep")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_anything_else_than_keep_or_drop_is_wrong_usage(command: Type, scene: Scene) -> None:
    assert command("pool", "check-answer", "spam", "0", "maybe").exit_code == 2


def test_a_pool_without_known_answers_says_nothing_of_them(command: Type, scene: Scene) -> None:
    scene.pool("plain")
    assert "nown answer" not in command("pool", "status", "plain").stdout
    [status] = json.loads(command("pool", "status", "plain", "--json").stdout)
    assert status["known"] == []
