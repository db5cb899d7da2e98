"""The child process that draws grids: takes pictures of our own over one line, and does no more.

It is imported as `media.gridroom`, without the rest of the application, hence the dots below.
"""

import json

from . import duty
from .duty import Limits, described, refused
from .encode import drawn_jpeg, drawn_webp
from .grid import Order, draw, rehearse

_WRITERS = {"WEBP": drawn_webp, "JPEG": drawn_jpeg}


def serve() -> None:
    """Draw grids until the line ends."""
    duty.serve(rehearse, _answer)


def _answer(data: bytes, asked: str, _limits: Limits) -> list[bytes]:
    """The frames to send back: a header, and the picture with its grid where there is one."""
    try:
        source, form, numbers = asked.split(" ", 2)
        made = _WRITERS[form](draw(data, source, Order(*json.loads(numbers))))
    except MemoryError:
        return refused("memory")
    except Exception:  # A decoder may raise anything; all of it means that nothing was drawn.
        return refused("unreadable")
    header = {"form": [made.media_type, made.width, made.height]}
    return described(header, made.data)
