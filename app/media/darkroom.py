"""The child process: takes pictures over one line, shrinks them, and can do nothing else.

It is imported as `media.darkroom`, without the rest of the application, hence the dots below.
"""

import json
import socket
import sys
from typing import Any

from .confine import confine, renew_cpu
from .picture import Picture
from .shrink import TooManyPixelsError, rehearse, shrink
from .wire import READY, receive, send

_MOST_HEADER = 4_096


def serve() -> None:
    """Load everything, lock the door, then answer until the line ends."""
    limits: dict[str, int] = json.loads(sys.argv[2])
    line = socket.socket(fileno=0)
    rehearse()
    confine(memory_bytes=limits["memory_bytes"], cpu_seconds=limits["cpu_seconds_in_all"])
    rehearse()  # Once more: what fails now is this system's fault and no picture's.
    send(line, READY)
    while True:
        try:
            file_format = receive(line, _MOST_HEADER).decode()
            data = receive(line, limits["file_bytes"])
        except (EOFError, OSError):
            return
        renew_cpu(limits["cpu_seconds"])
        send(line, *_answer(data, file_format, limits["pixels"]))


def _answer(data: bytes, file_format: str, pixels: int) -> list[bytes]:
    """The frames to send back: a header, and three forms where there is a picture."""
    try:
        picture = shrink(data, file_format, pixels)
    except TooManyPixelsError as large:
        return _refused("pixels", large.found)
    except MemoryError:
        return _refused("memory")
    except Exception:  # A decoder fed with nonsense may raise anything; all of it means the same.
        return _refused("unreadable")
    return _frames(picture)


def _refused(why: str, found: int = 0) -> list[bytes]:
    return [json.dumps({"refused": why, "found": found}).encode()]


def _frames(picture: Picture) -> list[bytes]:
    """A header that describes, then the bytes of each form."""
    forms = (picture.original, picture.small_webp, picture.small_jpeg)
    header: dict[str, Any] = {"width": picture.width, "height": picture.height}
    header["forms"] = [[form.media_type, form.width, form.height] for form in forms]
    return [json.dumps(header).encode(), *(form.data for form in forms)]
