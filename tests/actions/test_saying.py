"""What people say beside their answers is kept once, however often it comes."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.actions import saying
from app.rules.problem import Problem
from app.store import tables
from tests.actions.test_crowds import at_once
from tests.scenes import Scene, Worker

AT_ONCE = 8


def minutes(scene: Scene) -> list[tuple[int, float]]:
    """Every report: for how many tasks, and how long."""
    row = tables.minutes_report.c
    return [(tasks, told) for tasks, told in scene.rows(select(row.tasks, row.minutes))]


@pytest.fixture
def worker(real_scene: Scene) -> Worker:
    """Somebody who did two tasks and skipped one."""
    real_scene.pool(tasks=9)
    made = real_scene.worker()
    made.work_off(most=2)
    made.skip(made.go_on(None).task)
    return made


def test_many_clicks_at_once_are_one_report_of_minutes(worker: Worker) -> None:
    scene, seated = worker.scene, worker.seated
    pool = scene.pools["spam"]

    def click() -> bool:
        return saying.report_minutes(scene.store, seated, pool, 4, scene.now)

    assert at_once([click] * AT_ONCE) == [True] * AT_ONCE
    assert minutes(scene) == [(2, 4)]
    worker.answer(worker.go_on(None).task)
    assert click()
    assert minutes(scene) == [(3, 4)]
    worker.work_off(most=1)
    assert click()
    assert sorted(minutes(scene)) == [(1, 4), (3, 4)]


def test_minutes_are_of_the_pool_and_sitting_they_were_done_in(worker: Worker) -> None:
    scene, seated = worker.scene, worker.seated
    other = scene.pool("other")
    assert not saying.report_minutes(scene.store, seated, other, 4, scene.now)
    stranger = scene.worker()
    assert not saying.report_minutes(
        scene.store, stranger.seated, scene.pools["spam"], 4, scene.now
    )
    worker.leave()
    assert not saying.report_minutes(scene.store, seated, scene.pools["spam"], 4, scene.now)
    assert minutes(scene) == []


def test_many_clicks_at_once_are_one_reason(worker: Worker) -> None:
    scene, seated = worker.scene, worker.seated
    number = worker.skip(worker.go_on(None).task).receipt

    def say(reason: str) -> Callable[[], Problem | None]:
        return lambda: saying.say_why(scene.store, seated, number, reason)

    assert at_once([say("unclear")] * AT_ONCE) == [None] * AT_ONCE
    row = tables.skip_reason.c
    assert scene.rows(select(row.answer, row.reason)) == [(number, "unclear")]


def test_nobody_says_why_another_card_skipped(worker: Worker) -> None:
    scene = worker.scene
    number = worker.skip(worker.go_on(None).task).receipt
    refused = saying.say_why(scene.store, scene.worker().seated, number, "unclear")
    assert refused == Problem("receipt_unknown")
    assert scene.rows(select(tables.skip_reason)) == []


def test_a_form_sent_many_times_at_once_is_one_barrier_report(real_scene: Scene) -> None:
    scene = real_scene

    def send() -> int:
        return saying.report_barrier(scene.store, "form", "/pools", "It is slow.", scene.now).number

    (number,) = set(at_once([send] * AT_ONCE))
    assert scene.rows(select(tables.barrier_report.c.number)) == [(number,)]
    other = saying.report_barrier(scene.store, "form", "/pools", "It is too slow.", scene.now)
    assert other.number != number
