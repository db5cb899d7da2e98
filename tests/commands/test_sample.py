"""The sample pools are there after the first start, and stay as they are at the next."""

import json
import re
from pathlib import Path

import pytest

from app.rules.card import read
from tests.commands.conftest import Type
from tests.pool_folders import TOML, many, write_pool


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small sample pools in place of the project's."""
    folder = tmp_path / "samples"
    write_pool(folder / "one", many(2), TOML.replace('"spam"', '"one"', 1))
    write_pool(folder / "two", many(3), TOML.replace('"spam"', '"two"', 1))
    monkeypatch.setattr("app.commands.sample.SAMPLES", folder)
    return folder


def test_the_first_time_pools_and_a_card_are_made(command: Type, samples: Path) -> None:
    said = command("sample").stdout.splitlines()
    assert said[:2] == [
        "Loaded the sample pool “one” with 2 tasks.",
        "Loaded the sample pool “two” with 3 tasks.",
    ]
    assert isinstance(read(re.sub(r"\D", "", said[2])), str)
    assert len(said) == 3
    states = [pool["state"] for pool in json.loads(command("pool", "status", "--json").stdout)]
    assert states == ["published"] * 2


def test_the_next_time_says_nothing_and_brings_what_is_new(command: Type, samples: Path) -> None:
    command("sample")
    command("pool", "close", "one")
    again = command("sample")
    assert (again.exit_code, again.stdout) == (0, "")
    write_pool(samples / "three", many(1), TOML.replace('"spam"', '"three"', 1))
    assert command("sample").stdout == "Loaded the sample pool “three” with 1 task.\n"


def test_a_sample_that_is_broken_is_told(command: Type, samples: Path) -> None:
    (samples / "one" / "tasks.csv").write_text("id,text\na,\n")
    refused = command("sample")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("tasks.csv:2: ")
