"""Where a thing is in a picture."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules import region
from app.rules.problem import Problem

# What stands in a form beside the squares: the grid, and those of its squares that it shows.
GRID = ".grid"


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
        found = marked(raw)
        if found is None:
            typed = typed_of(raw)
            values: dict[str, str | int] = {"found": typed[:40], "most": grid_of(raw) ** 2}
            return Problem("squares_unclear", values, field=self.name)
        return region.write(found)


def marked(raw: list[str]) -> region.Region | None:
    """The region that the controls of a field name; None where what was typed is not clear."""
    typed = typed_of(raw)
    if typed:
        grid = grid_of(raw)
        squares = region.read_typed(typed, grid)
        return None if squares is None else region.spread(squares, grid)
    return ticked(raw)


def ticked(raw: list[str]) -> region.Region:
    """The region of the squares that were ticked, whatever was typed beside them."""
    return region.NOWHERE.union(*(region.read(one) for one in raw))


def typed_of(raw: list[str]) -> str:
    """What was typed, if anything."""
    return next((one.strip() for one in raw if one.strip() and not _names_squares(one)), "")


def told(raw: list[str]) -> list[str]:
    """What was ticked or typed, as a person reads it: the large squares that hold some of it."""
    large = region.runs(region.touched(ticked(raw), region.COARSE))
    return [text for text in (large, typed_of(raw)) if text]


def grid_of(raw: list[str]) -> int:
    """The grid that the controls of a field are about: the finest that they name."""
    found = (region.read_squares(one) for one in raw)
    return max((one[0] for one in found if one), default=region.COARSE)


def _names_squares(text: str) -> bool:
    return region.read_squares(text) is not None
