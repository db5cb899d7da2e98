"""Reading a tree of categories: a CSV of levels or paths, or an indented text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path, PurePath
from typing import BinaryIO

from app.fields.text import Text
from app.formats.csv_rows import read_csv
from app.formats.lines import Lines, RefusedError
from app.formats.nearest import shown
from app.formats.record import Header, Record
from app.rules.agree import fold
from app.rules.problem import Problem
from app.rules.tree import BETWEEN, SIGN, TOP

FEWEST_LEAVES, MOST_LEAVES = 2, 5_000
MOST_LEVELS = 10
MOST_INSIDE = 100
LONGEST_NAME = 100
MOST_BYTES = 4_000_000
PATH, LEVEL = "path", "level"
_SPACE = " \t"


@dataclass(frozen=True, slots=True)
class Line:
    """One category as its file has it: the names that lead to it, and the columns they stand in."""

    row: int
    names: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreeLeaf:
    """A leaf: its path, and its line in the file."""

    row: int
    path: str


@dataclass(slots=True)
class _Walk:
    """What was met so far: each path with its row, and what reads like it beside it."""

    rows: dict[str, int] = field(default_factory=dict)
    alike: dict[tuple[str, str], str] = field(default_factory=dict)
    inside: dict[str, int] = field(default_factory=dict)


def is_tree_file(name: str) -> bool:
    """Whether a file at the top of a pool can hold a tree."""
    path = PurePath(name)
    return "/" not in name and path.suffix.lower() in _FORMS and path.stem != "tasks"


def read_tree(path: Path, file: str) -> list[TreeLeaf] | list[Problem]:
    """The leaves of a tree in the order of its file, or every problem with it."""
    if path.stat().st_size > MOST_BYTES:
        return [Problem("file_large", {"most": MOST_BYTES // 1000}, file=file)]
    with path.open("rb") as stream:
        found = list(_FORMS[PurePath(file).suffix.lower()](stream))
    problems = [one for one in found if isinstance(one, Problem)]
    walk = _Walk()
    for line in found:
        if isinstance(line, Line):
            problems += [one.at(row=line.row) for one in _line_problems(line, walk)]
    leaves = list(_leaves(walk))
    if not problems and not FEWEST_LEAVES <= len(leaves) <= MOST_LEAVES:
        values = {"found": len(leaves), "least": FEWEST_LEAVES, "most": MOST_LEAVES}
        problems.append(Problem("tree_leaves", values))
    return [one.at(file=file) for one in problems] or leaves


def _leaves(walk: _Walk) -> Iterator[TreeLeaf]:
    """What nothing else is inside of."""
    return (TreeLeaf(row, path) for path, row in walk.rows.items() if path not in walk.inside)


def _line_problems(line: Line, walk: _Walk) -> Iterator[Problem]:
    """What is wrong with a line beside those before it; where nothing is, it counts from now on."""
    wrong = [one for pair in zip(line.names, line.columns, strict=True) for one in _named(*pair)]
    wrong += [] if wrong else list(_met(line, walk))
    if len(line.names) > MOST_LEVELS:
        values = {"found": len(line.names), "most": MOST_LEVELS}
        wrong.append(Problem("tree_deep", values, column=line.columns[-1]))
    yield from wrong
    if not wrong:
        walk.rows[BETWEEN.join(line.names)] = line.row


def _named(name: str, column: str) -> Iterator[Problem]:
    read = Text("", "", longest=LONGEST_NAME).read([name])
    if isinstance(read, Problem):
        yield read.at(column=column)
    elif SIGN in name:
        yield Problem("tree_sign", {"found": shown(name), "sign": SIGN}, column=column)


def _met(line: Line, walk: _Walk) -> Iterator[Problem]:
    """A path that is there already, names that read alike, and too many beside each other."""
    ways = list(accumulate(line.names, lambda above, name: f"{above}{BETWEEN}{name}"))
    for above, way, name, column in zip([TOP, *ways], ways, line.names, line.columns, strict=False):
        other = walk.alike.setdefault((above, fold(name)), name)
        if other != name:
            values = {"found": shown(name), "nearest": shown(other)}
            yield Problem("tree_alike", values, column=column)
            return
        if way not in walk.rows and way not in walk.inside:
            walk.inside[above] = walk.inside.get(above, 0) + 1
            if walk.inside[above] == MOST_INSIDE + 1:
                yield Problem("tree_wide", {"most": MOST_INSIDE}, column=column)
                return
        if way != ways[-1]:
            walk.inside.setdefault(way, 0)
    if ways[-1] in walk.rows:
        yield Problem("tree_twice", {"found": shown(line.names[-1])}, column=line.columns[-1])


def _read_csv(stream: BinaryIO) -> Iterator[Line | Problem]:
    columns: tuple[str, ...] = ()
    for item in read_csv(stream):
        if isinstance(item, Header):
            columns = item.columns
            levels = tuple(f"{LEVEL}{number}" for number in range(1, len(columns) + 1))
            if columns not in ((PATH,), levels):
                yield Problem("tree_columns", {"found": shown(", ".join(columns))}, row=item.row)
                return
        elif isinstance(item, Record):
            yield _row(item, columns)
        else:
            yield item


def _row(record: Record, columns: tuple[str, ...]) -> Line | Problem:
    """A row's names down to the last one; none may be left out between them."""
    if columns == (PATH,):
        names = _tidy(record.cells[PATH].split(SIGN))
        columns = (PATH,) * len(names)
    else:
        names = _tidy(record.cells[column] for column in columns)
        while not names[-1]:
            names.pop()
    if "" in names:
        return Problem("tree_gap", row=record.row, column=columns[names.index("")])
    return Line(record.row, tuple(names), columns[: len(names)])


def _tidy(names: Iterable[str]) -> list[str]:
    """Names in Unicode's composed form with single spaces; those that are none stay as they are."""
    read = ((name, Text("", "", required=False).read([name])) for name in names)
    return [name if isinstance(found, Problem) else found for name, found in read]


def _read_text(stream: BinaryIO) -> Iterator[Line | Problem]:
    lines = Lines(stream)
    above: list[str] = []
    step = ""
    try:
        while True:
            lines.begin()
            text = next(lines, None)
            if text is None:
                return
            yield from lines.faults
            name = text.strip()
            if not name or lines.faults:
                continue
            before = text[: len(text) - len(text.lstrip())]
            step = step or before
            wrong = _indent_problem(before, step, len(above))
            if wrong:
                yield wrong.at(row=lines.row)
                return
            depth = len(before) // len(step) if step else 0
            above = [*above[:depth], *_tidy([name])]
            yield Line(lines.row, tuple(above), ("",) * len(above))
    except RefusedError as refused:
        yield refused.problem


def _indent_problem(before: str, step: str, deepest: int) -> Problem | None:
    """What is wrong with the space before a name; after that, no level below it can be told."""
    if set(before + step) - set(_SPACE) or len(set(before + step)) > 1:
        return Problem("tree_mixed")
    if before and len(before) % len(step):
        return Problem("tree_uneven", {"found": len(before), "wanted": len(step)})
    if before and len(before) // len(step) > deepest:
        return Problem("tree_skipped")
    return None


_FORMS = {".csv": _read_csv, ".txt": _read_text}
