"""Skipping, saving and stopping cost nothing, now or later."""

import pytest

from app.actions.dealing import Dealt
from app.actions.turn import Done
from app.rules.problem import Problem
from tests.audit import audit
from tests.scenes import Scene


def test_a_skipped_task_is_asked_of_somebody_else(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    done = worker.skip(task)
    assert (done.did, done.earned, done.dealt) == ("skip", 0, Dealt(why="none"))
    assert other.go_on().task == task
    audit(scene)


def test_a_skip_can_be_answered_after_all_from_its_receipt(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    receipt = worker.skip(task).receipt
    assert worker.answer_after_all(receipt) == "spam"
    assert worker.go_on().task == task
    assert worker.answer(task).earned == 5
    assert scene.worker().go_on().task == 0
    audit(scene)


def test_a_skip_can_be_answered_after_all_from_its_old_page(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    worker.skip(task)
    assert worker.answer(task).earned == 5
    assert scene.worker().go_on().task == 0
    audit(scene)


def test_a_skip_sent_twice_is_one_skip(scene: Scene) -> None:
    scene.pool(tasks=1, overlap=2)
    worker = scene.worker()
    task = worker.go_on().task
    assert worker.skip(task).receipt == worker.skip(task).receipt
    audit(scene)


def test_an_answer_stands_when_its_old_page_is_skipped(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    receipt = worker.answer(task).receipt
    assert worker.skip(task).receipt == receipt
    assert worker.earned() == 5
    audit(scene)


def test_a_skip_can_be_taken_up_and_skipped_again(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    receipt = worker.skip(worker.go_on().task).receipt
    for _ in range(3):
        assert worker.answer_after_all(receipt) == "spam"
        assert worker.skip(worker.go_on().task).receipt == receipt
        audit(scene)


def test_what_was_answered_after_all_is_not_taken_in_hand_again(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    receipt = worker.skip(task).receipt
    worker.answer_after_all(receipt)
    worker.answer(task)
    assert worker.answer_after_all(receipt) == Problem("task_answered")
    assert worker.mine().in_hand == []
    audit(scene)


def test_after_all_in_a_closed_pool_is_too_late_by_either_way(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    task = worker.go_on().task
    receipt = worker.skip(task).receipt
    scene.set_state("closed")
    assert worker.answer_after_all(receipt) == Problem("pool_closed")
    assert worker.send(task) == Problem("pool_closed")
    audit(scene)


def test_after_all_is_for_skips_of_ones_own_only(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    skipped = worker.skip(task)
    answered = worker.answer(skipped.dealt.task)
    for number in (answered.receipt, 5):
        assert worker.answer_after_all(number) == Problem("receipt_unknown")
    other.go_on()
    assert other.answer_after_all(skipped.receipt) == Problem("receipt_unknown")


def test_what_every_worker_skips_waits_for_a_person(scene: Scene) -> None:
    scene.pool(tasks=1, overlap=2)
    asked = []
    for worker in scene.workers(12):
        task = worker.go_on().task
        asked.append(bool(task))
        if task:
            worker.skip(task)
    assert asked == [True] * 6 + [False] * 6
    audit(scene)


def test_a_saved_task_waits_while_others_are_dealt(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker = scene.worker()
    task = worker.go_on().task
    done = worker.save(task, "Spam, I th")
    assert isinstance(done, Done)
    assert done.dealt.task not in {0, task}
    assert {one.task: one.saved for one in worker.mine().in_hand} == {
        task: True, done.dealt.task: False,
    }  # fmt: skip
    assert worker.resume(task) is None
    seen = worker.sees()
    assert seen.task is not None
    assert (seen.task.id, seen.drafts[0].typed) == (task, {"verdict": ["Spam, I th"]})
    worker.answer(task)
    assert worker.resume(done.dealt.task) is None
    worker.answer(done.dealt.task)
    assert worker.mine().in_hand == []
    audit(scene)


def test_stopping_keeps_the_task_and_what_was_typed(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker = scene.worker()
    task = worker.go_on().task
    done = worker.stop(task, "Not sp")
    assert isinstance(done, Done)
    assert done.dealt == Dealt()
    worker.leave()
    scene.wait(days=90)
    worker.come_back()
    assert worker.go_on().task == task
    assert [one.typed for one in worker.sees().drafts] == [{"verdict": ["Not sp"]}]
    audit(scene)


def test_saving_twice_keeps_the_newer_text_once(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    task = worker.go_on().task
    for text in ("a", "ab", ""):
        worker.save(task, text)
    worker.resume(task)
    assert [one.typed for one in worker.sees().drafts] == [{"verdict": ["ab"]}]


@pytest.mark.parametrize("doing", ["save", "skip", "resume"])
def test_nobody_acts_on_a_task_that_is_not_theirs(scene: Scene, doing: str) -> None:
    scene.pool(tasks=2)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    other.go_on()
    if doing == "skip":
        with pytest.raises(AssertionError):
            other.skip(task)
    else:
        assert getattr(other, doing)(task) == Problem("task_not_yours")
    assert worker.go_on().task == task
    audit(scene)
