"""`ownpace serve` as a process of its own, as a site runs it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.settings import CHECKOUT

COMMAND = (sys.executable, "-c", "from app.commands import main; main(prog_name='ownpace')")
KEY = "0123456789abcdef" * 2


def environment(folder: Path, url: str) -> dict[str, str]:
    """The settings of a site whose data is in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OWNPACE_")}
    mine = {"DATA": str(folder), "DATABASE_URL": url, "SECRET_KEY": KEY, "CARD_KEY": KEY}
    return kept | {f"OWNPACE_{name}": value for name, value in mine.items()}


def ownpace(folder: Path, url: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=CHECKOUT,
        env=environment(folder, url) | more,
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Process:
    """A site that is served, and what it said."""

    def __init__(self, folder: Path, url: str, *words: str) -> None:
        self.folder, self.url, self.words = folder, url, words
        self.port = free_port()
        self.log = folder / "log"

    def start(self) -> None:
        """Start it and wait until it says where it is."""
        words = ("serve", "--port", str(self.port), *self.words)
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                [*COMMAND, *words],
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=CHECKOUT,
                env=environment(self.folder, self.url),
                # A group of its own, so that all its processes can be killed at once.
                start_new_session=True,
            )
        assert self.running.stdout
        said = self.running.stdout.readline().decode()
        assert re.fullmatch(rf"Ownpace is at http://127\.0\.0\.1:{self.port}\n", said), self.said()

    def kill(self) -> None:
        """Kill every process of it at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Stop it as an operator does; how it ended."""
        return self._end(signal.SIGTERM)

    def said(self) -> str:
        """Everything that it logged."""
        return self.log.read_text("utf-8", "replace")

    def _end(self, how: signal.Signals) -> int:
        if self.running.poll() is None:
            if how is signal.SIGKILL:
                os.killpg(self.running.pid, how)
            else:
                self.running.send_signal(how)
        ended = self.running.wait(60)
        if self.running.stdout:
            self.running.stdout.close()
        return ended


@contextmanager
def served(folder: Path, url: str, *words: str) -> Iterator[Process]:
    """A site, served until the block ends."""
    folder.mkdir(exist_ok=True)
    process = Process(folder, url, *words)
    process.start()
    try:
        yield process
    finally:
        process.kill()
