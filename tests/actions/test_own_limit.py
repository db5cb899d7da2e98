"""A worker's own limit a day for pools with content notes: kind, exact, and free for all others."""

import pytest
from sqlalchemy import select

from app.actions.dealing import Dealt
from app.actions.turn import Done
from app.store import cards, tables
from tests.actions.test_flat_cost import counted
from tests.scenes import Scene, Worker, open_scene

LIMIT = 10
CARD = select(tables.card.c.noted_day, tables.card.c.noted_tasks)


def a_scene(notes: list[str], slug: str = "spam", scene: Scene | None = None) -> Scene:
    scene = scene or open_scene()
    scene.pool(slug, tasks=40, pay=5)
    changed = tables.pool.update().where(tables.pool.c.slug == slug).values(notes=notes)
    scene.store.write(lambda unit: unit.execute(changed))
    return scene


def choose(worker: Worker, limit: str = str(LIMIT)) -> Worker:
    wishes, card = ({"day_limit": limit} if limit else {}), worker.card
    worker.scene.store.write(lambda unit: cards.set_settings(unit, card, wishes))
    return worker


def test_dealing_stops_at_the_limit_and_nothing_is_lost() -> None:
    scene = a_scene(["insults"])
    worker = choose(scene.worker())
    assert len(worker.work_off()) == LIMIT
    assert worker.earned() == LIMIT * 5
    assert worker.go_on() == Dealt(why="limit")
    assert len(worker.receipts()) == LIMIT


def test_the_task_in_hand_can_be_finished_and_comes_back() -> None:
    worker = choose(a_scene(["insults"]).worker())
    worker.work_off(most=LIMIT - 1)
    task = worker.go_on().task
    # The limit counts what was dealt, and this one was the last.
    assert worker.go_on().task == task
    assert worker.save(task, "half of an answer") == Done(
        "save", in_run=True, dealt=Dealt(why="limit")
    )
    assert worker.resume(task) is None
    assert worker.go_on().task == task
    assert worker.answer(task).dealt == Dealt(why="limit")
    assert worker.earned() == LIMIT * 5


def test_what_was_skipped_counts_too_and_can_be_answered_after_all() -> None:
    worker = choose(a_scene(["violence"]).worker())
    skipped = worker.skip(worker.go_on().task)
    assert len(worker.work_off()) == LIMIT - 1
    assert worker.answer_after_all(skipped.receipt) == "spam"
    task = worker.go_on().task
    assert task
    assert worker.answer(task).dealt == Dealt(why="limit")


def test_the_next_day_begins_anew() -> None:
    scene = a_scene(["insults"])
    worker = choose(scene.worker())
    worker.work_off()
    scene.wait(days=1)
    assert len(worker.work_off()) == LIMIT
    [(_, tasks)] = scene.rows(CARD)
    assert tasks == LIMIT


def test_a_higher_limit_holds_at_once_and_counts_what_was_done() -> None:
    worker = choose(a_scene(["insults"]).worker())
    worker.work_off()
    assert len(choose(worker, "25").work_off()) == 15
    assert len(choose(worker, "").work_off()) == 15


def test_pools_with_notes_count_together_and_others_do_not() -> None:
    scene = a_scene([], "calm", a_scene(["sex"], "hard", a_scene(["insults"])))
    worker = choose(scene.worker())
    worker.work_off(most=LIMIT - 3)
    worker.go_on()
    worker.slug = "calm"
    assert len(worker.work_off()) == 40
    worker.slug = "hard"
    assert len(worker.work_off()) == 2
    assert worker.go_on() == Dealt(why="limit")


@pytest.mark.parametrize(("notes", "limit"), [([], "10"), (["insults"], "")])
def test_it_costs_nothing_without_notes_or_without_a_limit(notes: list[str], limit: str) -> None:
    plain, other = a_scene([]), a_scene(notes)
    costs = []
    for worker in (choose(plain.worker(), ""), choose(other.worker(), limit)):
        worker.go_on()
        with counted(worker.scene) as cost:
            worker.work_off(most=5)
        costs.append(len(cost.statements))
    assert costs[0] == costs[1]
    assert other.rows(CARD) == [(None, None)]
