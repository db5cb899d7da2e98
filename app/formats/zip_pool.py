"""A pool that comes as a ZIP: its files are copied out under names of our own."""

import errno
import shutil
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.formats.media_files import plain
from app.formats.pool_files import MEDIA, is_tasks
from app.formats.pool_toml import FILE
from app.formats.tree_file import is_tree_file
from app.formats.zip_names import list_problem, member_problems
from app.rules.problem import Problem

_LITTER = "__MACOSX/"
# What zipfile raises for archives that are broken or made to break it.
_BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def unpack(archive: Path, into: Path) -> dict[str, Path] | list[Problem]:
    """Copy the files of a pool into an empty folder: each one's name in the pool, and its copy."""
    problem = list_problem(archive)
    if problem:
        return [problem.at(file=archive.name)]
    try:
        with ZipFile(archive) as opened:
            members = opened.infolist()
            problems = list(member_problems(members))
            if problems:
                return [one.at(file=archive.name) for one in problems]
            return _copy(opened, members, into)
    except _BROKEN:
        pass
    except OSError as error:
        # A place in the list that points before the file; a full disk is not the ZIP's fault.
        if error.errno != errno.EINVAL:
            raise
    return [Problem("zip_broken", file=archive.name)]


def _copy(opened: ZipFile, members: Sequence[ZipInfo], into: Path) -> dict[str, Path]:
    root = _root([plain(member.filename) for member in members])
    copies: dict[str, Path] = {}
    for number, member in enumerate(members):
        name = plain(member.filename)
        inner = name.removeprefix(root)
        if member.is_dir() or not name.startswith(root) or not _wanted(inner):
            continue
        copies[inner] = into / f"{number:06d}"
        with opened.open(member) as source, copies[inner].open("xb") as target:
            shutil.copyfileobj(source, target)
    return copies


def _wanted(name: str) -> bool:
    return name == FILE or name.startswith(MEDIA) or is_tasks(name) or is_tree_file(name)


def _root(names: Sequence[str]) -> str:
    """The folder that holds the pool: the ZIP's top, or the one folder at its top with a pool."""
    tops = {
        name.removesuffix(FILE)
        for name in names
        if name.count("/") <= 1 and f"/{name}".endswith(f"/{FILE}") and not name.startswith(_LITTER)
    }
    return tops.pop() if len(tops) == 1 and "" not in tops else ""
