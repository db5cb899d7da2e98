"""The bytes and requests of the first task page and of the next one."""

import re
import tempfile
from contextlib import closing
from pathlib import Path

from bench import filling, servers
from bench.client import Browser
from bench.figure import Figure
from bench.worker import Worker

LOADED = re.compile(r'(?:<link rel="stylesheet" href|<script[^>]* src|<img[^>]* src)="(/[^"]+)"')


def weigh() -> list[Figure]:
    """Every byte that is received, headers too, over HTTP/1.1 with brotli."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, 100)
        with servers.site(Path(folder), database) as server:
            worker = Worker(server.port)
            first = worker.page
            files = LOADED.findall(first.text)
            with closing(Browser(server.port)) as other:
                loaded = sum(other.get(file).received for file in files)
            sent, page = worker.cycle()
    return [
        Figure("first task page, cold", first.received + loaded, "B", most=5_000),
        Figure("requests of the first task page", 1 + len(files), "", most=2),
        Figure("next task (POST, 303, GET)", sent.received + page.received, "B", most=2_000),
    ]
