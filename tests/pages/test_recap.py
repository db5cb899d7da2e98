"""Whoever comes back after a long pause finds the steps open again, and is told why."""

import pytest
from sqlalchemy import update

from app.store import tables
from tests.pages.site import Site, answer, leave, make_card, open_card, press, start
from tests.reading.page import Page

AGAIN = "It has been a while. Here are the steps again."


def wait(site: Site, hours: int) -> None:
    """Let every task in hand wait for so many hours more."""
    row = tables.hold
    earlier = update(row).values(since=row.c.since - hours)
    site.parts.store.write(lambda unit: unit.execute(earlier))


def are_open(page: Page) -> bool:
    (steps,) = page.every("details")
    return steps.has("open")


def test_the_steps_are_open_on_the_first_task_and_folded_after(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    first = start(browser)
    assert are_open(first)
    assert AGAIN not in first.text
    second = answer(first)
    assert not are_open(second)
    assert AGAIN not in second.text


@pytest.mark.parametrize(("hours", "again"), [(11, False), (14, True), (2_000, True)])
def test_after_a_long_pause_they_are_open_again(quick_site: Site, hours: int, again: bool) -> None:
    browser = quick_site.browser()
    make_card(browser)
    answer(start(browser))
    wait(quick_site, hours)
    page = browser.visit("/task/spam")
    assert are_open(page) == again
    assert (AGAIN in page.text) == again
    mistake = page.form("Send answer").press("Send answer")
    assert mistake.status == 422
    assert are_open(mistake) == again
    assert not are_open(answer(mistake))


def test_it_is_said_in_another_sitting_and_for_a_saved_task_too(quick_site: Site) -> None:
    browser = quick_site.browser()
    code = make_card(browser)
    press(start(browser), "Save for later")
    wait(quick_site, 30)
    leave(browser)
    mine = open_card(browser, code)
    saved = press(mine, "Open saved task 1")
    assert are_open(saved)
    assert AGAIN in saved.text


def test_a_change_of_an_answer_is_no_pause(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    answer(start(browser))
    wait(quick_site, 30)
    change = browser.visit("/receipts").link("Receipt ").follow().link("Change your answer")
    assert AGAIN not in change.follow().text
