"""What every child process does: load everything, lock the door, answer until the line ends."""

import json
import socket
import sys
from collections.abc import Callable
from typing import Any

from .confine import confine, renew_cpu
from .wire import MOST_HEADER, READY, receive, send

Limits = dict[str, int]
Answer = Callable[[bytes, str, Limits], list[bytes]]


def serve(rehearse: Callable[[], None], answer: Answer) -> None:
    """Take a format and bytes, send frames back, and do nothing else ever."""
    limits: Limits = json.loads(sys.argv[2])
    line = socket.socket(fileno=0)
    rehearse()
    confine(memory_bytes=limits["memory_bytes"], cpu_seconds=limits["cpu_seconds_in_all"])
    rehearse()  # Once more: what fails now is this system's fault and no file's.
    send(line, READY)
    while True:
        try:
            file_format = receive(line, MOST_HEADER).decode()
            data = receive(line, limits["file_bytes"])
        except (EOFError, OSError):
            return
        renew_cpu(limits["cpu_seconds"])
        send(line, *answer(data, file_format, limits))


def described(header: dict[str, Any], *frames: bytes) -> list[bytes]:
    """A header that describes, then the bytes of each form."""
    return [json.dumps(header).encode(), *frames]


def refused(why: str, found: int = 0) -> list[bytes]:
    """A header that says why there is nothing."""
    return described({"refused": why, "found": found})
