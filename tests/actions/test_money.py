"""Money limits what is dealt, never what was answered."""

import pytest
from sqlalchemy import select, update

from app.actions import cards
from app.actions.dealing import Dealt
from app.rules.problem import Problem
from app.store import tables
from tests.audit import audit
from tests.scenes import SETTINGS, Scene, raise_budget


def purse(scene: Scene) -> tuple[object, ...]:
    [row] = scene.rows(select(tables.pool.c.reserved, tables.pool.c.spent))
    return row


def used(scene: Scene) -> list[int]:
    table = tables.batch_purse
    return [row[0] for row in scene.rows(select(table.c.used).order_by(table.c.batch))]


def test_pay_is_reserved_with_the_task_and_spent_with_the_answer(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    assert purse(scene) == (5, 0)
    worker.answer(task)
    assert purse(scene) == (5, 5)
    worker.skip(worker.go_on().task)
    assert purse(scene) == (0, 5)


def test_a_budget_that_is_just_enough_pays_for_everything(scene: Scene) -> None:
    scene.pool(tasks=10, overlap=3, pay=5, budget=150)
    for worker in scene.workers(3):
        assert len(worker.work_off()) == 10
    assert purse(scene) == (0, 150)
    assert scene.worker().go_on() == Dealt(why="money")
    audit(scene)


def test_a_budget_that_is_too_small_ends_honestly_with_nothing_owed(scene: Scene) -> None:
    scene.pool(tasks=10, overlap=3, pay=5, budget=54)
    workers = scene.workers(3)
    done = sum(len(worker.work_off()) for worker in workers)
    assert done == 10
    assert [worker.go_on() for worker in workers] == [Dealt(why="money")] * 3
    assert sum(worker.earned() for worker in workers) == 50
    audit(scene)


def test_a_pool_without_money_deals_again_when_it_has_some(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5, budget=5)
    worker = scene.worker()
    assert len(worker.work_off()) == 1
    raise_budget(scene, 10)
    assert len(worker.work_off()) == 1
    audit(scene)


def test_a_task_in_hand_keeps_its_pay_however_late(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5, budget=5)
    late, other = scene.workers(2)
    task = late.go_on().task
    scene.wait(days=90)
    assert other.go_on() == Dealt(why="money")
    assert late.answer(task).earned == 5
    audit(scene)


def test_a_place_is_opened_again_only_where_a_second_pay_fits(scene: Scene) -> None:
    scene.pool(tasks=3, pay=5, budget=20)
    for worker in scene.workers(3):
        worker.go_on()
    scene.wait(days=2)
    worker = scene.worker()
    assert len(worker.work_off()) == 1
    assert worker.go_on() == Dealt(why="money")
    audit(scene)


def test_a_worker_hears_of_somebody_elses_old_task_behind_their_own(scene: Scene) -> None:
    """There is money for one place more, and the oldest task in hand is the worker's own."""
    scene.pool(tasks=2, pay=5, budget=15)
    worker, other = scene.workers(2)
    mine = worker.go_on().task
    scene.set_state("paused")
    worker.save(mine)
    scene.set_state("published")
    scene.wait(hours=1)
    theirs = other.go_on().task
    scene.wait(days=2)
    assert worker.go_on().task == theirs != mine
    audit(scene)


def test_answering_after_all_needs_its_pay_promised_anew(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5, budget=5)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    receipt = worker.skip(task).receipt
    other.go_on()
    assert worker.answer_after_all(receipt) == Problem("money_gone")
    assert worker.send(task) == Problem("money_gone")
    other.skip(task)
    assert worker.answer_after_all(receipt) == "spam"
    assert worker.answer(task).earned == 5
    audit(scene)


def test_voluntary_work_leaves_no_trace_in_the_ledger(scene: Scene) -> None:
    scene.pool(tasks=2)
    scene.worker().work_off()
    assert scene.rows(select(tables.entry.c.id)) == []
    audit(scene)


def test_each_currency_and_pool_has_its_own_lines(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5)
    scene.pool("other", tasks=3, pay=7)
    worker = scene.worker()
    worker.work_off()
    worker.slug = "other"
    worker.work_off()
    assert worker.earned() == 2 * 5 + 3 * 7
    audit(scene)


def test_a_batch_is_promised_no_more_than_its_cap(scene: Scene) -> None:
    scene.pool(tasks=10, overlap=2, pay=5, entry="cards")
    first, second = scene.batch(2, cap=20)
    assert len(first.work_off(most=3)) == 3
    assert second.go_on() == Dealt(why="money")
    assert used(scene) == [20]
    scene.set_state("paused")
    first.skip(first.go_on().task)
    scene.set_state("published")
    assert used(scene) == [15]
    assert len(second.work_off()) == 1
    assert (used(scene), first.go_on()) == ([20], Dealt(why="money"))
    [stranger] = scene.batch(1)
    assert len(stranger.work_off()) == 9
    audit(scene)


def test_a_cap_holds_over_all_pools_of_a_currency(scene: Scene) -> None:
    scene.pool(tasks=2, pay=5, entry="cards")
    scene.pool("other", tasks=2, pay=5, entry="cards")
    [worker] = scene.batch(1, cap=15)
    assert len(worker.work_off()) == 2
    worker.slug = "other"
    assert len(worker.work_off()) == 1
    assert used(scene) == [15]
    audit(scene)


@pytest.mark.parametrize("raise_to", [5, 8])
def test_an_answer_earns_the_higher_of_the_pay_shown_and_todays(
    scene: Scene, raise_to: int
) -> None:
    scene.pool(tasks=2, pay=5, budget=40)
    worker = scene.worker()
    task = worker.go_on().task
    row = update(tables.pool).values(pay=raise_to, reserved=raise_to)
    scene.store.write(lambda unit: unit.execute(row))
    assert worker.answer(task).earned == raise_to
    assert worker.earned() == raise_to
    audit(scene)


@pytest.mark.parametrize("skips", [True, False])
def test_a_batch_answers_for_what_a_card_that_joins_it_has_in_hand(
    scene: Scene, skips: bool
) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    [code] = cards.print_cards(scene.store, SETTINGS, 1, None, 20, scene.now).codes
    assert cards.join_batch(scene.store, SETTINGS, worker.seated, code) is None
    assert used(scene) == [5]
    if skips:
        worker.skip(task)
    else:
        worker.answer(task)
    assert used(scene) == [0 if skips else 5]
    audit(scene)
