"""Gathering the bytes of a connection into whole requests, without waiting for any of them."""

import re
from contextlib import ExitStack
from enum import Enum, auto
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO

LONGEST_HEAD = 32 * 1024
# A longer request waits on the disk, in a file without a name.
IN_MEMORY = 64 * 1024

_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*(?=\r\n)", re.IGNORECASE)
_CODED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)


class Stage(Enum):
    """How far a request has come."""

    BEFORE = auto()
    ARRIVING = auto()
    WHOLE = auto()
    # Its head alone is handed on, so that a page can say how much may be sent.
    TOO_LARGE = auto()
    HEAD_TOO_LONG = auto()
    NO_LENGTH = auto()


class Gathering:
    """One connection's requests, one after another; gunicorn's parser reads it like a socket."""

    def __init__(self, largest: int) -> None:
        """Take bodies of up to so many bytes."""
        self.largest = largest
        self.stage = Stage.BEFORE
        self.expects = False
        self._head = bytearray()
        self._request: IO[bytes] = BytesIO()
        self._files = ExitStack()
        self._missing = 0
        self._later = b""

    def add(self, data: bytes) -> Stage:
        """Add what has arrived; where the request stands now."""
        if self.stage is Stage.BEFORE:
            data = self._add_head(data)
        if self.stage is Stage.ARRIVING:
            self._add_body(data)
        return self.stage

    def next(self) -> Stage:
        """Forget this request and begin with what came behind it."""
        self._files.close()
        self.stage, later, self._later = Stage.BEFORE, self._later, b""
        return self.add(later)

    def close(self) -> None:
        """Give the request's file back."""
        self._files.close()

    @property
    def begun(self) -> bool:
        """Whether anything of a request has arrived."""
        return self.stage is not Stage.BEFORE or bool(self._head)

    @property
    def held(self) -> int:
        """How many bytes of a request that is still arriving are kept."""
        return self._request.tell() if self.stage is Stage.ARRIVING else 0

    def recv(self, size: int) -> bytes:
        """The next bytes of the request, none behind its end: nobody ever waits here."""
        return self._request.read(size)

    def _add_head(self, data: bytes) -> bytes:
        """Look for the head's end; what came behind it."""
        looked = max(0, len(self._head) - len(_END))
        self._head += data
        end = self._head.find(_END, looked)
        if end < 0:
            if len(self._head) > LONGEST_HEAD:
                self.stage = Stage.HEAD_TOO_LONG
            return b""
        end += len(_END)
        head, behind = bytes(self._head[:end]), bytes(self._head[end:])
        self._head = bytearray()
        self._begin(head)
        return behind

    def _begin(self, head: bytes) -> None:
        # Whether the head is right is for gunicorn to judge; this only measures how much belongs
        # to the request, and a wrong measure ends the connection.
        self._missing = max(map(int, _LENGTH.findall(head)), default=0)
        self.expects = _EXPECTS.search(head) is not None
        if _CODED.search(head):
            self.stage = Stage.NO_LENGTH
        elif self._missing > self.largest:
            self.stage = Stage.TOO_LARGE
            self._request = BytesIO(head)
        else:
            self.stage = Stage.ARRIVING
            self._request = self._room()
            self._request.write(head)

    def _room(self) -> IO[bytes]:
        if not self._missing:
            return BytesIO()
        return self._files.enter_context(SpooledTemporaryFile(IN_MEMORY))

    def _add_body(self, data: bytes) -> None:
        self._later = data[self._missing :]
        self._request.write(data[: self._missing])
        self._missing -= len(data) - len(self._later)
        if not self._missing:
            self._request.seek(0)
            self.stage = Stage.WHOLE
