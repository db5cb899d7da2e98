"""Exports tell what workers answered and what it comes to, whatever a spreadsheet makes of it."""

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.actions import exporting, pools
from app.actions.pools import Status
from app.rules.problem import Problem
from app.store import tables
from app.store.pools import Facts
from tests.pool_folders import TOML, Ground, many, write_pool
from tests.scenes import Scene, Worker

PAID = """
[pool.pay]
amount = "0.05"
currency = "EUR"
budget = "10.00"
entry = "cards"

[pool.ask]"""


@pytest.fixture
def scene(ground: Ground) -> Scene:
    """Workers of that store."""
    return Scene(ground.storage.store)


def written(ground: Ground, what: str, form: str = "csv", slug: str = "spam") -> str:
    pool = exporting.find(ground.storage.store, slug, what, form)
    assert isinstance(pool, Facts), pool
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, form, out)
    return out.getvalue()


def rows(ground: Ground, what: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(ground, what), newline="")))


def by_task(ground: Ground) -> dict[str, dict[str, str]]:
    return {row["task_id"]: row for row in rows(ground, "results")}


def key_of(scene: Scene, task: int) -> str:
    [(key,)] = scene.rows(select(tables.task.c.key).where(tables.task.c.id == task))
    return str(key)


def give(scene: Scene, worker: Worker, verdicts: dict[str, str]) -> None:
    """Answer whatever is dealt: a verdict by task, and a skip where there is none."""
    task = worker.go_on().task
    while task:
        verdict = verdicts.get(key_of(scene, task))
        task = (worker.answer(task, verdict) if verdict else worker.skip(task)).dealt.task


def respell(scene: Scene, worker: Worker, text: str) -> None:
    """Make a worker's answers texts, as another kind has them."""
    mine = select(tables.membership.c.id).where(tables.membership.c.card == worker.card)
    theirs = update(tables.answer).where(tables.answer.c.membership == mine.scalar_subquery())
    scene.store.write(lambda unit: unit.execute(theirs.values(value={"text": text})))


def test_results_say_agreed_undecided_or_open(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(4)))
    one, two = scene.workers(2)
    give(scene, one, {"k0": "Spam", "k1": "Spam", "k2": "Not spam"})
    give(scene, two, {"k0": "Spam", "k1": "Not spam"})
    found = by_task(ground)
    told = {
        key: (row["result.verdict"], row["answers"], row["agreement"], row["state"])
        for key, row in found.items()
    }
    assert told == {
        "k0": ("Spam", "2", "1.0", "agreed"),
        # A tie is never broken.
        "k1": ("", "2", "0.5", "undecided"),
        "k2": ("", "1", "1.0", "open"),
        "k3": ("", "0", "", "open"),
    }
    assert (found["k0"]["text"], found["k0"]["lang"]) == ("Message 0", "en")
    status = pools.status(ground.storage.store, "spam")
    assert isinstance(status, Status)
    assert status.outcomes == {"agreed": 1, "undecided": 1, "open": 2}
    assert (status.tasks, status.answers, status.skips) == (4, 5, 3)


def test_an_answer_that_was_left_out_is_shown_with_its_reason_and_counts_no_more(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(1)))
    for worker in scene.workers(2):
        worker.work_off("Spam")
    assert by_task(ground)["k0"]["state"] == "agreed"
    first = min(row["answer_id"] for row in rows(ground, "answers"))
    leave_out = update(tables.answer).where(tables.answer.c.id == int(first))
    scene.store.write(lambda unit: unit.execute(leave_out.values(excluded_reason="off_topic")))
    assert {row["answer_id"]: row["excluded_reason"] for row in rows(ground, "answers")}[
        first
    ] == "off_topic"
    assert (by_task(ground)["k0"]["answers"], by_task(ground)["k0"]["state"]) == ("1", "open")
    assert len(written(ground, "answers", "crowdkit").splitlines()) == 2


