"""The files that workers sent, put into a folder or a ZIP file beside what is exported."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

import click

from app.commands.saying import reader
from app.media.shelf import NotOnShelfError, Shelf

File = tuple[str, str]


def put_recordings(files: Iterable[File], shelf: Shelf, place: Path) -> int:
    """Put each file there under its name outside, and tell how many; a ZIP file ends in .zip."""
    found = _found(files, shelf)
    try:
        if place.suffix.lower() == ".zip":
            return _pack(found, place)
        place.mkdir(parents=True, exist_ok=True)
        count = 0
        for name, data in found:
            (place / name).write_bytes(data)
            count += 1
        return count
    except OSError as error:
        raise unwritable(place, error) from error


def unwritable(place: Path, error: OSError) -> click.ClickException:
    """What to say where a file cannot be written."""
    words = reader().gettext("“%(place)s” cannot be written: %(reason)s")
    return click.ClickException(words % {"place": place, "reason": error.strerror or error})


def _found(files: Iterable[File], shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """What is in each file; one that is gone is told of, and the others go on."""
    for name, kept in files:
        try:
            yield name, shelf.open(kept)
        except NotOnShelfError:
            words = reader().gettext("The file of %(name)s is missing. See: ownpace doctor")
            click.echo(words % {"name": name}, err=True)


def _pack(found: Iterable[tuple[str, bytes]], place: Path) -> int:
    """A ZIP file that gets its name only when it is whole."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    count = 0
    try:
        with ZipFile(beside, "x") as out:
            for name, data in found:
                out.writestr(name, data)
                count += 1
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return count
