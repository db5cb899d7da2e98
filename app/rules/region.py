"""A region of a picture: squares of a grid that gets finer, as sets, as text and as boxes.

A region is the set of those squares of the finest grid that it covers, counted from 0. People and
texts count from 1, row by row from the top left, whichever way their language is written.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

Region = frozenset[int]
NOWHERE: Region = frozenset()
# How many squares stand in a row: each grid has four squares for every one of the grid before.
GRIDS = (4, 8, 16)
COARSE, FINEST = GRIDS[0], GRIDS[-1]
# Every other square by itself takes less.
LONGEST = 700
_PARTS = 3
_RUN = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")
_NUMBER = re.compile(r"[0-9]{1,4}")
_MOST_TYPED = 2


class Box(NamedTuple):
    """A box in per cent of the picture, from its top left."""

    x: float
    y: float
    width: float
    height: float


def finer(grid: int) -> int:
    """The next grid; the finest one itself."""
    return min(2 * grid, FINEST)


def spread(squares: Iterable[int], grid: int) -> Region:
    """What squares of a grid cover; they are counted from 1."""
    side = FINEST // grid
    corners = (((one - 1) // grid * side, (one - 1) % grid * side) for one in squares)
    return frozenset(
        (top + down) * FINEST + left + along
        for top, left in corners
        for down in range(side)
        for along in range(side)
    )


def touched(region: Region, grid: int) -> list[int]:
    """The squares of a grid that hold some of a region, counted from 1, in their order."""
    side = FINEST // grid
    return sorted({(one // FINEST // side) * grid + one % FINEST // side + 1 for one in region})


def fits(region: Region, grid: int) -> bool:
    """Whether a region consists of whole squares of a grid."""
    return spread(touched(region, grid), grid) == region


def asked_at(region: Region, grid: int) -> list[int]:
    """The squares of a grid to ask about: all of the first one, then those at a region's edge.

    What lies inside a region needs no closer look.
    """
    if grid == COARSE:
        return list(range(1, COARSE * COARSE + 1))
    before = grid // 2
    inside = set(touched(region, before))
    edge = (one for one in inside if not _around(one, before) <= inside)
    return touched(spread(edge, before), grid)


def rectangle(first: int, last: int, grid: int) -> list[int]:
    """All squares between two corners, which may be any two that lie across from each other."""
    rows, columns = zip(*(divmod(one - 1, grid) for one in (first, last)), strict=True)
    return [
        row * grid + column + 1
        for row in range(min(rows), max(rows) + 1)
        for column in range(min(columns), max(columns) + 1)
    ]


def write(region: Region) -> str:
    """A region as text: the finest grid and runs of its squares, such as `16/67-70 83`."""
    return f"{FINEST}/{runs([one + 1 for one in sorted(region)])}" if region else ""


def runs(squares: Sequence[int]) -> str:
    """Squares in their order, as runs."""
    found: list[list[int]] = []
    for one in squares:
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return " ".join(str(one) if one == last else f"{one}-{last}" for one, last in found)


def read_squares(text: str) -> tuple[int, list[int]] | None:
    """The grid and the squares that a text such as `8/5-7 12` names; None where it names none."""
    grid, slash, listed = text[:LONGEST].partition("/")
    if not slash or grid not in map(str, GRIDS):
        return None
    found: set[int] = set()
    for part in listed.split():
        run = _RUN.fullmatch(part)
        first, last = (int(run[1]), int(run[2] or run[1])) if run else (0, 0)
        if not 1 <= first <= last <= int(grid) ** 2:
            return None
        found.update(range(first, last + 1))
    return int(grid), sorted(found)


def read(text: str) -> Region:
    """The region that a text is of; nowhere where it is of none."""
    found = read_squares(text)
    return spread(found[1], found[0]) if found else NOWHERE


def read_typed(text: str, grid: int) -> list[int] | None:
    """The squares between the two that were typed, or the one; None where that is not clear."""
    plain = "".join(str(int(char)) if char.isdecimal() else char for char in text[:LONGEST])
    numbers = [int(found) for found in _NUMBER.findall(plain)]
    if not 1 <= len(numbers) <= _MOST_TYPED or not all(1 <= one <= grid**2 for one in numbers):
        return None
    return rectangle(numbers[0], numbers[-1], grid)


def share(region: Region) -> float:
    """How much of the picture a region covers, from 0 to 1."""
    return len(region) / FINEST**2


def middle(region: Region) -> tuple[int, int]:
    """Where the middle of a region is: top, centre or bottom; left, centre or right (0, 1, 2)."""
    down = sum(one // FINEST for one in region) / len(region)
    along = sum(one % FINEST for one in region) / len(region)
    return _third(down), _third(along)


def overlap(one: Region, other: Region) -> float:
    """How much of what two regions cover they cover both, from 0 to 1; two empty ones are alike."""
    return len(one & other) / len(one | other) if one | other else 1.0


def majority(regions: Sequence[Region]) -> Region:
    """The squares that more than half of the regions cover."""
    counts = Counter(square for region in regions for square in region)
    return frozenset(one for one, count in counts.items() if 2 * count > len(regions))


def boxes(region: Region) -> list[Box]:
    """The box round each part of a region whose squares touch, from the top left on."""
    left, found = set(region), []
    while left:
        part = _connected(min(left), left)
        left -= part
        found.append(_box(part))
    return found


def _box(part: Collection[int]) -> Box:
    rows, columns = {one // FINEST for one in part}, {one % FINEST for one in part}
    unit = 100 / FINEST
    return Box(
        min(columns) * unit,
        min(rows) * unit,
        (max(columns) - min(columns) + 1) * unit,
        (max(rows) - min(rows) + 1) * unit,
    )


def _connected(start: int, squares: set[int]) -> set[int]:
    found, edge = {start}, {start}
    while edge:
        edge = {near - 1 for one in edge for near in _around(one + 1, FINEST)} & squares - found
        found |= edge
    return found


def _around(square: int, grid: int) -> set[int]:
    """The eight squares around one, counted from 1; 0 stands for what is outside the picture."""
    row, column = divmod(square - 1, grid)
    near = ((row + down, column + along) for down in (-1, 0, 1) for along in (-1, 0, 1))
    inside = range(grid)
    return {
        at * grid + across + 1 if at in inside and across in inside else 0
        for at, across in near
        if (at, across) != (row, column)
    }


def _third(where: float) -> int:
    return min(int(where * _PARTS / (FINEST - 1)), _PARTS - 1)
