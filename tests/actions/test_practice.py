"""Practice: dealt only when asked for, once to each card, out of the budget, whatever happens."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from app.actions import practising, showing
from app.kinds.kind import Reading
from app.rules.preferences import Preferences
from app.store import cards as stored_cards
from app.store import tables
from tests.actions.test_flat_cost import counted
from tests.audit import audit
from tests.practice import PAY, know, school
from tests.scenes import Scene, Worker, raise_budget


def spent(scene: Scene) -> int:
    ((found,),) = scene.rows(select(tables.pool.c.spent))
    return int(found)


def stands(scene: Scene, worker: Worker) -> practising.Standing:
    pool = scene.pools["spam"]
    return practising.standing(scene.store, worker.seated, pool, Preferences(), scene.now)


def test_practice_is_dealt_only_to_whoever_asks_for_it(real_scene: Scene) -> None:
    practice = school(real_scene)
    one, other = real_scene.workers(2)
    assert not set(one.work_off()) & set(practice)
    assert other.practise().task == practice[0]
    done = other.answer(practice[0])
    assert (done.earned, done.dealt.task) == (PAY, 0)
    assert other.practise().task == practice[1]
    audit(real_scene)


def test_practice_pays_each_card_once(real_scene: Scene) -> None:
    practice = school(real_scene)
    for worker in real_scene.workers(3):
        for _ in range(2):
            task = worker.practise().task
            worker.answer(task)
            assert worker.answer(task).earned == 0
        assert worker.practise().task == 0
        assert worker.earned() == 2 * PAY
    assert spent(real_scene) == 6 * PAY
    answers = real_scene.rows(select(tables.answer.c.task, tables.answer.c.surplus))
    assert sorted({task for task, _ in answers}) == practice
    # Everybody's answer counts: in practice there is no place to be late for.
    assert not any(surplus for _, surplus in answers)
    audit(real_scene)


def test_another_answer_to_practice_is_read_and_not_kept(real_scene: Scene) -> None:
    school(real_scene)
    worker = real_scene.worker()
    task = worker.practise().task
    first = worker.answer(task, "Not spam")
    again = worker.send(task, "Spam")
    assert isinstance(again, Reading)
    assert again.answer == {"verdict": "Spam"}
    assert worker.answer(task, "Not spam").receipt == first.receipt
    assert [one.value for one in worker.receipts()] == [{"verdict": "Not spam"}]
    audit(real_scene)


def test_practice_that_the_budget_cannot_pay_is_not_dealt(real_scene: Scene) -> None:
    school(real_scene, tasks=6, budget=PAY)
    one, other = real_scene.workers(2)
    task = one.practise().task
    assert other.practise() == (0, "money", False)
    assert other.go_on().why == "money"
    one.answer(task)
    raise_budget(real_scene, 2 * PAY)
    assert other.practise().task == task
    audit(real_scene)


def test_a_batch_of_cards_keeps_within_its_cap(real_scene: Scene) -> None:
    school(real_scene)
    one, other = real_scene.batch(2, cap=PAY)
    one.answer(one.practise().task)
    assert other.practise().why == "money"
    audit(real_scene)


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_practice_in_hand_is_taken_when_the_pool_deals_no_more(
    real_scene: Scene, state: str
) -> None:
    school(real_scene)
    one, other = real_scene.workers(2)
    task = one.practise().task
    real_scene.set_state(state)
    assert one.answer(task).earned == PAY
    assert other.try_to_practise(0) == (0, "none", False)


def test_practice_never_comes_back_to_the_pool(real_scene: Scene) -> None:
    """What was left or passed over for long is asked of nobody in its place."""
    practice = school(real_scene)
    one, other = real_scene.workers(2)
    one.practise()
    real_scene.wait(days=40)
    assert not set(other.work_off()) & set(practice)
    one.skip(practice[0])
    assert not set(other.work_off()) & set(practice)
    assert one.practise().task == practice[1]
    audit(real_scene)


def test_what_is_left_counts_for_each_card(real_scene: Scene) -> None:
    school(real_scene, practice=2, checks=1)
    worker = real_scene.worker()
    assert stands(real_scene, worker) == (2, 2, True, False)
    worker.skip(worker.practise().task)
    worker.answer(worker.practise().task)
    assert stands(real_scene, worker) == (2, 1, True, False)
    assert stands(real_scene, real_scene.worker()) == (2, 2, True, False)
    real_scene.wait(days=6)
    assert not stands(real_scene, worker).a_week
    real_scene.wait(days=1)
    assert stands(real_scene, worker).a_week


def test_only_practice_that_suits_a_worker_is_offered(real_scene: Scene) -> None:
    pool = real_scene.pool(tasks=6, strands=("", "sight"))
    practice = know(real_scene.store, pool, 4)
    worker = real_scene.worker(leave_out=["sight"])
    had = []
    while task := worker.practise().task:
        had.append(task)
        worker.answer(task)
    assert had == practice[::2]


def test_a_double_press_deals_one_practice_task(real_scene: Scene) -> None:
    school(real_scene)
    worker = real_scene.worker()
    worker.practise()
    with ThreadPoolExecutor(8) as hands:
        tasks = {done.task for done in hands.map(lambda _: worker.practise(), range(8))}
    assert len(tasks) == 1
    assert len(real_scene.rows(select(tables.hold.c.task))) == 1
    audit(real_scene)


def test_a_practice_answer_sent_by_eight_hands_is_paid_once(real_scene: Scene) -> None:
    school(real_scene)
    worker = real_scene.worker()
    task = worker.practise().task
    with ThreadPoolExecutor(8) as hands:
        receipts = {done.receipt for done in hands.map(lambda _: worker.answer(task), range(8))}
    assert len(receipts) == 1
    assert worker.earned() == PAY
    audit(real_scene)


def test_many_cards_practise_at_once(real_scene: Scene) -> None:
    school(real_scene, budget=7 * PAY)

    def all_of_it(worker: Worker) -> int:
        paid = 0
        while task := worker.practise().task:
            paid += worker.answer(task).earned
        return paid

    with ThreadPoolExecutor(6) as hands:
        paid = sum(hands.map(all_of_it, real_scene.workers(6)))
    assert paid == spent(real_scene) == 7 * PAY
    audit(real_scene)


def test_a_pool_without_practice_costs_what_it_did(scene: Scene) -> None:
    """Neither dealing nor a task's page asks for practice that is not there, or is all done."""
    costs = []
    for slug, practice in (("plain", 0), ("school", 2)):
        pool = scene.pool(slug, tasks=14)
        know(scene.store, pool, practice)
        worker = scene.worker()
        worker.slug = slug
        while task := worker.practise().task:
            worker.answer(task)
        worker.work_off(most=2)
        task = worker.go_on().task
        with counted(scene) as cost:
            # Every fifth deal begins elsewhere.
            for _ in range(5):
                assert showing.in_pool(scene.store, worker.seated, slug)
                task = worker.answer(task).dealt.task
        costs.append(len(cost.statements))
        assert not [each for each in cost.statements if "known" in each]
    assert costs[0] == costs[1]


def test_practice_keeps_within_a_workers_own_limit_a_day(real_scene: Scene) -> None:
    pool = real_scene.pool(tasks=20, overlap=1)
    row = update(tables.pool).values(notes=["insults"])
    real_scene.store.write(lambda unit: unit.execute(row))
    know(real_scene.store, pool, 5)
    worker = real_scene.worker()
    card = worker.card
    wishes = {"day_limit": "10"}
    real_scene.store.write(lambda unit: stored_cards.set_settings(unit, card, wishes))
    for _ in range(5):
        worker.answer(worker.practise().task)
    assert len(worker.work_off()) == 5
    assert worker.go_on().why == "limit"
    other = real_scene.worker()
    real_scene.store.write(lambda unit: stored_cards.set_settings(unit, other.card, wishes))
    assert len(other.work_off()) == 10
    assert other.practise() == (0, "limit", False)
    audit(real_scene)
