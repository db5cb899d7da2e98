"""How long a start takes: to the first page, and the import of the application alone."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import filling, servers
from bench.figure import Figure

STARTS = 4
IMPORTS = (
    "import time; began = time.monotonic(); import app.pages.site, app.store.opening; "
    "print(time.monotonic() - began)"
)


def start() -> list[Figure]:
    """The best of a few starts; the first one warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, 100)
        starts = [_start(Path(folder), database) for _ in range(STARTS)]
    imports = [float(subprocess.check_output([sys.executable, "-c", IMPORTS])) for _ in starts]
    return [
        Figure("start to first page", min(starts), "s", most=1.5),
        Figure("import of the application", min(imports), "s", most=0.6),
    ]


def _start(data: Path, database: str) -> float:
    with servers.site(data, database) as server:
        return server.start
