"""A choice from a tree: a leaf by its path, or what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields.tree import TreeChoice
from app.rules.problem import Problem
from app.rules.tree import Tree

LEAVES = ("Drinks > Juice > Fruit juice", "Drinks > Water", "I can't tell")
FIELD = TreeChoice("category", "Which is it?", Tree(LEAVES, LEAVES, "en"))


@pytest.mark.parametrize("key", LEAVES)
def test_a_leaf_is_stored_as_its_path(key: str) -> None:
    assert FIELD.read([key]) == key


def test_a_file_may_space_the_signs_as_it_likes() -> None:
    assert FIELD.read([" Drinks>Water "]) == "Drinks > Water"


@pytest.mark.parametrize("raw", [[], [""], ["  "]])
def test_nothing_is_a_problem_where_something_is_wanted(raw: list[str]) -> None:
    assert FIELD.read(raw) == Problem("tree_missing", field="category")
    free = TreeChoice("category", "Which is it?", FIELD.tree, required=False)
    assert free.read(raw) == ""


def test_what_has_more_inside_is_told() -> None:
    assert FIELD.read(["Drinks > Juice"]) == Problem("leaf_has_more", field="category")


def test_what_is_not_there_is_told_and_cut() -> None:
    wanted = Problem("leaf_not_there", {"found": "x" * 80}, field="category")
    assert FIELD.read(["x" * 500]) == wanted


@given(st.text(max_size=200))
def test_whatever_is_sent_becomes_a_leaf_or_a_problem(text: str) -> None:
    assert isinstance(read := FIELD.read([text]), Problem) or read in LEAVES
