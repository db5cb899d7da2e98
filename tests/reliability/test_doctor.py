"""`ownpace doctor` says what is fine, what is wrong and how to mend it."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert

from app.settings import CHECKOUT
from app.store import tables
from tests.process import environment, ownpace
from tests.scenes import Scene

LOST = "0" * 32 + ".png"


def test_a_site_that_is_well_is_fine_in_every_line(tmp_path: Path, database_url: str) -> None:
    done = ownpace(tmp_path, database_url, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert {line.rpartition(": ")[2] for line in done.stdout.splitlines()} == {"fine"}


def test_a_database_that_is_behind_is_told_of(tmp_path: Path, empty_database_url: str) -> None:
    done = ownpace(tmp_path, empty_database_url, "doctor")
    assert done.returncode == 1
    assert "ownpace migrate" in done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "word"),
    [
        ("OWNPACE_DATABASE_URL", "postgresql://127.0.0.1:1/x", "cannot be reached"),
        ("OWNPACE_DATABASE_URL", "nonsense", "OWNPACE_DATABASE_URL"),
        ("OWNPACE_TLS", "perhaps", "OWNPACE_TLS"),
        ("OWNPACE_SECRET_KEY", "short", "OWNPACE_SECRET_KEY"),
        ("OWNPACE_MEDIA_URL", "/proc/none", "/proc/none takes no file"),
        ("OWNPACE_MEDIA_URL", "gopher://media", "OWNPACE_MEDIA_URL"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, database_url: str, setting: str, value: str, word: str
) -> None:
    done = ownpace(tmp_path, database_url, "doctor", **{setting: value})
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_keys_that_others_may_read_are_told_of(tmp_path: Path, database_url: str) -> None:
    none = {"OWNPACE_CARD_KEY": "", "OWNPACE_SECRET_KEY": ""}
    assert ownpace(tmp_path, database_url, "doctor", **none).returncode == 0
    key = tmp_path / "keys" / "card.key"
    key.chmod(0o644)
    done = ownpace(tmp_path, database_url, "doctor", **none)
    assert done.returncode == 1
    assert f"chmod 600 {key}" in done.stderr


def test_lost_files_and_broken_off_imports_are_told_of(
    tmp_path: Path, database_url: str, scene: Scene
) -> None:
    pool = scene.pool("spam")
    row = {"touched": 0, "tasks": 0, "pool": pool}

    def leave(unit: object) -> None:
        ready = unit.execute(insert(tables.load).returning(tables.load.c.id), row | {"ready": True})
        unit.execute(insert(tables.medium), {"name": LOST, "load": ready.scalar_one()})
        unit.execute(insert(tables.load), row | {"ready": False})

    scene.store.write(leave)
    done = ownpace(tmp_path, database_url, "doctor")
    assert done.returncode == 1
    assert LOST in done.stderr
    assert "into spam did not end" in done.stderr


def test_it_runs_where_the_pages_cannot_be_loaded(tmp_path: Path, database_url: str) -> None:
    without = "import sys; sys.modules['flask'] = None; from app.commands import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "doctor"],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=environment(tmp_path, database_url),
    )
    assert done.returncode == 1
    assert "Pages: " in done.stderr
    assert "Database: fine" in done.stdout


def test_a_site_without_sound_is_told_so_and_is_well(tmp_path: Path, database_url: str) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as finding\n"
        "find = finding.find_spec\n"
        "finding.find_spec = lambda name, *more: None if name == 'av' else find(name, *more)\n"
    )
    done = ownpace(tmp_path, database_url, "doctor", PYTHONPATH=str(hidden))
    assert done.returncode == 0
    assert ".venv/bin/pip install --editable '.[sound]'" in done.stderr
