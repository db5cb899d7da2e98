"""Explanations in each language of a pool: a column each, read and written again."""

from pathlib import Path

import pytest

from app.formats.exports import write_tasks
from app.formats.pool_folder import TaskSource, open_rows
from app.formats.row_shape import row_shape
from app.formats.task_rows import TaskRow
from app.kinds.ask import Ask
from app.rules.problem import Problem

SHAPE = row_shape("content_moderation", "en", Ask("Spam?", ("Spam", "No")), locales=("en", "ar"))
ROWS = "id,text,check_answer,explain,explain.ar\na,Buy,Spam,It sells.,إنها تبيع.\nb,Hi,No,So.,\n"


def read(folder: Path, rows: str, form: str = "csv") -> list[TaskRow | Problem]:
    path = folder / f"tasks.{form}"
    path.write_text(rows, "utf-8")
    source = open_rows(path, SHAPE)
    assert isinstance(source, TaskSource), source
    return list(source.read())


def test_each_other_language_of_the_pool_has_a_column(tmp_path: Path) -> None:
    first, second = read(tmp_path, ROWS)
    assert isinstance(first, TaskRow)
    assert isinstance(second, TaskRow)
    assert (first.explain, first.explains) == ("It sells.", {"ar": "إنها تبيع."})
    assert (second.explain, second.explains) == ("So.", {})


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("explain.es", "explain_not_spoken"),
        ("explain.en", "explain_own"),
        ("explain.AR", "column_meant"),
        ("explain.english", "column_unknown"),
    ],
)
def test_a_language_that_the_pool_does_not_speak_is_refused(
    tmp_path: Path, column: str, code: str
) -> None:
    (problem, _, _) = read(tmp_path, ROWS.replace("explain.ar", column))
    assert isinstance(problem, Problem)
    assert (problem.column, problem.code) == (column, code)


def test_what_explains_no_answer_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path, ROWS.replace("Spam,", ","))
    wrong = [(one.code, one.row, one.column) for one in found if isinstance(one, Problem)]
    assert wrong == [("explain_alone", 2, "explain"), ("explain_alone", 2, "explain.ar")]


def test_an_explanation_that_is_too_long_is_told_by_its_column(tmp_path: Path) -> None:
    long = ROWS.replace("إنها تبيع.", "ا" * 2_001)
    found = [one for one in read(tmp_path, long) if isinstance(one, Problem)]
    assert [(one.row, one.column) for one in found] == [(2, "explain.ar")]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_brings_them_back(tmp_path: Path, form: str) -> None:
    rows = [one for one in read(tmp_path, ROWS) if isinstance(one, TaskRow)]
    with (tmp_path / f"out.{form}").open("w", encoding="utf-8", newline="") as out:
        write_tasks(rows, ["text"], ["verdict"], out, form, ["ar"])
    again = read(tmp_path, (tmp_path / f"out.{form}").read_text("utf-8"), form)
    assert [one.explains for one in again if isinstance(one, TaskRow)] == [
        {"ar": "إنها تبيع."},
        {},
    ]
