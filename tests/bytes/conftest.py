"""A site that is served as in earnest, with the reference task, for counting bytes."""

from collections.abc import Iterator

import pytest

from app.pages.parts import KEY, Parts
from tests.bytes.reference import write_reference
from tests.bytes.wire import Wire
from tests.process import served
from tests.site import bring, make_site


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the served site."""
    folder = tmp_path_factory.mktemp("bytes")
    app = make_site(folder)
    bring(app, write_reference(tmp_path_factory.mktemp("reference")))
    parts: Parts = app.extensions[KEY]
    parts.store.close()
    with served(folder, parts.settings.database_url) as process:
        yield process.port


@pytest.fixture
def wire(port: int) -> Iterator[Wire]:
    """A new browser."""
    made = Wire(port)
    yield made
    made.close()
