"""A pool in dictionaries: the rules of dealing with nothing around them, for tests."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.rules import deal
from app.rules.deal import MAIN, REOPENED, Lane, Search


@dataclass
class Hold:
    """A task in hand since an hour."""

    since: int
    released: bool = False


@dataclass
class Who:
    """A worker: what they leave out, had, hold and answered, and how far they came."""

    leaves_out: frozenset[str] = frozenset()
    deals: int = 0
    cursors: dict[tuple[int, int], int] = field(default_factory=dict)
    had: set[int] = field(default_factory=set)
    holds: dict[int, Hold] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)


class Book:
    """One pool: its strands (each a need, or none), places, and whoever works in it."""

    def __init__(self, tasks: int, overlap: int, needs: Sequence[str] = ("",)) -> None:
        self.overlap = overlap
        self.needs = needs
        self.now = 0
        self.everyone: list[Who] = []
        self.answers: Counter[int] = Counter()
        self.skips: Counter[int] = Counter()
        self.places: dict[tuple[int, int], list[list[int]]] = defaultdict(list)
        self.most_probes = 0
        for task in range(tasks):
            self.places[self.strand(task), MAIN].append([task, overlap])

    def join(self, leaves_out: Iterable[str] = ()) -> Who:
        """Somebody new."""
        self.everyone.append(Who(frozenset(leaves_out)))
        return self.everyone[-1]

    def strand(self, task: int) -> int:
        """The strand that a task is in."""
        return task % len(self.needs)

    def ask(self, who: Who) -> int | None:
        """The next task for somebody; None when they are told that there is none."""
        while True:
            released = self._release_old()
            search = deal.begin(self._lanes(who), who.deals)
            search, task = self._search(who, search)
            for lane in search.moved:
                who.cursors[lane.strand, lane.number] = lane.after
            if task is not None:
                assert task not in who.had, "dealt twice"
                who.deals += 1
                who.had.add(task)
                who.holds[task] = Hold(self.now)
                return task
            if not search.capped and released < deal.RELEASED_AT_ONCE:
                return None

    def answer(self, who: Who, task: int) -> None:
        """An answer, on time or late, or sent again."""
        if task in who.answered:
            return
        hold = who.holds.pop(task)
        if hold.released:
            self._close_one(task)
        who.answered.add(task)
        self.answers[task] += 1

    def skip(self, who: Who, task: int) -> None:
        """A task handed back."""
        hold = who.holds.pop(task)
        who.skipped.add(task)
        self.skips[task] += 1
        if not hold.released and not deal.went_round(self.skips[task], self.overlap):
            self._reopen(task)

    def waits_for(self, who: Who) -> set[int]:
        """The tasks that could be dealt to somebody now, found the slow way."""
        waiting = {task for lane in self.places.values() for task, wanted in lane if wanted}
        for other in self.everyone:
            for task, hold in other.holds.items():
                if not hold.released and deal.is_old(hold.since, self.now):
                    waiting.add(task)
        return {task for task in waiting - who.had if self._suits(who, self.strand(task))}

    def gone_round(self) -> set[int]:
        """The tasks that so many skipped that a person looks at them."""
        return {task for task in self.skips if deal.went_round(self.skips[task], self.overlap)}

    def incomplete(self) -> set[int]:
        """The tasks that still want answers, save those that went round."""
        tasks = {task for lane in self.places.values() for task, _ in lane}
        short = {task for task in tasks if self.answers[task] < self.overlap}
        return short - self.gone_round()

    def _suits(self, who: Who, strand: int) -> bool:
        return self.needs[strand] not in who.leaves_out

    def _lanes(self, who: Who) -> list[Lane]:
        return [
            Lane(strand, lane, who.cursors.get((strand, lane), -1))
            for strand in range(len(self.needs))
            for lane in (MAIN, REOPENED)
            if self._suits(who, strand)
        ]

    def _search(self, who: Who, search: Search) -> tuple[Search, int | None]:
        probes = 0
        while lane := search.lane:
            places = self.places[lane.strand, lane.number]
            ranks = range(lane.after + 1, len(places))
            rank = next((rank for rank in ranks if places[rank][1]), None)
            if rank is None:
                search = deal.nothing(search)
            elif places[rank][0] in who.had:
                probes += 1
                search = deal.had(search, rank)
            else:
                places[rank][1] -= 1
                return deal.taken(search, rank), places[rank][0]
            self.most_probes = max(self.most_probes, probes)
        return search, None

    def _release_old(self) -> int:
        old = [
            (hold.since, task, hold)
            for who in self.everyone
            for task, hold in who.holds.items()
            if not hold.released and deal.is_old(hold.since, self.now)
        ]
        old.sort(key=lambda one: one[0])
        for _, task, hold in old[: deal.RELEASED_AT_ONCE]:
            hold.released = True
            self._reopen(task)
        return len(old[: deal.RELEASED_AT_ONCE])

    def _reopen(self, task: int) -> None:
        self.places[self.strand(task), REOPENED].append([task, 1])

    def _close_one(self, task: int) -> None:
        for lane in (REOPENED, MAIN):
            for place in self.places[self.strand(task), lane]:
                if place[0] == task and place[1]:
                    place[1] -= 1
                    return
