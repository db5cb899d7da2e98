"""Many visitors at once, and what was acknowledged to them."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import select

from app.store.tables import answer, membership
from tests.scenes import Scene
from tests.visitor import BROKEN, Visitor

Result = TypeVar("Result")
Answered = tuple[int, int]


def at_once(acts: Sequence[Callable[[], Result]]) -> list[Result]:
    """Begin all at the same moment; what each gave."""
    gate = threading.Barrier(len(acts))

    def begin(act: Callable[[], Result]) -> Result:
        gate.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(begin, acts))


class Busy:
    """A visitor who answers on and on, whatever happens to the site."""

    def __init__(self, port: int, slug: str) -> None:
        self.visitor = Visitor(port)
        self.slug = slug
        self.acknowledged: list[Answered] = []
        # How often there was no task, though there should be one.
        self.unasked = 0
        self.stop = threading.Event()
        self.visitor.take_card()
        self.visitor.start(slug)
        self.thread = threading.Thread(target=self._work)
        self.thread.start()

    def end(self) -> None:
        """Stop, and wait for the last answer."""
        self.stop.set()
        self.thread.join()

    def _work(self) -> None:
        while not self.stop.is_set():
            try:
                self._answer()
            except BROKEN:
                # The site is down; the thread must not take the processor meanwhile.
                self.stop.wait(0.02)

    def _answer(self) -> None:
        form = self.visitor.task(self.slug)
        if form is None:
            self.unasked += 1
            self.stop.wait(0.05)
        elif self.visitor.send(self.slug, form).status == 303:
            self.acknowledged.append((form.card, form.task))


def patiently(done: Callable[[], bool], seconds: int = 60) -> None:
    """Wait until something is so, which it must be soon."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.005)


def stored(scene: Scene) -> list[Answered]:
    """Whose answers to which tasks stand in the database."""
    query = select(membership.c.card, answer.c.task).join(
        membership, membership.c.id == answer.c.membership
    )
    return [(int(card), int(task)) for card, task in scene.rows(query)]
