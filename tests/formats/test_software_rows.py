"""Rows with different numbers of steps stand in one file, each with its own known answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.formats.pool_folder import PoolSource, open_pool
from app.rules.problem import Problem

MakePool = Callable[..., Path]
Places = Callable[[list[Problem]], list[tuple[str, int, str, str]]]

FEW = '"Open it.\nPress “Go”."'
HEAD = "id,url,steps"


@pytest.fixture
def read(make_pool: MakePool, pool_toml: str) -> Callable[[str], PoolSource]:
    """Open a pool of software tests with such rows."""
    toml = pool_toml.replace("content_moderation", "software_test").partition("[pool.ask]")[0]

    def opened(tasks: str) -> PoolSource:
        source = open_pool(make_pool(toml, tasks))
        assert isinstance(source, PoolSource), source
        return source

    return opened


def test_each_row_has_the_known_answers_of_its_own_steps(
    read: Callable[[str], PoolSource],
) -> None:
    columns = [f"check_answer.step{number}" for number in range(1, 11)]
    tasks = f"{HEAD},{','.join(columns)}\n"
    tasks += f"a,example.org/a,{FEW},passed,failed{',' * 8}\n"
    tasks += f"b,http://example.org/b,Open it.,blocked{',' * 9}\n"
    tasks += f"c,https://example.org/c,Open it.{',' * 10}\n"
    with read(tasks) as source:
        assert list(source.check()) == []
        rows = list(source.rows())
    nothing = {"what_happened": ""}
    assert [row.check_answer for row in rows] == [
        {"step1": "passed", "step2": "failed", **nothing},
        {"step1": "blocked", **nothing},
        None,
    ]
    assert rows[0].payload == {
        "url": "https://example.org/a",
        "steps": "Open it.\nPress “Go”.",
        "expected": "",
    }
    assert {row.needs for row in rows} == {frozenset({"other_site"})}


@pytest.mark.parametrize(
    ("header", "cells", "column", "code"),
    [
        (
            "check_answer.step1,check_answer.step2",
            "passed,",
            "check_answer.step2",
            "choice_missing",
        ),
        ("check_answer.step3", "passed", "check_answer.step3", "check_not_asked"),
        ("check_answer.step1", "pased", "check_answer.step1", "answer_meant"),
        ("check_answer.step11", "passed", "check_answer.step11", "column_unknown"),
        ("expected", "x\x1b", "expected", "text_control"),
    ],
)
def test_a_known_answer_that_does_not_fit_its_row_is_told(
    read: Callable[[str], PoolSource],
    places: Places,
    header: str,
    cells: str,
    column: str,
    code: str,
) -> None:
    with read(f"{HEAD},{header}\na,https://example.org/,{FEW},{cells}\n") as source:
        told = [(found[2], found[3]) for found in places(list(source.check()))]
    assert (column, code) in told


@pytest.mark.parametrize(
    ("url", "steps", "column", "code"),
    [
        ("ftp://example.org/", "Open it.", "url", "link_unclear"),
        ("", "Open it.", "url", "link_missing"),
        ("https://example.org/", "", "steps", "text_missing"),
        ("https://example.org/", '"' + "Press it.\n" * 11 + '"', "steps", "steps_many"),
        ("https://example.org/", '"Open it.\n' + "x" * 301 + '"', "steps", "text_long"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_once(
    read: Callable[[str], PoolSource], places: Places, url: str, steps: str, column: str, code: str
) -> None:
    with read(f"{HEAD}\na,{url},{steps}\n") as source:
        assert places(list(source.check())) == [("tasks.csv", 2, column, code)]
