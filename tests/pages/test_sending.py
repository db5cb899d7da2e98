"""Sending: once counts once, a change is a new version, and nothing typed is lost."""

import re

import pytest

from tests.pages.site import (
    Site,
    answer,
    code_on,
    leave,
    open_card,
    press,
    start,
)
from tests.reader import Reader


def receipt_links(browser: Reader) -> list[str]:
    page = browser.visit("/receipts")
    return [heading.words for heading in page.every("h2")]


def test_the_whole_run_of_three_tasks(worker: Reader, site: Site) -> None:
    page = start(worker, goal="3 tasks")
    assert (page.h1, page.title) == ("Task 1 of 3", "Task 1 of 3 – Is this spam?")
    page = answer(page)
    assert page.title == "Sent. Task 2 of 3 – Is this spam?"
    page = answer(answer(page), "Not spam")
    assert page.h1 == "You did 3 tasks"
    assert "You earned €0.15." in page.text
    earnings = page.link("Earnings").follow()
    assert "You earned €0.15 in sample pools." in earnings.text
    assert len(receipt_links(worker)) == 3
    assert page.form("Go on").choose("Until I stop").press("Go on").h1 == "Task 1"


def test_a_double_click_counts_once_and_shows_the_same_receipt(worker: Reader, site: Site) -> None:
    form = start(worker).form("Send answer").choose("Spam")
    pages = [form.press("Send answer") for _ in range(3)]
    lines = {page.every("p")[1].words for page in pages}
    (receipt,) = receipt_links(worker)
    assert lines == {f"Your last answer has {receipt.lower()}."}
    assert len(site.rows("answer")) == 1
    assert "€0.05" in worker.visit("/earnings").text
    assert [row["balance"] for row in site.rows("account")] == [5]
    assert all("Task 2 of 3" in page.h1 for page in pages)


def test_back_and_another_choice_is_a_change_and_paid_once(worker: Reader, site: Site) -> None:
    first = start(worker)
    answer(first, "Spam")
    receipt = answer(first, "Not spam")
    assert receipt.path.startswith("/receipts/")
    assert receipt.text.count("Not spam") == 1
    assert "Your earlier answers" in receipt.text
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Not spam"}]
    assert [row["amount"] for row in site.rows("entry")] == [5]
    assert len(site.rows("receipt")) == 2


def test_an_answer_is_changed_from_its_receipt(worker: Reader, site: Site) -> None:
    answer(start(worker), "Spam")
    (number,) = receipt_links(worker)
    receipt = worker.visit("/receipts").link(number).follow()
    change = receipt.link("Change your answer").follow()
    assert change.form("Send the change").chosen() == ["Spam"]
    newer = change.form("Send the change").choose("Not spam").press("Send the change")
    assert newer.h1 != receipt.h1
    assert "Not spam" in newer.text
    old = worker.visit(receipt.path)
    assert "Change your answer" not in old.text


def test_a_change_to_nothing_is_refused_where_it_was_made(worker: Reader) -> None:
    first = start(worker)
    answer(first)
    page = first.form("Send answer").press("Send answer")
    assert page.status == 422
    assert page.h1 == "Change your answer"
    assert page.form("Send the change").chosen() == ["Spam"]


@pytest.mark.parametrize("do", ["Skip", "Save for later"])
def test_a_mistake_on_a_page_gone_back_to_is_shown_there(
    worker: Reader, site: Site, do: str
) -> None:
    first = start(worker)
    material = first.every("blockquote")[0].words
    first.form("Send answer").press(do)
    page = first.form("Send answer").press("Send answer")
    assert page.status == 422
    assert page.every("blockquote")[0].words == material
    answer(page)
    assert len(site.rows("answer")) == 1
    assert "€0.05" in worker.visit("/earnings").text


def test_a_receipt_is_looked_up_by_its_number(worker: Reader) -> None:
    answer(start(worker))
    (heading,) = receipt_links(worker)
    number = heading.removeprefix("Receipt ")
    form = worker.visit("/receipts").form("Look it up").fill("Receipt number", number)
    assert form.press().h1 == heading
    wrong = worker.visit("/receipts").form("Look it up").fill("Receipt number", "12 \0x")
    page = wrong.press()
    assert page.status == 422
    assert "This card has no such receipt." in page.text


def test_a_skip_is_not_paid_and_can_be_answered_after_all(worker: Reader, site: Site) -> None:
    page = start(worker).form("Send answer").press("Skip")
    assert page.h1 == "Task 1 of 3"
    assert "You skipped a task. Its receipt is" in page.text
    assert "You have earned nothing yet." in worker.visit("/earnings").text
    receipt = worker.visit("/receipts").link(receipt_links(worker)[0]).follow()
    again = press(receipt, "Answer it after all")
    assert "Message 0" in again.text
    answer(again)
    assert "€0.05" in worker.visit("/earnings").text


