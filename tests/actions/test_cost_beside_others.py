"""A turn costs the database the same, whatever others did in the pool before."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import insert, select, update

from app.store.opening import Unit
from app.store.tables import hold, membership, place, task
from tests.scenes import Scene, Worker, open_scene

FEW, MANY = 20, 2_000


@contextmanager
def steps(scene: Scene) -> Iterator[list[int]]:
    """How many of its smallest steps SQLite takes meanwhile."""
    counted = [0]

    def step() -> None:
        counted[0] += 1

    with scene.store.engine.connect() as unit:
        driver = unit.connection.driver_connection
    driver.set_progress_handler(step, 1)
    yield counted
    driver.set_progress_handler(None, 0)


def cost(worker: Worker) -> int:
    """The steps of one answer and the page after it."""
    first = worker.go_on().task
    second = worker.answer(first).dealt.task
    with steps(worker.scene) as counted:
        assert worker.answer(second).dealt.task
        worker.sees()
    return counted[0]


def cost_to_begin(worker: Worker) -> int:
    """The steps of a newcomer's first task, who has to pass every place before it."""
    with steps(worker.scene) as counted:
        assert worker.go_on().task
    return counted[0]


def lay(tasks: int) -> Scene:
    scene = open_scene()
    scene.pool(tasks=tasks)
    return scene


def close_places(scene: Scene, count: int) -> None:
    """What other workers leave behind: places where no answer is wanted any more."""
    closed = update(place).where(place.c.rank < count).values(open=0)
    scene.store.write(lambda unit: unit.execute(closed))


def fill_hands(scene: Scene, count: int) -> None:
    """Many who have a task in hand since yesterday, its place given to others."""

    def act(unit: Unit) -> None:
        pool = scene.pools["spam"]
        tasks = unit.execute(select(task.c.id).limit(count)).scalars().all()
        for number in tasks:
            new = {"pool": pool, "pseudonym": f"p{number}", "deals": 1, "answers": 0, "earned": 0}
            made = insert(membership).returning(membership.c.id)
            member = unit.execute(made, {"card": None, **new}).scalar_one()
            held = {"membership": member, "task": number, "pool": pool, "since": 0, "pay": 0}
            unit.execute(insert(hold), {**held, "released": True, "saved": False})

    scene.store.write(act)


def test_a_pool_that_is_nearly_done_costs_no_more_than_a_new_one():
    scene = lay(MANY)
    close_places(scene, MANY - FEW)
    assert cost_to_begin(scene.worker()) <= cost_to_begin(lay(FEW).worker()) * 1.2


def test_tasks_that_others_keep_in_hand_cost_nothing():
    scene = lay(MANY)
    fill_hands(scene, MANY - FEW)
    assert cost(scene.worker()) <= cost(lay(FEW).worker()) * 1.2
