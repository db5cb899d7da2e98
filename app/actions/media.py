"""The pictures and sounds of an import: checked once for each file, and kept on the shelf."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from itertools import islice
from typing import NamedTuple

from app.actions import pictures, sounds
from app.actions.pictures import KeptPicture
from app.actions.sounds import KeptSound
from app.fields.sound import SoundFile
from app.formats.pool_folder import TaskSource
from app.media.pictures import Picture, Workshop
from app.media.shelf import Shelf
from app.media.sounds import Sound, Studio, can_hear
from app.rules.problem import Problem

AT_ONCE = 50

Found = Picture | Sound | Problem


class File(NamedTuple):
    """A file by its name, and what it is wanted as: the macro of the field that names it."""

    wanted: str
    name: str


class Use(NamedTuple):
    """Where a file is named first."""

    row: int
    column: str


def decode(
    source: TaskSource,
    uses: Mapping[File, Use],
    done: Callable[[int], None],
    doubt: Callable[[File, Picture], object] = lambda *_: None,
) -> Iterator[tuple[File, Found]]:
    """What is in each file, or the problem with it at the place that names it first.

    `doubt` is asked about each picture.
    """
    first = next((file for file in uses if file.wanted == SoundFile.macro), None)
    if first and not can_hear():
        yield first, _placed(source, uses[first], Problem("sound_package"))
        return
    with Workshop() as workshop, Studio() as studio:
        for count, (file, use) in enumerate(uses.items(), 1):
            path = source.media(file.name)
            is_sound = file.wanted == SoundFile.macro
            found: Found = studio.sound(path) if is_sound else workshop.picture(path)
            if isinstance(found, Problem):
                # Out of a ZIP the file has a name of ours, which tells a person nothing.
                found = replace(found, values={**found.values, file.wanted: file.name})
                found = _placed(source, use, found)
            elif isinstance(found, Picture):
                doubt(file, found)
            yield file, found
            done(count)


def hang(
    shelf: Shelf,
    found: Iterator[tuple[File, Found]],
    note: Callable[[list[str]], object],
) -> dict[File, str] | list[Problem]:
    """Keep everything, or tell every problem; `note` is told the new files' names.

    What is kept of each is JSON text, which takes a fraction of the objects' memory.
    """
    kept: dict[File, str] = {}
    noted: set[str] = set()
    problems: list[Problem] = []
    while some := list(islice(_kept(shelf, found), AT_ONCE)):
        names: dict[str, None] = {}
        for file, one in some:
            if isinstance(one, Problem):
                problems.append(one)
            else:
                kept[file] = json.dumps(asdict(one))
                names |= dict.fromkeys(name for name in one.names if name not in noted)
        note(list(names))
        noted.update(names)
    return problems or kept


def _kept(
    shelf: Shelf, found: Iterator[tuple[File, Found]]
) -> Iterator[tuple[File, KeptPicture | KeptSound | Problem]]:
    for file, one in found:
        if isinstance(one, Picture):
            yield file, pictures.keep(shelf, one)
        else:
            yield file, sounds.keep(shelf, one) if isinstance(one, Sound) else one


def _placed(source: TaskSource, use: Use, problem: Problem) -> Problem:
    return problem.at(file=source.file, row=use.row, column=use.column)
