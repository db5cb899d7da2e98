"""Slow lines wait beside the threads, so they stop nobody and nobody stops them."""

import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from app.store.migrating import migrate
from tests.process import Process, served
from tests.visitor import Visitor

SLOW = 64
ASKED = 500
HEAD = (
    "POST /card HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    folder = tmp_path_factory.mktemp("slow")
    url = f"sqlite:///{folder / 'site.sqlite3'}"
    migrate(url)
    with served(folder / "data", url) as made:
        yield made


def opened(port: int, data: str) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    line.sendall(data.encode())
    return line


@contextmanager
def trickling(port: int, begun: str) -> Iterator[list[socket.socket]]:
    """As many lines as there are threads, each of which sends a byte now and then."""
    stop = threading.Event()
    with ExitStack() as stack:
        lines = [stack.enter_context(opened(port, begun)) for _ in range(SLOW)]

        def trickle() -> None:
            while not stop.wait(0.2):
                for line in lines:
                    line.sendall(b"x")

        thread = threading.Thread(target=trickle)
        thread.start()
        try:
            yield lines
        finally:
            stop.set()
            thread.join()


@pytest.mark.parametrize(
    "begun",
    [HEAD.format(100_000) + "\r\nbeginning", HEAD.format(9), "GET / HTTP/1.1\r\nX-Long: ", ""],
    ids=["in the body", "in the head", "in a line", "before anything"],
)
def test_64_trickling_uploads_stop_nobody_and_are_not_cut(site: Process, begun: str) -> None:
    with trickling(site.port, begun) as lines:
        visitor = Visitor(site.port)
        for _ in range(ASKED):
            assert visitor.ask("GET", "/healthz").status == 200
        visitor.close()
        # A line that the server had closed could be read to its end.
        ended, _, _ = select.select(lines, [], [], 0)
        assert not ended


def read_all(line: socket.socket) -> bytes:
    found = b""
    while some := line.recv(65536):
        found += some
    return found


def test_a_request_that_comes_byte_by_byte_is_answered(site: Process) -> None:
    body = "a=1"
    whole = HEAD.format(len(body)) + f"Connection: close\r\n\r\n{body}"
    with opened(site.port, "") as line:
        for byte in whole.encode():
            line.sendall(bytes([byte]))
            time.sleep(0.001)
        assert read_all(line).startswith(b"HTTP/1.1 403 ")


def test_requests_sent_in_one_go_are_answered_in_turn(site: Process) -> None:
    one = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    last = one.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
    with opened(site.port, one * 3 + last) as line:
        assert read_all(line).count(b"HTTP/1.1 200 OK") == 4


def test_a_client_that_asks_first_is_told_to_go_on(site: Process) -> None:
    head = HEAD.format(3) + "Expect: 100-continue\r\nConnection: close\r\n\r\n"
    with opened(site.port, head) as line:
        assert line.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        line.sendall(b"a=1")
        assert read_all(line).startswith(b"HTTP/1.1 403 ")


@pytest.mark.parametrize("megabytes", [2, 50])
def test_a_body_that_is_too_large_gets_a_page_that_says_so(site: Process, megabytes: int) -> None:
    visitor = Visitor(site.port)
    reply = visitor.ask("POST", "/card", {"code": "1" * megabytes * 1024 * 1024})
    assert reply.status == 413
    assert "too large" in reply.text
    visitor.close()


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /" + "a" * 5_000 + " HTTP/1.1\r\n", 414),
        ("GET / HTTP/1.1\r\nCookie: " + "a" * 60_000 + "\r\n", 431),
        ("GET / HTTP/1.1\r\n" + "X-One: 1\r\n" * 80, 431),
        ("POST /card HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n", 411),
        ("POST /card HTTP/1.1\r\nHost: a\r\nContent-Length: minus\r\n", 400),
        ("\0\x01\x02 nonsense\r\n", 400),
        ("PRI * HTTP/2.0\r\n", 400),
    ],
)
def test_what_cannot_be_read_gets_a_plain_page(
    site: Process, request_line: str, status: int
) -> None:
    with opened(site.port, request_line + "\r\n") as line:
        found = read_all(line)
    assert found.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"<h1>" in found
    assert b"<p>" in found
