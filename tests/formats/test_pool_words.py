"""A pool's words in another language are taken only when all of them are there."""

import pytest

from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml
from app.kinds.ask import Words
from app.rules.problem import Problem

SPANISH = """
[pool.words.es]
title = "¿Es spam?"
purpose = "Para cuidar un foro."
steps = ["Léelo.", "Elige."]
choices = ["Spam", "No es spam"]
"""


def test_words_of_another_language_stand_beside_the_pools_own(pool_toml: str) -> None:
    spec = read_pool_toml((pool_toml + SPANISH).encode())
    assert isinstance(spec, PoolSpec), spec
    assert spec.words["es"] == Words(
        locale="es",
        title="¿Es spam?",
        purpose="Para cuidar un foro.",
        asked_by="The forum",
        steps=("Léelo.", "Elige."),
        question="¿Es spam?",
        choices=("Spam", "No es spam"),
    )
    assert list(spec.words) == ["en", "es"]


@pytest.mark.parametrize(
    ("old", "new", "code", "values", "column"),
    [
        ('steps = ["Léelo.", "Elige."]\n', "", "words_incomplete", {"missing": "steps"}, ""),
        (', "No es spam"', "", "words_choices", {"found": 1, "wanted": 2}, ".choices"),
        ('"No es spam"', '"Spam"', "ask_choices_twice", {}, ".choices"),
        ("title", "tittle", "words_incomplete", {"missing": "title"}, ""),
    ],
)
def test_words_that_are_not_complete_are_told(
    pool_toml: str, old: str, new: str, code: str, values: dict[str, str | int], column: str
) -> None:
    found = read_pool_toml((pool_toml + SPANISH.replace(old, new)).encode())
    assert isinstance(found, list)
    first = found[0]
    assert (first.code, first.values) == (code, values)
    assert first.column == f"pool.words.es{column}"
    assert first.row >= 15


def test_a_question_must_be_there_in_every_language(pool_toml: str) -> None:
    text = pool_toml.replace("[pool.ask]", '[pool.ask]\nquestion = "Spam?"')
    found = read_pool_toml((text + SPANISH).encode())
    assert isinstance(found, list)
    assert [one.values for one in found] == [{"missing": "question"}]


@pytest.mark.parametrize(
    ("locale", "code"), [("en", "words_twice"), ("xx", "language_unknown"), ("EN", "words_twice")]
)
def test_words_need_a_language_of_their_own(pool_toml: str, locale: str, code: str) -> None:
    found = read_pool_toml((pool_toml + SPANISH.replace("es]", f"{locale}]")).encode())
    assert isinstance(found, list)
    assert [one.code for one in found] == [code]


def test_a_place_is_the_table_where_words_are_missing(pool_toml: str) -> None:
    text = pool_toml + "\n[pool.words.es]\n"
    assert read_pool_toml(text.encode()) == [
        Problem(
            "words_incomplete",
            {"missing": "title, purpose, steps, choices"},
            row=15,
            column="pool.words.es",
            file="pool.toml",
        )
    ]
