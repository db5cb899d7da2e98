"""Many at the same moment, on each database: every place is filled once, every act counts once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest
from sqlalchemy import func, select

from app.actions.dealing import Dealt
from app.actions.turn import Done
from app.store import tables
from tests.audit import audit
from tests.scenes import Scene, Worker

Result = TypeVar("Result")


def at_once(acts: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each answers when all begin at the same moment."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Result]) -> Result:
        start.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [one.result() for one in [threads.submit(run, act) for act in acts]]


def count(scene: Scene, column: Any, *where: Any) -> int:
    [(found,)] = scene.rows(select(func.count(column)).where(*where))
    return int(found)


def answered(scene: Scene) -> list[int]:
    """How many answers each task has."""
    task = tables.answer.c.task
    query = select(func.count()).where(tables.answer.c.value.is_not(None)).group_by(task)
    return [row[0] for row in scene.rows(query)]


@pytest.mark.parametrize(("workers", "pay"), [(6, 5), (16, 5), (16, 0)])
def test_every_place_is_filled_exactly_once(real_scene: Scene, workers: int, pay: int) -> None:
    real_scene.pool(tasks=300, overlap=3, pay=pay, strands=("", "sight"))
    crowd = real_scene.workers(workers)
    for tasks in at_once([worker.work_off for worker in crowd]):
        assert len(tasks) == len(set(tasks))
    assert answered(real_scene) == [3] * 300
    assert count(real_scene, tables.hold.c.task) == 0
    assert {worker.go_on().why for worker in crowd} == {"money" if pay else "none"}
    audit(real_scene)


def test_what_some_skip_meanwhile_is_answered_by_others(real_scene: Scene) -> None:
    real_scene.pool(tasks=60, overlap=2)
    crowd = real_scene.workers(8)
    skipping, steady = crowd[:4], crowd[4:]

    def skip_some(worker: Worker) -> list[int]:
        task, skipped = worker.go_on().task, []
        while task and len(skipped) < 8:
            skipped.append(task)
            task = worker.skip(task).dealt.task
        if task:
            worker.answer(task)
        return skipped

    acts: list[Callable[[], list[int]]] = [lambda w=w: skip_some(w) for w in skipping]
    at_once([*acts, *(worker.work_off for worker in steady)])
    real_scene.wait(days=2)
    for worker in steady:
        worker.work_off()
    for worker in skipping:
        for one in worker.mine().in_hand:
            worker.answer(one.task)
    assert min(answered(real_scene)) == 2
    assert len(answered(real_scene)) == 60
    audit(real_scene)


def test_all_who_come_at_the_same_moment_get_in(real_scene: Scene) -> None:
    real_scene.pool(tasks=20, pay=5)
    dealt = at_once([worker.go_on for worker in real_scene.workers(16)])
    assert len({one.task for one in dealt} - {0}) == 16
    audit(real_scene)


def test_the_first_visit_in_two_tabs_is_one_membership_and_one_task(real_scene: Scene) -> None:
    real_scene.pool(tasks=5, pay=5)
    worker = real_scene.worker()
    dealt = at_once([worker.go_on] * 4)
    assert len({one.task for one in dealt}) == 1
    assert count(real_scene, tables.membership.c.id) == 1
    audit(real_scene)


@pytest.mark.parametrize("times", [2, 8])
def test_a_submit_sent_at_once_from_several_threads_counts_once(
    real_scene: Scene, times: int
) -> None:
    real_scene.pool(tasks=5, pay=5)
    worker = real_scene.worker()
    task = worker.go_on().task
    done = at_once([lambda: worker.answer(task)] * times)
    assert len({one.receipt for one in done}) == 1
    assert sum(one.earned for one in done) == 5
    assert (worker.earned(), worker.seated.done) == (5, 1)
    assert len(worker.mine().in_hand) == 1
    audit(real_scene)


def test_a_skip_and_an_answer_at_once_are_one_answer(real_scene: Scene) -> None:
    real_scene.pool(tasks=5, pay=5)
    worker = real_scene.worker()
    task = worker.go_on().task
    at_once([lambda: worker.answer(task), lambda: worker.skip(task)])
    assert worker.earned() == 5
    audit(real_scene)


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_after_all_by_its_receipt_and_its_old_page_at_once_is_one_answer(
    real_scene: Scene, times: int
) -> None:
    real_scene.pool(tasks=2, pay=5)
    worker = real_scene.worker()
    task = worker.go_on().task
    receipt = worker.skip(task).receipt
    sends: list[Callable[[], object]] = [lambda: worker.send(task)] * times
    at_once([*sends, *[lambda: worker.answer_after_all(receipt)] * times])
    assert worker.answer(task).earned == 0
    assert worker.earned() == 5
    audit(real_scene)


def test_two_who_hold_the_last_place_are_both_credited(real_scene: Scene) -> None:
    real_scene.pool(tasks=8, pay=5, budget=80)
    late, others = real_scene.workers(8), real_scene.workers(8)
    for worker in late:
        worker.go_on()
    real_scene.wait(days=2)
    for worker in others:
        worker.go_on()
    everyone = [*late, *others]
    done = at_once([lambda w=w: w.answer(w.go_on().task) for w in everyone])
    assert [one.earned for one in done] == [5] * 16
    assert answered(real_scene) == [2] * 8
    assert count(real_scene, tables.answer.c.id, tables.answer.c.surplus) == 8
    audit(real_scene)


def test_late_answers_at_once_each_take_a_place_of_their_task(real_scene: Scene) -> None:
    """One task, held by many for long: each lateness opened a place, each answer closes one."""
    real_scene.pool(tasks=1, overlap=8)
    late = real_scene.workers(8)
    tasks = [worker.go_on().task for worker in late]
    real_scene.wait(days=2)
    nobody = real_scene.worker(reads=["ar"])
    for _ in range(2):
        assert nobody.go_on() == Dealt(why="none")
    done = at_once([lambda w=w: w.answer(tasks[0]) for w in late])
    assert all(isinstance(one, Done) for one in done)
    assert count(real_scene, tables.answer.c.id, tables.answer.c.surplus) == 0
    assert real_scene.worker().go_on().task == 0
    audit(real_scene)


def test_money_for_the_last_task_is_promised_to_one_only(real_scene: Scene) -> None:
    real_scene.pool(tasks=20, pay=5, budget=15)
    dealt = at_once([worker.go_on for worker in real_scene.workers(8)])
    assert sum(1 for one in dealt if one.task) == 3
    assert {one.why for one in dealt if not one.task} == {"money"}
    audit(real_scene)


def test_a_cap_holds_when_a_batch_works_in_two_pools_at_once(real_scene: Scene) -> None:
    real_scene.pool(tasks=20, pay=5, entry="cards")
    real_scene.pool("other", tasks=20, pay=5, entry="cards")
    crowd = real_scene.batch(8, cap=60)
    for worker in crowd[4:]:
        worker.slug = "other"
    done = at_once([worker.work_off for worker in crowd])
    assert sum(len(tasks) for tasks in done) == 12
    audit(real_scene)
