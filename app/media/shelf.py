"""Files kept by their content: in a folder, or in a bucket of an S3-compatible service."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

# A worker's recording: its own suffix keeps it from being served as material.
RECORDED = "audio/ogg; codecs=opus"
PRIVATE = ".opus"
SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    RECORDED: PRIVATE,
}
_TYPES = {suffix: media_type for media_type, suffix in SUFFIXES.items()}
_DAY = 24 * 3600 * 10**9
_NAME = re.compile(r"[0-9a-f]{32}(\.[a-z0-9]+)")


class NotOnShelfError(LookupError):
    """There is no such file, or its name cannot be one of ours."""


class ShelfAwayError(Exception):
    """The files cannot be reached, or none can be written; nothing of this one was kept."""


class ShelfAddressError(Exception):
    """Why no files can be kept at an address."""


class Shelf(Protocol):
    """Files that never change: the same bytes always have the same name.

    Where they are away, each method raises ShelfAwayError, or OSError where they lie in a folder.
    """

    def put(self, data: bytes, media_type: str) -> str:
        """Keep these bytes, safe against a power cut on return, and give their name."""

    def open(self, name: str) -> bytes:
        """The bytes kept under this name. Raises NotOnShelfError."""

    def size(self, name: str) -> int:
        """How many bytes are kept under this name. Raises NotOnShelfError."""

    def remove(self, name: str) -> None:
        """Drop the file; one that is gone already is no fault."""

    def names(self) -> Iterator[str]:
        """The names of all files kept, in no order; half-written ones are not among them."""

    def try_to_write(self) -> None:
        """Write something and take it away again."""


def open_shelf(address: str) -> Shelf:
    """The files at an address: a folder's path, or such as `s3://bucket/folder`.

    Nothing is connected yet. Raises ShelfAddressError.
    """
    if "://" not in address:
        return Folder(Path(address))
    try:
        # Loaded only where it is wanted: it takes as long as half of the site.
        from app.media.bucket import Bucket
    except ImportError as error:
        raise ShelfAddressError("the package is missing: pip install boto3") from error
    return Bucket(address)


class Folder:
    """A folder on this machine's disk."""

    def __init__(self, folder: Path) -> None:
        """Keep files there; it is made with the first one."""
        self._folder = folder

    def put(self, data: bytes, media_type: str) -> str:
        """Keep these bytes, safe against a power cut on return, and give their name."""
        name = name_of(data, media_type)
        place = self._folder / name
        if not _holds(place, len(data)):
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_whole(place, data)
        return name

    def open(self, name: str) -> bytes:
        """The bytes kept under this name."""
        try:
            return self._place(name).read_bytes()
        except FileNotFoundError:
            raise NotOnShelfError(name) from None

    def size(self, name: str) -> int:
        """How many bytes are kept under this name."""
        try:
            return self._place(name).stat().st_size
        except FileNotFoundError:
            raise NotOnShelfError(name) from None

    def remove(self, name: str) -> None:
        """Drop the file; one that is gone already is no fault."""
        self._place(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """The names of all files kept, in no order; half-written ones are not among them."""
        if not self._folder.is_dir():
            return
        with os.scandir(self._folder) as entries:
            yield from (entry.name for entry in entries if is_name(entry.name))

    def try_to_write(self) -> None:
        """Write a file without a name in the folder, or where it would be made."""
        there = next(each for each in (self._folder, *self._folder.parents) if each.exists())
        with tempfile.TemporaryFile(dir=there):
            pass

    def _place(self, name: str) -> Path:
        """Where a file of this name lies; nothing but a name of ours ever becomes a path."""
        if not is_name(name):
            raise NotOnShelfError(name)
        return self._folder / name


def name_of(data: bytes, media_type: str) -> str:
    """The name of these bytes."""
    return hashlib.sha256(data).hexdigest()[:32] + SUFFIXES[media_type]


def media_type(name: str) -> str:
    """The media type that a name on the shelf stands for."""
    if not is_name(name):
        raise NotOnShelfError(name)
    return _TYPES[Path(name).suffix]


def is_name(name: str) -> bool:
    """Whether a file on a shelf can have this name."""
    match = _NAME.fullmatch(name)
    return match is not None and match[1] in _TYPES


def _holds(place: Path, size: int) -> bool:
    """Whether the file is there whole; one of another size was damaged and is written anew."""
    return place.is_file() and place.stat().st_size == size


def _write_whole(place: Path, data: bytes) -> None:
    """Write beside the place and move there, so that nobody ever meets half a file."""
    descriptor, beside = tempfile.mkstemp(prefix=".part-", dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if place.suffix == PRIVATE:
                _say_the_day_alone(file.fileno())
            os.fsync(file.fileno())
        Path(beside).replace(place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _say_the_day_alone(descriptor: int) -> None:
    """Let a recording's file not tell the moment at which somebody worked; a folder's copies do."""
    day = os.fstat(descriptor).st_mtime_ns // _DAY * _DAY
    os.utime(descriptor, ns=(day, day))
