"""Whoever skips a task may say why, later and only if they like; it never counts against them."""

import pytest

from app.actions import pools
from app.actions.pools import Status
from app.language.lists import SKIP_REASONS
from tests.pages.site import Site, answer, make_card, press, start
from tests.reader import Reader
from tests.reading.page import Page

SAY = "Say why"
LINK = "Say why you skipped the last task, if you like"


def reasons(site: Site, slug: str = "spam") -> dict[str, int]:
    """The skips of a pool by reason, as its coordinator sees them."""
    found = pools.status(site.parts.store, slug)
    assert isinstance(found, Status)
    return {reason: count for reason, count in found.skip_reasons.items() if count}


def focusable(page: Page) -> list[str]:
    """What takes the focus in the main part, in order."""
    found = page.main.every("a", "button", "input", "select", "textarea", "summary")
    return [page.name(node) or node.words for node in found if node.get("type") != "hidden"]


def skipped(browser: Reader) -> Page:
    """The page after a new card skipped its first task."""
    make_card(browser)
    return press(start(browser), "Skip")


def test_a_reason_is_said_shown_and_changed(site: Site) -> None:
    after = skipped(site.browser())
    receipt = after.link(LINK).follow()
    assert receipt.form(SAY).chosen() == []
    assert "Why did you skip it? You need not say." in receipt.text
    said = receipt.form(SAY).choose("The steps were not clear to me").press()
    assert said.title.startswith("Done. Receipt ")
    assert "Your reason is noted. You can still change it." in said.text
    assert said.form(SAY).chosen() == ["The steps were not clear to me"]
    assert reasons(site) == {"unclear": 1}
    said.form(SAY).choose("Another reason").press()
    assert reasons(site) == {"other": 1}
    again = site.browser()
    assert press(start_again(again, site), "Skip")
    assert reasons(site) == {"other": 1}


def start_again(browser: Reader, site: Site) -> Page:
    """The first task for one more card."""
    make_card(browser)
    return start(browser)


def test_each_reason_can_be_chosen(quick_site: Site) -> None:
    quick_site.set_pool(overlap=20)
    browser = quick_site.browser()
    receipt = skipped(browser).link(LINK).follow()
    for key, words in SKIP_REASONS.items():
        assert receipt.form(SAY).choose(words).press().status == 200
        assert reasons(quick_site) == {key: 1}


def test_nothing_more_stands_before_the_form_after_a_skip(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    first = start(browser)
    after = press(first, "Skip")
    assert focusable(after)[: len(focusable(first)) - 1] == focusable(first)[:-1]
    assert focusable(after)[-2:] == [LINK, "Steps"]
    assert LINK not in answer(after).text
    assert LINK not in first.text


def test_the_page_that_says_there_is_no_task_offers_it_too(quick_site: Site) -> None:
    quick_site.pool("one", rows=1)
    browser = quick_site.browser()
    make_card(browser)
    none = press(start(browser, "one"), "Skip")
    assert none.h1 == "No task now"
    assert none.link(LINK).follow().form(SAY).choose("Another reason").press().status == 200
    assert reasons(quick_site, "one") == {"other": 1}


def test_a_reason_costs_nothing_and_answers_are_as_before(quick_site: Site) -> None:
    browser = quick_site.browser()
    receipt = skipped(browser).link(LINK).follow()
    said = receipt.form(SAY).choose("I do not know the subject").press()
    done = answer(press(said, "Answer it after all"))
    assert "€0.05" in browser.visit("/earnings").text
    assert reasons(quick_site) == {}
    old = browser.visit(receipt.path)
    assert "Why you skipped it: I do not know the subject" in old.text
    assert SAY not in [old.name(node) for node in old.every("button")]
    late = receipt.form(SAY).choose("Another reason").press()
    assert "Why you skipped it: I do not know the subject" in late.text
    assert done.status == 200


def test_a_button_without_a_reason_says_so(quick_site: Site) -> None:
    receipt = skipped(quick_site.browser()).link(LINK).follow()
    page = receipt.form(SAY).press()
    assert page.status == 422
    assert page.title.startswith("Error: Receipt ")
    assert "Choose a reason, or leave this page: you need not say one." in page.text
    assert not quick_site.rows("skip_reason")


@pytest.mark.parametrize("reason", ["lazy", "unclear\0", "x" * 5_000, "<script>"])
def test_a_made_up_reason_is_refused(quick_site: Site, reason: str) -> None:
    receipt = skipped(quick_site.browser()).link(LINK).follow()
    form = dict(receipt.form(SAY).choose("Another reason").pairs()) | {"answer.reason": reason}
    refused = receipt.response.reader.post(receipt.path, data=form)
    assert refused.status_code == 422
    assert not quick_site.rows("skip_reason")


def test_an_answer_has_no_reason(quick_site: Site) -> None:
    browser = quick_site.browser()
    receipt = skipped(browser).link(LINK).follow()
    form = dict(receipt.form(SAY).choose("Another reason").pairs())
    answer(browser.visit("/task/spam"))
    (answered,) = [row["id"] for row in quick_site.rows("answer") if row["value"]]
    page = browser.visit(f"/receipts/{answered}")
    assert SAY not in [page.name(node) for node in page.every("button")]
    assert browser.post(f"/receipts/{answered}", data=form).status_code == 303
    assert not quick_site.rows("skip_reason")


def test_in_lynx_no_reason_is_ticked_before_one_is_chosen(quick_site: Site) -> None:
    browser = quick_site.browser()
    path = skipped(browser).link(LINK).follow().path
    page = browser.visit(path, headers={"User-Agent": "Lynx/2.9.0"})
    assert page.form(SAY).press().status == 422
    assert not quick_site.rows("skip_reason")
