"""The memory of a serving process at rest, after it served many tasks."""

import tempfile
from pathlib import Path

from bench import filling, servers
from bench.figure import Figure
from bench.process import memory
from bench.worker import Worker

TASKS_EACH = 2_000


def rest(tasks: int) -> list[Figure]:
    """Its memory after so many tasks, and how much of that came in their second half."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, tasks)
        with servers.site(Path(folder), database) as server:
            serve_tasks(server.port, tasks // 2)
            half = memory(server.process)
            serve_tasks(server.port, tasks // 2)
            whole = memory(server.process)
    return [
        Figure(f"memory (PSS) after {tasks:,} tasks", whole, "MB", most=120),
        Figure("growth in their second half", whole / half, "×", most=1.1),
    ]


def serve_tasks(port: int, tasks: int) -> None:
    """Have so many tasks done, by one worker after the other."""
    for begun in range(0, tasks, TASKS_EACH):
        worker = Worker(port)
        for _ in range(min(TASKS_EACH, tasks - begun)):
            worker.cycle()
        worker.browser.close()
