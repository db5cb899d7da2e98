"""Known answers of several fields: what stands in their cells, and that an export brings back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields import Value
from app.formats.exports import write_tasks
from app.formats.pool_folder import TaskSource, open_rows
from app.formats.row_shape import RowShape, row_shape
from app.formats.task_rows import TaskRow
from app.kinds.ask import Ask, AskedField
from app.rules.problem import Problem

TOTAL = AskedField("total", "number", "Total")
BOUGHT = AskedField("bought", "day", "Bought on")
GOODS = AskedField("goods", "choices", "Goods", choices=("Bread, rolls", "[Milk]", "=Tea"))
NOTE = AskedField("note", "text", "Note", required=False)
FIELDS = (TOTAL, BOUGHT, GOODS, NOTE)
# In Spanish a point parts thousands, which a file must not depend on.
SHAPE = row_shape("data_entry", "es", Ask("Recibo", fields=FIELDS))
HEADER = "id,text,check_answer.total,check_answer.bought,check_answer.goods,check_answer.note"


def read(rows: str, form: str = "csv", shape: RowShape = SHAPE) -> list[TaskRow | Problem]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"tasks.{form}"
        path.write_text(rows, "utf-8")
        source = open_rows(path, shape)
        assert isinstance(source, TaskSource), source
        return list(source.read())


def known(rows: str, form: str = "csv") -> dict[str, Value] | None:
    (row,) = read(rows, form)
    assert isinstance(row, TaskRow), row
    return row.check_answer


def problems(cells: str) -> list[tuple[str, int, str]]:
    found = read(f"{HEADER}\na,Pan,{cells}\n")
    return [(one.code, one.row, one.column) for one in found if isinstance(one, Problem)]


def test_each_field_has_a_column() -> None:
    assert known(f'{HEADER}\na,Pan,1234.5,2024-03-07,"Bread, rolls | =Tea",\n') == {
        "total": "1234.5",
        "bought": "2024-03-07",
        "goods": ["Bread, rolls", "=Tea"],
        "note": "",
    }
    assert known(f"{HEADER}\na,Pan,,,,\n") is None


@pytest.mark.parametrize(
    ("cell", "goods"),
    [
        ("[Milk]", ["[Milk]"]),
        ("=Tea|[Milk]", ["[Milk]", "=Tea"]),
        ('"[""=Tea"", ""[Milk]""]"', ["[Milk]", "=Tea"]),
    ],
)
def test_several_answers_in_one_cell(cell: str, goods: list[str]) -> None:
    found = known(f"{HEADER}\na,Pan,1,2024-03-07,{cell},\n")
    assert found is not None
    assert found["goods"] == goods


def test_a_list_in_a_line_of_json() -> None:
    line = '{"id": "a", "text": "Pan", "check_answer.total": 1.5, "check_answer.bought": '
    found = known(line + '"2024-03-07", "check_answer.goods": ["=Tea"]}\n', "jsonl")
    assert found is not None
    assert (found["total"], found["goods"]) == ("1.5", ["=Tea"])


def test_a_list_is_no_text() -> None:
    (found,) = read('{"id": "a", "text": ["Pan"]}\n', "jsonl")
    assert isinstance(found, Problem)
    assert (found.code, found.column) == ("json_value", "text")


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ('"1,234",2024-03-07,=Tea,', "number_plain", "total"),
        ("1.234.567,2024-03-07,=Tea,", "number_plain", "total"),
        (",2024-03-07,=Tea,", "number_missing", "total"),
        ("1,07/03/2024,=Tea,", "day_plain", "bought"),
        ("1,2024-02-30,=Tea,", "day_plain", "bought"),
        ("1,,=Tea,", "day_missing", "bought"),
        ("1,2024-03-07,=tea,", "answer_meant", "goods"),
        ("1,2024-03-07,=Tea|Wine,", "answer_unknown", "goods"),
        ("1,2024-03-07,,", "choices_missing", "goods"),
        ("1,2024-03-07,[1],", "answer_unknown", "goods"),
    ],
)
def test_a_wrong_one_is_told_with_row_and_column(cells: str, code: str, column: str) -> None:
    assert problems(cells) == [(code, 2, f"check_answer.{column}")]


def test_the_plain_column_is_for_pools_of_one_field() -> None:
    found = read("id,text,check_answer\na,Pan,1\n")
    (wrong,) = (one for one in found if isinstance(one, Problem))
    assert wrong.code == "column_unknown"
    assert wrong.values["wanted"] == (
        "check_answer.bought, check_answer.goods, check_answer.note, check_answer.total"
    )
    one = row_shape("data_entry", "en", Ask("Receipt", fields=(TOTAL,)))
    (row,) = read("id,text,check_answer\na,Pan,1\n", shape=one)
    assert isinstance(row, TaskRow)
    assert row.check_answer == {"total": "1"}


def test_a_row_must_show_something() -> None:
    (found,) = read("id,text\na,\n")
    assert isinstance(found, Problem)
    assert (found.code, found.row, found.column) == ("material_missing", 2, "")


def test_a_row_with_another_problem_is_not_called_empty() -> None:
    found = read("id,image\na,../up.png\n")
    assert [one.code for one in found if isinstance(one, Problem)] == ["file_name"]


answers = st.fixed_dictionaries(
    {
        "total": st.decimals(-(10**6), 10**6, places=3).map(lambda n: f"{n.normalize() + 0:f}"),
        "bought": st.dates().map(lambda day: day.isoformat()),
        "goods": st.sets(st.sampled_from(GOODS.choices), min_size=1).map(
            lambda chosen: [one for one in GOODS.choices if one in chosen]
        ),
        "note": st.sampled_from(["", "=1+1", "A note"]),
    }
)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@given(answer=answers)
def test_an_export_comes_in_as_the_same(form: str, answer: dict[str, Value]) -> None:
    row = TaskRow(0, "a", "es", frozenset({"typing"}), {"text": "Pan"}, answer, "")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"tasks.{form}"
        with path.open("w", encoding="utf-8", newline="") as out:
            write_tasks([row], ["text"], [one.name for one in FIELDS], out, form)
        (again,) = read(path.read_text("utf-8"), form)
    assert isinstance(again, TaskRow), again
    assert again.payload == {"image": "", "alt": "", "text": "Pan"}
    assert replace(again, row=0, payload=row.payload) == row
