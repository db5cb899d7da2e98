"""Somebody at a browser, for the access tests."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from selenium.webdriver import Chrome

from tests.access.visit import Visit
from tests.site import Site


@pytest.fixture
def visit(browser: Chrome, site: Site) -> Iterator[Visit]:
    """A new person at a new browser."""
    with ExitStack() as stack:
        yield Visit(browser, site, stack)
