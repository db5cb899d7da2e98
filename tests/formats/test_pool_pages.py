"""The pages of a survey in `pool.toml`, and rows that have no known answer."""

from pathlib import Path

import pytest

from app.formats.pool_folder import TaskSource, open_rows
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml
from app.formats.row_shape import row_shape
from app.formats.task_rows import TaskRow
from app.rules.branching import When
from app.rules.problem import Problem

POOL = """\
[pool]
slug = "web"
kind = "survey"
title = "How do you use the web?"
purpose = "To know it."
asked_by = "The library"
steps = ["Answer."]
language = "en"
overlap = 50
minutes_per_task = 1

[[pool.ask.fields]]
name = "who"
shape = "choice"
label = "Who are you?"
choices = ["Adult", "Child"]
heading = "You"

[[pool.ask.fields]]
name = "tools"
shape = "choices"
label = "What do you use?"
choices = ["Phone", "Computer"]

[[pool.ask.fields]]
name = "school"
new_page = true
heading = "At school"
label = "Which school is it?"
when = { field = "who", is = ["Child"] }

[[pool.ask.fields]]
name = "size"
shape = "number"
label = "How large is it?"
when = { field = "tools", is = ["Phone", "Computer"] }

[[pool.ask.fields]]
name = "wish"
new_page = true
label = "What do you wish for?"
"""
SPANISH = """
[pool.words.es]
title = "Encuesta"
purpose = "Para saberlo."
steps = ["Responde."]
fields = [
  { label = "¿Quién?", choices = ["Mayor", "Menor"], heading = "Tú" },
  { label = "¿Qué usas?", choices = ["Teléfono", "Ordenador"] },
  { label = "¿Qué escuela?", heading = "En la escuela" },
  { label = "¿Cuánto mide?" },
  { label = "¿Qué deseas?" },
]
"""


def read(text: str) -> PoolSpec:
    spec = read_pool_toml(text.encode())
    assert isinstance(spec, PoolSpec), spec
    return spec


def problems(text: str) -> list[tuple[str, str]]:
    found = read_pool_toml(text.encode())
    assert isinstance(found, list), found
    return [(one.code, one.column) for one in found]


def test_fields_stand_on_pages_and_hang_on_answers() -> None:
    fields = read(POOL + SPANISH).ask.fields
    assert [one.page for one in fields] == [1, 1, 2, 2, 3]
    assert [one.heading for one in fields] == ["You", "", "At school", "", ""]
    assert [one.when for one in fields] == [
        None,
        None,
        When("who", ("Child",)),
        When("tools", ("Phone", "Computer")),
        None,
    ]


def test_headings_have_words_in_every_language() -> None:
    words = read(POOL + SPANISH).words
    assert [one.heading for one in words["es"].fields] == ["Tú", "", "En la escuela", "", ""]
    assert [one.heading for one in words["en"].fields] == ["You", "", "At school", "", ""]
    missing = (POOL + SPANISH).replace(', heading = "En la escuela"', "")
    assert problems(missing) == [("key_missing", "pool.words.es.fields.3.heading")]
    stray = (POOL + SPANISH).replace("¿Qué deseas?", '¿Qué deseas?", heading = "Al final')
    assert problems(stray) == [("key_unknown", "pool.words.es.fields.5.heading")]


WRONG = [
    ('field = "who"', 'field = "whom"', "when_meant", ".3.when"),
    ('field = "who"', 'field = "weather"', "when_unknown", ".3.when"),
    ('field = "who"', 'field = "size"', "when_later", ".3.when"),
    ('field = "who"', 'field = "school"', "when_later", ".3.when"),
    ('field = "who", is', 'feild = "who", is', "key_missing", ".3.when.field"),
    ('["Child"] }', '["child"] }', "answer_meant", ".3.when"),
    ('["Child"] }', '["Elephant"] }', "answer_unknown", ".3.when"),
    ('["Child"] }', "[] }", "texts_wanted", ".3.when.is"),
    ('["Child"] }', '"Child" }', "texts_wanted", ".3.when.is"),
    ('{ field = "who", is = ["Child"] }', '"who"', "table_wanted", ".3.when"),
    ("new_page = true", 'new_page = "yes"', "flag_wanted", ".3.new_page"),
    ('shape = "number"', 'shape = "number"\nheading = "Size"', "heading_inside", ".4.heading"),
    ('label = "What do you wish for?"',
     'label = "Wish?"\nwhen = { field = "school", is = ["a"] }', "when_typed", ".5.when"),
    # On the page of the field that it hangs on, nobody has answered that yet.
    ('label = "What do you use?"',
     'label = "Use?"\nwhen = { field = "who", is = ["Child"] }', "when_later", ".2.when"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "column"), WRONG)
def test_what_cannot_be_is_told_with_its_place(old: str, new: str, code: str, column: str) -> None:
    assert old in POOL
    found = read_pool_toml(POOL.replace(old, new, 1).encode())
    assert isinstance(found, list)
    assert (found[0].code, found[0].column) == (code, f"pool.ask.fields{column}")
    assert found[0].row > 0


def test_only_a_survey_has_pages() -> None:
    entry = POOL.replace('"survey"', '"data_entry"')
    assert {code for code, _ in problems(entry)} == {"key_unknown"}


def rows(text: str, folder: Path) -> list[TaskRow | Problem]:
    file = folder / "tasks.csv"
    file.write_text(text, "utf-8")
    source = open_rows(file, row_shape("survey", "en", read(POOL).ask))
    assert isinstance(source, TaskSource), source
    return list(source.read())


def test_a_row_wants_no_more_than_its_id(tmp_path: Path) -> None:
    (row,) = rows("id\na\n", tmp_path)
    assert isinstance(row, TaskRow)
    # Two of the questions are typed and required.
    assert (row.key, row.payload, row.needs) == ("a", {"text": ""}, {"typing"})


def test_a_survey_has_no_known_answers(tmp_path: Path) -> None:
    found = rows("id,check_answer.who,check_answer.wish\na,Adult,\nb,,\n", tmp_path)
    assert [(one.code, one.row, one.column) for one in found if isinstance(one, Problem)] == [
        ("check_survey", 2, "check_answer.who")
    ]
    assert isinstance(found[1], TaskRow)
