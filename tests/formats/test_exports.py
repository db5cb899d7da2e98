"""Exports have the columns that were promised, and are safe to open in a spreadsheet."""

import csv
import json
from datetime import date
from io import StringIO

import pytest

from app.formats.exports import (
    AnswerRow,
    ResultRow,
    export_problem,
    write_answers,
    write_results,
    write_tasks,
)
from app.formats.task_rows import TaskRow

ANSWERS = [
    AnswerRow("spam", "a", "a1", "w1", {"verdict": "Spam"}, date(2026, 11, 22), False),
    AnswerRow("spam", "b", "a2", "w2", {"verdict": "Not\tspam"}, date(2026, 11, 23), True),
    AnswerRow("spam", "b", "a3", "w3", {"verdict": "Spam"}, date(2026, 11, 23), False, "off_topic"),
    AnswerRow("spam", "b", "a4", "w4", {}, date(2026, 11, 23), False),
]


def written(form: str, answers: list[AnswerRow]) -> str:
    out = StringIO(newline="")
    write_answers(iter(answers), ["verdict"], out, form)
    return out.getvalue()


def test_answers_have_their_columns_and_a_day_without_a_time() -> None:
    assert written("csv", ANSWERS[:3]).split("\r\n") == [
        "pool,task_id,answer_id,worker,value.verdict,day,surplus,excluded_reason",
        "spam,a,a1,w1,Spam,2026-11-22,false,",
        "spam,b,a2,w2,Not\tspam,2026-11-23,true,",
        "spam,b,a3,w3,Spam,2026-11-23,false,off_topic",
        "",
    ]


def test_answers_in_jsonl_keep_their_values() -> None:
    first = json.loads(written("jsonl", ANSWERS).split("\n")[0])
    assert first == {
        "pool": "spam",
        "task_id": "a",
        "answer_id": "a1",
        "worker": "w1",
        "value.verdict": "Spam",
        "day": "2026-11-22",
        "surplus": False,
        "excluded_reason": "",
    }


def test_crowd_kit_gets_the_answers_that_count() -> None:
    assert written("crowdkit", ANSWERS) == "task\tworker\tlabel\na\tw1\tSpam\nb\tw2\tNot spam\n"


@pytest.mark.parametrize("form", ["csv", "jsonl", "crowdkit"])
def test_the_count_of_rows_is_told(form: str) -> None:
    assert write_answers(iter(ANSWERS[:2]), ["verdict"], StringIO(), form) == 2


def test_several_values_are_a_list() -> None:
    row = AnswerRow("p", "a", "a1", "w", {"verdict": ["x", "y"]}, date(2026, 11, 22), False)
    assert next(csv.DictReader(StringIO(written("csv", [row]))))["value.verdict"] == '["x", "y"]'
    assert json.loads(written("jsonl", [row]))["value.verdict"] == ["x", "y"]
    assert written("crowdkit", [row]).endswith("a\tw\tx y\n")


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "＝1"],
)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    row = AnswerRow("p", "=a", "a1", "w", {"verdict": cell}, date(2026, 11, 22), False)
    read = next(csv.DictReader(StringIO(written("csv", [row]), newline="")))
    assert (read["task_id"], read["value.verdict"]) == ("'=a", f"'{cell}")
    assert json.loads(written("jsonl", [row]))["value.verdict"] == cell


def test_results_state_what_came_of_each_task() -> None:
    rows = [
        ResultRow("a", {"text": "Hi", "lang": "en"}, {"verdict": "Spam"}, 3, 2 / 3, "agreed"),
        ResultRow("b", {"text": "-5", "lang": "es"}, {}, 1, None, "open"),
    ]
    out = StringIO(newline="")
    assert write_results(iter(rows), ["text", "lang"], ["verdict"], out, "csv") == 2
    assert out.getvalue().split("\r\n") == [
        "task_id,text,lang,result.verdict,answers,agreement,state",
        "a,Hi,en,Spam,3,0.6667,agreed",
        "b,'-5,es,,1,,open",
        "",
    ]
    out = StringIO(newline="")
    write_results(iter(rows), ["text", "lang"], ["verdict"], out, "jsonl")
    assert json.loads(out.getvalue().split("\n")[1]) == {
        "task_id": "b",
        "text": "-5",
        "lang": "es",
        "result.verdict": None,
        "answers": 1,
        "agreement": None,
        "state": "open",
    }


def test_tasks_have_the_columns_of_an_import() -> None:
    row = TaskRow(0, "a", "en", frozenset({"typing", "sight"}), {"text": "Hi"}, None, "")
    out = StringIO(newline="")
    write_tasks([row], ["text"], ["verdict"], out, "csv")
    assert out.getvalue() == "id,text,lang,needs,check_answer,explain\r\na,Hi,en,sight typing,,\r\n"


def test_a_known_answer_of_several_fields_has_a_column_for_each() -> None:
    check = {"name": "Ada", "year": "1842"}
    row = TaskRow(0, "a", "en", frozenset(), {"text": "Hi"}, check, "")
    out = StringIO(newline="")
    write_tasks([row], ["text"], ["name", "year"], out, "csv")
    assert out.getvalue().split("\r\n")[:2] == [
        "id,text,lang,needs,check_answer.name,check_answer.year,explain",
        "a,Hi,en,,Ada,1842,",
    ]


@pytest.mark.parametrize(
    ("what", "form", "fields", "code"),
    [
        ("answers", "csv", ["a"], ""),
        ("answers", "crowdkit", ["a"], ""),
        ("answers", "crowdkit", ["a", "b"], "export_one_label"),
        ("answers", "mturk", ["a"], "export_form"),
        ("results", "crowdkit", ["a"], "export_form"),
        ("tasks", "jsonl", ["a"], ""),
        ("secrets", "csv", ["a"], "export_form"),
    ],
)
def test_only_what_can_be_written_is_offered(
    what: str, form: str, fields: list[str], code: str
) -> None:
    problem = export_problem(what, form, fields)
    assert (problem.code if problem else "") == code


def test_a_form_that_nobody_checked_is_not_written() -> None:
    with pytest.raises(ValueError, match="excel"):
        write_answers(ANSWERS, ["verdict"], StringIO(), "excel")