def test_answers_name_workers_by_a_pseudonym_of_this_pool(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(2)))
    worker = scene.worker()
    worker.work_off("Not spam")
    found = rows(ground, "answers")
    assert list(found[0]) == [
        "pool", "task_id", "answer_id", "worker", "value.verdict", "day", "surplus",
        "excluded_reason",
    ]  # fmt: skip
    [(pseudonym,)] = scene.rows(select(tables.membership.c.pseudonym))
    assert {row["worker"] for row in found} == {pseudonym}
    assert {row["day"] for row in found} == {"2026-03-02"}
    assert {row["value.verdict"] for row in found} == {"Not spam"}
    assert {row["surplus"] for row in found} == {"false"}
    assert worker.code not in written(ground, "answers")


def test_answers_stand_by_task_and_then_by_their_random_number(
    ground: Ground, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(20)))
    for worker in scene.workers(2):
        worker.work_off()
    in_one = rows(ground, "answers")
    monkeypatch.setattr("app.store.exporting.PAGE", 3)
    monkeypatch.setattr("app.store.exporting.FEW", 3)
    assert rows(ground, "answers") == in_one
    order = [(int(row["task_id"][1:]), int(row["answer_id"])) for row in in_one]
    assert order == sorted(order)
    assert len(set(order)) == 40
    assert [row["state"] for row in rows(ground, "results")] == ["agreed"] * 20
    assert [row["id"] for row in rows(ground, "tasks")] == [f"k{n}" for n in range(20)]


def test_the_agreed_answer_is_spelled_as_most_spelled_it(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(1), TOML.replace("overlap = 2", "overlap = 3")))
    for worker, said in zip(scene.workers(3), ("“A” b", '"a" b', '"a" b'), strict=True):
        task = worker.go_on().task
        worker.answer(task)
        respell(scene, worker, said)
    kind = update(tables.pool).values(kind="document_digitization", choices=[])
    scene.store.write(lambda unit: unit.execute(kind))
    [row] = [json.loads(line) for line in written(ground, "results", "jsonl").splitlines()]
    assert (row["result.text"], row["agreement"], row["state"]) == ('"a" b', 1.0, "agreed")


def test_agreement_within_one_batch_of_cards_waits_for_somebody_else(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    paid = TOML.replace("\n[pool.ask]", PAID)
    ground.bring(write_pool(tmp_path / "pool", many(2), paid))
    one, two = scene.batch(2)
    other = scene.batch(1)[0]
    assert other.go_on().task
    one.work_off("Spam")
    two.work_off("Spam")
    # The other batch has one task in hand; the second task was asked once more.
    assert {row["state"] for row in rows(ground, "results")} == {"open"}
    other.work_off("Spam")
    assert {row["state"] for row in rows(ground, "results")} == {"agreed"}


def test_tasks_that_many_skipped_are_counted_for_the_coordinator(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(2)))
    for worker in scene.workers(5):
        give(scene, worker, {"k1": "Spam"})
    [status] = pools.every_status(ground.storage.store)
    assert status.skipped_by_many == 1
    assert by_task(ground)["k0"]["state"] == "open"


def test_a_csv_is_safe_to_open_in_a_spreadsheet(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    toml = TOML.replace('"Not spam"', '"@SUM(1)"')
    tasks = 'id,text\n\'=k,"=HYPERLINK(""http://x"")"\n-2,+1\n'
    ground.bring(write_pool(tmp_path / "pool", tasks, toml))
    for worker in scene.workers(2):
        worker.work_off("@SUM(1)")
    for what in ("answers", "results", "tasks"):
        cells = [cell for row in rows(ground, what) for cell in row.values()]
        assert [cell for cell in cells if cell[:1] in set("=+-@\t\r")] == []
    assert {row["result.verdict"] for row in rows(ground, "results")} == {"'@SUM(1)"}


@pytest.mark.parametrize(
    ("slug", "what", "form", "code"),
    [
        ("ham", "answers", "csv", "pool_not_there"),
        ("spam", "results", "crowdkit", "export_form"),
        ("spam", "answers", "mturk", "export_form"),
    ],
)
def test_what_cannot_be_exported_is_refused(
    ground: Ground, tmp_path: Path, slug: str, what: str, form: str, code: str
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(1)))
    found = exporting.find(ground.storage.store, slug, what, form)
    assert isinstance(found, Problem)
    assert found.code == code
