"""Scenes for tests: a store with pools, and workers who do what real ones do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update

from app.actions import answering, cards, late, past, practising, showing, work
from app.actions.dealing import Dealt
from app.actions.turn import Done
from app.kinds.kind import Reading
from app.rules.preferences import Reader
from app.rules.problem import Problem
from app.settings import Settings
from app.store import cards as stored_cards
from app.store import pools, tables
from app.store.opening import Store
from app.store.sittings import Seated
from tests.pool_tables import lay_pool, terms

SETTINGS = Settings(
    data=Path("/nowhere"), database_url="", secret_key=b"s" * 32, card_key=b"c" * 32
)


@dataclass
class Scene:
    """A store, and the time it is there."""

    store: Store
    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)
    pools: dict[str, int] = field(default_factory=dict)

    def wait(self, days: float = 0, hours: float = 0) -> None:
        """Let time pass."""
        self.now += timedelta(days=days, hours=hours)

    def pool(
        self,
        slug: str = "spam",
        tasks: int = 3,
        overlap: int = 1,
        pay: int = 0,
        budget: int | None = None,
        entry: str = "open",
        strands: Sequence[str] = ("",),
    ) -> int:
        """Publish a pool whose tasks take turns in its strands; the budget is just enough."""
        enough = tasks * overlap * pay if budget is None else budget
        made = terms(slug, overlap, pay, enough, entry)
        self.pools[slug] = self.store.write(lambda unit: lay_pool(unit, made, tasks, strands))
        return self.pools[slug]

    def set_state(self, state: str, slug: str = "spam") -> None:
        """Publish, pause or close a pool."""
        self.store.write(lambda unit: pools.set_state(unit, self.pools[slug], state))

    def worker(self, leave_out: Sequence[str] = (), reads: Sequence[str] = ()) -> "Worker":
        """Somebody with a self-made card."""
        code, opening = cards.make_card(self.store, SETTINGS, False, self.now)
        return self._seat(code, opening.secret, leave_out, reads)

    def workers(self, count: int) -> list["Worker"]:
        """Several with self-made cards."""
        return [self.worker() for _ in range(count)]

    def batch(self, count: int, cap: int | None = None, pool: int | None = None) -> list["Worker"]:
        """As many as a partner handed cards of one batch to."""
        codes = cards.print_cards(self.store, SETTINGS, count, pool, cap, self.now).codes
        return [self._come_with(code) for code in codes]

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What stands in the tables."""
        return self.store.read(lambda unit: [tuple(row) for row in unit.execute(query)])

    def _come_with(self, code: str) -> "Worker":
        opening = cards.open_card(self.store, SETTINGS, code, False, self.now)
        assert isinstance(opening, cards.Opening)
        return self._seat(code, opening.secret)

    def _seat(
        self, code: str, secret: str, leave_out: Sequence[str] = (), reads: Sequence[str] = ()
    ) -> "Worker":
        worker = Worker(self, code, secret)
        if leave_out or reads:
            card = worker.seated.card
            wishes = {"leave_out": list(leave_out), "reads": list(reads)}
            self.store.write(lambda unit: stored_cards.set_settings(unit, card, wishes))
        return worker


