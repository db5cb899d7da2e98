"""Files from strangers: read whole, and handed to a confined process one at a time."""

import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Generic, Self

from app.media.child import Child, Limits, Made, Refusal, Trade


class Bench(Generic[Made]):
    """Decodes many files, one after another, for one thread.

    The child process is started with the first file that needs it, and replaced after a crash,
    after a file that was too hard, and after so many files.
    """

    def __init__(self, limits: Limits, trade: Trade[Made]) -> None:
        """Work within these limits; `trade` says what is made."""
        self._limits = limits
        self._trade = trade
        self._child: Child[Made] | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self._dismiss()

    def _ask(self, data: bytes, file_format: str) -> Made | Refusal:
        """Hand the bytes to the child, and part with a child that is spent."""
        if self._child is None:
            self._child = Child(self._limits, self._trade)
        try:
            return self._child.ask(data, file_format.upper())
        finally:
            if self._child.spent:
                self._dismiss()

    def _dismiss(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.end()
            self._child = None


def read_file(path: Path, most: int) -> tuple[bytes, int]:
    """A plain file's bytes and size, without the bytes when it is larger than `most`.

    A link is not followed, since it may point out of the pool's folder; a pipe is not waited for.
    Raises OSError or ValueError where there is no such file.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise ValueError("not a plain file")
        if state.st_size > most:
            return b"", state.st_size
        data = file.read(most + 1)
        return data, len(data)
