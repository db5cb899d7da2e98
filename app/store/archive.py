"""The file that a backup is: a tar of parts, whose last one lists all others with their sums."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

FORMAT = 1
LIST = "ownpace-backup.json"
AT_ONCE = 1024 * 1024


class ArchiveError(Exception):
    """Why a file cannot be used as a backup; nothing was changed."""


class Contents(NamedTuple):
    """What a checked archive holds: the database's version, and the sum of each part."""

    version: str
    parts: dict[str, str]


class Packing:
    """An archive being written."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        """Write into a tar."""
        self._tar = tar
        self._parts: dict[str, str] = {}

    def add(self, name: str, data: IO[bytes]) -> None:
        """Add one part, from where its file stands."""
        start = data.tell()
        self._parts[name] = _sum(data)
        member = tarfile.TarInfo(name)
        member.size = data.tell() - start
        data.seek(start)
        self._tar.addfile(member, data)

    def finish(self, version: str) -> None:
        """Add the list; without it the archive is no backup."""
        listed = {"format": FORMAT, "version": version, "parts": self._parts}
        data = json.dumps(listed).encode()
        member = tarfile.TarInfo(LIST)
        member.size = len(data)
        self._tar.addfile(member, io.BytesIO(data))


@contextmanager
def packing(file: Path) -> Iterator[Packing]:
    """Write an archive that appears under its name only when it is whole and on the disk."""
    part = file.with_name(f"{file.name}.part")
    try:
        # What people did is in it: nobody but its owner may read it.
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            with tarfile.open(fileobj=out, mode="w") as tar:
                yield Packing(tar)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as reason:
        raise ArchiveError(f"{file}: {reason.strerror or reason}") from reason
    finally:
        part.unlink(missing_ok=True)


def check(file: Path) -> Contents:
    """Read an archive whole and compare every part with its sum. Raises ArchiveError."""
    found: dict[str, str] = {}
    listed = b""
    try:
        with tarfile.open(file, "r:") as tar:
            for member in tar:
                data = tar.extractfile(member)
                if data is None or member.name in found:
                    raise ArchiveError(f"{file}: this is no backup.")
                if member.name == LIST:
                    listed = data.read(100_000_000)
                else:
                    found[member.name] = _sum(data)
    except (tarfile.TarError, EOFError) as reason:
        raise ArchiveError(f"{file}: this is no backup, or it broke off.") from reason
    except OSError as reason:
        raise ArchiveError(f"{file}: {reason.strerror or reason}") from reason
    return _compared(file, listed, found)


@contextmanager
def opened(file: Path) -> Iterator[Callable[[str], IO[bytes]]]:
    """A checked archive: what opens each of its parts by name."""
    with tarfile.open(file, "r:") as tar:

        def part(name: str) -> IO[bytes]:
            data = tar.extractfile(name)
            if data is None:
                raise ArchiveError(f"{file}: {name} is missing.")
            return data

        yield part


def _compared(file: Path, listed: bytes, found: dict[str, str]) -> Contents:
    try:
        said = json.loads(listed)
        form, version, parts = said["format"], str(said["version"]), dict(said["parts"])
    except (ValueError, KeyError, TypeError) as reason:
        raise ArchiveError(f"{file}: this is no backup, or it broke off.") from reason
    if form != FORMAT:
        raise ArchiveError(f"{file}: a newer release made this backup. Take that release.")
    if parts != found:
        wrong = sorted(n for n in parts.keys() | found.keys() if parts.get(n) != found.get(n))
        raise ArchiveError(f"{file}: this backup is damaged in: {', '.join(wrong[:5])}.")
    return Contents(version, found)


def _sum(data: IO[bytes]) -> str:
    made = hashlib.sha256()
    while some := data.read(AT_ONCE):
        made.update(some)
    return made.hexdigest()
