"""A queue before something that serves one at a time: short enough that a site goes on without."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Queue:
    """Whose turn it is; where too many wait, or the turn does not come, it is nobody's.

    Whoever waits holds up one of the site's 64 threads, and some must stay free for its pages.
    """

    def __init__(self, seconds: float, most: int, each: int = 1) -> None:
        """Wait so long, so many, `each` so often at most; whoever holds `alone` has the turn."""
        self.alone = Lock()
        self._most, self._each = most, each
        self._seconds = seconds
        self._door = Lock()
        self._here: list[int] = []

    @contextmanager
    def turn(self, whose: int = 0) -> Iterator[bool]:
        """Wait for the turn and keep it for the block; whether it came.

        Somebody who is in the queue as often as each may be goes without (0: anybody).
        """
        if not self._enter(whose):
            yield False
            return
        try:
            mine = self.alone.acquire(timeout=self._seconds)
            try:
                yield mine
            finally:
                if mine:
                    self.alone.release()
        finally:
            with self._door:
                self._here.remove(whose)

    def _enter(self, whose: int) -> bool:
        with self._door:
            too_often = whose and self._here.count(whose) >= self._each
            if too_often or len(self._here) >= self._most:
                return False
            self._here.append(whose)
            return True
