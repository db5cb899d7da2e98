"""Sites with one pool that pays: on each engine, and on SQLite where the engine is no matter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.migrating import migrate
from tests.databases import Sqlite
from tests.pages.site import Site, make_card, open_site, start
from tests.pages.survey_pages import lay_survey
from tests.practice import know
from tests.reader import Reader
from tests.reading.page import Page


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    """A site with one pool, on each engine."""
    with open_site(database_url, tmp_path) as opened:
        opened.pool()
        yield opened


@pytest.fixture
def browser(site: Site) -> Reader:
    """A browser at that site."""
    return site.browser()


@pytest.fixture(scope="session")
def tables_url(sqlite: Sqlite) -> str:
    """A migrated SQLite database to copy."""
    url = sqlite.fresh()
    migrate(url)
    return url


@pytest.fixture
def quick_site(sqlite: Sqlite, tables_url: str, tmp_path: Path) -> Iterator[Site]:
    """A site with one pool, on SQLite only."""
    with open_site(sqlite.fresh(tables_url), tmp_path) as opened:
        opened.pool()
        yield opened


@pytest.fixture
def worker(browser: Reader) -> Reader:
    """A browser in which a card is open."""
    make_card(browser)
    return browser


@pytest.fixture
def line(worker: Reader, site: Site) -> Page:
    """A task that is answered with a line of text."""
    site.pool("lines", "document_digitization", rows=[{"image": "1"}, {"image": "2"}])
    return start(worker, "lines")


@pytest.fixture
def survey(site: Site) -> None:
    """A survey of four pages."""
    lay_survey(site)


@pytest.fixture
def practised(site: Site) -> list[int]:
    """Two of the five tasks are practice, and one more answer is known."""
    (pool,) = site.rows("pool")
    return know(site.parts.store, pool["id"], practice=2, checks=1)
