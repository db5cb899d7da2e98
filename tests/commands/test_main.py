"""The command line explains itself, and loads no more than it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import PLACES
from tests.commands.conftest import Type

PROJECT = Path(__file__).parents[2]


def test_the_list_of_commands_loads_none_of_them() -> None:
    asked = (
        "import sys; from click.testing import CliRunner; from app.commands import main; "
        "print(CliRunner().invoke(main, ['--help']).stdout); "
        "print([name for name in ('sqlalchemy', 'flask', 'PIL') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    assert said.splitlines()[-1] == "[]"
    assert [name for name in PLACES if f"  {name} " not in said] == []


@pytest.mark.parametrize(
    "words",
    [
        *((name,) for name in PLACES),
        *(("pool", name) for name in ("check", "import", "add", "publish", "pause", "close")),
        *(("pool", "status"), ("pool", "export"), ("cards", "new")),
    ],
)
def test_every_command_has_help(bare: Type, words: tuple[str, ...]) -> None:
    said = bare(*words, "--help")
    assert said.exit_code == 0
    assert said.stdout.startswith("Usage:")
