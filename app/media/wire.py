"""Frames of bytes between the workshop and its child: a length, then that many bytes."""

import socket
import struct
import time

READY = b"ready"
MOST_HEADER = 16_384
_LENGTH = struct.Struct(">I")


def send(line: socket.socket, *frames: bytes, until: float | None = None) -> None:
    """Send the frames; with `until` (monotonic seconds) raise TimeoutError when that has passed."""
    for frame in frames:
        for part in (_LENGTH.pack(len(frame)), frame):
            _wait_at_most(line, until)
            line.sendall(part)


def receive(line: socket.socket, most: int, until: float | None = None) -> bytes:
    """Take one frame; a line that ended is EOFError, a frame longer than `most` ValueError."""
    (length,) = _LENGTH.unpack(_exactly(line, _LENGTH.size, until))
    if length > most:
        raise ValueError(f"frame of {length} bytes where at most {most} are taken")
    return _exactly(line, length, until)


def _exactly(line: socket.socket, count: int, until: float | None) -> bytes:
    """Read so many bytes, however many pieces they come in."""
    data = bytearray()
    while len(data) < count:
        _wait_at_most(line, until)
        piece = line.recv(min(count - len(data), 1 << 20))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)


def _wait_at_most(line: socket.socket, until: float | None) -> None:
    """Set the seconds left; the child, which waits for ever, may not even make this call."""
    if until is not None:
        left = until - time.monotonic()
        if left <= 0:  # A time-out of nought would mean "do not wait".
            raise TimeoutError
        line.settimeout(left)
