"""What was acknowledged is kept, whenever the site is killed."""

import pytest

from tests.audit import audit
from tests.process import Process
from tests.reliability.crowd import Busy, patiently, stored
from tests.scenes import Scene

WORKERS = 6


def answers_of(crowd: list[Busy]) -> int:
    return sum(len(each.acknowledged) for each in crowd)


def work_and_be_killed(process: Process, scene: Scene, kills: int) -> list[Busy]:
    scene.pool("spam", tasks=4_000, overlap=3, pay=5)
    crowd = [Busy(process.port, "spam") for _ in range(WORKERS)]
    try:
        for _ in range(kills):
            # Every life sees work, so every kill comes in the middle of some.
            wanted = answers_of(crowd) + WORKERS
            patiently(lambda wanted=wanted: answers_of(crowd) >= wanted)
            process.kill()
            process.start()
    finally:
        for each in crowd:
            each.end()
    return crowd


@pytest.mark.parametrize("kills", [20, pytest.param(60, marks=pytest.mark.every)])
def test_no_acknowledged_answer_is_lost_or_counted_twice(
    process: Process, scene: Scene, kills: int
) -> None:
    crowd = work_and_be_killed(process, scene, kills)
    acknowledged = [one for each in crowd for one in each.acknowledged]
    kept = stored(scene)
    assert set(acknowledged) - set(kept) == set()
    assert len(kept) == len(set(kept))
    audit(scene)
    assert sum(each.unasked for each in crowd) == 0
    # Nobody's way was lost either: they go on with their own card.
    assert all(each.visitor.task("spam") for each in crowd)
    for each in crowd:
        each.visitor.close()
