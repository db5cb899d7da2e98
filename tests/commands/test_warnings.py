"""Warnings are told with their place, are counted, and refuse nothing."""

from pathlib import Path

import pytest

from tests.commands.conftest import Type
from tests.pool_folders import TOML, many, write_pool

LOUD = TOML.replace("Read it.", "Press the red button!")
LINES = [
    "pool.toml:7:pool.steps: Warning: “press the red” can be followed with one sense only. "
    "Name the thing by its words instead.",
    "pool.toml:7:pool.steps: Warning: Exclamation marks found: 1. End with a full stop instead.",
]


def test_a_check_with_warnings_passes_and_counts_them(command: Type, tmp_path: Path) -> None:
    told = command("pool", "check", write_pool(tmp_path / "pool", many(2), LOUD))
    assert told.exit_code == 0
    assert told.stderr.splitlines() == LINES
    assert told.stdout == "Problems: 0. Warnings: 2.\n"


def test_a_pool_with_warnings_comes_in_and_is_published(command: Type, tmp_path: Path) -> None:
    told = command("pool", "import", write_pool(tmp_path / "pool", many(2), LOUD))
    assert told.exit_code == 0
    assert told.stderr.splitlines() == LINES
    assert told.stdout.splitlines()[:2] == [
        "Problems: 0. Warnings: 2.",
        "Imported 2 tasks into “spam”.",
    ]
    published = command("pool", "publish", "spam")
    assert published.exit_code == 0
    assert published.stderr.splitlines() == [line.replace("pool.toml:7", "spam") for line in LINES]
    assert published.stdout.startswith("Problems: 0. Warnings: 2.\n“spam” is published")


def test_problems_are_told_beside_warnings_and_refuse(command: Type, tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", "id,text,lang\na,Hello,zxx\n", LOUD)
    for words in (("pool", "check", folder), ("pool", "import", folder)):
        refused = command(*words)
        assert refused.exit_code == 1
        assert refused.stdout == "Problems: 1. Warnings: 2.\n"
        assert refused.output.endswith(refused.stdout)
        assert [line.split(": ")[0] for line in refused.stderr.splitlines()] == [
            "pool.toml:7:pool.steps",
            "pool.toml:7:pool.steps",
            "tasks.csv:2:lang",
        ]
    assert "no pools yet" in command("pool", "status").stdout


def test_more_tasks_are_looked_at_too(command: Type, tmp_path: Path) -> None:
    toml = TOML.replace("content_moderation", "software_test").partition("[pool.ask]")[0]
    rows = "id,url,steps\na,https://example.org/,Open it.\n"
    command("pool", "import", write_pool(tmp_path / "pool", rows, toml))
    more = tmp_path / "more.csv"
    more.write_text(
        "id,url,steps\n" + "".join(f"k{n},https://example.org/?k={n},Open it.\n" for n in range(7))
    )
    told = command("pool", "add", "spam", more)
    assert told.exit_code == 0
    lines = told.stderr.splitlines()
    assert len(lines) == 6
    assert lines[0].startswith("more.csv:2:url: Warning: Only this row has this address")
    assert lines[5] == "and 2 more like this"
    assert told.stdout.startswith("Problems: 0. Warnings: 7.\nImported 7 tasks")


def test_the_floor_of_a_site_is_set_in_its_environment(
    command: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pay = '\n[pool.pay]\namount = "0.10"\ncurrency = "EUR"\nbudget = "60"\n'
    folder = write_pool(tmp_path / "pool", many(1), TOML + pay)
    command("pool", "import", folder)
    monkeypatch.setenv("OWNPACE_PAY_FLOOR", "USD 14, EUR 12.50")
    words = "An hour pays 12.00, and this site asks for 12.50."
    for typed in (("pool", "check", folder), ("pool", "publish", "spam")):
        refused = command(*typed)
        assert refused.exit_code == 1
        assert words in refused.stderr
    monkeypatch.setenv("OWNPACE_PAY_FLOOR", "12.50")
    for typed in (("pool", "check", folder), ("pool", "publish", "spam")):
        refused = command(*typed)
        assert refused.exit_code == 1
        assert "OWNPACE_PAY_FLOOR: found '12.50'" in refused.stderr


def test_what_is_not_judged_is_said_by_the_check_alone(command: Type, tmp_path: Path) -> None:
    words = 'title = "A"\npurpose = "B"\nsteps = ["C"]\nchoices = ["D", "E"]\n'
    folder = write_pool(tmp_path / "pool", many(1), f"{TOML}\n[pool.words.de]\n{words}")
    told = command("pool", "check", folder)
    assert (told.exit_code, told.stdout) == (0, "No problems were found.\n")
    assert [line.split(" ")[:4] for line in told.stderr.splitlines()] == [
        ["pool.toml:15:pool.words.de:", "Nothing", "here", "can"]
    ] * 2
    assert command("pool", "import", folder).stderr == ""
