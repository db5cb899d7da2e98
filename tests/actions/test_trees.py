"""A pool with a tree on its whole way: in, answered, judged, out, and in again."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import select

from app.actions import answering, exporting
from app.actions.importing import add_tasks
from app.actions.turn import Done
from app.formats.pool_folder import open_pool
from app.kinds.kind import Reading
from app.rules.problem import Problem
from app.rules.tree import Tree
from app.store import pools, tables
from app.store.pools import Facts
from tests.pool_folders import NOW, TOML, Ground, silent, write_pool
from tests.scenes import Scene

SPEC = TOML.replace("content_moderation", "product_classification").partition("[pool.ask]")[0]
SPEC += """
[pool.ask]
tree = "shelves.txt"

[pool.words.es]
title = "¿Dónde va?"
purpose = "Para encontrarlo."
steps = ["Léelo."]
tree = "estantes.txt"
"""
TREES = {"shelves.txt": "Drinks\n Tea\n Water\nOther\n", "estantes.txt": "Beber\n Té\n Agua\nMás\n"}
LEAVES = ("Drinks > Tea", "Drinks > Water", "Other")
ROWS = "id,title,text,check_answer\na,Green,100 g,Drinks > Tea\nb,,Rain,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pool with a tree in two languages."""
    made = write_pool(tmp_path / "spam", ROWS, SPEC)
    for name, text in TREES.items():
        made.joinpath(name).write_text(text, "utf-8")
    return made


def written(ground: Ground, what: str) -> list[dict[str, str]]:
    pool = exporting.find(ground.storage.store, "spam", what, "csv")
    assert isinstance(pool, Facts), pool
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, "csv", out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def facts(ground: Ground) -> Facts:
    found = ground.storage.store.read(lambda unit: pools.find(unit, "spam"))
    assert found
    return found


def test_from_the_folder_to_the_results_and_back(ground: Ground, folder: Path) -> None:
    ground.bring(folder)
    scene = Scene(ground.storage.store)
    for worker, leaf in zip(scene.workers(2), ("Drinks > Tea", "Drinks > Tea"), strict=True):
        task = worker.go_on().task
        while task:
            sent = answering.Sent("spam", task, {"category": [leaf], "category.at": ["Drinks"]})
            done = answering.answer(scene.store, worker.seated, sent, scene.now)
            assert isinstance(done, Done), done
            task = done.dealt.task
    results = {row["task_id"]: row for row in written(ground, "results")}
    assert results["a"]["result.category"] == "Drinks > Tea"
    assert (results["a"]["state"], results["a"]["title"]) == ("agreed", "Green")
    assert {row["value.category"] for row in written(ground, "answers")} == {"Drinks > Tea"}
    tasks = written(ground, "tasks")
    assert {row["id"]: row["check_answer"] for row in tasks} == {"a": "Drinks > Tea", "b": ""}
    with folder.joinpath("tasks.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(tasks[0]))
        writer.writeheader()
        writer.writerows(tasks)
    source = open_pool(folder)
    assert not isinstance(source, list), source
    with source:
        assert list(source.check()) == []


def test_a_branch_is_given_back_and_nothing_is_stored(ground: Ground, folder: Path) -> None:
    ground.bring(folder)
    scene = Scene(ground.storage.store)
    (worker,) = scene.workers(1)
    task = worker.go_on().task
    sent = answering.Sent("spam", task, {"category": ["Drinks"]})
    read = answering.answer(scene.store, worker.seated, sent, scene.now)
    assert isinstance(read, Reading)
    assert [one.code for one in read.problems] == ["leaf_has_more"]
    assert scene.rows(select(tables.answer)) == []


def test_the_store_gives_the_tree_in_every_language(ground: Ground, folder: Path) -> None:
    ground.bring(folder)
    pool = facts(ground)
    assert pool.ask.tree == pool.words["en"].tree == Tree(LEAVES, LEAVES, "en")
    spanish = ("Beber > Té", "Beber > Agua", "Más")
    assert pool.words["es"].tree == Tree(LEAVES, spanish, "es")


def test_a_tree_is_read_once_for_each_version_of_its_pool(ground: Ground, folder: Path) -> None:
    ground.bring(folder)
    first = facts(ground)
    assert facts(ground).ask.tree is first.ask.tree
    ground.storage.store.write(lambda unit: pools.set_state(unit, first.id, "paused"))
    changed = facts(ground)
    assert changed.version > first.version
    assert changed.ask.tree == first.ask.tree
    assert changed.ask.tree is not first.ask.tree


def test_more_tasks_are_checked_against_the_tree(
    ground: Ground, folder: Path, tmp_path: Path
) -> None:
    ground.bring(folder)
    more = tmp_path / "more.csv"
    more.write_text("id,text,check_answer\nc,Rooibos,Drinks > Coffee\n")
    found = add_tasks(ground.storage, "spam", more, False, silent, NOW)
    values = {"found": "Drinks > Coffee", "instance": "Drinks > Tea"}
    assert found == [Problem("leaf_unknown", values, "", 2, "check_answer", "more.csv")]
    more.write_text("id,text,check_answer\nc,Rooibos,Drinks > Tea\n")
    added = add_tasks(ground.storage, "spam", more, False, silent, NOW)
    assert not isinstance(added, list)
    assert added.tasks == 1


def test_a_broken_tree_keeps_the_whole_pool_out(ground: Ground, folder: Path) -> None:
    folder.joinpath("estantes.txt").write_text("Beber\n Té\nMás\n", "utf-8")
    found = open_pool(folder)
    assert isinstance(found, list)
    assert [(one.file, one.row, one.code) for one in found] == [("estantes.txt", 3, "words_tree")]
