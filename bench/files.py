"""Importing many rows and exporting many answers: how long, and in how much memory."""

import csv
import os
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench import filling, servers
from bench.figure import Figure

IMPORTED, EXPORTED = 100_000, 1_000_000
WORKERS = 10


class Took(NamedTuple):
    """What a command took: seconds, and megabytes at its height."""

    seconds: float
    memory: float


def measure() -> list[Figure]:
    """Each at its full size; and its memory against that for a tenth."""
    import_tenth, import_whole = _import(IMPORTED // 10), _import(IMPORTED)
    export_tenth, export_whole = _export(EXPORTED // 10), _export(EXPORTED)
    return [
        Figure(f"import of {IMPORTED:,} rows", import_whole.seconds, "s", most=60),
        _growth("its memory against a tenth of the rows", import_tenth, import_whole),
        Figure(f"export of {EXPORTED:,} answers", export_whole.seconds, "s"),
        _growth("its memory against a tenth of the answers", export_tenth, export_whole),
    ]


def _growth(name: str, tenth: Took, whole: Took) -> Figure:
    return Figure(name, whole.memory / tenth.memory, "×", most=1.5)


def _import(rows: int) -> Took:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, 20)
        file = Path(folder, "tasks.csv")
        with file.open("w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "text"])
            for number in range(rows):
                writer.writerow([f"row-{number}", f"Message {number}{filling.MESSAGE}"])
        return _run(Path(folder), database, "add", filling.SLUG, str(file))


def _export(count: int) -> Took:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, count // WORKERS)
        filling.add_answers(database, WORKERS)
        return _run(Path(folder), database, "export", filling.SLUG, "-o", f"{folder}/answers.csv")


def _run(data: Path, database: str, *command: str) -> Took:
    began = time.monotonic()
    with (data / "command.log").open("wb") as log:
        process = subprocess.Popen(
            [*servers.OWNPACE, "pool", *command],
            env=servers.settings(data, database), stdout=log, stderr=log,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError((data / "command.log").read_text()[-2000:])
    return Took(time.monotonic() - began, used.ru_maxrss / 1024)
