"""A crowd in a pool for weeks: nobody is told "no work" wrongly, and little is asked for twice."""

import random

import pytest
from sqlalchemy import func, select

from app.rules.deal import MORE_SKIPS, OLD_AFTER_HOURS
from app.rules.hide import hour_of
from app.store import tables
from tests.audit import audit
from tests.scenes import Scene, Worker

OVERLAP, TASKS = 3, 150


class Crowd:
    """People who mostly answer, sometimes skip, save or send twice, and sometimes walk away."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene = scene
        self.chance = random.Random(seed)
        self.busy = [scene.worker(["sight"] if number % 5 == 0 else []) for number in range(14)]
        self.away: list[Worker] = []

    def step(self) -> None:
        """One of them does something."""
        self.scene.wait(hours=self.chance.choice([0, 0, 0, 0, 1]))
        if self.away and self.chance.random() < 0.04:
            self.return_late(self.away.pop(self.chance.randrange(len(self.away))))
        worker = self.chance.choice(self.busy)
        for one in worker.mine().in_hand:
            if one.saved:
                worker.resume(one.task)
        dealt = worker.go_on()
        if not dealt.task:
            assert dealt.why == "none"
            assert waits_for(self.scene, worker) == set()
            return
        self.act(worker, dealt.task)

    def act(self, worker: Worker, task: int) -> None:
        """Whatever becomes of a task."""
        fate = self.chance.random()
        if fate < 0.02 and len(self.busy) > OVERLAP + 3:
            self.busy.remove(worker)
            self.away.append(worker)
        elif fate < 0.07:
            worker.skip(task)
        elif fate < 0.1:
            worker.save(task, "Not")
        else:
            worker.answer(task)
            if fate > 0.9:
                assert worker.answer(task).earned == 0

    def return_late(self, worker: Worker) -> None:
        """Come back, perhaps after months, and finish what was in hand."""
        worker.come_back()
        for one in worker.mine().in_hand:
            assert worker.answer(one.task).earned == 5
        self.busy.append(worker)


def waits_for(scene: Scene, worker: Worker) -> set[int]:
    """The tasks that could be dealt to somebody now, found the slow way."""
    t = tables
    old = hour_of(scene.now.timestamp()) - OLD_AFTER_HOURS
    wanted = select(t.place.c.task).where(t.place.c.open > 0)
    held = select(t.hold.c.task).where(t.hold.c.released.is_(False), t.hold.c.since < old)
    members = select(t.membership.c.id).where(t.membership.c.card == worker.card)
    had = [select(one.c.task).where(one.c.membership.in_(members)) for one in (t.answer, t.hold)]
    suits = select(t.task.c.id).join(t.strand, t.strand.c.id == t.task.c.strand)
    if leave_out := worker.seated.settings.get("leave_out"):
        suits = suits.where(t.strand.c.needs.not_in(leave_out))
    found = [{row[0] for row in scene.rows(query)} for query in (wanted, held, *had, suits)]
    return ((found[0] | found[1]) - found[2] - found[3]) & found[4]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_pool_is_filled_with_hardly_an_answer_too_many(scene: Scene, seed: int) -> None:
    scene.pool(tasks=TASKS, overlap=OVERLAP, pay=5, budget=10_000, strands=("", "sight"))
    crowd = Crowd(scene, seed)
    for _ in range(700):
        crowd.step()
    audit(scene)
    for worker in crowd.busy:
        for one in worker.mine().in_hand:
            worker.answer(one.task)
    scene.wait(days=2)
    for worker in [*crowd.busy, *scene.workers(OVERLAP)]:
        worker.work_off()
    audit(scene)
    t = tables.answer
    answers = dict(
        scene.rows(select(t.c.task, func.count()).where(t.c.value.is_not(None)).group_by(t.c.task))
    )
    skips = dict(
        scene.rows(select(t.c.task, func.count()).where(t.c.value.is_(None)).group_by(t.c.task))
    )
    short = {
        task
        for task in range(1, TASKS + 1)
        if answers.get(task, 0) < OVERLAP and skips.get(task, 0) < OVERLAP + MORE_SKIPS
    }
    assert short == set()
    assert sum(answers.values()) <= TASKS * OVERLAP * 1.03
