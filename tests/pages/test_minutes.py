"""After a run a worker may say how long it took, and pay an hour goes by what workers said."""

import pytest
from sqlalchemy import insert

from app.store import tables
from tests.pages.site import Site, answer, leave, make_card, press, start
from tests.pages.test_hostile_texts import TEXTS
from tests.reader import Reader
from tests.reading.page import Page

SAY = "Say how long"
FIELD = "About how long did it take you, in minutes?"


def at_break(browser: Reader, slug: str = "spam") -> Page:
    """The break after three tasks of three, for a new card."""
    make_card(browser)
    page = start(browser, slug)
    for _ in range(3):
        page = answer(page)
    return page


def say(page: Page, minutes: str) -> Page:
    return page.form(SAY).fill(FIELD, minutes).press(SAY)


def report(site: Site, each: float, count: int, slug: str = "spam") -> None:
    """Let so many workers report these minutes a task, for four tasks."""
    (pool,) = [row["id"] for row in site.rows("pool") if row["slug"] == slug]
    told = len(site.rows("minutes_report"))
    rows = [
        {"number": told + n + 1, "pool": pool, "tasks": 4, "minutes": each * 4, "day": 20_000}
        for n in range(count)
    ]
    site.parts.store.write(lambda unit: unit.execute(insert(tables.minutes_report), rows))


def test_a_run_has_one_report_that_can_be_changed_and_taken_back(site: Site) -> None:
    page = at_break(site.browser())
    assert page.form(SAY).value(FIELD) == ""
    assert "For all 3 tasks together." in page.text
    assert "You may say how long it took you." in page.text
    said = say(page, "٢٫٥")
    assert said.title.startswith("Done. You did 3 tasks ")
    assert said.h1 == "You did 3 tasks"
    assert "Your minutes are noted. You can still change them." in said.text
    assert said.form(SAY).value(FIELD) == "2.5"
    say(page, "2,5")
    changed = say(said, "4")
    assert changed.form(SAY).value(FIELD) == "4"
    (row,) = site.rows("minutes_report")
    assert (row["tasks"], row["minutes"]) == (3, 4)
    taken_back = say(changed, " ")
    assert "No minutes are noted. You need not say any." in taken_back.text
    assert taken_back.form(SAY).value(FIELD) == ""
    assert not site.rows("minutes_report")
    say(taken_back, "5")
    assert [row["minutes"] for row in site.rows("minutes_report")] == [5]


def test_a_report_names_nobody_and_nothing_leads_to_it_after_the_run(site: Site) -> None:
    browser = site.browser()
    say(at_break(browser), "6")
    (row,) = site.rows("minutes_report")
    assert row.keys() == {"number", "pool", "tasks", "minutes", "day"}
    assert row["day"] < 100_000
    numbers = {row["id"] for row in site.rows("answer")}
    numbers |= {row["number"] for row in site.rows("receipt")}
    assert row["number"] not in numbers
    (sitting,) = site.rows("sitting")
    assert sitting["minutes_report"] == row["number"]
    page = browser.visit("/task/spam").form("Go on").choose("3 tasks").press("Go on")
    (sitting,) = site.rows("sitting")
    assert sitting["minutes_report"] is None
    answer(page)
    leave(browser)
    assert not site.rows("sitting")
    assert [one["minutes"] for one in site.rows("minutes_report")] == [6]


def test_the_next_run_has_a_report_of_its_own(quick_site: Site) -> None:
    quick_site.pool("more", rows=9)
    browser = quick_site.browser()
    said = say(at_break(browser, "more"), "3")
    page = said.form("Go on").choose("5 tasks").press("Go on")
    for _ in range(5):
        page = answer(page)
    assert page.h1 == "You did 5 tasks"
    assert page.form(SAY).value(FIELD) == ""
    say(page, "10")
    told = sorted((row["tasks"], row["minutes"]) for row in quick_site.rows("minutes_report"))
    assert told == [(3, 3), (5, 10)]


def test_a_run_that_ends_with_the_last_task_is_asked_about_too(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    quick_site.pool("few", rows=2)
    page = answer(answer(start(browser, "few", "10 tasks")))
    assert page.h1 == "No task now"
    said = say(page, "1")
    assert said.title.startswith("Done. No task now")
    assert [row["tasks"] for row in quick_site.rows("minutes_report")] == [2]


def test_who_did_nothing_is_not_asked(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    quick_site.pool("few", rows=1)
    page = press(start(browser, "few"), "Skip")
    assert page.h1 == "No task now"
    assert FIELD not in page.text
    assert "minutes" not in press(start(browser), "Stop").text


@pytest.mark.parametrize("typed", ["0", "4321", "ten", "-1", *TEXTS.values(), "\0", "9" * 5_000])
def test_minutes_that_cannot_be_stay_in_the_form(quick_site: Site, typed: str) -> None:
    refused = say(at_break(quick_site.browser()), " ".join(typed.split()))
    assert refused.status == 422
    assert refused.title.startswith("Error: You did 3 tasks")
    assert refused.form(SAY).value(FIELD) == " ".join(typed.split()).replace("\0", "\ufffd")
    assert "Write " in refused.text
    assert refused.form("Go on").choose("3 tasks").press("Go on").h1 == "Task 1 of 3"
    assert not quick_site.rows("minutes_report")


def test_a_page_that_was_left_open_reports_nothing(quick_site: Site) -> None:
    quick_site.pool("more", rows=9)
    browser = quick_site.browser()
    left = at_break(browser, "more")
    left.form("Go on").choose("3 tasks").press("Go on")
    assert say(left, "5").h1 == "Task 1 of 3"
    leave(browser)
    at_break(browser, "more")
    assert say(left, "5").h1 == "My work"
    assert browser.visit("/task/more").form(SAY).value(FIELD) == ""
    leave(browser)
    assert say(left, "5").h1 == "Open your card"
    assert not quick_site.rows("minutes_report")


def test_pay_an_hour_is_by_the_askers_trial_until_twenty_have_reported(site: Site) -> None:
    report(site, 2.0, 19)
    for address in ("/pools", "/pools/spam"):
        text = site.browser().visit(address).text
        assert "About €6.00 an hour, by the asker's own trial" in text
        assert "About 30 seconds a task, by the asker's own trial" in text
    report(site, 2.0, 1)
    for address in ("/pools", "/pools/spam"):
        text = site.browser().visit(address).text
        assert "About €1.50 an hour, by the minutes that workers reported" in text
        assert "At most 2 minutes a task for nine of ten workers, as they reported" in text
        assert "trial" not in text


def test_the_slow_count_and_another_pools_reports_do_not(quick_site: Site) -> None:
    quick_site.pool("other")
    report(quick_site, 9.0, 40, "other")
    report(quick_site, 1.0, 16)
    report(quick_site, 5.0, 4)
    mine = quick_site.browser()
    make_card(mine)
    for text in (mine.visit("/pools/spam").text, mine.visit("/mine").text):
        assert "At most 5 minutes a task for nine of ten workers, as they reported" in text
        assert "About €0.60 an hour, by the minutes that workers reported" in text


def test_a_voluntary_pool_shows_minutes_and_no_pay_an_hour(quick_site: Site) -> None:
    quick_site.set_pool(pay=0, currency="")
    text = quick_site.browser().visit("/pools").text
    assert "About 30 seconds a task, by the asker's own trial" in text
    assert "an hour" not in text
