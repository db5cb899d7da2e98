"""A very wide line of print, cut between words and stacked for narrow screens; child only."""

from collections.abc import Sequence
from itertools import pairwise

from PIL import Image

WIDE = 8
MOST_PIECES = 4
GAP = 8
# How far from where pieces would be of one length a gap between words is looked for.
_LOOK = 0.4


def stacked(image: Image.Image) -> Image.Image | None:
    """The pieces of a line one under the other; None where it is not that wide."""
    width, height = image.size
    if width <= WIDE * height:
        return None
    places = [0, *cuts(_busyness(image), -(-width // (WIDE * height)), height // 4), width]
    spans = list(pairwise(places))
    widest = max(end - start for start, end in spans)
    paper = 255 if image.mode == "L" else (255, 255, 255)
    sheet = Image.new(image.mode, (widest, len(spans) * (height + GAP) - GAP), paper)
    for row, (start, end) in enumerate(spans):
        sheet.paste(image.crop((start, 0, end, height)), (0, row * (height + GAP)))
    return sheet


def cuts(busy: Sequence[int], pieces: int, around: int) -> list[int]:
    """The columns to cut at: each the middle of the emptiest stretch near where it would be."""
    pieces = min(pieces, MOST_PIECES)
    length = len(busy) // pieces
    look = int(length * _LOOK)
    return [_emptiest(busy, number * length, look, max(1, around)) for number in range(1, pieces)]


def _emptiest(busy: Sequence[int], wished: int, look: int, around: int) -> int:
    """The middle of a stretch that is about as empty as any; of several, the nearest."""
    first = max(0, wished - look)
    last = max(first + 1, min(len(busy), wished + look) - around)
    sums = {at + around // 2: sum(busy[at : at + around]) for at in range(first, last)}
    empty = min(sums.values()) * 1.25 + around
    return min(
        (at for at, found in sums.items() if found <= empty), key=lambda at: abs(at - wished)
    )


def _busyness(image: Image.Image) -> list[int]:
    """How unlike paper, which is the most usual grey, each column is."""
    grey = image.convert("L")
    histogram = grey.histogram()
    paper = histogram.index(max(histogram))
    unlike = grey.point([abs(level - paper) for level in range(256)])
    return list(unlike.resize((image.width, 1), Image.Resampling.BOX).tobytes())
