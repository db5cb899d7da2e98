"""What a worker who set a limit of their own reads when it is reached, and how it is changed."""

from tests.pages.site import Site, answer, make_card, start
from tests.reader import Reader
from tests.reading.page import Page

LIMIT = "Your own limit for pools with content notes"
REACHED = (
    "You have reached the limit that you chose for today: 10 tasks from pools with content notes."
)


def set_limit(browser: Reader, words: str) -> Page:
    page = browser.visit("/settings")
    return page.form("Keep these settings").choose(words, LIMIT).press("Keep these settings")


def test_the_limit_is_said_kindly_and_can_be_changed(site: Site) -> None:
    site.pool("hard", rows=30)
    site.set_pool("hard", notes=["insults"])
    browser = site.browser()
    make_card(browser)
    kept = set_limit(browser, "10 tasks a day")
    assert "Your settings are kept with your card." in kept.text
    page = start(browser, "hard", "Until I stop")
    for _ in range(10):
        page = answer(page)
    assert page.status == 200
    assert page.title == "Sent. No task now – Ownpace"
    assert REACHED in page.text
    assert "after midnight in Greenwich (UTC)" in page.text
    assert "What you did is safe, and so is its pay." in page.text
    assert "You may have done them all" not in page.text
    settings = page.link("Change your limit").follow()
    assert settings.form("Keep these settings").chosen(LIMIT) == ["10 tasks a day"]
    set_limit(browser, "25 tasks a day")
    assert "Task 1" in start(browser, "hard").h1


def test_a_pool_without_notes_goes_on(site: Site) -> None:
    site.pool("calm", rows=30)
    browser = site.browser()
    make_card(browser)
    set_limit(browser, "10 tasks a day")
    page = start(browser, "calm", "Until I stop")
    for _ in range(11):
        page = answer(page)
    assert "Task 12" in page.h1
