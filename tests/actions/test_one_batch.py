"""Agreement within one batch of cards asks one more worker, once, where there is another batch."""

import pytest
from sqlalchemy import func, select

from app.store import tables
from tests.audit import audit
from tests.scenes import Scene


def open_places(scene: Scene) -> int:
    [(found,)] = scene.rows(select(func.coalesce(func.sum(tables.place.c.open), 0)))
    return int(found)


def test_one_more_is_asked_where_all_who_agree_hold_cards_of_one_batch(scene: Scene) -> None:
    scene.pool(tasks=1, overlap=2, pay=5, budget=100, entry="cards")
    first, second, third = scene.batch(3)
    [stranger, late] = scene.batch(2)
    late.slug = stranger.slug
    first.work_off()
    task = second.go_on().task
    assert stranger.go_on().task == 0
    second.answer(task)
    assert open_places(scene) == 1
    assert stranger.work_off() == [task]
    assert [third.go_on().task, late.go_on().task] == [0, 0]
    audit(scene)


def test_it_is_asked_once_even_if_the_same_batch_fills_that_place_too(scene: Scene) -> None:
    scene.pool(tasks=1, overlap=2, entry="cards")
    crowd = scene.batch(4)
    for worker in scene.batch(1):
        worker.skip(worker.go_on().task)
    for worker in crowd[:3]:
        assert len(worker.work_off()) == 1
    assert crowd[3].go_on().task == 0
    crowd[0].answer(1, "Not spam")
    crowd[0].answer(1, "Spam")
    assert open_places(scene) == 0
    audit(scene)


def test_a_pool_in_which_one_batch_works_asks_nobody_else(scene: Scene) -> None:
    scene.pool(tasks=3, overlap=2, entry="cards")
    for worker in scene.batch(2):
        worker.work_off()
    assert open_places(scene) == 0
    audit(scene)


@pytest.mark.parametrize(("entry", "verdict"), [("open", "Spam"), ("cards", "Not spam")])
def test_nobody_more_is_asked_in_open_pools_or_where_answers_differ(
    scene: Scene, entry: str, verdict: str
) -> None:
    scene.pool(tasks=1, overlap=2, entry=entry)
    [stranger] = scene.batch(1)
    first, second = scene.batch(2)
    first.work_off()
    task = second.go_on().task
    stranger.go_on()
    second.answer(task, verdict)
    assert open_places(scene) == 0
    audit(scene)


def test_answers_of_two_batches_that_agree_are_enough(scene: Scene) -> None:
    scene.pool(tasks=4, overlap=2, entry="cards")
    for worker in (*scene.batch(1), *scene.batch(1)):
        assert len(worker.work_off()) == 4
    assert open_places(scene) == 0
    audit(scene)


def test_one_more_is_asked_only_where_its_pay_can_be_promised(scene: Scene) -> None:
    scene.pool(tasks=1, overlap=2, pay=5, budget=10, entry="cards")
    first, second = scene.batch(2)
    [stranger] = scene.batch(1)
    first.work_off()
    task = second.go_on().task
    stranger.go_on()
    second.answer(task)
    assert open_places(scene) == 0
    audit(scene)
