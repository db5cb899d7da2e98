"""Pools with trees: their files, and what comes of opening them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.formats.pool_folder import PoolSource, open_pool
from app.rules.problem import Problem
from app.rules.tree import Tree

TOML = """\
[pool]
slug = "shelves"
kind = "product_classification"
title = "Where does it belong?"
purpose = "So that it is found."
asked_by = "The shop"
steps = ["Read it."]
language = "en"
overlap = 3
minutes_per_task = 0.5

[pool.ask]
tree = "categories.csv"
"""
SPANISH = """
[pool.words.es]
title = "¿Dónde va?"
purpose = "Para encontrarlo."
steps = ["Léelo."]
tree = "otras.txt"
"""
LEVELS = "level1,level2,level3\nDrinks,Juice,Fruit\nDrinks,Juice,Roots\nDrinks,Water,\nOther,,\n"
PATHS = "path\nDrinks>Juice > Fruit\nDrinks > Juice > Roots\nDrinks > Water\nOther\n"
TEXT = "Drinks\n  Juice\n    Fruit\n    Roots\n  Water\nOther\n"
LEAVES = ("Drinks > Juice > Fruit", "Drinks > Juice > Roots", "Drinks > Water", "Other")
TASKS = "id,title\na,Carrot juice\n"

Open = Callable[..., PoolSource | list[Problem]]
Place = tuple[str, int, str, str]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Open a pool with these files beside its `pool.toml`."""

    def open_(
        files: Mapping[str, str | bytes], toml: str = TOML, tasks: str = TASKS
    ) -> PoolSource | list[Problem]:
        for name, text in {"pool.toml": toml, "tasks.csv": tasks, **files}.items():
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / name).write_bytes(data)
        return open_pool(tmp_path)

    return open_


def tree_of(source: PoolSource | list[Problem]) -> Tree:
    assert isinstance(source, PoolSource), source
    with source:
        assert source.spec.ask.tree
        return source.spec.ask.tree


def wrong(source: PoolSource | list[Problem]) -> list[Place]:
    assert isinstance(source, list), source.spec
    return [(one.file, one.row, one.column, one.code) for one in source]
