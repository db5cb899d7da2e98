"""Where a thing is in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.rules import region
from app.rules.problem import Problem

# What stands in a form beside the squares: the grid, and those of its squares that it shows.
GRID = ".grid"
# More than every square of the finest grid, each ticked by itself; reading costs time.
MOST_SENT = 4_000


@dataclass(frozen=True, slots=True)
class RegionField:
    """The squares that hold a thing, stored as runs of the finest grid; empty where there are none.

    Its controls share its name: `8/27` is a square of the grid with 8 in a row, and what has no
    slash is the first and the last square as they were typed, which count in place of all others.
    """

    macro: ClassVar[str] = "region"
    name: str
    label: str
    question: str = ""
    required: bool = False
    either: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The squares that were marked."""
        found = marks_of(raw)
        if found.region is None:
            values: dict[str, str | int] = {"found": found.typed[:40], "most": found.grid**2}
            return Problem("squares_unclear", values, field=self.name)
        return region.write(found.region)


class Marks(NamedTuple):
    """What the controls of a field hold: the finest grid that they name, the squares that were
    ticked, and what was typed."""

    grid: int
    ticked: region.Region
    typed: str

    @property
    def region(self) -> region.Region | None:
        """What is marked; None where what was typed is not clear."""
        if not self.typed:
            return self.ticked
        squares = region.read_typed(self.typed, self.grid)
        return None if squares is None else region.spread(squares, self.grid)


def marks_of(raw: Sequence[str]) -> Marks:
    """What the controls of a field hold."""
    grid, ticked, typed, length = region.COARSE, set[int](), "", 0
    for text in raw:
        length += len(text)
        if length > MOST_SENT:
            break
        if found := region.read_squares(text):
            grid = max(grid, found[0])
            ticked |= region.spread(found[1], found[0])
        else:
            typed = typed or text.strip()
    return Marks(grid, frozenset(ticked), typed)
