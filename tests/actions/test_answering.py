"""Answering: counted once, changed freely, taken however late, and never somebody else's."""

import pytest
from sqlalchemy import func, select

from app.actions import answering
from app.actions.dealing import Dealt
from app.rules.problem import Problem
from app.store import tables
from tests.audit import audit
from tests.scenes import Scene


def answers(scene: Scene) -> list[tuple[object, ...]]:
    table = tables.answer
    query = select(table.c.value, table.c.surplus).where(table.c.value.is_not(None))
    return scene.rows(query.order_by(table.c.task, table.c.membership))


def test_an_answer_gives_receipt_credit_and_the_next_task_at_once(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    done = worker.answer(task)
    assert (done.did, done.earned, done.counted) == ("answer", 5, True)
    assert done.dealt.task not in {0, task}
    [receipt] = worker.receipts()
    assert (receipt.number, receipt.value) == (done.receipt, {"verdict": "Spam"})
    assert worker.earned() == 5
    audit(scene)


def test_the_same_answer_again_is_the_same_receipt(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    first, again = worker.answer(task), worker.answer(task)
    assert (again.receipt, again.earned, again.counted) == (first.receipt, 0, False)
    assert again.dealt.task in {0, first.dealt.task}
    assert (worker.earned(), worker.seated.done) == (5, 1)
    audit(scene)


def test_another_answer_is_a_new_version_and_no_new_credit(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    first = worker.answer(task)
    change = worker.answer(task, "Not spam")
    assert (change.did, change.earned) == ("change", 0)
    assert change.receipt != first.receipt
    assert answers(scene) == [({"verdict": "Not spam"}, False)]
    assert worker.earned() == 5
    audit(scene)


def test_an_answer_is_fixed_once_its_pool_is_closed(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    task = worker.go_on().task
    first = worker.answer(task)
    scene.set_state("paused")
    worker.answer(task, "Not spam")
    last = worker.answer(task, "Spam")
    scene.set_state("closed")
    assert worker.send(task, "Not spam") == Problem("answer_fixed")
    assert worker.answer(task, "Spam").receipt == last.receipt != first.receipt
    audit(scene)


def test_an_answer_can_be_changed_often_but_not_for_ever(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    task = worker.go_on().task
    done = [worker.answer(task, ("Spam", "Not spam")[number % 2]) for number in range(50)]
    assert len({one.receipt for one in done}) == 50
    assert worker.send(task, "Spam") == Problem("answer_often", {"most": 50})
    # The same answer again is no change.
    assert worker.answer(task, "Not spam").receipt == done[-1].receipt
    audit(scene)


def test_only_who_was_dealt_a_task_can_answer_it(scene: Scene) -> None:
    scene.pool(tasks=3)
    scene.pool("other", tasks=3)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    assert other.send(task) == Problem("task_not_yours")
    other.go_on()
    assert other.send(task) == Problem("task_not_yours")
    worker.slug = "other"
    worker.go_on()
    assert worker.send(task) == Problem("task_not_yours")
    assert answers(scene) == []
    audit(scene)


def test_work_never_expires(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5, budget=10)
    late, other = scene.workers(2)
    task = late.go_on().task
    scene.wait(days=90)
    assert other.go_on().task == task
    other.answer(task)
    assert late.answer(task).earned == 5
    assert sorted(surplus for _, surplus in answers(scene)) == [False, True]
    audit(scene)


def test_a_late_answer_takes_the_place_that_its_lateness_opened(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5, budget=15)
    late, other = scene.workers(2)
    task = late.go_on().task
    scene.wait(days=90)
    assert other.go_on().task != task
    late.answer(task)
    assert other.answer(other.go_on().task).dealt == Dealt(why="none")
    assert [surplus for _, surplus in answers(scene)] == [False, False]
    audit(scene)


@pytest.mark.parametrize("late_first", [True, False])
def test_the_last_place_in_two_hands_credits_both_and_one_is_surplus(
    scene: Scene, late_first: bool
) -> None:
    scene.pool(tasks=1, overlap=2, pay=5, budget=15)
    scene.worker().work_off()
    workers = scene.workers(2)
    for worker in workers:
        assert worker.go_on().task
        scene.wait(days=2)
    for worker in workers if late_first else reversed(workers):
        assert worker.answer(worker.go_on().task).earned == 5
    assert sorted(surplus for _, surplus in answers(scene)) == [False, False, True]
    audit(scene)


def test_receipts_say_nothing_about_who_came_first(scene: Scene) -> None:
    scene.pool(tasks=30)
    scene.worker().work_off()
    numbers = [row[0] for row in scene.rows(select(tables.receipt.c.number))]
    in_turn = [
        row[0] for row in scene.rows(select(tables.answer.c.id).order_by(tables.answer.c.task))
    ]
    assert all(10**11 <= number < 10**12 for number in numbers)
    assert in_turn != sorted(in_turn)
    assert scene.rows(select(func.count()).select_from(tables.receipt)) == [(30,)]


def test_a_second_click_on_the_last_task_of_a_run_deals_nothing_more(scene: Scene) -> None:
    scene.pool(tasks=3, pay=5)
    worker = scene.worker()
    task = worker.go_on(goal=1).task
    as_it_was = worker.seated
    sent = answering.Sent("spam", task, {"verdict": ["Spam"]})
    first = answering.answer(scene.store, as_it_was, sent, scene.now)
    again = answering.answer(scene.store, as_it_was, sent, scene.now)
    assert not isinstance(first, Problem)
    assert not isinstance(again, Problem)
    assert (first.dealt.task, again.dealt.task) == (0, 0)
    assert worker.seated.done == 1
    audit(scene)


def test_an_answer_from_another_pools_old_page_does_not_count_in_this_run(scene: Scene) -> None:
    scene.pool("spam", tasks=3, pay=5)
    scene.pool("more", tasks=3, pay=5)
    worker = scene.worker()
    old = worker.go_on(goal=2).task
    worker.slug = "more"
    worker.go_on(goal=2)
    worker.slug = "spam"
    worker.answer(old)
    assert (worker.seated.done, worker.seated.earned) == (0, 0)
    assert worker.earned() == 5
    audit(scene)
