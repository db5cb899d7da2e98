"""The web server examples of docs/running.md, taken out of the page and made to run here."""

import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs" / "running.md"


def example(language: str) -> str:
    """The one example in a language that the page has."""
    found = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    assert len(found) == 1, f"{PAGE.name} has {len(found)} examples in {language}"
    return str(found[0])


def put(config: str, changes: dict[str, str]) -> str:
    """The example with this machine's ports and files; each of them must have been in it."""
    for old, new in changes.items():
        assert old in config, f"the example no longer has {old!r}"
        config = config.replace(old, new)
    return config


def program(name: str) -> str:
    """A web server's program: installed, or unpacked by tests/setup/tools."""
    installed = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin")
    unpacked = [
        path for path in (PROJECT / ".venv" / "debian").glob(f"usr/*bin/{name}") if path.is_file()
    ]
    if not installed and not unpacked:
        pytest.fail(f"{name} is missing: run tests/setup/tools", pytrace=False)
    return installed or str(unpacked[0])


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Quiet(WSGIRequestHandler):
    """Answers without a line on the terminal."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def echo(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """A stand-in for the application: answers with the headers that reached it."""
    body = "".join(f"{key}={environ[key]}\n" for key in sorted(environ) if key[:5] == "HTTP_")
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [body.encode()]


class Application:
    """The stand-in, served on a port of its own until it is stopped."""

    def __init__(self) -> None:
        self.server = make_server("127.0.0.1", 0, echo, handler_class=Quiet)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def stop(self) -> None:
        """Go away, as if it had crashed."""
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()


@contextmanager
def running(command: list[str], port: int, log: Path, **environment: str) -> Iterator[None]:
    """Run a web server until the test is over."""
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=environment or None)
        try:
            _wait_for(port, server, log)
            yield
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 20
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail(f"{server.args} does not start:\n{log.read_text()[-2000:]}", pytrace=False)


def ask(url: str, headers: dict[str, str]) -> tuple[int, str]:
    """Ask for a page past every proxy setting and without trust in the test's certificate."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trusting)
    )
    with opener.open(urllib.request.Request(url, headers=headers), timeout=10) as answer:
        return answer.status, answer.read().decode()
