"""A pool that is paused, closed, out of money or not for this card says so plainly."""

import pytest

from tests.pages.site import Site, answer, press, start
from tests.reader import Reader

STATES = ("paused", "closed")


@pytest.mark.parametrize("state", STATES)
def test_a_task_in_hand_is_still_taken_and_credited(worker: Reader, site: Site, state: str) -> None:
    page = start(worker)
    site.set_pool(state=state)
    over = answer(page)
    assert over.status == 200
    assert f"This pool is {state}." in over.text
    assert "€0.05" in worker.visit("/earnings").text
    assert len(site.rows("hold")) == 0


@pytest.mark.parametrize("state", STATES)
def test_no_new_task_is_dealt(worker: Reader, site: Site, state: str) -> None:
    left = worker.visit("/pools/spam")
    site.set_pool(state=state)
    assert f"This pool is {state}." in worker.visit("/pools/spam").text
    page = left.form("/pools/spam").press("Start")
    assert page.h1 == "No task now"
    assert f"This pool is {state}." in page.text
    assert not site.rows("hold")


def test_no_answer_is_changed_once_the_pool_is_closed(worker: Reader, site: Site) -> None:
    first = start(worker)
    answer(first, "Spam")
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    site.set_pool(state="closed")
    refused = first.form("Send answer").choose("Not spam").press("Send answer")
    assert refused.status == 409
    assert "This answer can no longer be changed" in refused.text
    assert refused.by_id("typed-1")
    assert "Change your answer" not in worker.visit(receipt.path).text
    assert worker.visit(f"{receipt.path}/change").path == receipt.path
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Spam"}]


def test_an_answer_can_be_changed_while_the_pool_is_paused(worker: Reader, site: Site) -> None:
    first = start(worker)
    answer(first, "Spam")
    site.set_pool(state="paused")
    answer(first, "Not spam")
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Not spam"}]


def test_a_skipped_task_of_a_closed_pool_is_not_taken_up_again(worker: Reader, site: Site) -> None:
    start(worker).form("Send answer").press("Skip")
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    site.set_pool(state="closed")
    refused = press(receipt, "Answer it after all")
    assert refused.status == 403
    assert "This pool is closed" in refused.text
    assert "Answer it after all" not in worker.visit(receipt.path).text


def test_a_pool_whose_money_is_promised_deals_no_more(worker: Reader, site: Site) -> None:
    site.set_pool(budget=5)
    page = answer(start(worker))
    assert page.h1 == "No task now"
    assert "This pool has no money left for new tasks." in page.text
    assert "€0.05" in worker.visit("/earnings").text
    assert "no money left" in worker.visit("/pools/spam").text
    assert site.rows("pool")[0]["spent"] == 5


def test_when_all_is_done_it_says_so(worker: Reader, site: Site) -> None:
    page = start(worker, goal="Until I stop")
    for _ in range(5):
        page = answer(page)
    assert page.h1 == "No task now"
    assert "You may have done them all" in page.text
    assert "Is this spam?" not in worker.visit("/mine").text


def test_a_pool_for_printed_cards_says_so(worker: Reader, site: Site) -> None:
    site.pool("handed-out", entry="cards")
    left = worker.visit("/pools/handed-out")
    assert "This pool is for cards that a partner handed out." in left.text
    assert not left.main.every("form")
    assert "Join the printed cards" in left.link("Join the printed cards").follow().text
    assert "For cards that a partner handed out" in worker.visit("/pools").text
    assert "Pool handed-out" not in worker.visit("/mine").text


def test_a_pool_that_takes_only_printed_cards_from_now_on_says_so(
    worker: Reader, site: Site
) -> None:
    left = worker.visit("/pools/spam")
    site.set_pool(entry="cards")
    page = left.form("/pools/spam").choose("3 tasks").press("Start")
    assert page.status == 403
    assert page.h1 == "That was not done"
    assert "This pool is for cards that were handed out by a partner." in page.text
    assert not site.rows("membership")


def test_a_pool_that_is_not_published_is_not_there(worker: Reader, site: Site) -> None:
    left = worker.visit("/pools/spam")
    site.set_pool(state="draft")
    assert worker.visit("/pools/spam").status == 404
    assert worker.visit("/task/spam").status == 404
    assert left.form("/pools/spam").press("Start").status == 404
    assert "Is this spam?" not in worker.visit("/pools").text
