"""The pictures of an import: checked once for each file, and kept on the shelf."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import NamedTuple

from app.formats.pool_folder import TaskSource
from app.media.pictures import Picture, Workshop
from app.media.shelf import Shelf
from app.rules.problem import Problem

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture on the shelf, as a task's `media` has it under the name of its column.

    `width` and `height` are the file's own; `webp` and `jpeg` name its small forms, `full` its
    large one.
    """

    width: int
    height: int
    webp: str
    webp_size: int
    jpeg: str
    jpeg_size: int
    small_width: int
    small_height: int
    full: str
    full_size: int
    full_width: int

    @property
    def names(self) -> tuple[str, str, str]:
        """The files that it consists of."""
        return self.webp, self.jpeg, self.full


class Use(NamedTuple):
    """Where a picture's file is named first."""

    row: int
    column: str


def keep(shelf: Shelf, picture: Picture) -> KeptPicture:
    """Put a picture's three forms on the shelf."""
    webp, jpeg, full = picture.small_webp, picture.small_jpeg, picture.original
    return KeptPicture(
        width=picture.width,
        height=picture.height,
        webp=shelf.put(webp.data, webp.media_type),
        webp_size=len(webp.data),
        jpeg=shelf.put(jpeg.data, jpeg.media_type),
        jpeg_size=len(jpeg.data),
        small_width=webp.width,
        small_height=webp.height,
        full=shelf.put(full.data, full.media_type),
        full_size=len(full.data),
        full_width=full.width,
    )


def decode(
    source: TaskSource, uses: Mapping[str, Use], done: Callable[[int], None]
) -> Iterator[tuple[str, Picture | Problem]]:
    """Each file's picture, or the problem with it at the place that names it first."""
    with Workshop() as workshop:
        for count, (name, use) in enumerate(uses.items(), 1):
            found = workshop.picture(source.media(name))
            if isinstance(found, Problem):
                # Out of a ZIP the file has a name of ours, which tells a person nothing.
                found = replace(found, values={**found.values, "picture": name})
                found = found.at(file=source.file, row=use.row, column=use.column)
            yield name, found
            done(count)


def hang(
    shelf: Shelf,
    pictures: Iterator[tuple[str, Picture | Problem]],
    note: Callable[[list[str]], object],
) -> dict[str, str] | list[Problem]:
    """Keep all pictures, or tell every problem with them; `note` is told the new files' names.

    What is kept of each is JSON text, which takes a fraction of the objects' memory.
    """
    kept: dict[str, str] = {}
    noted: set[str] = set()
    problems: list[Problem] = []
    while some := list(islice(_kept(shelf, pictures), AT_ONCE)):
        names: dict[str, None] = {}
        for name, found in some:
            if isinstance(found, Problem):
                problems.append(found)
            else:
                kept[name] = json.dumps(asdict(found))
                names |= dict.fromkeys(one for one in found.names if one not in noted)
        note(list(names))
        noted.update(names)
    return problems or kept


def _kept(
    shelf: Shelf, pictures: Iterator[tuple[str, Picture | Problem]]
) -> Iterator[tuple[str, KeptPicture | Problem]]:
    for name, found in pictures:
        yield name, found if isinstance(found, Problem) else keep(shelf, found)
