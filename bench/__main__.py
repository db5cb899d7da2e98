"""`python -m bench [PART …] [--tasks N …]`: measure, print a table, write bench/results.json."""

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path

from bench import cycle, databases, files, lines, memory, starting, uploads, weight
from bench.figure import Figure

RESULTS = Path(__file__).with_name("results.json")
SIZES = (1_000, 100_000, 1_000_000)
SERVED = 10_000


def main() -> None:
    """Measure the parts that were asked for, or all."""
    asked = _read()
    parts: dict[str, Callable[[], list[Figure]]] = {
        "weight": weight.weigh,
        "lines": lines.time_lines,
        "start": starting.start,
        "cycle": lambda: _sqlite(asked.tasks),
        "postgres": lambda: _postgres(asked.tasks),
        "uploads": uploads.compare,
        "memory": lambda: memory.rest(asked.served),
        "files": files.measure,
    }
    results: dict[str, list[Figure]] = {}
    print(f"Load of this machine now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name in asked.parts or parts:
        results[name] = parts[name]()
        for figure in results[name]:
            print(figure.line, flush=True)
    if not asked.parts:
        _write(results)


def _read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = ["weight", "lines", "start", "cycle", "postgres", "uploads", "memory", "files"]
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(names))
    parser.add_argument("--tasks", nargs="*", type=int, default=SIZES, help="sizes of the pool")
    parser.add_argument("--served", type=int, default=SERVED, help="tasks before memory is read")
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(names)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return asked


def _sqlite(sizes: list[int]) -> list[Figure]:
    with databases.sqlite() as fresh:
        return cycle.compare(fresh, "SQLite", sizes, most=1.5)


def _postgres(sizes: list[int]) -> list[Figure]:
    with databases.postgres() as fresh:
        return cycle.compare(fresh, "PostgreSQL", sizes, most=2.0)


def _write(results: dict[str, list[Figure]]) -> None:
    found = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
        "figures": {
            name: [{**one._asdict(), "holds": one.holds} for one in figures]
            for name, figures in results.items()
        },
    }
    RESULTS.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
