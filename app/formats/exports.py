"""What leaves a pool: its answers, its results and its tasks, row by row."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TextIO

from app.fields import Value
from app.formats.row_shape import EXPLAIN, KEY, LANG, OWN_NEEDS, check_columns, explain_columns
from app.formats.tabular import CSV, JSONL, Cell, write_table
from app.formats.task_rows import TaskRow
from app.rules.problem import Problem

CROWDKIT = "crowdkit"
FORMS: Mapping[str, tuple[str, ...]] = {
    "answers": (CSV, JSONL, CROWDKIT),
    "results": (CSV, JSONL),
    "tasks": (CSV, JSONL),
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer; `worker` is the pool's random pseudonym, `excluded_reason` empty if it counts."""

    pool: str
    task_id: str
    answer_id: str
    worker: str
    value: Mapping[str, Value]
    day: date
    surplus: bool
    excluded_reason: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What came of one task: `state` is agreed, undecided or open, `result` empty unless agreed.

    `figures` are what its kind says of the answers beside their agreement.
    """

    task_id: str
    payload: Mapping[str, str]
    result: Mapping[str, Value]
    answers: int
    agreement: float | None
    state: str
    figures: Mapping[str, float | None] = field(default_factory=dict)


def export_problem(what: str, form: str, fields: Sequence[str]) -> Problem | None:
    """Why an export cannot be written in a form, or None."""
    forms = FORMS.get(what, ())
    if form not in forms:
        return Problem("export_form", {"found": form, "wanted": ", ".join(forms)})
    if form == CROWDKIT and len(fields) != 1:
        return Problem("export_one_label", {"found": ", ".join(fields)})
    return None


def write_answers(rows: Iterable[AnswerRow], fields: Sequence[str], out: TextIO, form: str) -> int:
    """Write answers in the order given, and tell how many; crowd-kit's form holds those that count.

    Open `out` with `newline=""`.
    """
    if form == CROWDKIT:
        return _write_crowdkit(rows, fields[0], out)
    columns = [
        *("pool", "task_id", "answer_id", "worker"),
        *(f"value.{field}" for field in fields),
        *("day", "surplus", "excluded_reason"),
    ]
    return write_table(map(_answer, rows), columns, out, form)


def write_results(
    rows: Iterable[ResultRow],
    columns: Sequence[str],
    fields: Sequence[str],
    out: TextIO,
    form: str,
    figures: Iterable[str] = (),
) -> int:
    """Write results with the payload's `columns` and the kind's `figures`, and tell how many."""
    names = [
        *("task_id", *columns),
        *(f"result.{field}" for field in fields),
        *("answers", "agreement", "state"),
        *figures,
    ]
    return write_table(map(_result, rows), names, out, form)


def write_tasks(
    rows: Iterable[TaskRow],
    columns: Sequence[str],
    fields: Sequence[str],
    out: TextIO,
    form: str,
    others: Iterable[str] = (),
) -> int:
    """Write tasks so that they can be imported again, and tell how many.

    `others` are the languages of the pool's words beside its own.
    """
    checks, explains = check_columns(fields), explain_columns(others)
    names = [KEY.name, *columns, LANG, OWN_NEEDS, *checks, EXPLAIN.name, *explains.values()]
    by_field = dict(zip(fields, checks, strict=True))
    return write_table((_task(row, by_field) for row in rows), names, out, form)


def _answer(row: AnswerRow) -> dict[str, Cell]:
    cells: dict[str, Cell] = {f"value.{field}": value for field, value in row.value.items()}
    return cells | {
        "pool": row.pool,
        "task_id": row.task_id,
        "answer_id": row.answer_id,
        "worker": row.worker,
        "day": row.day.isoformat(),
        "surplus": row.surplus,
        "excluded_reason": row.excluded_reason,
    }


def _result(row: ResultRow) -> dict[str, Cell]:
    cells: dict[str, Cell] = {**row.payload}
    cells |= {f"result.{field}": value for field, value in row.result.items()}
    return cells | {
        "task_id": row.task_id,
        "answers": row.answers,
        "agreement": _rounded(row.agreement),
        "state": row.state,
        **{name: _rounded(figure) for name, figure in row.figures.items()},
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def _task(row: TaskRow, checks: Mapping[str, str]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {**row.payload}
    cells |= {checks[field]: value for field, value in (row.check_answer or {}).items()}
    return cells | {
        KEY.name: row.key,
        LANG: row.lang,
        OWN_NEEDS: " ".join(sorted(row.needs)),
        EXPLAIN.name: row.explain,
        **{explain_columns([locale])[locale]: text for locale, text in row.explains.items()},
    }


def _write_crowdkit(rows: Iterable[AnswerRow], field: str, out: TextIO) -> int:
    """Tab-separated `task worker label`, without answers that were left out of the results."""
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(["task", "worker", "label"])
    count = 0
    for row in rows:
        value = row.value.get(field, "")
        label = value if isinstance(value, str) else " ".join(value)
        if row.excluded_reason or not label:
            continue
        writer.writerow([row.task_id, row.worker, " ".join(label.split())])
        count += 1
    return count
