"""A site that commands work on, and a way to type them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.commands import main
from app.store.migrating import migrate

Type = Callable[..., Result]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Type a command on a site that has no database yet."""
    monkeypatch.setenv("OWNPACE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("OWNPACE_DATABASE_URL", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def command(bare: Type, tmp_path: Path) -> Type:
    """Type a command on a site that is ready."""
    (tmp_path / "data").mkdir()
    migrate(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}")
    return bare
