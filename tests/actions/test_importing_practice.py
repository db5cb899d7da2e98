"""Known answers come in: the first become practice, the others stay among the tasks."""

import csv
import io
from pathlib import Path

from sqlalchemy import select

from app.actions import exporting, pools
from app.actions.importing import add_tasks
from app.actions.pools import Status
from app.store import tables
from app.store.pools import Facts
from tests.pool_folders import NOW, TOML, Ground, silent, write_pool
from tests.scenes import Scene, Worker

PAID = '\n[pool.pay]\namount = "0.05"\ncurrency = "EUR"\nbudget = "%s"\nentry = "open"\n'


def rows(count: int, known: int, first: int = 0, lang: str = "en") -> str:
    """Tasks, of which the last so many have a known answer."""
    text = "".join(
        f"k{n},Message {n},{lang},{f'Spam,Why {n}' if n - first >= count - known else ','}\n"
        for n in range(first, first + count)
    )
    return "id,text,lang,check_answer,explain\n" + text


def practice(ground: Ground) -> list[str]:
    """The keys of the practice tasks."""
    query = (
        select(tables.task.c.key)
        .join(tables.known, tables.known.c.task == tables.task.c.id)
        .where(tables.known.c.practice)
        .order_by(tables.task.c.id)
    )
    found = ground.storage.store.read(lambda unit: unit.execute(query).all())
    return [row[0] for row in found]


def status(ground: Ground) -> Status:
    found = pools.status(ground.storage.store, "spam")
    assert isinstance(found, Status)
    return found


def come(ground: Ground) -> Worker:
    return Scene(ground.storage.store).worker()


def test_the_first_known_answers_become_practice(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", rows(20, known=8)))
    assert practice(ground) == ["k12", "k13", "k14", "k15", "k16"]
    assert ground.rows()["known"] == 8
    assert ground.rows()["place"] == 15
    told = status(ground)
    assert (told.tasks, told.open_places) == (20, 30)
    assert told.known is not None
    assert [(one.id, one.practice) for one in told.known][-1] == ("k19", False)


def test_most_tasks_of_a_small_pool_stay_to_be_worked_on(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", rows(6, known=6)))
    assert practice(ground) == ["k0", "k1"]


def test_each_language_has_its_practice(ground: Ground, tmp_path: Path) -> None:
    both = rows(9, known=4) + rows(9, known=9, first=20, lang="es").partition("\n")[2]
    ground.bring(write_pool(tmp_path / "pool", both))
    assert practice(ground) == ["k5", "k6", "k7", "k20", "k21", "k22"]
    worker = Scene(ground.storage.store).worker(reads=["es"])
    tasks = []
    while task := worker.practise().task:
        tasks.append(task)
        worker.answer(task)
    assert len(tasks) == 3


def test_more_tasks_bring_no_more_practice_than_there_is_room_for(
    ground: Ground, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", rows(12, known=3)))
    more = tmp_path / "more.csv"
    more.write_text(rows(30, known=30, first=50))
    add_tasks(ground.storage, "spam", more, True, silent, NOW)
    assert practice(ground) == ["k9", "k10", "k11", "k50", "k51"]


def test_practice_stays_out_of_the_results_and_in_the_answers(
    ground: Ground, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", rows(6, known=2)))
    for _ in range(2):
        worker = come(ground)
        worker.answer(worker.practise().task, "Not spam")
        worker.work_off()
    assert keys(ground, "results") == ["k0", "k1", "k2", "k3"]
    assert keys(ground, "answers").count("k4") == 2
    assert status(ground).outcomes == {"agreed": 4, "undecided": 0, "open": 0}
    assert keys(ground, "tasks", "id") == [f"k{n}" for n in range(6)]


def test_the_budget_must_pay_for_practice_too(ground: Ground, tmp_path: Path) -> None:
    # 9 tasks, 3 of them for practice, at 2 answers of 5 cents, and a share of surplus.
    short, enough = (TOML + PAID % budget for budget in ("0.92", "0.93"))
    found = ground.bring(write_pool(tmp_path / "short", rows(9, known=9), short))
    assert isinstance(found, list)
    assert [one.code for one in found] == ["budget_short"]
    assert not isinstance(ground.bring(write_pool(tmp_path / "pool", rows(9, 9), enough)), list)


def test_a_load_that_is_undone_takes_its_known_answers_away(ground: Ground, tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", rows(9, known=9))

    def break_off(step: str, done: int, of: int) -> None:
        if step == "tasks":
            raise KeyboardInterrupt

    try:
        ground.bring(folder, progress=break_off)
    except KeyboardInterrupt:
        assert ground.rows() == {}
    else:
        raise AssertionError("it went on")


def keys(ground: Ground, what: str, column: str = "task_id") -> list[str]:
    """The keys of the tasks in an export."""
    pool = exporting.find(ground.storage.store, "spam", what, "csv")
    assert isinstance(pool, Facts)
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, "csv", out)
    return [row[column] for row in csv.DictReader(io.StringIO(out.getvalue()))]
