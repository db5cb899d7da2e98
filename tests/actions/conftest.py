"""Scenes: in memory for what one person after the other does, on both engines where many do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.opening import Store
from tests.pool_folders import Ground
from tests.scenes import Scene, open_scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    """An empty store, in memory."""
    made = open_scene()
    yield made
    made.store.close()


@pytest.fixture
def real_scene(database_url: str) -> Iterator[Scene]:
    """An empty store on disk, on each engine."""
    store = Store(database_url)
    yield Scene(store)
    store.close()


@pytest.fixture
def ground(database_url: str, tmp_path: Path) -> Iterator[Ground]:
    """Where imports put things: a store on disk, on each engine, and an empty shelf."""
    made = Ground.at(database_url, tmp_path)
    yield made
    made.storage.store.close()
