"""How far the text in a picture stands off from its ground: an estimate, from its greys alone."""

from collections.abc import Sequence
from itertools import accumulate

LEVELS = 256


def contrast(histogram: Sequence[int]) -> float:
    """The contrast ratio (WCAG 2) between ink and paper, in a count of each grey; 0: one grey only.

    Ink and paper are what parts the greys best (N. Otsu, "A Threshold Selection Method from
    Gray-Level Histograms", 1979); ink is the smaller part. Paper is taken at its median, and ink at
    the quarter that stands off most: half of a thin stroke is edges, which are mixed with paper.
    """
    cut = _cut(histogram)
    if cut is None:
        return 0.0
    dark, light = histogram[: cut + 1], histogram[cut + 1 :]
    on_light = sum(dark) <= sum(light)
    low = _at(dark, 0.25 if on_light else 0.5)
    high = cut + 1 + _at(light, 0.5 if on_light else 0.75)
    return (_luminance(high) + 0.05) / (_luminance(low) + 0.05)


def _cut(histogram: Sequence[int]) -> int | None:
    """The last grey of the darker class, where the two classes differ most from each other."""
    below = list(accumulate(histogram))
    sums = list(accumulate(level * count for level, count in enumerate(histogram)))
    total, whole = below[-1], sums[-1]
    best, found = 0.0, None
    for level in range(len(histogram) - 1):
        dark, light = below[level], total - below[level]
        if dark and light:
            apart = sums[level] / dark - (whole - sums[level]) / light
            between = dark * light * apart * apart
            if between > best:
                best, found = between, level
    return found


def _at(histogram: Sequence[int], share: float) -> int:
    """The grey that so large a share of the counts does not go beyond."""
    wanted = sum(histogram) * share
    return next(level for level, below in enumerate(accumulate(histogram)) if below >= wanted)


def _luminance(level: int) -> float:
    """The relative luminance of a grey of sRGB."""
    share = level / (LEVELS - 1)
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
