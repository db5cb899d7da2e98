"""A coordinator sees what workers said beside their answers: counted, and without a name."""

import json
from pathlib import Path

import pytest

from app.actions import saying
from app.store.opening import Store
from tests.commands.conftest import Type
from tests.pool_folders import TOML, write_pool
from tests.scenes import Scene

HEAD = TOML.partition("[pool.ask]")[0]


@pytest.fixture
def scene(command: Type, tmp_path: Path) -> Scene:
    """A pool in which four skipped, and three of them said why."""
    scene = Scene(Store(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}"))
    scene.pool(tasks=9)
    for reason in ("unclear", "pay", "unclear", ""):
        worker = scene.worker()
        done = worker.skip(worker.go_on().task)
        if reason:
            assert saying.say_why(scene.store, worker.seated, done.receipt, reason) is None
    return scene


def test_skips_are_counted_by_reason(command: Type, scene: Scene) -> None:
    lines = command("pool", "status").stdout.splitlines()
    assert "Skips: 4." in lines[1]
    told = lines.index("  Why tasks were skipped, as workers said:")
    assert lines[told + 1 : told + 3] == [
        "    The steps were not clear to me: 2",
        "    It takes too long for its pay: 1",
    ]
    [status] = json.loads(command("pool", "status", "--json").stdout)
    assert status["skips"] == 4
    assert {key: count for key, count in status["skip_reasons"].items() if count} == {
        "unclear": 2,
        "pay": 1,
    }


def test_the_minutes_that_workers_are_shown_are_told_with_their_basis(
    command: Type, scene: Scene
) -> None:
    pool = scene.pool("long", tasks=60)
    for number in range(20):
        told = command("pool", "status", "long").stdout
        words = f"about 30 seconds a task, by your own trial. Reports of workers: {number}."
        assert f"  Time: {words}" in told.splitlines()
        worker = scene.worker()
        worker.slug = "long"
        worker.work_off(most=1)
        assert saying.report_minutes(scene.store, worker.seated, pool, 3.0, scene.now)
    told = command("pool", "status", "long").stdout
    assert "  Time: at most 3 minutes a task for nine of ten workers." in told.splitlines()
    [status] = json.loads(command("pool", "status", "long", "--json").stdout)
    assert (status["minutes"], status["minutes_basis"]) == (3.0, "reports")
    assert status["minutes_reports"] == 20


def test_a_survey_says_how_many_answered_and_nothing_of_agreement(
    command: Type, tmp_path: Path
) -> None:
    toml = HEAD.replace("content_moderation", "survey").replace('"spam"', '"asked"')
    field = '[[pool.ask.fields]]\nname = "told"\nlabel = "Tell it"\nrequired = false\n'
    folder = write_pool(tmp_path / "pool", "id\na\nb\n", toml + field)
    assert command("pool", "import", str(folder), "--publish").exit_code == 0
    scene = Scene(Store(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}"))
    worker = scene.worker()
    worker.slug = "asked"
    worker.answer(worker.go_on().task)
    told = command("pool", "status", "asked").stdout.splitlines()
    assert "Answers: 1." in told[1]
    assert told[-1] == "  With all answers: 0. Open: 2."
