"""What one answer costs does not grow with the pool, or with what a worker has done already."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import insert, select, update

from app.store import tables
from app.store.opening import Unit
from tests.scenes import Scene, Worker, open_scene

CYCLES = 25


class Cost:
    """The statements that SQLite ran, and the steps its machine took for them."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.steps = 0


@contextmanager
def counted(scene: Scene) -> Iterator[Cost]:
    """Count what the store does until the block ends."""
    cost = Cost()
    with scene.store.engine.connect() as unit:
        driver = unit.connection.driver_connection
    assert driver is not None

    def note(statement: str) -> None:
        # A task that somebody was shown lately is remembered, whoever it was.
        if not statement.startswith("SELECT task.id, task."):
            cost.statements.append(statement)

    def step() -> int:
        cost.steps += 1
        return 0

    driver.set_trace_callback(note)
    driver.set_progress_handler(step, 1)
    yield cost
    driver.set_trace_callback(None)
    driver.set_progress_handler(None, 0)


def cycles(scene: Scene, worker: Worker) -> Cost:
    """What so many answers cost, each with the page before it."""
    worker.work_off(most=1)
    task = worker.go_on().task
    assert worker.sees().task is not None
    with counted(scene) as cost:
        for _ in range(CYCLES):
            assert worker.sees().task is not None
            task = worker.answer(task).dealt.task
    assert task
    return cost


def open_pool(tasks: int, pay: int) -> Scene:
    scene = open_scene()
    scene.pool(tasks=tasks, overlap=3, pay=pay, strands=("", "sight"))
    for worker in scene.workers(3):
        worker.go_on()
    return scene


def has_done(scene: Scene, worker: Worker, count: int) -> None:
    """Write down that a worker answered the first so many tasks, one after the other."""
    worker.work_off(most=2)
    [(member, pool)] = scene.rows(
        select(tables.membership.c.id, tables.membership.c.pool).where(
            tables.membership.c.card == worker.card
        )
    )
    tasks = [row[0] for row in scene.rows(select(tables.task.c.id).order_by(tables.task.c.id))]
    given = [(10**12 + number, task) for number, task in enumerate(tasks[10 : 10 + count])]
    same = {"version": 1, "day": 0, "value": {"verdict": "Spam"}}
    more = {"membership": member, "pool": pool, "pay": 0, "surplus": False, "excluded_reason": ""}

    def write(unit: Unit) -> None:
        unit.execute(
            insert(tables.answer),
            [{**same, **more, "id": number, "task": task} for number, task in given],
        )
        unit.execute(
            insert(tables.receipt),
            [{**same, "number": number, "answer": number} for number, _ in given],
        )
        moved = update(tables.cursor).where(tables.cursor.c.membership == member)
        unit.execute(moved.values(rank=9 + count // 2))

    scene.store.write(write)


@pytest.mark.parametrize("pay", [0, 5])
def test_a_cycle_costs_the_same_in_a_small_and_a_big_pool(pay: int) -> None:
    small, big = (open_pool(tasks, pay) for tasks in (1_000, 20_000))
    few, many = (cycles(scene, scene.worker()) for scene in (small, big))
    assert len(many.statements) == len(few.statements) <= 34 * CYCLES
    assert many.steps <= few.steps * 1.02
    for scene in (small, big):
        scene.store.close()


def test_a_cycle_costs_the_same_after_five_thousand_answers() -> None:
    scene = open_pool(12_000, pay=0)
    new, old = scene.workers(2)
    has_done(scene, old, 5_000)
    first, after = cycles(scene, new), cycles(scene, old)
    assert len(after.statements) == len(first.statements)
    assert after.steps <= first.steps * 1.02
    scene.store.close()
