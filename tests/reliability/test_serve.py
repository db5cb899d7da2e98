"""`ownpace serve` says in one line what stops it, and its log says nothing about anybody."""

import socket
import time
from pathlib import Path

import pytest

from app.store.migrating import migrate
from tests.databases import Sqlite
from tests.process import Process, ownpace, served
from tests.scenes import Scene
from tests.visitor import Visitor


@pytest.fixture
def url(sqlite: Sqlite) -> str:
    return sqlite.fresh()


def test_a_database_that_is_behind_is_not_served(tmp_path: Path, empty_database_url: str) -> None:
    done = ownpace(tmp_path, empty_database_url, "serve")
    assert (done.returncode, done.stdout) == (1, "")
    assert "ownpace migrate" in done.stderr
    assert done.stderr.count("\n") == 1


def test_sqlite_takes_one_process(tmp_path: Path, url: str) -> None:
    migrate(url)
    done = ownpace(tmp_path, url, "serve", "--workers", "2")
    assert done.returncode == 1
    assert "SQLite takes one process" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_named(tmp_path: Path, url: str) -> None:
    migrate(url)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = ownpace(tmp_path, url, "serve", "--port", port)
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "address", ["sqlite:////proc/none/site.sqlite3", "postgresql://127.0.0.1:1/x"]
)
@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_a_database_that_is_away_is_said_in_one_line(
    tmp_path: Path, address: str, command: str
) -> None:
    done = ownpace(tmp_path, address, command)
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr
    assert done.stderr.count("\n") == 1


def test_several_processes_serve_one_postgresql(
    tmp_path: Path, template_url: str, database_url: str
) -> None:
    workers = "1" if database_url.startswith("sqlite") else "2"
    with served(tmp_path / "data", database_url, "--workers", workers) as process:
        visitors = [Visitor(process.port) for _ in range(8)]
        for each in visitors:
            each.take_card()
            assert each.ask("GET", "/mine").status == 200
            each.close()
        assert process.stop() == 0


def test_stopping_ends_soon_though_browsers_keep_their_connections(process: Process) -> None:
    visitor = Visitor(process.port)
    assert visitor.ask("GET", "/").status == 200
    before = time.monotonic()
    assert process.stop() == 0
    # A kept connection would otherwise hold it up until the grace is over.
    assert time.monotonic() - before < 20
    visitor.close()


def test_a_response_names_no_program(process: Process) -> None:
    visitor = Visitor(process.port)
    headers = visitor.ask("GET", "/").headers
    assert "Server" not in headers
    assert not [value for value in headers.values() if "gunicorn" in value.lower()]
    visitor.close()


BAD = (
    b"GET /card?code=123456789012345678 nonsense\r\n\r\n",
    b"GET /card HTTP/1.1\r\nUser-Agent: Tell Tale/1.0\r\nBad Header: x\r\n\r\n",
    b"POST /card HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
    b"POST /card HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n123456789012345678",
    b"\x16\x03\x01\x02\x00\x01",
)


def test_the_log_names_no_address_no_code_and_no_browser(process: Process, scene: Scene) -> None:
    for data in BAD:
        with socket.create_connection(("127.0.0.1", process.port), timeout=10) as line:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            line.recv(65536)
    visitor = Visitor(process.port)
    visitor.take_card()
    # Something goes wrong inside, too.
    scene.store.write(lambda unit: unit.exec_driver_sql("drop table code"))
    token = visitor.token("/card/new")
    reply = visitor.ask("POST", "/card/new", {"token": token, "code": "123 456 789 012 345 678"})
    assert reply.status >= 500
    visitor.close()
    process.stop()
    said = process.said()
    for word in ("127.0.0.1", "123456789012345678", "123 456", "Tell Tale", "Mozilla"):
        assert word not in said.replace(f"http://127.0.0.1:{process.port}", "")
