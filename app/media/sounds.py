"""Sounds from strangers: checked and written anew in a confined process, one file at a time."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app.media.child import Limits, Refusal, Take, Trade
from app.media.marks import SOUNDS, sound_format_of
from app.media.sound import Piece, Sound
from app.media.sound import Take as Written
from app.media.workshop import Bench, read_file
from app.rules.problem import Problem

__all__ = ["Limits", "Piece", "Sound", "Studio", "can_hear"]

USUAL = Limits(file_bytes=100_000_000, cpu_seconds=120, wall_seconds=300.0)


def can_hear() -> bool:
    """Whether the package that decodes sound is installed."""
    return find_spec("av") is not None


class Studio(Bench[Sound]):
    """Makes sounds small."""

    def __init__(self, limits: Limits = USUAL) -> None:
        super().__init__(limits, _TRADE)

    def sound(self, path: Path) -> Sound | Problem:
        """The sound in this file in its pieces and forms, or what is wrong with it."""
        name, most = path.name, self._limits.file_bytes
        try:
            data, size = read_file(path, most)
        except (OSError, ValueError):
            return Problem("sound_missing", {"sound": name})
        if not size:
            return Problem("sound_empty", {"sound": name})
        if size > most:
            has, may_have = size // 1_000_000, most // 1_000_000
            return Problem("sound_too_large", {"sound": name, "found": has, "allowed": may_have})
        found = sound_format_of(data)
        if found not in SOUNDS:
            wanted = ", ".join(SOUNDS)
            return Problem("sound_format", {"sound": name, "found": found, "wanted": wanted})
        answer = self._ask(data, found)
        return self._problem(name, found, answer) if isinstance(answer, Refusal) else answer

    def _problem(self, name: str, file_format: str, refusal: Refusal) -> Problem:
        """The child's refusal as a problem of this sound."""
        plain = {
            "long": Problem("sound_long", {"sound": name, "most": self._limits.seconds // 60}),
            "short": Problem("sound_short", {"sound": name}),
            "silent": Problem("sound_silent", {"sound": name}),
            "film": Problem("sound_film", {"sound": name}),
        }
        if refusal.why in ("time", "memory"):
            return Problem("sound_too_hard", {"sound": name, "lacking": refusal.why})
        unreadable = Problem("sound_unreadable", {"sound": name, "format": file_format})
        return plain.get(refusal.why, unreadable)


def _made(header: dict[str, Any], take: Take) -> Sound:
    """The sound that a child describes; nothing else it says is believed."""

    def form(media_type: str) -> Written:
        return Written(take(media_type), media_type)

    pieces = tuple(
        Piece(_seconds(said), form("audio/ogg"), form("audio/mpeg"), form("audio/mpeg"))
        for said in header["pieces"]
    )
    return Sound(_seconds(header["seconds"]), pieces)


def _seconds(said: object) -> float:
    if not isinstance(said, int | float) or not 0 < said < 1_000_000:
        raise ValueError("no length of a sound")
    return float(said)


_TRADE = Trade("booth", _made)
