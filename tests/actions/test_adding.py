"""Tasks that are added to a pool come all or not at all, and disturb nobody."""

from pathlib import Path

from sqlalchemy import select

from app.actions import pools
from app.actions.importing import add_tasks
from app.store import tables
from tests.pool_folders import NOW, Ground, many, places, silent, write_pool
from tests.scenes import Scene


def test_ten_thousand_rows_come_in_while_others_answer(ground: Ground, tmp_path: Path) -> None:
    store = ground.storage.store
    ground.bring(write_pool(tmp_path / "pool", many(20)))
    worker = Scene(store).worker()
    answered: list[int] = []

    def answer(step: str, done: int, of: int) -> None:
        task = worker.go_on().task
        if step == "tasks" and task:
            answered.append(task)
            worker.answer(task)

    more = tmp_path / "more.csv"
    more.write_text(many(10_000, first=20))
    assert add_tasks(ground.storage, "spam", more, False, answer, NOW) == (
        "spam",
        10_000,
        "published",
    )
    # One for each thousand, and none of those that were still coming in.
    assert len(answered) == 10
    old = store.read(lambda unit: unit.execute(select(tables.task.c.id).limit(20)).scalars().all())
    assert set(answered) <= set(old)
    assert pools.every_status(store)[0].open_places == 2 * 10_020 - 11
    assert len(worker.work_off(most=15)) == 15


def test_more_tasks_reach_a_worker_who_had_finished(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(3)))
    worker = Scene(ground.storage.store).worker()
    worker.work_off()
    more = tmp_path / "more.csv"
    more.write_text("id,text,lang,needs\nx,Hola,es,\ny,Hear this,en,hearing\n")
    found = add_tasks(ground.storage, "spam", more, True, silent, NOW)
    assert found == ("spam", 2, "published")
    assert len(worker.work_off()) == 2
    assert len(Scene(ground.storage.store).worker(["hearing"]).work_off()) == 4


def test_tasks_that_are_there_already_are_refused_with_their_rows(
    ground: Ground, tmp_path: Path
) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(3)))
    more = tmp_path / "more.csv"
    more.write_text(many(2, first=2))
    rows = ground.rows()
    found = add_tasks(ground.storage, "spam", more, False, silent, NOW)
    assert places(found) == [("more.csv", 2, "id", "id_twice")]
    assert ground.rows() == rows


def test_a_closed_pool_and_an_unknown_one_take_no_tasks(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(3)))
    pools.close(ground.storage.store, "spam")
    more = tmp_path / "more.csv"
    more.write_text(many(2, first=3))
    closed = add_tasks(ground.storage, "spam", more, False, silent, NOW)
    assert places(closed) == [("", 0, "", "pool_closed_for_good")]
    unknown = add_tasks(ground.storage, "../ham", more, False, silent, NOW)
    assert places(unknown) == [("", 0, "", "pool_not_there")]
    assert ground.count(tables.task) == 3
