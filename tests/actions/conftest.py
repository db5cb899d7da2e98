"""Scenes: in memory for what one person after the other does, on both engines where many do."""

from collections.abc import Iterator

import pytest

from app.store.opening import Store
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
