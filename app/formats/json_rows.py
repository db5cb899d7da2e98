"""Rows out of a JSONL file: one flat object a line."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from app.formats.lines import Lines, RefusedError
from app.formats.nearest import shown
from app.formats.record import Record
from app.formats.row_shape import CHECK
from app.rules.problem import Problem

# JSON can write half of a character, which no file or database can then hold.
_HALF = re.compile("[\ud800-\udfff]")


class _WrongError(Exception):
    """A line that is JSON of a sort that no row can be, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_jsonl(stream: BinaryIO) -> Iterator[Record | Problem]:
    """Each row or the problem with it; blank lines are left out."""
    lines = Lines(stream)
    some = False
    try:
        while True:
            lines.begin()
            line = next(lines, None)
            if line is None:
                break
            yield from lines.faults
            if line.strip():
                some = True
                if not lines.faults:
                    yield _record(lines.row, line)
    except RefusedError as refused:
        some = True
        yield refused.problem
    if not some:
        yield Problem("file_empty", row=1)


def _record(row: int, line: str) -> Record | Problem:
    try:
        found = json.loads(
            line,
            object_pairs_hook=_object,
            parse_constant=_constant,
            # Numbers are kept as they were written: 0.10 stays 0.10.
            parse_int=str,
            parse_float=str,
        )
        if not isinstance(found, dict):
            raise _WrongError(Problem("json_object", {"found": shown(line.strip())}))
        return Record(row, {name: _cell(name, value) for name, value in found.items()})
    except _WrongError as wrong:
        return wrong.problem.at(row=row)
    except json.JSONDecodeError as error:
        return Problem("json_broken", {"reason": error.msg, "place": error.colno}, row=row)
    except RecursionError:
        return Problem("json_object", {"found": shown(line.strip())}, row=row)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name.strip() for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise _WrongError(Problem("column_twice", {"found": shown(twice)}, column=shown(twice)))
    return dict(zip(names, (value for _, value in pairs), strict=True))


def _constant(found: str) -> NoReturn:
    raise _WrongError(Problem("json_value", {"found": found}))


def _cell(name: str, value: object) -> str:
    """The value as text; nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list) and name.startswith(CHECK):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        found = shown(json.dumps(value))
        raise _WrongError(Problem("json_value", {"found": found}, column=shown(name)))
    if _HALF.search(value):
        raise _WrongError(Problem("text_half", column=shown(name)))
    return value
