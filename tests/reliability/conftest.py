"""Sites that are served by processes of their own, on each engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.opening import Store
from tests.process import Process, served
from tests.scenes import Scene


@pytest.fixture
def scene(database_url: str) -> Iterator[Scene]:
    """The site's database, seen from behind."""
    store = Store(database_url)
    yield Scene(store)
    store.close()


@pytest.fixture
def process(tmp_path: Path, database_url: str) -> Iterator[Process]:
    """The site, served."""
    with served(tmp_path / "data", database_url) as made:
        yield made
