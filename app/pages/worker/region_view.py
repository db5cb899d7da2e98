"""What a page shows of a region: the picture with its grid, the squares to tick, what is marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from app.actions.showing import Facts
from app.fields import Field
from app.fields.region import GRID, RegionField, marks_of
from app.pages.worker.region_words import said_of
from app.pages.worker.views import PictureView
from app.rules import region
from app.rules.frame import MOST_BYTES, Frame, whole
from app.rules.region import COARSE, Region

LOOK, CLOSER, UP = "look", "continue", "up"


class Square(NamedTuple):
    """A square to tick: its number, and whether it is ticked."""

    number: int
    on: bool


@dataclass(frozen=True, slots=True)
class RegionSeen:
    """A region on a page, under a grid; its form is sent to `form`.

    `rows` are the squares to tick, row by row; `inside` those that lie within and are not asked
    about, and `shown` all that are asked about, as texts. `picture` is there where the region has
    one of its own, `first` and `last` tell where it stands among several; `finer` and `coarser`
    whether any of these can be looked at more closely, or less.
    """

    form: str
    grid: int
    region: Region
    typed: str
    rows: tuple[tuple[Square, ...], ...]
    inside: str
    shown: str
    said: str
    can_look_closer: bool
    idle: bool = False
    picture: PictureView | None = None
    first: bool = False
    last: bool = False
    finer: bool = False
    coarser: bool = False


def regions_on(
    pool: Facts,
    fields: Sequence[Field],
    values: Mapping[str, Any],
    do: str,
    material: Mapping[str, Any],
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The regions of a page, and its material with a grid; as they are where none is asked for."""
    if not pool.ask.regions:
        return {}, material
    return with_grids(regions_seen(fields, values, do, f"/task/{pool.slug}"), material)


def regions_seen(
    fields: Sequence[Field], values: Mapping[str, Any], do: str, form: str
) -> dict[str, RegionSeen]:
    """Each region by its field's name, after a button was pressed ("": none was)."""
    asked = [field for field in fields if isinstance(field, RegionField)]
    seen = {field.name: _seen(field, values, do, form) for field in asked}
    any_marked = any(one.region for one in seen.values())
    finer = not any_marked or any(one.can_look_closer for one in seen.values())
    coarser = any(one.grid > COARSE for one in seen.values())
    return {
        name: replace(
            one,
            first=name == asked[0].name,
            last=name == asked[-1].name,
            finer=finer,
            coarser=coarser,
        )
        for name, one in seen.items()
    }


def has_region(typed: Mapping[str, Sequence[str]]) -> bool:
    """Whether a form had squares in it."""
    return any(name.endswith(GRID) for name in typed)


def with_grids(
    seen: Mapping[str, RegionSeen], material: Mapping[str, Any]
) -> tuple[dict[str, RegionSeen], Mapping[str, Any]]:
    """Regions with their own pictures, and the material with a grid over its picture.

    Each region that is looked at more closely has its own. The others share the first grid, which
    is not needed where there are none. In light mode no picture is there before it is asked for.
    """
    plain = material.get("pictures", {}).get("image")
    if not seen or plain is None:
        return dict(seen), material
    if not material["show_pictures"]:
        return dict(seen), {**material, "pictures": {"image": _drawn(plain, whole())}}
    own = {name: _with_picture(one, plain) for name, one in seen.items()}
    coarse = [one.region for one in own.values() if not one.picture]
    frame = whole()._replace(outlined=region.NOWHERE.union(*coarse))
    shared = replace(_drawn(plain, frame), elsewhere=not coarse)
    return own, {**material, "pictures": {"image": shared}}


def _seen(field: RegionField, values: Mapping[str, Any], do: str, form: str) -> RegionSeen:
    """A region as a form says, or as it was stored; what is not clear stays as it was typed."""
    marks = marks_of([str(text) for text in values.get(field.name) or []])
    clear = marks.region
    found = marks.ticked if clear is None else clear
    grid, numbers = _standing(values.get(field.name + GRID), found)
    if do == UP:
        grid = COARSE
        found = region.spread(region.touched(found, grid), grid)
    closer = do == CLOSER and _can_look_closer(found, grid)
    if closer:
        grid = region.finer(grid)
    if closer or do == UP or not numbers or marks.typed:
        numbers = region.asked_at(found, grid)
    on = set(region.touched(found, grid))
    return RegionSeen(
        form=form,
        grid=grid,
        region=found,
        typed=marks.typed if clear is None else "",
        rows=_rows(numbers, on, grid),
        inside=region.runs([one for one in sorted(on) if one not in set(numbers)]),
        shown=region.runs(numbers),
        said=said_of(found) if found else "",
        can_look_closer=_can_look_closer(found, grid),
        idle=do in (LOOK, CLOSER) and not found,
    )


def _standing(kept: Any, found: Region) -> tuple[int, list[int]]:
    """The grid that a form was about and the squares that it showed.

    What was stored is shown under the first grid whose squares it consists of.
    """
    standing = region.read_squares(str(kept[0])) if kept else None
    if standing is None:
        return next(grid for grid in region.GRIDS if region.fits(found, grid)), []
    grid, numbers = standing
    # A region that is finer than the grid cannot come from that form.
    return standing if region.fits(found, grid) and numbers else (region.FINEST, [])


def _can_look_closer(found: Region, grid: int) -> bool:
    after = region.finer(grid)
    return bool(found) and after > grid and _frame(found, after).is_legible


def _frame(found: Region, grid: int) -> Frame:
    return Frame(grid, frozenset(region.asked_at(found, grid)), found)


def _rows(numbers: Sequence[int], on: set[int], grid: int) -> tuple[tuple[Square, ...], ...]:
    rows: dict[int, list[Square]] = {}
    for one in numbers:
        rows.setdefault((one - 1) // grid, []).append(Square(one, one in on))
    return tuple(map(tuple, rows.values()))


def _with_picture(seen: RegionSeen, plain: PictureView) -> RegionSeen:
    if seen.grid == COARSE:
        return seen
    numbers = frozenset(square.number for row in seen.rows for square in row)
    return replace(seen, picture=_drawn(plain, Frame(seen.grid, numbers, seen.region)))


def _drawn(plain: PictureView, frame: Frame) -> PictureView:
    """Where the same picture is found with a grid over it; of its size only the most is known."""
    width, height = frame.size(plain.width, plain.height)
    address = f"{plain.full_src}/{frame.name}"
    return replace(
        plain,
        src=f"{address}.jpg",
        webp=f"{address}.webp",
        width=width,
        height=height,
        size=MOST_BYTES,
        gridded=True,
    )
