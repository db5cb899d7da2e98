"""What is doubtful in a row is told with its row and column, however many rows there are."""

import tracemalloc
from pathlib import Path

from app.actions.checking import check_pool
from app.formats.pool_folder import open_pool
from app.rules.doubts import Doubts
from app.rules.problem import Problem
from tests.pool_folders import TOML, places, silent, write_pool

TESTS = TOML.replace("content_moderation", "software_test").partition("[pool.ask]")[0]


def doubts_of(folder: Path) -> Doubts:
    source = open_pool(folder)
    assert not isinstance(source, list), source
    doubts = Doubts()
    with source:
        assert check_pool(source, silent, doubts.note) == []
    return doubts


def told(folder: Path) -> list[Problem]:
    return [one for first, _ in doubts_of(folder).kinds() for one in first]


def test_the_steps_of_a_row_are_judged(tmp_path: Path) -> None:
    long = " ".join(["word"] * 21)
    rows = (
        "id,url,steps,expected,needs\n"
        'a,https://example.org/,"Open it.\nPress the red button.",It opens!,\n'
        "b,https://example.org/,Press the red button.,It opens.,sight\n"
        f"c,https://example.org/,{long},,\n"
    )
    assert places(told(write_pool(tmp_path / "pool", rows, TESTS))) == [
        ("tasks.csv", 2, "steps", "plain_senses"),
        ("tasks.csv", 2, "expected", "plain_exclamation"),
        ("tasks.csv", 5, "steps", "plain_step_long"),
    ]


def test_an_address_with_a_code_that_only_one_row_has_is_told(tmp_path: Path) -> None:
    rows = (
        "id,url,steps\n"
        "a,https://example.org/,Open it.\n"
        "b,https://example.org/help,Open it.\n"
        "c,https://example.org/?t=1,Open it.\n"
        "d,https://example.org/?t=2,Open it.\n"
        "e,https://example.org/?t=2,Close it.\n"
    )
    assert places(told(write_pool(tmp_path / "pool", rows, TESTS))) == [
        ("tasks.csv", 4, "url", "link_of_one_row")
    ]


def test_many_doubtful_rows_are_counted_and_not_kept(tmp_path: Path) -> None:
    rows = "id,url,steps\n" + "".join(
        f"k{number},https://example.org/,Press the red button!\n" for number in range(4_000)
    )
    folder = write_pool(tmp_path / "pool", rows, TESTS)
    tracemalloc.start()
    doubts = doubts_of(folder)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {first[0].code: (len(first), more) for first, more in doubts.kinds()} == {
        "plain_senses": (5, 3_995),
        "plain_exclamation": (5, 3_995),
    }
    assert doubts.warnings == 8_000
    assert kept < 2_000_000
