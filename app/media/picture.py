"""A picture as it is kept: one large form and two small ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """One encoded form of a picture."""

    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A checked picture; width and height are those of the file, the right way up.

    `contrast` is about how far text in it stands off from its ground (`contrast.py`);
    `narrow` is a very wide line in pieces one under the other, for narrow screens.
    """

    width: int
    height: int
    original: Variant
    small_webp: Variant
    small_jpeg: Variant
    contrast: float = 0.0
    narrow: Variant | None = None
