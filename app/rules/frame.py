"""A part of a picture with a grid over it: which squares have numbers, and what is outlined."""

import re
from typing import NamedTuple, Self

from app.rules.region import COARSE, FINEST, GRIDS, NOWHERE, Region, spread

LONG_SIDE = 320
# What such a picture weighs at most, which is all that is known of it before it is drawn.
MOST_BYTES = 8_000
MOST_IN_A_ROW = 10
_NAME = re.compile(r"(4|8|16)-([0-9a-f]{1,64})-([0-9a-f]{1,64})")


class Frame(NamedTuple):
    """The squares of a grid that are numbered, counted from 1, and the region that is outlined."""

    grid: int
    numbered: frozenset[int]
    outlined: Region = NOWHERE

    @classmethod
    def read(cls, name: str) -> Self | None:
        """The frame that its name tells; None where it tells none."""
        found = _NAME.fullmatch(name)
        if found is None:
            return None
        grid, numbered = int(found[1]), _squares(found[2])
        return (
            cls(grid, numbered, _moved(_squares(found[3]), -1)) if _inside(grid, numbered) else None
        )

    @property
    def name(self) -> str:
        """All of it in a word that an address can hold."""
        return f"{self.grid}-{_digits(self.numbered)}-{_digits(_moved(self.outlined, 1))}"

    @property
    def crop(self) -> tuple[int, int, int, int]:
        """What is shown, in squares of the finest grid: left, top, right and bottom.

        On a fine grid that is what the frame is about and one square around it.
        """
        shown = spread(self.numbered, self.grid) | self.outlined
        if self.grid == COARSE or not shown:
            return 0, 0, FINEST, FINEST
        rows, columns = {one // FINEST for one in shown}, {one % FINEST for one in shown}
        side = FINEST // self.grid
        left, top = max(min(columns) - side, 0), max(min(rows) - side, 0)
        right, bottom = min(max(columns) + 1 + side, FINEST), min(max(rows) + 1 + side, FINEST)
        return left, top, right, bottom

    @property
    def is_legible(self) -> bool:
        """Whether its squares are large enough for their numbers."""
        left, top, right, bottom = self.crop
        return max(right - left, bottom - top) * self.grid <= MOST_IN_A_ROW * FINEST

    def size(self, width: int, height: int) -> tuple[int, int]:
        """How large a picture of this size is drawn."""
        left, top, right, bottom = self.crop
        wide, high = width * (right - left), height * (bottom - top)
        factor = LONG_SIDE / max(wide, high)
        return max(round(wide * factor), 1), max(round(high * factor), 1)


def whole() -> Frame:
    """The whole picture under the first grid."""
    return Frame(COARSE, frozenset(range(1, COARSE**2 + 1)))


def _squares(digits: str) -> frozenset[int]:
    bits = int(digits, 16)
    return frozenset(place + 1 for place in range(FINEST**2) if bits >> place & 1)


def _digits(squares: frozenset[int]) -> str:
    return f"{sum(1 << (one - 1) for one in squares):x}"


def _moved(squares: frozenset[int], by: int) -> frozenset[int]:
    return frozenset(one + by for one in squares)


def _inside(grid: int, numbered: frozenset[int]) -> bool:
    return grid in GRIDS and max(numbered, default=0) <= grid**2
