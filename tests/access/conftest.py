"""Somebody at a browser, for the access tests."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from selenium.webdriver import Chrome

from tests.access.views import PLAIN
from tests.access.visit import Arrive, Visit
from tests.site import Site


@pytest.fixture
def arrive(browser: Chrome, site: Site) -> Iterator[Arrive]:
    """A new person at a new browser, who looks at pages in a way of their own."""
    with ExitStack() as stack:
        yield lambda view: Visit(browser, site, stack, view)


@pytest.fixture
def visit(arrive: Arrive) -> Visit:
    """A new person at a new browser."""
    return arrive(PLAIN)
