"""A site that is served as in earnest, for counting bytes, and a browser that counts them."""

from collections.abc import Iterator

import pytest

from tests.bytes.served import served_site
from tests.bytes.wire import Wire


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the served site."""
    with served_site(tmp_path_factory.mktemp("bytes")) as port:
        yield port


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> str:
    """The language that the browser asks for; a test may name more."""
    asked: str = request.param
    return asked


@pytest.fixture
def wire(port: int, language: str) -> Iterator[Wire]:
    """A new browser."""
    made = Wire(port, language)
    yield made
    made.close()
