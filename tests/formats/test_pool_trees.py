"""The tree of a pool: named in `pool.toml`, in several languages, and in known answers."""

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.formats.pool_folder import PoolSource, open_pool
from tests.formats.tree_pools import (
    LEAVES,
    LEVELS,
    SPANISH,
    TASKS,
    TEXT,
    TOML,
    Open,
    opened,
    tree_of,
    wrong,
)

__all__ = ["opened"]


def test_a_tree_in_a_zip(tmp_path: Path) -> None:
    members = {"pool.toml": TOML, "tasks.csv": TASKS, "categories.csv": LEVELS}
    archive = tmp_path / "pool.zip"
    with ZipFile(archive, "w") as packing:
        for name, text in members.items():
            packing.writestr(f"shelves/{name}", text)
    assert tree_of(open_pool(archive)).keys == LEAVES


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        ('tree = "missing.csv"', "file_not_found"),
        ('tree = "sub/tree.csv"', "tree_form"),
        ('tree = "tasks.csv"', "tree_form"),
        ('tree = "tree.xlsx"', "tree_form"),
        ("tree = 3", "text_wanted"),
        ('tree = "categories.csv"\nchoices = ["A", "B"]', "ask_choices_and_tree"),
        ("", "ask_choices_or_tree"),
    ],
)
def test_exactly_one_of_choices_and_a_tree_that_is_there(opened: Open, ask: str, code: str) -> None:
    toml = TOML.replace('tree = "categories.csv"', ask)
    key = "choices" if code == "ask_choices_or_tree" else "tree"
    (place,) = wrong(opened({"categories.csv": LEVELS}, toml))
    assert place[0] == "pool.toml"
    assert place[1] > 0
    assert place[2:] == (f"pool.ask.{key}", code)


def test_a_link_is_not_followed(opened: Open, tmp_path: Path) -> None:
    os.symlink("/etc/passwd", tmp_path / "categories.csv")
    (tmp_path / "pool.toml").write_text(TOML)
    (tmp_path / "tasks.csv").write_text(TASKS)
    assert wrong(open_pool(tmp_path)) == [("categories.csv", 0, "", "file_not_regular")]


def test_other_kinds_have_no_tree(opened: Open) -> None:
    toml = TOML.replace("product_classification", "image_labelling")
    places = wrong(opened({"categories.csv": LEVELS}, toml))
    assert {place[2]: place[3] for place in places} == {
        "pool.ask.choices": "key_missing",
        "pool.ask.tree": "key_unknown",
    }


def test_a_tree_in_another_language_has_words_of_its_own(opened: Open) -> None:
    said = "Bebidas\n\tJugo\n\t\tFruta\n\t\tRaíces\n\tAgua\nOtra\n"
    source = opened({"categories.csv": LEVELS, "otras.txt": said}, TOML + SPANISH)
    assert isinstance(source, PoolSource), source
    with source:
        tree = source.spec.words["es"].tree
    assert tree
    assert tree.keys == LEAVES
    assert tree.nodes["Drinks > Juice > Roots"].path == "Bebidas > Jugo > Raíces"


def test_a_tree_may_be_left_in_the_language_of_the_pool(opened: Open) -> None:
    toml = TOML + SPANISH.replace('tree = "otras.txt"\n', "")
    source = opened({"categories.csv": LEVELS}, toml)
    assert isinstance(source, PoolSource), source
    with source:
        assert source.spec.words["es"].tree is None


@pytest.mark.parametrize(
    ("said", "row", "code"),
    [
        ("Bebidas\n Jugo\n  Fruta\n Agua\nOtra\n", 4, "words_tree"),
        ("Bebidas\n Jugo\n  Fruta\nJugo\n Raíces\nAgua\nOtra\n", 5, "words_tree"),
        ("Bebidas\n Jugo\n  Fruta\n  Raíces\n Agua\n", 0, "words_tree_leaves"),
        ("Bebidas\n Jugo\n  Fruta\n  Raíces\n Agua\nOtra\nMás\n", 0, "words_tree_leaves"),
        ("Bebidas\n", 0, "tree_leaves"),
    ],
)
def test_a_tree_in_another_language_has_the_same_shape(
    opened: Open, said: str, row: int, code: str
) -> None:
    source = opened({"categories.csv": LEVELS, "otras.txt": said}, TOML + SPANISH)
    assert wrong(source) == [("otras.txt", row, "", code)]


def test_words_for_a_tree_that_the_pool_has_not(opened: Open) -> None:
    toml = TOML.replace('tree = "categories.csv"', 'choices = ["A", "B"]')
    spanish = SPANISH + 'choices = ["Uno", "Dos"]\n'
    places = wrong(opened({"otras.txt": TEXT}, toml + spanish))
    assert [place[2:] for place in places] == [("pool.words.es.tree", "words_tree_alone")]


@pytest.mark.parametrize(
    ("known", "problem"),
    [
        ("Drinks > Water", None),
        ("Drinks>Juice>Roots", None),
        ("Drinks > Juice", ("leaf_unfinished", "Drinks > Juice > Fruit")),
        ("Roots", ("leaf_meant", "Drinks > Juice > Roots")),
        ("Drinks > water", ("leaf_meant", "Drinks > Water")),
        ("Drinks > Fruti", ("leaf_meant", "Drinks > Juice > Fruit")),
        ("Bread", ("leaf_unknown", "Drinks > Juice > Fruit")),
    ],
)
def test_a_known_answer_is_a_path(
    opened: Open, known: str, problem: tuple[str, str] | None
) -> None:
    source = opened({"categories.csv": LEVELS}, tasks=f"id,text,check_answer\na,It,{known}\n")
    assert isinstance(source, PoolSource), source
    with source:
        found = [
            (one.column, one.code, one.values.get("nearest") or one.values["instance"])
            for one in source.check()
        ]
    assert found == ([("check_answer", *problem)] if problem else [])


@pytest.mark.parametrize("row", ["a,Tea,,,", "a,,Green tea,,", "a,,,tea.jpg,A cup"])
def test_a_product_has_a_name_a_text_or_a_picture(opened: Open, tmp_path: Path, row: str) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "tea.jpg").write_bytes(b"")
    source = opened({"categories.csv": LEVELS}, tasks=f"id,title,text,image,alt\n{row}\nb,,,,\n")
    assert isinstance(source, PoolSource), source
    with source:
        assert [(one.row, one.code) for one in source.check()] == [(3, "material_missing")]
