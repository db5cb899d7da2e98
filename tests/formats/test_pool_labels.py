"""Image labelling with several choices or with regions: `[pool.ask]`, and known answers."""

from pathlib import Path

import pytest

from app.formats.known_answers import read_known
from app.formats.pool_folder import TaskSource, open_pool, open_rows
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml
from app.formats.row_shape import row_shape
from app.formats.task_rows import TaskRow
from app.kinds.ask import MOST_REGIONS
from app.rules import region
from app.rules.problem import Problem
from app.settings import CHECKOUT
from tests.formats.conftest import MakePool
from tests.pool_folders import PICTURES_TOML

SEVERAL, REGIONS = "several = true\n", "regions = true\n"


def codes(toml: str) -> list[tuple[str, str]]:
    found = read_pool_toml(toml.encode())
    return [] if isinstance(found, PoolSpec) else [(one.code, one.column) for one in found]


def spec(toml: str) -> PoolSpec:
    found = read_pool_toml(toml.encode())
    assert isinstance(found, PoolSpec), found
    return found


def choosing(*choices: str) -> str:
    listed = ", ".join(f'"{one}"' for one in choices)
    return PICTURES_TOML.replace('"Spam", "Not spam"', listed)


@pytest.mark.parametrize("more", ["", SEVERAL, REGIONS])
def test_one_of_the_ways_is_said(more: str) -> None:
    ask = spec(PICTURES_TOML + more).ask
    assert (ask.several, ask.regions) == (more == SEVERAL, more == REGIONS)


def test_only_one_of_them_can_be() -> None:
    wanted = [("ask_several_and_regions", "pool.ask.regions")]
    assert codes(PICTURES_TOML + SEVERAL + REGIONS) == wanted


@pytest.mark.parametrize("more", [SEVERAL, REGIONS])
def test_other_kinds_have_neither(more: str) -> None:
    key = more.partition(" ")[0]
    found = codes(PICTURES_TOML.replace("image_labelling", "content_moderation") + more)
    assert found == [("key_unknown", f"pool.ask.{key}")]


def test_one_thing_to_mark_is_enough_and_there_are_not_many() -> None:
    assert spec(choosing("Dog") + REGIONS).ask.choices == ("Dog",)
    assert codes(choosing("Dog") + SEVERAL) == [("ask_choices_count", "pool.ask.choices")]
    things = [f"Thing {chr(ord('a') + number)}" for number in range(MOST_REGIONS + 1)]
    assert codes(choosing(*things) + REGIONS) == [("ask_regions_count", "pool.ask.choices")]
    assert codes(choosing(*things[1:]) + REGIONS) == []


def test_known_answers_are_squares() -> None:
    shape = row_shape("image_labelling", "en", spec(PICTURES_TOML + REGIONS).ask)
    assert list(shape.checks) == [
        "check_answer.region1",
        "check_answer.region2",
        "check_answer.nothing",
    ]
    field = shape.fields[0]
    assert read_known(field, "4/1") == region.write(region.spread([1], 4))
    assert read_known(field, "2 7") == region.write(region.spread([2, 3, 6, 7], 4))
    for cell in ("top left", "67-70 83", "16/300", "5/3", "4/", "4/7-6", "10,20,30,40"):
        found = read_known(field, cell)
        assert isinstance(found, Problem), cell
        assert found.code == "answer_squares"


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [("6 7,,yes", ["check_at_odds"]), (",,yes", []), ("6 7,,", []), (",6 7,", [])],
)
def test_something_and_nothing_are_not_both_known(
    tmp_path: Path, cells: str, wrong: list[str]
) -> None:
    shape = row_shape("image_labelling", "en", spec(PICTURES_TOML + REGIONS).ask)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.png").write_bytes(b"a picture")
    checks = ",".join(shape.checks)
    rows = tmp_path / "tasks.csv"
    rows.write_text(f"id,image,needs,{checks}\na,a.png,sight,{cells}\n")
    source = open_rows(rows, shape)
    assert isinstance(source, TaskSource)
    assert [one.code for one in source.read() if isinstance(one, Problem)] == wrong


def test_several_known_answers_stand_in_one_cell() -> None:
    shape = row_shape("image_labelling", "en", spec(PICTURES_TOML + SEVERAL).ask)
    ((column, field),) = shape.checks.items()
    assert column == "check_answer"
    for cell in ("Not spam | Spam", '["Spam", "Not spam"]'):
        assert read_known(field, cell) == ["Spam", "Not spam"]
    found = read_known(field, "Spam | Ham")
    assert isinstance(found, Problem)
    assert found.values["found"] == "Ham"


@pytest.mark.parametrize(("more", "needs"), [("", set()), (REGIONS, {"sight"})])
def test_squares_need_sight_also_where_a_picture_is_described(
    make_pool: MakePool, more: str, needs: set[str]
) -> None:
    rows = "id,image,alt\na,p.jpg,A dog runs on grass.\n"
    source = open_pool(make_pool(PICTURES_TOML + more, rows, media=("p.jpg",)))
    assert not isinstance(source, list), source
    with source:
        assert [row.needs for row in source.rows()] == [needs]


@pytest.mark.parametrize(
    "cell",
    [
        "Spam, Not spam",
        "Spam; Not spam",
        "Not spam / Spam",
        "Spam\nNot spam",
        '["Spam", "Not spam"',
    ],
)
def test_another_sign_between_several_known_answers_is_told_with_the_right_one(cell: str) -> None:
    shape = row_shape("image_labelling", "en", spec(PICTURES_TOML + SEVERAL).ask)
    found = read_known(shape.fields[0], cell)
    assert isinstance(found, Problem)
    assert (found.code, found.values["nearest"]) == ("answer_meant", "Spam | Not spam")


def test_the_sample_has_three_known_answers() -> None:
    source = open_pool(CHECKOUT / "samples" / "head-and-tail")
    assert not isinstance(source, list)
    with source:
        rows = [row for row in source.read() if isinstance(row, TaskRow)]
    known = [row.check_answer for row in rows if row.check_answer]
    assert len(known) == 3
    assert all(answer["region1"] and answer["nothing"] == [] for answer in known)
