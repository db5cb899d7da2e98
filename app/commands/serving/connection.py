"""One connection to a browser."""

import time
from http import HTTPStatus
from typing import Any

from gunicorn.http import get_parser
from gunicorn.workers.gthread import TConn

from app.commands.serving.gathering import Gathering, Stage
from app.commands.serving.plain_page import plain_page

READ_AT_ONCE = 64 * 1024
# What is read and thrown away, so that a browser which sends too much still sees the answer.
MOST_THROWN_AWAY = 128 * 1024 * 1024


class Connection(TConn):
    """A connection that waits for its request beside the threads, not in one of them."""

    def __init__(self, *given: Any, largest: int) -> None:
        """Take requests of up to so many bytes."""
        super().__init__(*given)
        self.gathering = Gathering(largest)
        self.data_ready = True
        self.deadline = 0.0
        self.ending = False
        self._thrown_away = 0

    def init(self) -> None:
        """Let gunicorn's parser read what was gathered; it never touches the socket."""
        if self.parser is None:
            self.parser = get_parser(self.cfg, self.gathering, self.client)

    def receive(self) -> Stage | None:
        """Take what has arrived; None where the other side is gone. Raises OSError."""
        try:
            data = self.sock.recv(READ_AT_ONCE)
        except BlockingIOError:
            return self.gathering.stage
        if not data:
            return None
        if self.ending:
            self._thrown_away += len(data)
            return None if self._thrown_away > MOST_THROWN_AWAY else self.gathering.stage
        stage = self.gathering.add(data)
        if stage is Stage.ARRIVING and self.gathering.expects:
            self.gathering.expects = False
            self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return stage

    def refuse(self, status: HTTPStatus) -> None:
        """Answer without asking the site. Raises OSError."""
        self.sock.send(plain_page(status))

    def wait(self, seconds: float) -> None:
        """Wait so long for the next bytes."""
        self.deadline = time.monotonic() + seconds

    def close(self, graceful: bool = False) -> None:
        """Close at once; there is nobody to wait for."""
        self.gathering.close()
        super().close()
