"""Small files of the sorts that other tools stumble over: each is read, or told what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.formats.pool_folder import PoolSource, open_pool
from app.formats.task_rows import TaskRow
from app.rules.problem import Problem

MakePool = Callable[..., Path]


def read(folder: Path) -> list[TaskRow | Problem]:
    source = open_pool(folder)
    assert isinstance(source, PoolSource), source
    with source:
        return list(source.read())


@pytest.mark.parametrize(
    ("tasks", "texts"),
    [
        ('"id","text"\n"1","😀😃"\n"2","😞😔"\n', ["😀😃", "😞😔"]),
        (
            'id,text\n1,"Good, as usual."\n2,"Light, but fine."',
            ["Good, as usual.", "Light, but fine."],
        ),
        ('"id","text"\n"1","BAR"\n\n', ["BAR"]),
        ('"id","text"\r\n"1","BAR"\r\n', ["BAR"]),
        ('\ufeff"id";"text"\r\n"1";"👩🏽‍🦽 wheels"\r\n', ["👩🏽‍🦽 wheels"]),
        ("id\ttext\n1\tمرحبا\n", ["مرحبا"]),
        ('id,text\n1,"first\r\nsecond"\n', ["first\nsecond"]),
    ],
    ids=["emoji", "commas", "blank-end", "one-row", "semicolons", "tabs", "two-lines"],
)
def test_files_that_are_in_order_are_read(
    make_pool: MakePool, tasks: str, texts: list[str]
) -> None:
    rows = read(make_pool(tasks=tasks))
    assert [row.payload["text"] for row in rows if isinstance(row, TaskRow)] == texts
    assert len(rows) == len(texts)


def test_commas_without_quotes_are_told_with_the_count_of_cells(make_pool: MakePool) -> None:
    tasks = "id,text\n1,Good, as usual, he is.\n2,Fine.\n3,Light, but fine.\n"
    problems = [item for item in read(make_pool(tasks=tasks)) if isinstance(item, Problem)]
    assert [(one.code, one.row, one.values) for one in problems] == [
        ("row_ragged", 2, {"found": 4, "wanted": 2}),
        ("row_ragged", 4, {"found": 3, "wanted": 2}),
    ]


def test_rows_of_different_lengths_are_told_each(make_pool: MakePool) -> None:
    tasks = '"id","text","lang"\n"1","two"\n"2","two","en"\n"3","two","en","four"\n'
    items = read(make_pool(tasks=tasks))
    assert [(getattr(item, "code", "a task"), item.row) for item in items] == [
        ("row_ragged", 2),
        ("a task", 3),
        ("row_ragged", 4),
    ]


def test_columns_of_another_task_are_told_by_name(make_pool: MakePool) -> None:
    problems = read(make_pool(tasks='"tweet","entity"\n"FOO","BAR"\n'))
    assert [(one.code, one.column) for one in problems if isinstance(one, Problem)] == [
        ("column_unknown", "tweet"),
        ("column_unknown", "entity"),
        ("column_missing", "id"),
    ]


def test_every_sample_pool_is_in_order() -> None:
    samples = sorted((Path(__file__).parents[2] / "samples").glob("*/pool.toml"))
    assert samples
    for sample in samples:
        items = read(sample.parent)
        assert items
        assert [item for item in items if isinstance(item, Problem)] == []
