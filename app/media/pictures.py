"""Pictures from strangers: checked and shrunk in a confined process, one file at a time."""

from pathlib import Path
from typing import Any

from app.media.child import Limits, Refusal, Take, Trade
from app.media.marks import ALLOWED, format_of
from app.media.picture import Picture, Variant
from app.media.workshop import Bench, read_file
from app.rules.problem import Problem

__all__ = ["Limits", "Picture", "Variant", "Workshop"]

_USUAL = Limits()


class Workshop(Bench[Picture]):
    """Makes pictures small."""

    def __init__(self, limits: Limits = _USUAL) -> None:
        super().__init__(limits, _TRADE)

    def picture(self, path: Path) -> Picture | Problem:
        """The picture in this file in its three forms, or what is wrong with it."""
        name = path.name
        most = self._limits.file_bytes
        try:
            data, size = read_file(path, most)
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


def _made(header: dict[str, Any], take: Take) -> Picture:
    """The picture that a child describes; nothing else it says is believed."""

    def form(media_type: str, width: int, height: int) -> Variant:
        return Variant(take(media_type), media_type, int(width), int(height))

    original, webp, jpeg, *more = (form(*described) for described in header["forms"][:4])
    size, narrow = (int(header["width"]), int(header["height"])), next(iter(more), None)
    return Picture(*size, original, webp, jpeg, float(header["contrast"]), narrow)


_TRADE = Trade("darkroom", _made)