def test_what_is_saved_waits_and_comes_back_as_it_was(worker: Reader, site: Site) -> None:
    first = start(worker)
    second = first.form("Send answer").choose("Not spam").press("Save for later")
    assert "Saved for later. You find it in My work." in second.text
    assert second.text != first.text
    again = press(worker.visit("/mine"), "Open saved task 1")
    assert "Message 0" in again.text
    assert again.form("Send answer").chosen() == ["Not spam"]
    again.form("Send answer").press("Send answer")
    assert not site.rows("draft")


def test_stop_keeps_what_was_typed(worker: Reader) -> None:
    first = start(worker)
    mine = first.form("Send answer").choose("Not spam").press("Stop")
    assert mine.h1 == "My work"
    again = press(mine, "Go on with")
    assert "Message 0" in again.text
    assert again.form("Send answer").chosen() == ["Not spam"]


def test_a_reload_shows_the_same_task(worker: Reader) -> None:
    first = start(worker)
    material = first.every("blockquote")[0].words
    for _ in range(3):
        assert worker.visit("/task/spam").every("blockquote")[0].words == material
    assert start(worker).every("blockquote")[0].words == material


def test_reading_pages_deals_nothing_and_changes_nothing(worker: Reader, site: Site) -> None:
    answer(start(worker))
    press(worker.visit("/task/spam"), "Skip")
    before = site.counts()
    kept = {name: site.rows(name) for name in before}
    answered, skipped = sorted(site.rows("answer"), key=lambda row: row["value"] is None)
    for address in (
        "/", "/pools", "/pools/spam", "/task/spam", "/task/spam?kept=1&picture=1", "/mine",
        "/receipts", f"/receipts/{answered['id']}", f"/receipts/{answered['id']}/change",
        f"/receipts/{skipped['id']}/change", "/earnings", "/leave", "/card", "/card/new", "/help",
    ):  # fmt: skip
        assert worker.visit(address).status == 200
        worker.head(address)
    assert site.counts() == before
    assert {name: site.rows(name) for name in before} == kept


def test_a_title_says_what_was_done(worker: Reader) -> None:
    skipped = start(worker).form("Send answer").press("Skip")
    assert skipped.title.startswith("Skipped. Task 1 of 3")
    saved = skipped.form("Send answer").press("Save for later")
    assert saved.title.startswith("Saved. Task 1 of 3")


def test_stop_says_that_all_is_safe(worker: Reader) -> None:
    mine = start(worker).form("Send answer").press("Stop")
    assert mine.title == "Done. My work – Ownpace"
    assert "You stopped. What you sent and what you typed is safe." in mine.text
    assert "You stopped." not in worker.visit("/mine").text


def test_a_skipped_task_can_be_answered_alone_in_another_sitting(worker: Reader) -> None:
    start(worker).form("Send answer").press("Skip")
    code = code_on(worker.visit("/card").form("/card/spare").press())
    leave(worker)
    open_card(worker, code)
    receipt = worker.visit("/receipts").link(receipt_links(worker)[0]).follow()
    task = press(receipt, "Answer it after all")
    assert task.h1 == "Task 1 of 1"
    assert "You skipped a task." not in task.text
    sent = answer(task)
    assert sent.title == "Sent. You did 1 task – Ownpace"
    assert "Your last answer has receipt" in sent.text


def test_an_answer_in_another_pool_than_the_last_gets_its_receipt(
    worker: Reader, site: Site
) -> None:
    site.pool("other")
    first = start(worker)
    start(worker, "other")
    receipt = answer(first)
    assert receipt.title.startswith("Sent. Receipt")
    assert "Your answer is sent. This is its receipt." in receipt.text


def test_an_old_receipt_leads_to_the_new_one(worker: Reader) -> None:
    answer(start(worker))
    (old,) = receipt_links(worker)
    change = worker.visit("/receipts").link(old).follow().link("Change your answer").follow()
    changed = change.form().choose("Not spam").press("Send the change")
    assert changed.title.startswith("Sent. Receipt")
    number = old.removeprefix("Receipt ").replace(" ", "")
    shown = worker.visit("/receipts?number=" + "".join(c for c in number if c.isdigit()))
    assert shown.link("Its receipt is").follow().h1 == changed.h1


def test_a_task_address_without_a_run_shows_the_pool(worker: Reader) -> None:
    assert worker.visit("/task/spam").h1 == worker.visit("/pools/spam").h1


def test_light_mode_says_what_the_page_weighed(worker: Reader) -> None:
    start(worker)
    packed = {"Accept-Encoding": "br"}
    light = worker.get("/task/spam", headers={"Save-Data": "on", **packed})
    said = re.search(r"This page weighed (\d\.\d) kB\.", light.page.text)
    assert said
    # The sentence itself is not in the first compression, so the page is a little heavier.
    assert 0 <= len(light.get_data()) / 1000 - float(said[1]) + 0.1 < 0.2
    assert "weighed" not in worker.get("/task/spam", headers=packed).page.text
