"""The text browsers of the journeys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.terminal import TextBrowser
from tests.journeys.text_browsers import BROWSERS


@pytest.fixture(params=BROWSERS, ids=lambda browser: browser.program)
def text_browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TextBrowser]:
    """w3m, then lynx, each with a home of its own."""
    browser: TextBrowser = request.param(tmp_path)
    yield browser
    browser.close()
