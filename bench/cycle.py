"""The processor time of one cycle (POST, 303, GET), and how it grows with the work."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import filling, servers
from bench.client import Browser
from bench.figure import Figure
from bench.process import Spent, spent
from bench.servers import Server
from bench.worker import Worker

CYCLES = 300
Cycle = Callable[[], object]
Fresh = Callable[[], str]
ROUNDS = 4
PAST = 90_000


def compare(database: Fresh, name: str, sizes: Sequence[int], most: float) -> list[Figure]:
    """One cycle at each size of a pool, and after a long past; and how it grew."""
    costs = {size: on(database(), size) for size in sizes}
    figures = [_figure(f"{name}, {size:,} tasks", cost, most) for size, cost in costs.items()]
    first, last = costs[sizes[0]], costs[sizes[-1]]
    figures.append(Figure(f"growth to {sizes[-1]:,} tasks", last.user / first.user, "×", most=1.2))
    if sizes[-1] > PAST:
        long = on(database(), sizes[-1], done=PAST)
        figures.append(_figure(f"{name}, {PAST:,} done by this worker", long, most))
        figures.append(Figure(f"growth to {PAST:,} done", long.user / last.user, "×", most=1.2))
    return figures


def floor_figures() -> list[Figure]:
    """The least that one cycle can cost here, to compare with."""
    cost = floor()
    return [Figure("static form, same server: CPU", cost.user, "ms"),
            Figure("static form, same server: with the kernel's", sum(cost), "ms")]  # fmt: skip


def _figure(name: str, cost: Spent, most: float) -> Figure:
    return Figure(f"{name} (kernel: {cost.kernel:.2f})", cost.user, "ms", most=most)


def floor(cycles: int = CYCLES) -> Spent:
    """The least that one cycle can cost here."""
    with tempfile.TemporaryDirectory() as folder, servers.floor(Path(folder)) as server:
        browser = Browser(server.port)

        def cycle() -> None:
            browser.post("/", answer__verdict=filling.CHOICES[0], do="answer")
            browser.get("/")

        return measured(server, lambda: cycle, cycles)


def on(database: str, tasks: int, cycles: int = CYCLES, done: int = 0) -> Spent:
    """One cycle on a pool of so many tasks, for a worker who did so many before."""
    filling.fill(database, tasks)
    with tempfile.TemporaryDirectory() as folder, servers.site(Path(folder), database) as server:
        if not done:
            # A small pool has not enough tasks for one worker, so each round has its own.
            return measured(server, lambda: Worker(server.port).cycle, cycles)
        worker = Worker(server.port)
        filling.give_past(database, done)
        worker.go_on()
        return measured(server, lambda: worker.cycle, cycles)


def measured(server: Server, begin: Callable[[], Cycle], cycles: int) -> Spent:
    """What one cycle costs, in milliseconds: the best of some rounds, after one to warm up."""
    rounds = [_round(server, begin(), cycles) for _ in range(ROUNDS + 1)]
    best = min(rounds[1:], key=lambda one: one.user)
    return Spent(best.user * 1000 / cycles, best.kernel * 1000 / cycles)


def _round(server: Server, cycle: Cycle, cycles: int) -> Spent:
    before = spent(server.process)
    for _ in range(cycles):
        cycle()
    return spent(server.process).since(before)
