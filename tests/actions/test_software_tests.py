"""A pool of software tests on its whole way: in, answered, judged, out, and in again."""

import csv
import io
from pathlib import Path

from app.actions import answering, exporting
from app.actions.turn import Done
from app.store.pools import Facts
from tests.pool_folders import TOML, Ground, write_pool
from tests.scenes import Scene, Worker

SPEC = TOML.replace("content_moderation", "software_test").partition("[pool.ask]")[0]
ROWS = """\
id,url,steps,expected,check_answer.step1,check_answer.step2
long,https://example.org/?a=1,"Open it.
Press “Go”.",It goes.,passed,failed
short,https://example.org/b,Open it.,,passed,
"""


def written(ground: Ground, what: str, slug: str) -> str:
    pool = exporting.find(ground.storage.store, slug, what, "csv")
    assert isinstance(pool, Facts), pool
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, "csv", out)
    return out.getvalue()


def work(worker: Worker, happened: str, last: str) -> None:
    """Say of every first step that it passed, and this of a second one."""
    task = worker.go_on().task
    while task:
        typed = {"step1": ["passed"], "step2": [last], "what_happened": [happened]}
        sent = answering.Sent(worker.slug, task, typed)
        done = answering.answer(worker.scene.store, worker.seated, sent, worker.scene.now)
        assert isinstance(done, Done), done
        task = done.dealt.task


def test_verdicts_agree_whatever_happened_was_said(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", ROWS, SPEC))
    one, two = Scene(ground.storage.store).workers(2)
    work(one, "It stood still.", "failed")
    work(two, "Nothing moved.", "failed")
    found = {
        row["task_id"]: row
        for row in csv.DictReader(io.StringIO(written(ground, "results", "spam"), newline=""))
    }
    assert [found[key]["state"] for key in ("long", "short")] == ["agreed"] * 2
    assert (found["long"]["result.step1"], found["long"]["result.step2"]) == ("passed", "failed")
    # A step that the row does not have was not stored, though it was sent.
    assert (found["short"]["result.step1"], found["short"]["result.step2"]) == ("passed", "")
    answers = csv.DictReader(io.StringIO(written(ground, "answers", "spam"), newline=""))
    assert {row["value.what_happened"] for row in answers} == {"It stood still.", "Nothing moved."}
    assert [name for name in answers.fieldnames or () if name.startswith("value.step")] == [
        f"value.step{number}" for number in range(1, 11)
    ]


def test_another_verdict_on_one_step_is_another_answer(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", ROWS, SPEC))
    one, two = Scene(ground.storage.store).workers(2)
    work(one, "", "failed")
    work(two, "", "blocked")
    results = csv.DictReader(io.StringIO(written(ground, "results", "spam"), newline=""))
    assert {row["task_id"]: row["state"] for row in results} == {
        "long": "undecided",
        "short": "agreed",
    }


def test_what_goes_out_comes_in_as_the_same_tasks(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", ROWS, SPEC))
    first = written(ground, "tasks", "spam")
    again = write_pool(tmp_path / "again", first, SPEC.replace('"spam"', '"again"', 1))
    (again / "tasks.csv").write_bytes(first.encode())
    ground.bring(again)
    second = written(ground, "tasks", "again")
    assert sorted(second.splitlines()) == sorted(first.splitlines())
    assert "long,https://example.org/?a=1," in first
