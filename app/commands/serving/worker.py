"""The worker process: threads answer, one loop gathers requests and waits for slow lines.

gunicorn's own threaded worker reads a request in a thread, so that as many slow uploads as there
are threads stop everybody. Here a thread gets a request only once it has arrived whole.
"""

import errno
import socket
import time
from concurrent.futures import Future
from functools import partial
from http import HTTPStatus
from selectors import EVENT_READ, BaseSelector
from typing import Any

from gunicorn.http import errors, wsgi
from gunicorn.workers.gthread import ThreadWorker

from app.commands.serving.answer import Answer
from app.commands.serving.connection import Connection
from app.commands.serving.gathering import Stage
from app.commands.serving.plain_page import plain_page

# Seconds without a byte. A line of 2G may be silent for a minute.
SILENT_IN_REQUEST = 150
SILENT_AT_END = 20
SILENT_WHEN_STOPPING = 2
# A thread never waits longer for a reader to take one answer.
LONGEST_SENDING = 900
# Bytes of requests that have not arrived whole.
MOST_HELD = 1024 * 1024 * 1024
NOTHING_THERE = {errno.EAGAIN, errno.ECONNABORTED}
REFUSED = {
    Stage.HEAD_TOO_LONG: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    Stage.NO_LENGTH: HTTPStatus.LENGTH_REQUIRED,
}


class Worker(ThreadWorker):
    """gunicorn's threaded worker with a place to wait for slow requests."""

    poller: BaseSelector

    def __init__(self, *given: Any, **named: Any) -> None:
        """Begin with nobody waiting."""
        super().__init__(*given, **named)
        self.waiting: set[Connection] = set()
        self.swept = 0.0
        self.told = -1.0

    def notify(self) -> None:
        """Tell gunicorn that this process lives: once a second, not at each turn of the loop."""
        now = time.monotonic()
        if now - self.told >= 1:
            self.told = now
            super().notify()

    def accept(self, listener: socket.socket) -> None:
        """Take a new connection and wait for its request."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in NOTHING_THERE:
                return
            raise
        self.nr_conns += 1
        largest = self.app.largest_request
        at = listener.getsockname()
        conn = Connection(self.cfg, client, address, at, largest=largest)
        self._watch(conn, SILENT_IN_REQUEST)

    def finish_request(self, conn: Connection, done: "Future[bool]") -> None:
        """After an answer: wait for the next request, or end the connection."""
        kept = not done.cancelled() and done.exception() is None and done.result()
        try:
            conn.sock.setblocking(False)
            if not kept:
                self._end(conn)
            elif conn.gathering.next() is Stage.BEFORE:
                self._watch(conn, self.cfg.keepalive)
            else:
                self._watch(conn, SILENT_IN_REQUEST)
                self._go_on(conn, conn.gathering.stage)
        except OSError:
            self._drop(conn)

    def handle_request(self, req: Any, conn: Connection) -> bool:
        """Let the site answer, in a thread; whether the connection may be used again."""
        conn.sock.settimeout(LONGEST_SENDING)
        req.must_close = req.must_close or conn.gathering.stage is not Stage.WHOLE
        # It was told to go on already, or need not send what is too large.
        req._expected_100_continue = False
        answer, environ = wsgi.create(
            req, conn.sock, conn.client, conn.server, self.cfg, response_class=Answer
        )
        environ["wsgi.multithread"] = True
        if not self.alive:
            answer.force_close()
        try:
            self._answer(answer, environ)
        except OSError:
            raise
        except Exception:
            if not answer.headers_sent:
                raise
            self.log.exception("An answer broke off")
            return False
        return not answer.should_close()

    def _answer(self, answer: Answer, environ: dict[str, Any]) -> None:
        parts = self.wsgi(environ, answer.start_response)
        try:
            for part in parts:
                answer.write(part)
            answer.close()
        finally:
            if hasattr(parts, "close"):
                parts.close()

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer a request that cannot be read; the log says nothing of who sent what."""
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        if isinstance(exc, errors.LimitRequestLine):
            status = HTTPStatus.REQUEST_URI_TOO_LONG
        elif isinstance(exc, errors.LimitRequestHeaders):
            status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        elif isinstance(exc, errors.ParseException):
            status = HTTPStatus.BAD_REQUEST
        else:
            self.log.error("A request failed", exc_info=exc)
        client.sendall(plain_page(status))

    def murder_keepalived(self, force: bool = False) -> None:
        """Close whoever was silent for too long; gunicorn calls this at every turn of its loop."""
        now = time.monotonic()
        if now - self.swept < 1 and not force:
            return
        self.swept = now
        patience = now if self.alive else now + SILENT_WHEN_STOPPING
        for conn in list(self.waiting):
            if not self.alive and not conn.gathering.begun:
                conn.deadline = min(conn.deadline, patience)
            if conn.deadline <= now or force:
                self._drop(conn)
        self._make_room()

    def _make_room(self) -> None:
        """Where there are too many, or too much lies on the disk, drop who is silent longest."""
        held = sum(conn.gathering.held for conn in self.waiting)
        if self.nr_conns < self.worker_connections and held <= MOST_HELD:
            return
        for conn in sorted(self.waiting, key=lambda conn: conn.deadline):
            held -= conn.gathering.held
            self._drop(conn)
            if self.nr_conns < self.worker_connections and held <= MOST_HELD:
                return

    def _watch(self, conn: Connection, seconds: float) -> None:
        conn.wait(seconds)
        self.waiting.add(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self._readable, conn))

    def _readable(self, conn: Connection, _sock: socket.socket) -> None:
        try:
            stage = conn.receive()
            if stage is None:
                self._drop(conn)
            elif conn.ending:
                conn.wait(SILENT_AT_END)
            else:
                conn.wait(SILENT_IN_REQUEST)
                self._go_on(conn, stage)
        except OSError:
            self._drop(conn)

    def _go_on(self, conn: Connection, stage: Stage) -> None:
        if stage in REFUSED:
            self._unwatch(conn)
            conn.refuse(REFUSED[stage])
            self._end(conn)
        elif stage in {Stage.WHOLE, Stage.TOO_LARGE}:
            self._unwatch(conn)
            self.enqueue_req(conn)

    def _end(self, conn: Connection) -> None:
        """Close; where more is still being sent, let the browser read the answer first."""
        if conn.gathering.stage is Stage.WHOLE:
            self._drop(conn)
        else:
            conn.ending = True
            conn.sock.shutdown(socket.SHUT_WR)
            self._watch(conn, SILENT_AT_END)

    def _unwatch(self, conn: Connection) -> None:
        if conn in self.waiting:
            self.waiting.discard(conn)
            self.poller.unregister(conn.sock)

    def _drop(self, conn: Connection) -> None:
        self._unwatch(conn)
        self.nr_conns -= 1
        conn.close()
