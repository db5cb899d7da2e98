"""Nothing that reached the server is lost: what comes under an ended sitting is kept as a draft."""

from app.actions import late
from app.rules.problem import Problem
from tests.audit import audit
from tests.scenes import Scene, Worker, typed


def kept(worker: Worker) -> list[str]:
    return [one.typed["verdict"][0] for one in worker.sees().drafts]


def test_an_answer_under_an_ended_sitting_is_a_draft_and_no_answer(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    worker.leave()
    assert worker.send_when_gone(card, task, "Spam")
    worker.come_back()
    assert (worker.earned(), worker.receipts()) == (0, [])
    assert kept(worker) == ["Spam"]
    [waiting] = worker.mine().kept
    assert worker.answer(task, draft=waiting.id).earned == 5
    assert worker.mine().kept == []
    audit(scene)


def test_a_passer_by_who_sends_a_left_page_changes_nothing_and_learns_nothing(
    scene: Scene,
) -> None:
    scene.pool(tasks=2, pay=5)
    left, passer_by = scene.workers(2)
    card, task = left.card, left.go_on().task
    left.stop(task, "Not spam")
    left.leave()
    mine = passer_by.go_on().task
    assert passer_by.send_when_gone(card, task, "Spam")
    assert [one.task for one in passer_by.mine().in_hand] == [mine]
    assert passer_by.mine().kept == []
    assert passer_by.send(task) == Problem("task_not_yours")
    left.come_back()
    assert kept(left) == ["Not spam", "Spam"]
    assert (left.earned(), passer_by.earned()) == (0, 0)
    audit(scene)


def test_two_cards_in_two_tabs_never_mix(scene: Scene) -> None:
    """One browser has one sitting: opening a second card in it ends what the first tab shows."""
    scene.pool(tasks=2, pay=5)
    first, second = scene.workers(2)
    card, task = first.card, first.go_on().task
    first.leave()
    other = second.go_on().task
    assert second.send_when_gone(card, task, "Not spam")
    done = second.answer(other)
    assert done.earned == 5
    assert second.send_when_gone(card, other, "Spam") is False
    first.come_back()
    assert kept(first) == ["Not spam"]
    assert first.answer(task).earned == 5
    assert (first.earned(), second.earned()) == (5, 5)
    audit(scene)


def test_a_left_page_sent_over_and_over_is_kept_once(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    worker.leave()
    for _ in range(3):
        assert worker.send_when_gone(card, task, "Spam")
    worker.come_back()
    assert kept(worker) == ["Spam"]


def test_whoever_sits_there_next_cannot_fill_the_store(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    answers = [worker.send_when_gone(card, task, f"text {number}") for number in range(30)]
    assert answers == [True] * late.MOST_KEPT + [False] * (30 - late.MOST_KEPT)
    assert len(kept(worker)) == late.MOST_KEPT


def test_a_draft_beside_an_answer_overwrites_it_only_when_its_worker_says_so(scene: Scene) -> None:
    scene.pool(tasks=1, pay=5)
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    worker.answer(task, "Spam")
    worker.leave()
    assert worker.send_when_gone(card, task, "Not spam")
    worker.come_back()
    assert [one.value for one in worker.receipts()] == [{"verdict": "Spam"}]
    [waiting] = worker.mine().kept
    worker.answer(task, "Not spam", draft=waiting.id)
    assert [one.value for one in worker.receipts()] == [{"verdict": "Not spam"}]
    assert worker.mine().kept == []
    assert worker.earned() == 5
    audit(scene)


def test_a_draft_that_says_what_was_answered_already_goes_when_it_is_sent(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    first = worker.answer(task, "Spam")
    worker.send_when_gone(card, task, "Spam")
    [waiting] = worker.mine().kept
    assert worker.answer(task, "Spam", draft=waiting.id).receipt == first.receipt
    assert worker.mine().kept == []


def test_a_draft_is_dropped_by_its_own_worker_only(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker, other = scene.workers(2)
    task = worker.go_on().task
    other.go_on()
    worker.send_when_gone(worker.card, task, "Spam")
    [waiting] = worker.mine().kept
    late.drop(scene.store, other.seated, "spam", waiting.id)
    assert kept(worker) == ["Spam"]
    late.drop(scene.store, worker.seated, "spam", waiting.id)
    assert kept(worker) == []


def test_a_draft_typed_90_days_ago_is_still_there(scene: Scene) -> None:
    scene.pool(tasks=1)
    worker = scene.worker()
    task = worker.go_on().task
    worker.save(task, "half a sent")
    scene.wait(days=90)
    scene.worker().work_off()
    worker.resume(task)
    assert kept(worker) == ["half a sent"]


def test_a_task_of_nobody_is_kept_for_nobody(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker, stranger = scene.workers(2)
    task = worker.go_on().task
    page = ("spam", task, typed("Spam"))
    assert late.keep(scene.store, stranger.card, *page, scene.now) is False
    assert late.keep(scene.store, 10**6, *page, scene.now) is False


def test_a_saved_task_taken_up_again_says_no_more_that_it_was_saved(scene: Scene) -> None:
    scene.pool(tasks=2)
    worker = scene.worker()
    task = worker.go_on().task
    worker.save(task)
    assert worker.seated.did == "save"
    worker.resume(task)
    assert (worker.seated.did, worker.seated.receipt) == ("", 0)
