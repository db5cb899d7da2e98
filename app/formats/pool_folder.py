"""A pool as a coordinator hands it in: a folder or a ZIP with `pool.toml`, rows and media."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self
from zipfile import is_zipfile

from app.formats.media_files import MediaFiles, is_regular
from app.formats.nearest import shown
from app.formats.pool_files import MEDIA, gather, gather_media, is_tasks
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import FILE, MOST_BYTES, read_pool_toml
from app.formats.pool_tree import with_trees
from app.formats.row_shape import RowShape, row_shape
from app.formats.rows import FORMS, read_rows
from app.formats.task_rows import TaskReader, TaskRow
from app.formats.zip_pool import unpack
from app.rules.problem import Problem


class TaskSource:
    """Tasks in a file, with the media that they name. It can be read as often as wanted."""

    def __init__(self, path: Path, file: str, shape: RowShape, media: MediaFiles) -> None:
        """Read the rows at `path`, which a person knows as `file`."""
        self.file = file
        self._path = path
        self._shape = shape
        self._media = media

    def read(self) -> Iterator[TaskRow | Problem]:
        """Each task, or each problem with its place, in one walk through the file."""
        reader = TaskReader(self._shape, self._media)
        for item in reader.read(read_rows(self._path, self.file)):
            yield item.at(file=self.file) if isinstance(item, Problem) else item

    def check(self) -> Iterator[Problem]:
        """Every problem with the rows, with its place."""
        return (item for item in self.read() if isinstance(item, Problem))

    def rows(self) -> Iterator[TaskRow]:
        """Every task whose row has no problem: all of them after a check that found none."""
        return (item for item in self.read() if isinstance(item, TaskRow))

    def media(self, name: str) -> Path:
        """The file that a task names. Raises FileNotFoundError where `check` would say so."""
        found = self._media.find(name)
        if isinstance(found, Problem):
            raise FileNotFoundError(name)
        return found


class PoolSource(TaskSource):
    """A pool with its tasks; what was copied out of a ZIP is gone after `close` or a `with`."""

    def __init__(
        self, spec: PoolSpec, files: dict[str, Path], file: str, copies: TemporaryDirectory[str]
    ) -> None:
        """Join what `pool.toml` says with the rows in `file` and the media among `files`."""
        media = {n.removeprefix(MEDIA): path for n, path in files.items() if n.startswith(MEDIA)}
        shape = row_shape(spec.kind, spec.language, spec.ask, spec.needs, spec.words)
        super().__init__(files[file], file, shape, MediaFiles(media))
        self.spec = spec
        self._copies = copies

    def close(self) -> None:
        """Remove what was copied."""
        self._copies.cleanup()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


def open_pool(path: Path) -> PoolSource | list[Problem]:
    """The pool in a folder or a ZIP, its rows not yet read; or why it cannot be opened."""
    # A folder needs no copies, but the same way out for both is the safe one.
    copies = TemporaryDirectory(prefix="ownpace-pool-")
    try:
        source = _open(path, copies)
    except BaseException:
        copies.cleanup()
        raise
    if isinstance(source, list):
        copies.cleanup()
    return source


def open_rows(path: Path, shape: RowShape) -> TaskSource | list[Problem]:
    """More rows for a pool that is there; their media is in the folder `media` beside the file."""
    if path.is_dir():
        values = {"found": shown(path.name), "wanted": ", ".join(FORMS)}
        return [Problem("rows_form", values, file=path.name)]
    if not is_regular(path):
        return [Problem("file_not_found", {"found": shown(path.name)}, file=path.name)]
    beside = path.parent / MEDIA
    media = gather_media(beside) if beside.exists() else {}
    if isinstance(media, list):
        return media
    return TaskSource(path, path.name, shape, MediaFiles(media))


def _open(path: Path, copies: TemporaryDirectory[str]) -> PoolSource | list[Problem]:
    files = _files(path, Path(copies.name))
    if isinstance(files, list):
        return files
    if FILE not in files:
        return [Problem("file_not_found", {"found": FILE}, file=FILE)]
    with files[FILE].open("rb") as stream:
        spec = read_pool_toml(stream.read(MOST_BYTES + 1))
    if not isinstance(spec, list):
        spec = with_trees(spec, files)
    tasks = _tasks(files)
    if isinstance(spec, list):
        problems = [one.at(file=FILE) for one in spec]
        return [*problems, tasks] if isinstance(tasks, Problem) else problems
    if isinstance(tasks, Problem):
        return [tasks]
    return PoolSource(spec, files, tasks, copies)


def _files(path: Path, copies: Path) -> dict[str, Path] | list[Problem]:
    if path.is_dir():
        return gather(path)
    if not path.exists():
        return [Problem("file_not_found", {"found": shown(path.name)}, file=path.name)]
    if path.is_file() and is_zipfile(path):
        return unpack(path, copies)
    return [Problem("pool_form", {"found": shown(path.name)}, file=path.name)]


def _tasks(files: dict[str, Path]) -> str | Problem:
    """The one file that holds the tasks, or why there is none."""
    names = sorted(name for name in files if is_tasks(name))
    wanted = ", ".join(f"tasks{form}" for form in FORMS)
    if len(names) > 1:
        return Problem("tasks_twice", {"found": ", ".join(names)}, file=names[0])
    if not names:
        return Problem("tasks_missing", {"wanted": wanted}, file="tasks.csv")
    if Path(names[0]).suffix.lower() not in FORMS:
        return Problem("rows_form", {"found": names[0], "wanted": wanted}, file=names[0])
    return names[0]
