"""Backing up and restoring: everything but the keys, in one file, while serving."""

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from sqlalchemy import Table, select, text, union

from app.media.shelf import NotOnShelfError, Shelf, media_type
from app.store import archive, migrating, rows
from app.store.archive import ArchiveError, Contents, Packing
from app.store.opening import Store, Unit
from app.store.tables import medium, recording

TABLES, MEDIA = "tables/", "media/"
END = ".jsonl.gz"
IN_MEMORY = 8 * 1024 * 1024


class Copied(NamedTuple):
    """What was copied, and which media files were already missing."""

    rows: int
    media: int
    missing: tuple[str, ...] = ()


def back_up(store: Store, shelf: Shelf, file: Path) -> Copied:
    """Copy every row of one moment, and every file that these rows name."""
    with archive.packing(file) as made:
        with _one_moment(store) as unit:
            version = migrating.version_of(unit)
            there = rows.tables(unit)
            copied = sum(_pack(unit, one, made) for one in there)
            names = _files(unit, there)
        # Files never change, and are there before the rows that name them.
        missing = tuple(name for name in sorted(names) if not _pack_file(shelf, name, made))
        made.finish(version)
    return Copied(copied, len(names) - len(missing), missing)


def restore(store: Store, shelf: Shelf, file: Path, replace: bool = False) -> Copied:
    """Bring a backup back, all or nothing; only with `replace` where there are rows already.

    Raises ArchiveError, MigrationError.
    """
    contents = archive.check(file)
    if contents.version > migrating.latest():
        raise ArchiveError(f"{file}: a newer release made this backup. Take that release.")
    with (
        archive.opened(file) as part,
        _put_files(shelf, part, contents) as files,
        migrating.unchecked(store) as unit,
    ):
        if not (replace or rows.empty(unit)):
            raise ArchiveError("The database is not empty. To lose what is in it: --replace")
        migrating.change(unit, to="")
        migrating.change(unit, to=contents.version)
        put = sum(
            rows.read(unit, name, part(f"{TABLES}{name}{END}")) for name in _tables(unit, contents)
        )
        migrating.change(unit)
        rows.count_on(unit)
        if unit.dialect.name == "sqlite" and unit.execute(text("PRAGMA foreign_key_check")).all():
            raise ArchiveError(f"{file}: rows of this backup lead nowhere.")
    return Copied(put, len(files))


def _files(unit: Unit, there: Sequence[Table]) -> list[str]:
    """Every file that a row names: material, and recordings of workers where there are any yet."""
    known = {one.name for one in there}
    columns = [one for one in (medium.c.name, recording.c.file) if one.table.name in known]
    return [row[0] for row in unit.execute(union(*map(select, columns)))]


def _pack(unit: Unit, one: Table, made: Packing) -> int:
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as room:
        count = rows.write(unit, one, room)
        room.seek(0)
        made.add(f"{TABLES}{one.name}{END}", room)
    return count


def _pack_file(shelf: Shelf, name: str, made: Packing) -> bool:
    try:
        made.add(MEDIA + name, io.BytesIO(shelf.open(name)))
    except NotOnShelfError:
        return False
    return True


def _tables(unit: Unit, contents: Contents) -> list[str]:
    """The tables of a backup, those that others lead to first."""
    names = [one.name for one in rows.tables(unit)]
    unknown = {name for name in contents.parts if name.startswith(TABLES)}
    unknown -= {f"{TABLES}{name}{END}" for name in names}
    if unknown:
        raise ArchiveError(f"This backup has tables that nobody knows: {', '.join(unknown)}.")
    return names


@contextmanager
def _put_files(
    shelf: Shelf, part: Callable[[str], IO[bytes]], contents: Contents
) -> Iterator[list[str]]:
    """Put a backup's files on the shelf; those that are new leave it again where a fault comes."""
    new: list[str] = []
    names = [name.removeprefix(MEDIA) for name in contents.parts if name.startswith(MEDIA)]
    there = set(shelf.names())
    try:
        for name in names:
            put = shelf.put(part(MEDIA + name).read(), media_type(name))
            if put not in there:
                new.append(put)
            if put != name:
                raise ArchiveError(f"{name} in this backup is not what its name says.")
        yield names
    except BaseException:
        for name in new:
            shelf.remove(name)
        raise


@contextmanager
def _one_moment(store: Store) -> Iterator[Unit]:
    """A transaction that sees one moment of the database, however long it takes."""
    with store.engine.connect() as unit:
        if unit.dialect.name == "postgresql":
            unit.execution_options(isolation_level="REPEATABLE READ")
        with unit.begin():
            yield unit
