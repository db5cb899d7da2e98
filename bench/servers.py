"""Starting what is measured in a process of its own: the site as people get it, or the floor."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.client import Browser

OWNPACE = (sys.executable, "-c", "from app.commands import main; main()")
PATIENCE = 60


class Server(NamedTuple):
    """A server that answers: its process, its port, and how long it took to its first page."""

    process: int
    port: int
    start: float


def settings(data: Path, database: str) -> dict[str, str]:
    """The environment in which the site finds its data."""
    return {**os.environ, "OWNPACE_DATA": str(data), "OWNPACE_DATABASE_URL": database}


@contextmanager
def site(data: Path, database: str) -> Iterator[Server]:
    """The site as it is served to people, on a database that is ready."""
    port = _free_port()
    with _running([*OWNPACE, "serve", "--port", str(port)], data, database, port) as server:
        yield server


@contextmanager
def floor(data: Path) -> Iterator[Server]:
    """The floor, under the same server program."""
    port = _free_port()
    with _running([sys.executable, "-m", "bench.floor", str(port)], data, "", port) as server:
        yield server


@contextmanager
def _running(command: list[str], data: Path, database: str, port: int) -> Iterator[Server]:
    log = data / "server.log"
    began = time.monotonic()
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, env=settings(data, database), stdout=out, stderr=out, process_group=0
        )
    try:
        _wait(process, port, log)
        yield Server(process.pid, port, time.monotonic() - began)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the first page is there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with closing(Browser(port)) as browser:
                browser.get("/")
            return
        except ConnectionError:
            time.sleep(0.01)
    raise RuntimeError(f"The server does not start: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
