"""The browsers of the journeys."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser import forget
from tests.journeys.desktop import Desktop
from tests.journeys.terminal import TextBrowser
from tests.journeys.text_browsers import BROWSERS

Browser = Desktop | TextBrowser
Opener = Callable[[], Browser]


@pytest.fixture(params=BROWSERS, ids=lambda browser: browser.program)
def text_browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TextBrowser]:
    """w3m, then lynx, each with a home of its own."""
    browser: TextBrowser = request.param(tmp_path)
    yield browser
    browser.close()


@pytest.fixture
def another(make: object, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Each call is another new browser of the same make."""
    with ExitStack() as stack:

        def opened() -> Browser:
            if isinstance(make, str):
                driver: Chrome = request.getfixturevalue(make)
                return Desktop(forget(driver))
            home = tmp_path / str(len(list(tmp_path.iterdir())))
            home.mkdir()
            assert callable(make)
            made: TextBrowser = stack.enter_context(closing(make(home)))
            return made

        yield opened
