"""What others notice while 64 clients trickle an upload, one byte at a time."""

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

from bench import filling, servers
from bench.figure import Figure
from bench.worker import Worker

CLIENTS = 64
SECONDS = 4.0
TURNS = 3
HEAD = (
    b"POST /card HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500000\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\n\r\n"
)


def compare() -> list[Figure]:
    """The best throughput with slow uploads, against the best without, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, 20_000)
        with servers.site(Path(folder), database) as server:
            worker = Worker(server.port)
            alone, beside = [], []
            for _ in range(TURNS):
                alone.append(_throughput(worker))
                with _slow_clients(server.port):
                    beside.append(_throughput(worker))
    return [
        Figure("tasks a second, one client", max(alone), "/s"),
        Figure(f"the same beside {CLIENTS} slow uploads", max(beside) / max(alone), "×", least=0.9),
    ]


def _throughput(worker: Worker) -> float:
    done, began = 0, time.monotonic()
    while time.monotonic() - began < SECONDS:
        worker.cycle()
        done += 1
    return done / (time.monotonic() - began)


@contextmanager
def _slow_clients(port: int) -> Iterator[None]:
    over = Event()
    with ExitStack() as lines:
        clients = [
            lines.enter_context(socket.create_connection(("127.0.0.1", port)))
            for _ in range(CLIENTS)
        ]
        for client in clients:
            client.sendall(HEAD)
        trickle = Thread(target=_trickle, args=(clients, over))
        trickle.start()
        try:
            yield
        finally:
            over.set()
            trickle.join()


def _trickle(clients: list[socket.socket], over: Event) -> None:
    while not over.wait(0.5):
        for client in clients:
            client.sendall(b"-")
