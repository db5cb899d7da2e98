"""Rows of tasks out of a file, whatever its form, with no more than one row in memory."""

from collections.abc import Iterator
from pathlib import Path, PurePath

from app.formats.csv_rows import read_csv
from app.formats.json_rows import read_jsonl
from app.formats.nearest import shown
from app.formats.record import Header, Record
from app.rules.problem import Problem

FORMS = {".csv": read_csv, ".jsonl": read_jsonl}


def read_rows(path: Path, file: str) -> Iterator[Header | Record | Problem]:
    """Each row of a file or the problem with it; `file` is the name a person knows it by."""
    form = FORMS.get(PurePath(file).suffix.lower())
    if form is None:
        yield Problem("rows_form", {"found": shown(file), "wanted": ", ".join(FORMS)}, file=file)
        return
    with path.open("rb") as stream:
        for item in form(stream):
            yield item.at(file=file) if isinstance(item, Problem) else item
