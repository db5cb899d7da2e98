"""Pictures with a grid over them: drawn in a confined process when somebody looks, never kept."""

import json
import weakref
from typing import Any

from app.media.child import Child, Limits, Refusal, Take, Trade
from app.media.waiting import Queue
from app.rules.frame import Frame

FORMS = {"webp": "WEBP", "jpg": "JPEG"}
_SOURCES = {"jpg": "JPEG", "png": "PNG"}
_LIMITS = Limits(cpu_seconds=5, wall_seconds=10.0)
# A page may ask for several at once, and each takes a moment only.
_MOST_SECONDS_WAITED, _MOST_WAITING, _MOST_EACH = 10.0, 40, 8


class Drawer:
    """Draws one picture at a time; its process starts with the first one."""

    def __init__(self) -> None:
        self._queue = Queue(_MOST_SECONDS_WAITED, _MOST_WAITING, _MOST_EACH)
        self._child: Child[bytes] | None = None
        weakref.finalize(self, _end, self.__dict__)

    def draw(self, data: bytes, name: str, frame: Frame, form: str, whose: int = 0) -> bytes | None:
        """A stored picture, whose name tells its form, with a grid; None where it cannot be drawn.

        A decoder that hangs is ended; whoever waits for too long, or behind too many, gets nothing;
        `whose` has so many at a time (0: anybody).
        """
        source = _SOURCES.get(name.rpartition(".")[2])
        if source is None:
            return None
        with self._queue.turn(whose) as mine:
            if not mine:
                return None
            self._child = self._child or Child(_LIMITS, _TRADE)
            numbers = [frame.grid, frame.crop, sorted(frame.numbered), sorted(frame.outlined)]
            made = self._child.ask(data, f"{source} {FORMS[form]} {json.dumps(numbers)}")
            if self._child.spent:
                self.end()
        return None if isinstance(made, Refusal) else made

    def end(self) -> None:
        """End the process, which is begun anew when somebody looks again."""
        _end(self.__dict__)
        self._child = None


def _end(held: dict[str, Any]) -> None:
    child = held.get("_child")
    if child is not None:
        child.end()


def _made(header: dict[str, Any], take: Take) -> bytes:
    return take(str(header["form"][0]))


_TRADE = Trade("gridroom", _made)