@dataclass
class Worker:
    """Somebody with a card open in a browser; each act is one request."""

    scene: Scene
    code: str
    secret: str
    slug: str = "spam"

    @property
    def seated(self) -> Seated:
        """Their sitting as the door finds it."""
        seated = cards.seat(self.scene.store, self.secret)
        assert seated is not None, "the sitting has ended"
        return seated

    @property
    def card(self) -> int:
        """The number of their card."""
        return self.seated.card

    def go_on(self, goal: int | None = 0) -> Dealt:
        """Ask for the task in hand, or the next one, where that must be allowed."""
        dealt = self.try_to_go_on(goal)
        assert isinstance(dealt, Dealt), dealt
        return dealt

    def try_to_go_on(self, goal: int | None = 0) -> Dealt | Problem:
        """Ask for the task in hand, or the next one."""
        return work.go_on(self.scene.store, self.seated, self.slug, goal, self.scene.now)

    def practise(self, goal: int | None = 0) -> Dealt:
        """Ask for the next practice task, where that must be allowed."""
        dealt = self.try_to_practise(goal)
        assert isinstance(dealt, Dealt), dealt
        return dealt

    def try_to_practise(self, goal: int | None = 0) -> Dealt | Problem:
        """Ask for the next practice task."""
        return practising.practise(self.scene.store, self.seated, self.slug, goal, self.scene.now)

    def answer(self, task: int, verdict: str = "Spam", draft: int = 0) -> Done:
        """Send an answer that must be taken."""
        done = self.send(task, verdict, draft)
        assert isinstance(done, Done), done
        return done

    def send(self, task: int, verdict: str = "Spam", draft: int = 0) -> Done | Reading | Problem:
        """Send an answer."""
        sent = answering.Sent(self.slug, task, {"verdict": [verdict]}, draft)
        return answering.answer(self.scene.store, self.seated, sent, self.scene.now)

    def skip(self, task: int) -> Done:
        """Hand a task back."""
        done = work.skip(self.scene.store, self.seated, self.slug, task, self.scene.now)
        assert isinstance(done, Done), done
        return done

    def save(self, task: int, text: str = "") -> Done | Problem:
        """Put a task by with what was typed."""
        return work.save(
            self.scene.store, self.seated, self.slug, task, typed(text), self.scene.now
        )

    def stop(self, task: int, text: str = "") -> Done | Problem:
        """Stop with a task in hand and what was typed."""
        return work.stop(
            self.scene.store, self.seated, self.slug, task, typed(text), self.scene.now
        )

    def resume(self, task: int) -> Problem | None:
        """Take a saved task up again."""
        return work.resume(self.scene.store, self.seated, self.slug, task, self.scene.now)

    def answer_after_all(self, receipt: int) -> str | Problem:
        """Press the button on the receipt of a skip."""
        return work.answer_after_all(self.scene.store, self.seated, receipt, self.scene.now)

    def leave(self) -> None:
        """End the sitting."""
        cards.leave(self.scene.store, self.seated)

    def come_back(self) -> None:
        """Open the card again, in another browser."""
        opening = cards.open_card(self.scene.store, SETTINGS, self.code, False, self.scene.now)
        assert isinstance(opening, cards.Opening)
        self.secret = opening.secret

    def send_when_gone(self, card: int, task: int, text: str = "Spam") -> bool:
        """Press Send on a page of this card whose sitting has ended."""
        page = (self.slug, task, typed(text))
        return late.keep(self.scene.store, card, *page, self.scene.now)

    def sees(self) -> showing.InPool:
        """What is before them in the pool."""
        seen = showing.in_pool(self.scene.store, self.seated, self.slug)
        assert seen is not None
        return seen

    def mine(self) -> showing.Mine:
        """What waits for their card."""
        return showing.mine(self.scene.store, self.seated, Reader(languages=("en",)))

    def earned(self) -> int:
        """What their card earned."""
        return sum(one.amount for one in past.earnings(self.scene.store, self.seated, 1).balances)

    def receipts(self) -> list[showing.Shown]:
        """Their receipts."""
        return past.receipts(self.scene.store, self.seated, 1_000).lines

    def work_off(self, verdict: str = "Spam", most: int = 10_000) -> list[int]:
        """Answer until there is nothing more; the tasks that were answered."""
        answered: list[int] = []
        task = self.go_on().task
        while task and len(answered) < most:
            answered.append(task)
            task = self.answer(task, verdict).dealt.task
        return answered


def typed(text: str) -> dict[str, list[str]]:
    """A form's raw text."""
    return {"verdict": [text]} if text else {"verdict": []}


def open_scene(url: str = "sqlite:///:memory:") -> Scene:
    """A scene in an empty database that has no tables yet."""
    store = Store(url)
    tables.metadata.create_all(store.engine)
    return Scene(store)


def raise_budget(scene: Scene, budget: int, slug: str = "spam") -> None:
    """Put more money behind a pool."""
    row = update(tables.pool).where(tables.pool.c.slug == slug).values(budget=budget)
    scene.store.write(lambda unit: unit.execute(row))
