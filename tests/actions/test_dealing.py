"""Dealing, as workers meet it: the same task on reload, never one twice, honest ends."""

import pytest
from sqlalchemy import update

from app.actions.dealing import Dealt
from app.rules.problem import Problem
from app.store import tables
from tests.audit import audit
from tests.scenes import Scene


def test_the_first_task_comes_with_going_on(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker = scene.worker()
    task = worker.go_on().task
    assert worker.sees().task is not None
    assert task


def test_a_reload_another_browser_and_another_year_show_the_same_task(scene: Scene) -> None:
    scene.pool(tasks=5)
    worker = scene.worker()
    task = worker.go_on().task
    assert worker.go_on(goal=None).task == task
    worker.come_back()
    assert worker.go_on().task == task
    scene.wait(days=365)
    assert worker.go_on().task == task
    audit(scene)


def test_looking_deals_nothing(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker = scene.worker()
    assert worker.sees().task is None
    worker.mine()
    assert len(scene.worker().work_off()) == 2


def test_a_worker_has_every_task_once_and_is_then_told_the_truth(scene: Scene) -> None:
    scene.pool(tasks=7, overlap=2)
    worker = scene.worker()
    tasks = worker.work_off()
    assert len(tasks) == len(set(tasks)) == 7
    assert worker.go_on() == Dealt(why="none")
    audit(scene)


@pytest.mark.parametrize("overlap", [1, 3])
def test_exactly_as_many_workers_as_answers_wanted_fill_a_pool(scene: Scene, overlap: int) -> None:
    scene.pool(tasks=40, overlap=overlap, pay=5, strands=("", "sight"))
    for worker in scene.workers(overlap):
        assert len(worker.work_off()) == 40
    assert scene.worker().go_on().task == 0
    audit(scene)


def test_tasks_that_need_what_a_worker_leaves_out_are_never_theirs(scene: Scene) -> None:
    scene.pool(tasks=9, strands=("", "sight", "hearing,sight"))
    blind = scene.worker(leave_out=["sight"])
    assert len(blind.work_off()) == 3
    assert blind.go_on() == Dealt(why="none")
    assert len(scene.worker().work_off()) == 6
    audit(scene)


def test_a_pool_with_a_note_that_a_worker_leaves_out_deals_them_nothing(scene: Scene) -> None:
    pool = scene.pool(tasks=3)
    noted = update(tables.pool).where(tables.pool.c.id == pool).values(notes=["insults", "hate"])
    scene.store.write(lambda unit: unit.execute(noted))
    assert scene.worker(leave_out=["hate"]).go_on() == Dealt(why="left_out")
    assert len(scene.worker(leave_out=["sex"]).work_off()) == 3
    audit(scene)


def test_tasks_in_a_language_that_a_worker_does_not_read_are_never_theirs(scene: Scene) -> None:
    scene.pool(tasks=3)
    assert scene.worker(reads=["ar", "es"]).go_on() == Dealt(why="none")
    assert len(scene.worker(reads=["ar", "en"]).work_off()) == 3
    audit(scene)


def test_a_run_ends_at_the_workers_own_number_and_can_begin_again(scene: Scene) -> None:
    scene.pool(tasks=5)
    worker = scene.worker()
    first = worker.go_on(goal=2).task
    second = worker.answer(first).dealt.task
    assert worker.answer(second).dealt == Dealt()
    assert (worker.seated.done, worker.seated.goal) == (2, 2)
    assert worker.go_on(goal=2).task not in {0, first, second}


def test_a_task_left_for_a_day_is_asked_of_somebody_else(scene: Scene) -> None:
    scene.pool(tasks=1)
    task = scene.worker().go_on().task
    other = scene.worker()
    scene.wait(hours=24)
    assert other.go_on().task == 0
    scene.wait(hours=1)
    assert other.go_on().task == task
    audit(scene)


def test_many_tasks_left_by_many_all_find_somebody(scene: Scene) -> None:
    scene.pool(tasks=23)
    for worker in scene.workers(23):
        worker.go_on()
    scene.wait(days=2)
    assert len(scene.worker().work_off()) == 23
    audit(scene)


def test_ones_own_old_tasks_do_not_hide_those_of_others(scene: Scene) -> None:
    scene.pool(tasks=12)
    hoarder = scene.worker()
    task = hoarder.go_on().task
    for _ in range(11):
        done = hoarder.save(task)
        assert not isinstance(done, Problem)
        task = done.dealt.task
    scene.wait(days=2)
    hoarder.save(task)
    assert hoarder.go_on() == Dealt(why="none")
    assert len(scene.worker().work_off()) == 12
    audit(scene)


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_no_task_is_dealt_in_a_pool_that_rests(scene: Scene, state: str) -> None:
    scene.pool(tasks=2, pay=5)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    scene.set_state(state)
    assert other.go_on() == Dealt(why=state)
    assert worker.go_on().task == task
    done = worker.answer(task)
    assert (done.earned, done.dealt) == (5, Dealt(why=state))
    assert worker.earned() == 5
    audit(scene)


def test_a_pool_nobody_published_is_not_there(scene: Scene) -> None:
    scene.pool()
    scene.set_state("draft")
    assert scene.worker().try_to_go_on() == Problem("pool_unknown")


def test_a_pool_for_printed_cards_takes_no_self_made_card(scene: Scene) -> None:
    scene.pool(entry="cards")
    assert scene.worker().try_to_go_on() == Problem("pool_wants_printed_card")
    assert scene.batch(1)[0].go_on().task


def test_a_batch_printed_for_one_pool_opens_no_other(scene: Scene) -> None:
    first = scene.pool(entry="cards")
    scene.pool("other", entry="cards")
    [worker] = scene.batch(1, pool=first)
    assert worker.go_on().task
    worker.slug = "other"
    assert worker.try_to_go_on() == Problem("pool_wants_printed_card")


def test_ten_workers_one_after_another_are_ten_workers(scene: Scene) -> None:
    scene.pool(tasks=2, overlap=10)
    for _ in range(10):
        worker = scene.worker()
        assert len(worker.work_off()) == 2
        worker.leave()
    audit(scene)
    assert scene.worker().go_on().task == 0
