"""The pictures and sound of a pool, by the names that its rows use."""

import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.formats.nearest import shown
from app.rules.problem import Problem


class MediaFiles:
    """Files by name. A name must be written exactly as the file's own, capitals included."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Take each file's name below the media folder, and where the file is."""
        self._files = {plain(name): path for name, path in files.items()}
        self._folded = {fold(name): name for name in self._files}

    def find(self, name: str) -> Path | Problem:
        """The file of a name, or the problem with it."""
        path = self._files.get(plain(name))
        if path is None:
            near = self._folded.get(fold(name))
            if near is None:
                return Problem("media_not_found", {"found": shown(name)})
            return Problem("media_case", {"found": shown(name), "nearest": shown(near)})
        if not is_regular(path):
            return Problem("media_not_regular", {"found": shown(name)})
        return path


def plain(name: str) -> str:
    """A name in Unicode's composed form, since some systems keep file names decomposed."""
    return unicodedata.normalize("NFC", name)


def fold(name: str) -> str:
    """A name as systems that ignore capitals see it."""
    return plain(plain(name).casefold())


def same_names(names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each name that is there twice, or twice but for its capitals."""
    seen: dict[str, str] = {}
    for name in names:
        first = seen.get(fold(name))
        if first is not None:
            yield Problem("file_twice", {"found": shown(name), "nearest": shown(first)})
        seen[fold(name)] = name


def is_regular(path: Path) -> bool:
    """Whether a path is a plain file: no link, folder, pipe or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
