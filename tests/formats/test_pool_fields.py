"""A pool's own fields: read from `[[pool.ask.fields]]` with their words, or every problem."""

import pytest

from app.fields.choice import Choice
from app.fields.number import Number
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml
from app.kinds import kinds
from app.kinds.ask import SHAPES, AskedField, FieldWords
from app.rules.problem import Problem

POOL = """\
[pool]
slug = "receipts"
kind = "data_entry"
title = "Type off a receipt"
purpose = "To know what things cost."
asked_by = "The museum"
steps = ["Read it.", "Type it."]
language = "en"
overlap = 3
minutes_per_task = 1

[[pool.ask.fields]]
name = "total"
shape = "number"
label = "What is the total?"
hint = "Without the currency."

[[pool.ask.fields]]
name = "paid"
shape = "choice"
label = "How was it paid?"
choices = ["Cash", "Card"]
required = false

[[pool.ask.fields]]
name = "shop"
label = "Which shop is it?"
"""
SPANISH = """
[pool.words.es]
title = "Copia un recibo"
purpose = "Para saber cuánto cuestan las cosas."
steps = ["Léelo.", "Escríbelo."]

[[pool.words.es.fields]]
label = "¿Cuál es el total?"
hint = "Sin la moneda."

[[pool.words.es.fields]]
label = "¿Cómo se pagó?"
choices = ["En efectivo", "Con tarjeta"]

[[pool.words.es.fields]]
label = "¿Qué tienda es?"
"""
WHOLE = POOL + SPANISH


def read(text: str) -> PoolSpec:
    spec = read_pool_toml(text.encode())
    assert isinstance(spec, PoolSpec), spec
    return spec


def problems(text: str) -> list[tuple[str, str, int]]:
    found = read_pool_toml(text.encode())
    assert isinstance(found, list), found
    return [(one.code, one.column, one.row) for one in found]


def row_of(text: str, line: str, nth: int = 1) -> int:
    rows = [row for row, one in enumerate(text.split("\n"), start=1) if one == line]
    return rows[nth - 1]


def test_fields_with_all_that_they_can_have() -> None:
    spec = read(WHOLE)
    assert spec.ask.fields == (
        AskedField("total", "number", "What is the total?", "Without the currency."),
        AskedField("paid", "choice", "How was it paid?", "", False, ("Cash", "Card")),
        AskedField("shop", "text", "Which shop is it?"),
    )
    assert spec.words["es"].fields == (
        FieldWords("¿Cuál es el total?", "Sin la moneda."),
        FieldWords("¿Cómo se pagó?", "", ("En efectivo", "Con tarjeta")),
        FieldWords("¿Qué tienda es?"),
    )


def test_a_worker_is_asked_in_their_language_and_the_keys_stay() -> None:
    spec = read(WHOLE)
    total, paid, shop = kinds()["data_entry"].asks(spec.ask, spec.words["es"], {})
    assert isinstance(total, Number)
    assert (total.label, total.lang) == ("¿Cuál es el total?", "es")
    assert isinstance(paid, Choice)
    assert paid.options == (("Cash", "En efectivo"), ("Card", "Con tarjeta"))
    assert [field.name for field in (total, paid, shop)] == ["total", "paid", "shop"]


FIELD_PROBLEMS = [
    ('name = "total"\n', "", "key_missing", ".1.name"),
    ('name = "total"', 'name = "Total"', "field_name", ".1.name"),
    ('name = "total"', 'name = "1"', "field_name", ".1.name"),
    ('name = "total"', "name = 1", "text_wanted", ".1.name"),
    ('"number"', '"numbr"', "shape_meant", ".1.shape"),
    ('"number"', '"qqq"', "shape_unknown", ".1.shape"),
    ('label = "How was it paid?"\n', "", "key_missing", ".2.label"),
    ('label = "How was it paid?"', 'lable = "How?"', "key_missing", ".2.label"),
    ('choices = ["Cash", "Card"]\n', "", "key_missing", ".2.choices"),
    ('"Cash", "Card"', '"Cash"', "ask_choices_count", ".2.choices"),
    ('"Cash", "Card"', '"Cash", "Cash"', "ask_choices_twice", ".2.choices"),
    ('["Cash", "Card"]', '"Cash"', "texts_wanted", ".2.choices"),
    ("required = false", 'required = "no"', "flag_wanted", ".2.required"),
    ('label = "Which shop is it?"', 'label = "S"\nchoices = ["a", "b"]', "key_unknown",
     ".3.choices"),
    ('name = "shop"', 'name = "total"', "fields_twice", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "column"), FIELD_PROBLEMS)
def test_what_is_wrong_with_a_field_is_told_with_its_place(
    old: str, new: str, code: str, column: str
) -> None:
    found = problems(POOL.replace(old, new, 1))
    first = found[0]
    assert first[:2] == (code, f"pool.ask.fields{column}")
    number = int(column[1]) if column else 1
    begins = row_of(POOL, "[[pool.ask.fields]]", number)
    assert begins <= first[2] < begins + 7


def test_a_kind_with_fields_of_its_pool_wants_some_and_no_question() -> None:
    head = POOL.partition("[[pool.ask")[0]
    assert problems(head) == [("key_missing", "pool.ask.fields", 0)]
    wrong = head + '[pool.ask]\nquestion = "Which?"\nfields = "total"\n'
    assert [one[:2] for one in problems(wrong)] == [
        ("tables_wanted", "pool.ask.fields"),
        ("key_unknown", "pool.ask.question"),
    ]


