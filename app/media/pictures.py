"""Pictures from strangers: checked and shrunk in a confined process, one file at a time."""

import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Self

from app.media.child import Child, Limits, Refusal
from app.media.marks import ALLOWED, format_of
from app.media.picture import Picture, Variant
from app.rules.problem import Problem

__all__ = ["Limits", "Picture", "Variant", "Workshop"]

_USUAL = Limits()


class Workshop:
    """Decodes many pictures, one after another, for one thread.

    The child process is started with the first picture that needs it, and replaced after a crash,
    after a picture that was too hard, and after so many pictures.
    """

    def __init__(self, limits: Limits = _USUAL) -> None:
        self._limits = limits
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._dismiss()

    def picture(self, path: Path) -> Picture | Problem:
        """The picture in this file in its three forms, or what is wrong with it."""
        name = path.name
        most = self._limits.file_bytes
        try:
            data, size = _read(path, most)
        except (OSError, ValueError):
            return Problem("picture_missing", {"picture": name})
        if not size:
            return Problem("picture_empty", {"picture": name})
        if size > most:
            return _too_large(name, "bytes", size, most)
        found = format_of(data)
        if found not in ALLOWED:
            wanted = ", ".join(ALLOWED)
            return Problem("picture_format", {"picture": name, "found": found, "wanted": wanted})
        answer = self._ask(data, found)
        return self._problem(name, found, answer) if isinstance(answer, Refusal) else answer

    def _ask(self, data: bytes, file_format: str) -> Picture | Refusal:
        """Hand the bytes to the child, and part with a child that is spent."""
        if self._child is None:
            self._child = Child(self._limits)
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

    def _problem(self, name: str, file_format: str, refusal: Refusal) -> Problem:
        """The child's refusal as a problem of this picture."""
        if refusal.why == "pixels":
            return _too_large(name, "pixels", refusal.found, self._limits.pixels)
        if refusal.why in ("time", "memory"):
            return Problem("picture_too_hard", {"picture": name, "lacking": refusal.why})
        return Problem("picture_unreadable", {"picture": name, "format": file_format})


def _too_large(name: str, measure: str, found: int, allowed: int) -> Problem:
    values: dict[str, str | int] = {
        "picture": name,
        "measure": measure,
        "found": found,
        "allowed": allowed,
    }
    return Problem("picture_too_large", values)


def _read(path: Path, most: int) -> tuple[bytes, int]:
    """A plain file's bytes and size, without the bytes when it is larger than `most`.

    A link is not followed, since it may point out of the pool's folder; a pipe is not waited for.
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
