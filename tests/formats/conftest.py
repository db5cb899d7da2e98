from collections.abc import Callable
from pathlib import Path

import pytest

from app.rules.problem import Problem

POOL_TOML = """\
[pool]
slug = "check-comments"
kind = "content_moderation"
title = "Is this message spam?"
purpose = "To keep a forum friendly."
asked_by = "The forum"
steps = ["Read it.", "Choose."]
language = "en"
overlap = 3
minutes_per_task = 0.5

[pool.ask]
choices = ["Spam", "Not spam"]
"""
PICTURES_TOML = POOL_TOML.replace("content_moderation", "image_labelling").replace(
    "overlap", 'needs = ["sight"]\noverlap'
)
TASKS_CSV = "id,text\na,Hello\nb,Good day\n"

MakePool = Callable[..., Path]
Place = tuple[str, int, str, str]


@pytest.fixture
def pool_toml() -> str:
    """A good `pool.toml` of a voluntary pool."""
    return POOL_TOML


@pytest.fixture
def make_pool(tmp_path: Path) -> MakePool:
    """Make a pool folder; each keyword is a file of its own, `media` its files' names."""

    def make(
        toml: str = POOL_TOML,
        tasks: str | bytes = TASKS_CSV,
        file: str = "tasks.csv",
        media: tuple[str, ...] = (),
    ) -> Path:
        folder = tmp_path / "pool"
        folder.mkdir()
        (folder / "pool.toml").write_text(toml)
        content = tasks if isinstance(tasks, bytes) else tasks.encode()
        (folder / file).write_bytes(content)
        for name in media:
            path = folder / "media" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"a picture")
        return folder

    return make


@pytest.fixture
def make_picture_pool(make_pool: MakePool) -> MakePool:
    """Make a pool folder of a kind whose rows name pictures."""

    def make(tasks: str, media: tuple[str, ...] = ()) -> Path:
        return make_pool(PICTURES_TOML, tasks, media=media)

    return make


@pytest.fixture
def places() -> Callable[[list[Problem]], list[Place]]:
    """Where problems are, and what they are."""
    return lambda problems: [(p.file, p.row, p.column, p.code) for p in problems]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where temporary files are made, so that a test can look into it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
