"""The processor time of one cycle (POST, 303, GET), and how it grows with the work.

All cases, the static form too, are measured in turns: what else the machine does hits each alike.
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from bench import filling, servers
from bench.client import Browser
from bench.figure import Figure
from bench.process import Spent, spent
from bench.servers import Server
from bench.worker import Worker

Cycle = Callable[[], object]
Fresh = Callable[[], str]
CYCLES = 250
ROUNDS = 8
PAST = 90_000
FLOOR = "static form under the same server"
LONG = f"{PAST:,} done by this worker"


class Case(NamedTuple):
    """A server, and what begins a round on it; a small pool is soon done, so each has a worker."""

    server: Server
    begin: Callable[[], Cycle]


def compare(fresh: Fresh, name: str, sizes: Sequence[int], most: float) -> list[Figure]:
    """One cycle at each size of a pool and after a long past; and how it grew."""
    with ExitStack() as running:
        cases = {FLOOR: _floor(running)}
        for size in sizes:
            cases[f"{size:,} tasks"] = _pool(running, fresh(), size)
        if sizes[-1] > PAST:
            cases[LONG] = _past(running, fresh(), sizes[-1])
        costs = _in_turns(cases)
    figures = [
        Figure(
            f"{name}, {case} (kernel: {cost.kernel:.2f})", cost.user, "ms", most=_most(case, most)
        )
        for case, cost in costs.items()
    ]
    return [*figures, *_growth(costs, sizes)]


def _growth(costs: Mapping[str, Spent], sizes: Sequence[int]) -> list[Figure]:
    first, last = (costs[f"{size:,} tasks"].user for size in (sizes[0], sizes[-1]))
    figures = [
        Figure("one cycle, in static forms", first / costs[FLOOR].user, "×"),
        Figure(f"growth from {sizes[0]:,} to {sizes[-1]:,} tasks", last / first, "×", most=1.2),
    ]
    if LONG in costs:
        long = costs[LONG].user / last
        figures.append(Figure(f"growth from 0 to {PAST:,} done", long, "×", most=1.2))
    return figures


def _most(case: str, most: float) -> float | None:
    return None if case == FLOOR else most


def _floor(running: ExitStack) -> Case:
    server = running.enter_context(servers.floor(_folder(running)))
    browser = Browser(server.port)

    def cycle() -> None:
        browser.post("/", answer__verdict=filling.CHOICES[0], do="answer")
        browser.get("/")

    return Case(server, lambda: cycle)


def _pool(running: ExitStack, database: str, tasks: int) -> Case:
    filling.fill(database, tasks)
    server = running.enter_context(servers.site(_folder(running), database))
    return Case(server, lambda: Worker(server.port).cycle)


def _past(running: ExitStack, database: str, tasks: int) -> Case:
    filling.fill(database, tasks)
    server = running.enter_context(servers.site(_folder(running), database))
    worker = Worker(server.port)
    filling.give_past(database, PAST)
    worker.go_on()
    return Case(server, lambda: worker.cycle)


def _folder(running: ExitStack) -> Path:
    return Path(running.enter_context(tempfile.TemporaryDirectory()))


def _in_turns(cases: Mapping[str, Case]) -> dict[str, Spent]:
    """What one cycle costs in each case, in milliseconds: the best round, after a warm start."""
    rounds = [{name: _round(case) for name, case in cases.items()} for _ in range(ROUNDS + 1)]
    return {name: min(one[name] for one in rounds[1:]) for name in cases}


def _round(case: Case) -> Spent:
    cycle = case.begin()
    before = spent(case.server.process)
    for _ in range(CYCLES):
        cycle()
    used = spent(case.server.process).since(before)
    return Spent(used.user * 1000 / CYCLES, used.kernel * 1000 / CYCLES)
