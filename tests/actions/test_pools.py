"""A coordinator publishes, pauses and closes a pool; work in hand is never lost by it."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from app.actions import pools
from app.rules.problem import Problem
from app.store import pools as stored
from app.store import tables
from app.store.opening import Store
from tests.scenes import Scene

Act = Callable[[Store, str], Problem | None]


def code(found: Problem | None) -> str:
    return found.code if found else ""


def test_a_paused_pool_takes_what_is_in_hand_and_deals_again_when_published(scene: Scene) -> None:
    scene.pool(tasks=3)
    worker = scene.worker()
    task = worker.go_on().task
    assert pools.pause(scene.store, "spam") is None
    assert worker.answer(task).dealt.task == 0
    assert pools.publish(scene.store, "spam") is None
    assert len(worker.work_off()) == 2


def test_a_closed_pool_stays_closed(scene: Scene) -> None:
    scene.pool()
    worker = scene.worker()
    task = worker.go_on().task
    assert pools.close(scene.store, "spam") is None
    assert worker.answer(task).dealt.task == 0
    assert code(pools.publish(scene.store, "spam")) == "pool_closed_for_good"
    assert code(pools.pause(scene.store, "spam")) == "pool_closed_for_good"
    assert code(pools.close(scene.store, "spam")) == "pool_closed_for_good"


def test_a_pool_without_tasks_is_not_published(scene: Scene) -> None:
    scene.pool(tasks=1)
    empty = scene.pool("empty", tasks=1)
    scene.set_state("draft", "empty")
    none = update(tables.load).where(tables.load.c.pool == empty).values(tasks=0)
    scene.store.write(lambda unit: unit.execute(none))
    assert code(pools.publish(scene.store, "empty")) == "pool_without_tasks"


@pytest.mark.parametrize("act", [pools.pause, pools.close])
def test_what_was_never_published_is_neither_paused_nor_closed(scene: Scene, act: Act) -> None:
    scene.pool()
    scene.set_state("draft")
    assert code(act(scene.store, "spam")) == "pool_not_published"


@pytest.mark.parametrize("act", [pools.publish, pools.pause, pools.close])
def test_a_pool_that_is_not_there_is_named(scene: Scene, act: Act) -> None:
    assert act(scene.store, "ham") == Problem("pool_not_there", {"found": "ham"})


def test_the_same_again_changes_nothing(scene: Scene) -> None:
    scene.pool()
    version = pools_version(scene)
    assert pools.publish(scene.store, "spam") is None
    assert pools_version(scene) == version
    assert pools.pause(scene.store, "spam") is None
    assert pools_version(scene) == version + 1


def pools_version(scene: Scene) -> int:
    found = scene.store.read(lambda unit: stored.find(unit, "spam"))
    assert found
    return found.version
