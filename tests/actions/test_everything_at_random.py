"""Whatever workers and coordinators do, in whatever order, everything adds up after each act."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from app.actions.turn import Done
from app.kinds.kind import Reading
from app.rules.problem import Problem
from app.store import tables
from tests.audit import audit
from tests.practice import know
from tests.scenes import Scene, Worker, open_scene

WHO = st.integers(0, 3)
VERDICT = st.sampled_from(["Spam", "Not spam"])


class Pool(RuleBasedStateMachine):
    """Four workers in one pool; what each remembers is what a person would."""

    @initialize(
        tasks=st.integers(1, 6),
        overlap=st.integers(1, 3),
        pay=st.sampled_from([0, 5]),
        spare=st.integers(-3, 6),
        entry=st.sampled_from(["open", "cards"]),
        strands=st.sampled_from([("",), ("", "sight"), ("sight", "", "hearing")]),
        cap=st.sampled_from([None, 20, 1000]),
        practice=st.integers(0, 2),
        checks=st.integers(0, 2),
    )
    def publish(
        self,
        tasks: int,
        overlap: int,
        pay: int,
        spare: int,
        entry: str,
        strands: tuple[str, ...],
        cap: int | None,
        practice: int,
        checks: int,
    ) -> None:
        self.scene: Scene = open_scene()
        budget = max(0, tasks * overlap + spare) * pay
        pool = self.scene.pool(
            tasks=tasks, overlap=overlap, pay=pay, budget=budget, entry=entry, strands=strands
        )
        self.practice = know(self.scene.store, pool, practice, checks)[:practice]
        self.workers: list[Worker] = [*self.scene.batch(2, cap), *self.scene.batch(1)]
        self.workers.append(self.scene.worker(leave_out=["sight"]))
        self.had: dict[int, list[int]] = {number: [] for number in range(4)}
        self.pay = pay
        self.state = "published"

    @rule(who=WHO, goal=st.sampled_from([None, 0, 2]))
    def go_on(self, who: int, goal: int | None) -> None:
        dealt = self.workers[who].try_to_go_on(goal)
        if isinstance(dealt, Problem):
            assert dealt.code == "pool_wants_printed_card"
        else:
            self.hands(who, dealt.task)

    @rule(who=WHO, goal=st.sampled_from([None, 0, 2]))
    def practise(self, who: int, goal: int | None) -> None:
        dealt = self.workers[who].try_to_practise(goal)
        if isinstance(dealt, Problem):
            assert dealt.code == "pool_wants_printed_card"
        elif dealt.task:
            assert dealt.task in self.practice
            self.hands(who, dealt.task)

    @rule(who=WHO, which=st.integers(0, 5), verdict=VERDICT)
    def send_any_page(self, who: int, which: int, verdict: str) -> None:
        """A page of this worker's, however old, is sent; perhaps not for the first time."""
        if not self.had[who]:
            return
        task = self.had[who][which % len(self.had[who])]
        worker = self.workers[who]
        in_hand = task in {one.task for one in worker.mine().in_hand}
        done = worker.send(task, verdict)
        if isinstance(done, Problem):
            assert not in_hand, "a task in hand is always taken"
            assert done.code in {"money_gone", "answer_fixed", "pool_closed"}
            return
        if isinstance(done, Reading):
            assert task in self.practice, "only practice is read and not kept"
            return
        assert done.earned in (0, self.pay)
        again = worker.answer(task, verdict)
        assert (again.receipt, again.earned) == (done.receipt, 0)
        self.hands(who, done.dealt.task)
        self.hands(who, again.dealt.task)

    @rule(who=WHO, which=st.integers(0, 5))
    def skip_any_page(self, who: int, which: int) -> None:
        if self.had[who]:
            task = self.had[who][which % len(self.had[who])]
            self.hands(who, self.workers[who].skip(task).dealt.task)

    @rule(who=WHO, which=st.integers(0, 5), text=st.sampled_from(["", "Spam"]))
    def save_any_page(self, who: int, which: int, text: str) -> None:
        if self.had[who]:
            done = self.workers[who].save(self.had[who][which % len(self.had[who])], text)
            if isinstance(done, Done):
                self.hands(who, done.dealt.task)

    @rule(who=WHO, which=st.integers(0, 5))
    def resume(self, who: int, which: int) -> None:
        if self.had[who]:
            self.workers[who].resume(self.had[who][which % len(self.had[who])])

    @rule(who=WHO, which=st.integers(0, 5))
    def answer_after_all(self, who: int, which: int) -> None:
        """From a receipt of a skip, which may be an old one."""
        card = self.workers[who].card
        skips = [receipt for owner, receipt in skip_receipts(self.scene) if owner == card]
        if skips:
            self.workers[who].answer_after_all(skips[which % len(skips)])

    @rule(who=WHO, text=VERDICT)
    def stop_and_come_back(self, who: int, text: str) -> None:
        worker = self.workers[who]
        for task in self.had[who][-1:]:
            worker.stop(task, text)
        worker.leave()
        worker.come_back()

    @rule(sender=WHO, who=WHO, which=st.integers(0, 5), text=VERDICT)
    def send_a_left_page(self, sender: int, who: int, which: int, text: str) -> None:
        if self.had[who]:
            task = self.had[who][which % len(self.had[who])]
            before = [one.value for one in self.workers[who].receipts()]
            assert self.workers[sender].send_when_gone(self.workers[who].card, task, text)
            assert [one.value for one in self.workers[who].receipts()] == before

    @rule(hours=st.sampled_from([1, 25, 24 * 90]))
    def wait(self, hours: int) -> None:
        self.scene.wait(hours=hours)

    @rule(state=st.sampled_from(["published", "published", "paused", "closed"]))
    def decide(self, state: str) -> None:
        self.scene.set_state(state)
        self.state = state

    @invariant()
    def everything_adds_up(self) -> None:
        if hasattr(self, "scene"):
            audit(self.scene)

    def teardown(self) -> None:
        if hasattr(self, "scene"):
            self.scene.store.close()

    def hands(self, who: int, task: int) -> None:
        """Remember a task that was put before somebody."""
        if task and task not in self.had[who]:
            assert self.state == "published"
            self.had[who].append(task)


def skip_receipts(scene: Scene) -> list[tuple[int, int]]:
    """The receipts of all skips, each with its card, those of tasks answered since too."""
    t = tables
    query = (
        select(t.membership.c.card, t.receipt.c.number)
        .join(t.answer, t.answer.c.membership == t.membership.c.id)
        .join(t.receipt, t.receipt.c.answer == t.answer.c.id)
        .where(t.receipt.c.value.is_(None))
        .order_by(t.answer.c.task, t.receipt.c.version)
    )
    return [(card, number) for card, number in scene.rows(query)]


TestPool = Pool.TestCase
TestPool.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
