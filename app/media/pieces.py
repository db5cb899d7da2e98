"""Where a long sound is cut, and whether anything is heard in it."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

from .sound import RATE

LONGEST = 30
# How far from where pieces would be of one length a quiet place is looked for.
_LOOK = 6
_WINDOW = RATE // 50
# About 55 decibels below the loudest: the hum of a machine that recorded nothing.
QUIET = 60


def is_silent(samples: "array[int]") -> bool:
    """Whether nothing in it is louder than a hum."""
    return not samples or max(max(samples), -min(samples)) <= QUIET


def pieces(samples: "array[int]") -> list["array[int]"]:
    """The sound in pieces of at most half a minute, cut where it is quietest."""
    peaks = [
        max(max(part), -min(part))
        for part in (samples[at : at + _WINDOW] for at in range(0, len(samples), _WINDOW))
    ]
    places = [0, *cuts(peaks), len(peaks)]
    return [samples[start * _WINDOW : end * _WINDOW] for start, end in pairwise(places)]


def cuts(peaks: Sequence[int], longest: int = LONGEST * 50, look: int = _LOOK * 50) -> list[int]:
    """Between which windows to cut, so that no piece is longer than `longest` windows.

    The pieces are about as long as one another, so that no scrap remains.
    """
    found: list[int] = []
    start = 0
    while (left := len(peaks) - start) > longest:
        wished = left // -(-left // longest)
        first = max(1, wished - look)
        last = min(longest, wished + look)
        found.append(start + _quietest(peaks[start + first : start + last], wished - first) + first)
        start = found[-1]
    return found


def _quietest(peaks: Sequence[int], wished: int, around: int = 10) -> int:
    """The middle of the quietest stretch; of several that are as quiet, the nearest."""
    sums = [sum(peaks[at : at + around]) for at in range(max(1, len(peaks) - around))]
    least = min(sums)
    middles = (at + around // 2 for at, found in enumerate(sums) if found == least)
    return min(middles, key=lambda at: abs(at - wished))
