"""What a worker leaves out is not offered, and the pages say so without blame."""

from dataclasses import replace

import pytest

from tests.pages.site import WORDS, Site, make_card
from tests.reader import Reader
from tests.reading.page import Page

SIGHT, INSULTS = "Seeing pictures", "Insults"
LEFT_OUT = "This pool holds or needs what you leave out, as your settings have it."


@pytest.fixture
def noted(site: Site) -> Site:
    """A site with a pool of insults, one of pictures, and one of neither."""
    site.set_pool(notes=["insults"])
    site.pool("seen", words=replace(WORDS, title="Seen"), needs="sight,typing")
    site.pool("plain", words=replace(WORDS, title="Plain"))
    return site


def leave_out(browser: Reader, *words: str) -> Page:
    form = browser.visit("/settings").form("/settings")
    for one in words:
        form = form.tick(one)
    return form.press()


def pools(page: Page) -> list[str]:
    hrefs = (node.get("href") for node in page.main.every("a"))
    return [href for href in hrefs if href.startswith("/pools/")]


@pytest.mark.parametrize("with_card", [True, False])
def test_what_is_left_out_is_not_offered(noted: Site, with_card: bool) -> None:
    browser = noted.browser()
    if with_card:
        make_card(browser)
    assert pools(browser.visit("/pools")) == ["/pools/spam", "/pools/seen", "/pools/plain"]
    leave_out(browser, SIGHT, INSULTS)
    page = browser.visit("/pools")
    assert pools(page) == ["/pools/plain"]
    assert "2 more pools hold or need what you leave out." in page.text
    for slug in ("spam", "seen"):
        shut = browser.visit(f"/pools/{slug}")
        assert LEFT_OUT in shut.text
        assert not shut.every("form")
        assert shut.link("Change what you leave out").follow().h1 == "Settings"


def test_pools_that_need_what_is_left_out_are_not_among_those_for_a_card(noted: Site) -> None:
    browser = noted.browser()
    make_card(browser)
    leave_out(browser, SIGHT)
    page = browser.visit("/mine")
    assert pools(page) == ["/pools/spam", "/pools/plain"]
    assert "1 more pool holds or needs what you leave out." in page.text


def test_a_run_ends_where_the_pool_is_left_out_on_the_way(noted: Site) -> None:
    browser = noted.browser()
    make_card(browser)
    task = browser.visit("/pools/spam").form("Start").choose("Until I stop").press()
    leave_out(browser, INSULTS)
    end = task.form("Send answer").choose("Spam").press("Send answer")
    assert end.h1 == "No task now"
    assert LEFT_OUT in end.text
    assert "/settings" in [node.get("href") for node in end.main.every("a")]


def test_what_was_left_out_is_ticked_and_can_be_let_in_again(noted: Site) -> None:
    browser = noted.browser()
    make_card(browser)
    form = leave_out(browser, SIGHT, INSULTS).form("/settings")
    assert [one for one in form.pairs() if one[0] in ("needs", "notes")] == [
        ("needs", "sight"), ("notes", "insults"),
    ]  # fmt: skip
    form.tick(SIGHT, on=False).tick(INSULTS, on=False).press()
    assert len(pools(browser.visit("/pools"))) == 3
