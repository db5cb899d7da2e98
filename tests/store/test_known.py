"""Sites that had known answers before there was practice keep them among their tasks."""

from sqlalchemy import select, update

from app.store import tables
from app.store.migrating import migrate
from app.store.opening import Store
from tests.scenes import Scene


def test_known_answers_that_are_there_stay_among_the_tasks(database_url: str) -> None:
    store = Store(database_url)
    scene = Scene(store)
    scene.pool(tasks=3)
    task = tables.task
    first = update(task).where(task.c.key == "1").values(check_answer={"verdict": "Spam"})
    store.write(lambda unit: unit.execute(first))
    migrate(database_url, to="0009")
    migrate(database_url)
    known = scene.rows(select(task.c.key, tables.known.c.practice).join(tables.known))
    assert known == [("1", False)]
    worker = scene.worker()
    assert len(worker.work_off()) == 3
    assert scene.rows(select(tables.known.c.same, tables.known.c.other)) == [(1, 0)]
    store.close()