def test_there_can_be_thirty_fields() -> None:
    head = POOL.partition("[[pool.ask")[0]
    one = '[[pool.ask.fields]]\nname = "f{}"\nlabel = "L"\n'
    many = [one.format(number) for number in range(31)]
    assert len(read(head + "".join(many[:30])).ask.fields) == 30
    assert [code for code, *_ in problems(head + "".join(many))] == ["fields_many"]


def test_only_kinds_that_name_fields_have_them() -> None:
    text = POOL.replace("data_entry", "translation")
    assert [one[:2] for one in problems(text)] == [("key_unknown", "pool.ask.fields")]


WORD_PROBLEMS = [
    ('label = "¿Qué tienda es?"\n', "", "key_missing", ".3.label"),
    ('\n[[pool.words.es.fields]]\nlabel = "¿Qué tienda es?"\n', "", "words_fields", ""),
    ('hint = "Sin la moneda."\n', "", "key_missing", ".1.hint"),
    ('choices = ["En efectivo", "Con tarjeta"]\n', "", "key_missing", ".2.choices"),
    ('"En efectivo", "Con tarjeta"', '"En efectivo"', "words_choices", ".2.choices"),
    ('"En efectivo", "Con tarjeta"', '"Pagado", "Pagado"', "ask_choices_twice", ".2.choices"),
    ('label = "¿Qué tienda es?"', 'label = "¿Tienda?"\nshape = "text"', "key_unknown", ".3.shape"),
]


@pytest.mark.parametrize(("old", "new", "code", "column"), WORD_PROBLEMS)
def test_what_is_wrong_with_the_words_of_a_field_is_told_with_its_place(
    old: str, new: str, code: str, column: str
) -> None:
    assert old in SPANISH
    found = problems(POOL + SPANISH.replace(old, new, 1))
    assert found[0][:2] == (code, f"pool.words.es.fields{column}")
    assert found[0][2] > row_of(WHOLE, "[pool.words.es]")


def test_words_without_the_fields_are_not_complete() -> None:
    found = read_pool_toml((POOL + SPANISH.partition("\n[[")[0]).encode())
    assert isinstance(found, list)
    assert [(one.code, one.values) for one in found] == [
        ("words_incomplete", {"missing": "fields"})
    ]


def test_one_problem_with_the_fields_is_told_once() -> None:
    text = WHOLE.replace("[[pool.ask.fields]]", "[[pool.ask.feilds]]")
    assert [code for code, *_ in problems(text)] == ["key_missing", "key_meant"]


def test_every_shape_can_be_asked_for() -> None:
    head = POOL.partition("[[pool.ask")[0]
    fields = "".join(
        f'[[pool.ask.fields]]\nname = "{shape}"\nshape = "{shape}"\nlabel = "L"\n'
        + ('choices = ["a", "b"]\n' if "choice" in shape else "")
        for shape in SHAPES
    )
    spec = read(head + fields)
    asked = kinds()["data_entry"].asks(spec.ask, spec.words["en"], {})
    assert [field.name for field in asked] == list(SHAPES)
    assert not any(isinstance(field, Problem) for field in asked)


WITH_PATTERN = WHOLE.replace(
    'label = "Which shop is it?"',
    """label = "Which shop is it?"
pattern = ["AA-000", "0+"]
pattern_words = "Two letters, a hyphen, three digits; or a number.\"""",
).replace(
    'label = "¿Qué tienda es?"',
    """label = "¿Qué tienda es?"
pattern_words = "Dos letras, un guion, tres cifras; o un número.\"""",
)


def test_a_text_may_have_a_pattern_with_its_words_in_each_language() -> None:
    found = read_pool_toml(WITH_PATTERN.encode())
    assert isinstance(found, PoolSpec)
    assert found.ask.fields[2].pattern == ("AA-000", "0+")
    wanted = {"en": "Two letters, a hyphen, ", "es": "Dos letras, un guion, "}
    for locale, words in found.words.items():
        *_, shop = kinds()["data_entry"].asks(found.ask, words, {})
        assert shop.read(["ab-١٢٣"]) == "ab-١٢٣"
        assert shop.read(["7"]) == "7"
        wrong = shop.read(["ab 1"])
        assert isinstance(wrong, Problem)
        assert wrong.code == "text_pattern"
        assert shop.hint.startswith(wanted[locale])


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('pattern = ["AA-000", "0+"]', r"pattern = '[A-Z]{2}-\d+'", "pattern_unclear"),
        ('pattern = ["AA-000", "0+"]', 'pattern = ""', "text_missing"),
        ('pattern = ["AA-000", "0+"]', "pattern = []", "texts_wanted"),
        ('pattern = ["AA-000", "0+"]', "pattern = 5", "texts_wanted"),
        ('pattern_words = "Two letters, a hyphen, three digits; or a number."', "", "key_missing"),
        ('pattern_words = "Dos letras, un guion, tres cifras; o un número."', "", "key_missing"),
        ('pattern = ["AA-000", "0+"]', "", "key_missing"),
        ('pattern = ["AA-000", "0+"]', 'pattern = "0"\nshape = "link"', "key_unknown"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_a_problem(before: str, after: str, code: str) -> None:
    found = read_pool_toml(WITH_PATTERN.replace(before, after).encode())
    assert isinstance(found, list)
    assert code in [problem.code for problem in found]
