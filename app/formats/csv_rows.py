"""Rows out of a CSV file, as spreadsheets of all sorts write it."""

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from app.formats.formula import unguard
from app.formats.lines import Lines, RefusedError
from app.formats.nearest import shown
from app.formats.record import Header, Record
from app.rules.problem import Problem

_DELIMITERS = ",;\t"


def read_csv(stream: BinaryIO) -> Iterator[Header | Record | Problem]:
    """The header, then each row or the problem with it; blank rows are left out."""
    lines = Lines(stream)
    try:
        first = _first(lines)
        if not first:
            yield Problem("file_empty", row=1)
            return
        reader = csv.reader(chain([first], lines), delimiter=_delimiter(first), strict=True)
        yield from _read(reader, lines)
    except RefusedError as refused:
        yield refused.problem


def _first(lines: Lines) -> str:
    """The first line that is not blank."""
    lines.begin()
    while (line := next(lines, "")) and not line.strip():
        lines.begin()
    return line


def _read(reader: Iterator[list[str]], lines: Lines) -> Iterator[Header | Record | Problem]:
    names = _next(reader, lines)
    if names is None or isinstance(names, Problem) or lines.faults:
        yield from lines.faults
        if isinstance(names, Problem):
            yield names
        return
    columns = tuple(name.strip() for name in names)
    problems = list(_header_problems(columns, lines.row))
    yield from problems
    if problems:
        return
    yield Header(lines.row, columns)
    while True:
        lines.begin()
        cells = _next(reader, lines)
        if cells is None:
            return
        yield from lines.faults
        if isinstance(cells, Problem):
            yield cells
        elif not lines.faults and any(map(str.strip, cells)):
            yield _record(lines.row, columns, cells)


def _next(reader: Iterator[list[str]], lines: Lines) -> list[str] | Problem | None:
    """The cells of the next record, the problem with it, or None at the end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        words = str(error)
    if "field limit" in words:
        # The rest of the cell would be read as rows of their own: stop here.
        most = csv.field_size_limit()
        raise RefusedError(Problem("cell_long", {"most": most}, row=lines.row))
    code = "quote_open" if "unexpected end" in words else "quote_stray"
    return Problem(code, row=lines.row)


def _record(row: int, columns: tuple[str, ...], cells: list[str]) -> Record | Problem:
    if len(cells) != len(columns):
        return Problem("row_ragged", {"found": len(cells), "wanted": len(columns)}, row=row)
    return Record(row, dict(zip(columns, map(unguard, cells), strict=True)))


def _header_problems(columns: tuple[str, ...], row: int) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in enumerate(columns, start=1):
        if not name:
            yield Problem("column_unnamed", {"place": place}, row=row)
        elif name in seen:
            yield Problem("column_twice", {"found": shown(name)}, row=row, column=shown(name))
        seen.add(name)


def _delimiter(header: str) -> str:
    """The sign that parts the columns: the one found most often outside quotes."""
    outside = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)
