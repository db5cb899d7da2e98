"""The processor time of one cycle (POST, 303, GET), and how it grows with the work."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import filling, servers
from bench.client import Browser
from bench.process import Spent, spent
from bench.servers import Server
from bench.worker import Worker

Cycle = Callable[[], object]
ROUNDS = 4


def floor(cycles: int) -> Spent:
    """The least that one cycle can cost here."""
    with tempfile.TemporaryDirectory() as folder, servers.floor(Path(folder)) as server:
        browser = Browser(server.port)

        def cycle() -> None:
            browser.post("/", answer__verdict=filling.CHOICES[0], do="answer")
            browser.get("/")

        return measured(server, lambda: cycle, cycles)


def on(database: str, tasks: int, cycles: int, done: int = 0) -> Spent:
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
