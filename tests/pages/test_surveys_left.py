"""A survey that is left, sent twice, or sent too late: every page of it is found again."""

import pytest

from tests.pages.site import Site, leave, make_card, open_card, press, start
from tests.pages.survey_pages import first, last, latest, second, third, values, whole_answer
from tests.reader import Reader

pytestmark = pytest.mark.usefixtures("survey")


@pytest.mark.parametrize("button", ["Save for later", "Stop"])
def test_every_page_can_be_left_and_is_found_again(site: Site, button: str) -> None:
    browser = site.browser()
    code = make_card(browser)
    page = second(first(start(browser, "survey")))
    page.form().fill("Which one?", "NVDA").press(button)
    leave(browser)
    other = site.browser()
    mine = open_card(other, code)
    again = press(mine, "Open saved task 1" if button[0] == "S" and " " in button else "Go on with")
    assert again.h1.endswith("page 3")
    assert again.form().value("Which one?") == "NVDA"
    assert press(again, "Back").form().chosen() == ["Yes"]


def test_another_browser_goes_on_where_the_line_dropped(site: Site) -> None:
    browser = site.browser()
    code = make_card(browser)
    second(first(start(browser, "survey")))
    other = site.browser()
    open_card(other, code)
    page = other.visit("/task/survey")
    assert page.h1.endswith(", page 3")
    last(third(page))
    assert values(site) == [whole_answer()]


def test_a_skip_keeps_all_pages_until_it_is_answered_after_all(worker: Reader, site: Site) -> None:
    page = second(first(start(worker, "survey")))
    page.form().fill("Which one?", "Orca").press("Skip")
    assert values(site) == [None]
    page = press(latest(worker), "Answer it after all")
    assert page.h1.endswith(", page 3")
    assert page.form().value("Which one?") == "Orca"
    last(third(page))
    assert values(site) == [whole_answer()]


def test_an_older_page_sent_again_wipes_nothing(worker: Reader, site: Site) -> None:
    page = start(worker, "survey")
    old = page.form("Next").choose("Adult")
    new = third(second(old.press("Next")))
    old.press("Next")
    assert len(site.rows("draft")) == 1
    last(new)
    assert values(site) == [whole_answer()]


def test_whatever_is_sent_twice_counts_once(worker: Reader, site: Site) -> None:
    begun = start(worker, "survey").form("Next").choose("Adult")
    page = third(second(begun.press("Next")))
    form = page.form().fill("How many hours a day?", "2.5")
    form.fill("What do you wish for?", "Less to load")
    forms = [form.send("Send answer") for _ in range(3)]
    assert len({sent.headers["Location"] for sent in forms[1:]}) == 1
    # A page from before the answer, sent again by a line that dropped, changes nothing either.
    assert begun.send("Next").headers["Location"].endswith("/change")
    assert values(site) == [whole_answer()]
    assert len(site.rows("receipt")) == 1
    assert site.rows("draft") == []
    assert [row["earned"] for row in site.rows("membership")] == [5]


def test_a_page_sent_after_leaving_is_kept_with_all_others(site: Site) -> None:
    browser = site.browser()
    code = make_card(browser)
    page = second(first(start(browser, "survey")))
    leave(browser)
    kept = page.form().fill("Which one?", "Orca").press("Next")
    assert (kept.status, kept.h1) == (403, "Your answer is kept")
    mine = open_card(browser, code)
    assert "Orca" in mine.text
    task = press(mine, "Look at kept answer 1")
    filled = task.link("Put this answer into the form").follow()
    assert filled.h1.endswith("page 3")
    assert filled.form().value("Which one?") == "Orca"
    page = filled.form().press("Next")
    assert "Kept for you" not in page.text
    last(page)
    assert values(site) == [whole_answer()]
    assert site.rows("draft") == []


def test_a_page_on_which_nothing_was_said_is_not_kept(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    page = start(browser, "survey")
    leave(browser)
    assert page.form().press("Next").h1 == "Open your card"
    assert site.rows("draft") == []


def test_another_card_at_the_same_browser_learns_nothing(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    page = second(first(start(browser, "survey")))
    make_card(browser)
    kept = page.form().fill("Which one?", "Orca").press("Next")
    assert kept.status == 403
    assert "Orca" not in kept.markup
    assert "Another card is open in this browser now." in kept.text


def test_a_page_that_belongs_to_no_survey_is_no_way_on(worker: Reader) -> None:
    form = dict(start(worker).form().pairs())
    sent = worker.post("/task/spam", data={**form, "page": "1", "do": "continue"})
    assert sent.status_code == 403


@pytest.mark.parametrize("number", ["", "0", "9", "-1", "1e3", "99999999", "٣"])
def test_a_page_that_is_not_there_is_no_fault(worker: Reader, site: Site, number: str) -> None:
    page = second(first(start(worker, "survey")))
    form = dict(page.form().pairs("Next"))
    sent = worker.post("/task/survey", data={**form, "page": number})
    assert sent.status_code in (303, 422)
    saved = site.rows("draft")[0]["typed"]
    assert (saved["who"], saved["reader"]) == (["Adult"], ["Yes"])
