"""The files of a pool that is a folder on disk."""

import os
from pathlib import Path, PurePath

from app.formats.media_files import is_regular, same_names
from app.formats.nearest import shown
from app.formats.pool_toml import FILE
from app.formats.tree_file import is_tree_file
from app.rules.problem import Problem

MEDIA = "media/"
TASKS = "tasks"


def is_tasks(name: str) -> bool:
    """Whether a file at the top of a pool holds its tasks, in whatever form."""
    return "/" not in name and PurePath(name).stem == TASKS


def gather(folder: Path) -> dict[str, Path] | list[Problem]:
    """Each file's name in the pool, and where it is; links are never followed.

    What may be a tree is looked at only where `pool.toml` names it.
    """
    top = {entry.name: Path(entry) for entry in os.scandir(folder)}
    files = {name: path for name, path in top.items() if name == FILE or is_tasks(name)}
    problems = [
        Problem("file_not_regular", {"found": shown(name)}, file=name)
        for name, path in files.items()
        if not is_regular(path)
    ]
    media = gather_media(top["media"]) if "media" in top else {}
    if isinstance(media, list):
        return problems + media
    trees = {name: path for name, path in top.items() if is_tree_file(name)}
    return problems or files | trees | {f"{MEDIA}{name}": path for name, path in media.items()}


def gather_media(folder: Path) -> dict[str, Path] | list[Problem]:
    """Each file's name below a media folder, and where it is."""
    if folder.is_symlink() or not folder.is_dir():
        return [Problem("file_not_regular", {"found": folder.name}, file=folder.name)]
    found = {
        (Path(place) / name).relative_to(folder).as_posix(): Path(place) / name
        for place, _, names in os.walk(folder)
        for name in names
    }
    return [problem.at(file=folder.name) for problem in same_names(found)] or found
