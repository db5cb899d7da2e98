"""Writing rows as CSV that is safe to open in a spreadsheet, or as JSONL."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from app.formats.formula import guard

Cell = str | int | float | bool | list[str] | None
CSV = "csv"
JSONL = "jsonl"


def write_table(
    rows: Iterable[Mapping[str, Cell]], columns: Sequence[str], out: TextIO, form: str
) -> int:
    """Write rows one by one and tell how many; open `out` with `newline=""`.

    JSONL keeps every value as it is. A CSV has text only: what a spreadsheet would run as a formula
    gets an apostrophe before it, and a list is written as JSON.
    """
    if form == JSONL:
        return _write_jsonl(rows, columns, out)
    if form != CSV:
        raise ValueError(f"no such form of table: {form}")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guard(column) for column in columns])
    count = 0
    for row in rows:
        writer.writerow([guard(_text(row.get(column))) for column in columns])
        count += 1
    return count


def _write_jsonl(rows: Iterable[Mapping[str, Cell]], columns: Sequence[str], out: TextIO) -> int:
    count = 0
    for row in rows:
        kept = {column: row.get(column) for column in columns}
        out.write(json.dumps(kept, ensure_ascii=False) + "\n")
        count += 1
    return count


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
