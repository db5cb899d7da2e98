"""A sound on the shelf, as a task names it."""

from dataclasses import dataclass

from app.media.shelf import Shelf
from app.media.sounds import Piece, Sound


@dataclass(frozen=True, slots=True)
class KeptPiece:
    """A piece of a sound on the shelf: its length, and the name and size of each form."""

    seconds: float
    ogg: str
    ogg_size: int
    mp3: str
    mp3_size: int
    slow: str
    slow_size: int


@dataclass(frozen=True, slots=True)
class KeptSound:
    """A sound on the shelf, as a task's `media` has it under the name of its column."""

    seconds: float
    pieces: tuple[KeptPiece, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The files that it consists of."""
        return tuple(name for one in self.pieces for name in (one.ogg, one.mp3, one.slow))


def keep(shelf: Shelf, sound: Sound) -> KeptSound:
    """Put all pieces of a sound on the shelf."""
    return KeptSound(sound.seconds, tuple(_piece(shelf, one) for one in sound.pieces))


def _piece(shelf: Shelf, piece: Piece) -> KeptPiece:
    return KeptPiece(
        seconds=piece.seconds,
        ogg=shelf.put(piece.ogg.data, piece.ogg.media_type),
        ogg_size=len(piece.ogg.data),
        mp3=shelf.put(piece.mp3.data, piece.mp3.media_type),
        mp3_size=len(piece.mp3.data),
        slow=shelf.put(piece.slow.data, piece.slow.media_type),
        slow_size=len(piece.slow.data),
    )
