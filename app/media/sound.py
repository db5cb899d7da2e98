"""A sound as it is kept: pieces that are each short enough to hear again, in small forms."""

from dataclasses import dataclass

RATE = 16_000
LEAST_SECONDS = 0.3
SLOWNESS = 0.75


@dataclass(frozen=True, slots=True)
class Take:
    """One encoded form of a piece."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sound: Ogg Opus, MP3 for browsers that do not know it, and a slow MP3."""

    seconds: float
    ogg: Take
    mp3: Take
    slow: Take


@dataclass(frozen=True, slots=True)
class Sound:
    """A checked sound; its pieces follow one another without a gap."""

    seconds: float
    pieces: tuple[Piece, ...]
