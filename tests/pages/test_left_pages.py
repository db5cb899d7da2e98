"""Pages that outlive their sitting: what is sent from them is kept for their own card."""

from tests.pages.site import Site, answer, leave, make_card, open_card, press, start
from tests.reader import Reader
from tests.reading.page import Page


def send(page: Page, choice: str = "Spam", do: str = "Send answer") -> Page:
    return page.form("Send answer").choose(choice).press(do)


def come_back(browser: Reader, code: str) -> Page:
    leave(browser)
    return open_card(browser, code)


def left_page(browser: Reader) -> tuple[str, Page]:
    """A task page that stays open while its sitting ends; and its card's code."""
    code = make_card(browser)
    page = start(browser)
    leave(browser)
    return code, page


def test_an_answer_sent_after_leaving_is_kept_and_sent_by_its_owner(site: Site) -> None:
    browser = site.browser()
    code, page = left_page(browser)
    kept = send(page, "Not spam")
    assert (kept.status, kept.h1) == (403, "Your answer is kept")
    assert "Not spam" not in kept.markup
    assert not site.rows("answer")

    mine = open_card(browser, code)
    assert "Kept for you" in mine.text
    assert "Not spam" in mine.text
    task = press(mine, "Look at kept answer 1")
    assert task.form("Send answer").chosen() == []
    filled = task.link("Put this answer into the form").follow()
    assert filled.form("Send answer").chosen() == ["Not spam"]
    assert "Kept for you" not in filled.text
    sent = filled.form("Send answer").press("Send answer")
    assert sent.title.startswith("Sent. ")
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Not spam"}]
    assert "€0.05" in browser.visit("/earnings").text
    assert "Kept for you" not in browser.visit("/mine").text
    assert not site.rows("draft")


def test_a_mistake_in_a_kept_answer_does_not_lose_it(site: Site) -> None:
    site.pool("lines", "document_digitization", rows=[{"image": "1"}])
    browser = site.browser()
    code = make_card(browser)
    page = start(browser, "lines")
    leave(browser)
    page.form("Send answer").fill("Is it spam?", "x" * 501).press("Send answer")
    press(open_card(browser, code), "Look at kept answer 1")
    filled = browser.visit("/task/lines").link("Put this answer into the form").follow()
    again = filled.form("Send answer").press("Send answer")
    assert again.status == 422
    again.form("Send answer").fill("Is it spam?", "x" * 500).press("Send answer")
    assert not site.rows("draft")
    assert [row["value"]["text"] for row in site.rows("answer")] == ["x" * 500]


def test_a_passer_by_overwrites_nothing(site: Site) -> None:
    site.pool("lines", "document_digitization", rows=[{"image": "1"}, {"image": "2"}])
    browser = site.browser()
    code = make_card(browser)
    page = start(browser, "lines")
    for text in ("my own words", "rubbish", "rubbish", "more rubbish"):
        if text == "my own words":
            page.form("Send answer").fill("Is it spam?", text).press("Stop")
            leave(browser)
        else:
            page.form("Send answer").fill("Is it spam?", text).press("Send answer")
    open_card(browser, code)
    task = browser.visit("/task/lines")
    assert task.form("Send answer").value("Is it spam?") == "my own words"
    assert task.text.count("more rubbish") == 1
    assert len(site.rows("draft")) == 3
    task.form("Send answer").press("Send answer")
    assert [row["value"]["text"] for row in site.rows("answer")] == ["my own words"]
    # What others pressed is still there until the owner drops it.
    mine = browser.visit("/mine")
    mine = press(mine, "Drop kept answer 1")
    assert "more rubbish" in mine.text
    mine = press(mine, "Drop kept answer 1")
    assert "rubbish" not in mine.text
    assert not site.rows("draft")


def test_another_card_at_the_computer_learns_only_that_it_is_not_theirs(site: Site) -> None:
    browser = site.browser()
    code, page = left_page(browser)
    make_card(browser)
    kept = send(page, "Not spam")
    assert kept.status == 403
    assert "Another card is open in this browser now." in kept.text
    for address in ("/mine", "/receipts", "/task/spam", "/pools/spam", "/earnings"):
        assert "Not spam" not in browser.visit(address).text
        assert "Kept for you" not in browser.visit(address).text
    kept.link("Leave, then open my card").follow().form("/leave").press()
    assert "Not spam" in open_card(browser, code).text


def test_two_cards_in_two_tabs_never_mix(site: Site) -> None:
    browser = site.browser()
    first_code = make_card(browser)
    first_tab = start(browser)
    leave(browser)
    make_card(browser)
    second_tab = start(browser)
    kept = send(first_tab, "Not spam")
    assert kept.status == 403
    assert send(second_tab, "Spam").title.startswith("Sent. ")
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Spam"}]
    assert "Not spam" in come_back(browser, first_code).text


def test_a_pool_page_left_open_begins_nothing_for_the_next_card(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    left = browser.visit("/pools/spam")
    leave(browser)
    make_card(browser)
    shown = left.form("/pools/spam").press("Start")
    assert shown.path == "/pools/spam"
    assert not site.rows("membership")


def test_a_leave_page_left_open_asks_the_next_card_first(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    left = browser.visit("/leave")
    leave(browser)
    make_card(browser)
    asked = left.form("/leave").press()
    assert asked.h1 == "Leave this computer"
    assert browser.visit("/mine").h1 == "My work"


def test_pressing_send_on_a_left_page_with_nothing_chosen_keeps_nothing(site: Site) -> None:
    browser = site.browser()
    _, page = left_page(browser)
    assert page.form("Send answer").press("Send answer").h1 == "Open your card"
    assert not site.rows("draft")


def test_what_is_kept_for_a_task_that_was_skipped_can_still_be_sent(site: Site) -> None:
    browser = site.browser()
    code = make_card(browser)
    page = start(browser)
    page.form("Send answer").press("Skip")
    leave(browser)
    send(page, "Not spam")
    receipt = press(open_card(browser, code), "Look at kept answer 1")
    assert "Skipped, not paid" in receipt.text
    task = press(receipt, "Answer it after all")
    filled = task.link("Put this answer into the form").follow()
    filled.form("Send answer").press("Send answer")
    assert "€0.05" in browser.visit("/earnings").text
    assert not site.rows("draft")


def test_what_is_kept_for_an_answered_task_can_become_its_change(site: Site) -> None:
    browser = site.browser()
    code = make_card(browser)
    page = start(browser)
    answer(page, "Spam")
    leave(browser)
    send(page, "Not spam")
    change = press(open_card(browser, code), "Look at kept answer 1")
    assert change.h1 == "Change your answer"
    assert change.form("Send the change").chosen() == ["Spam"]
    filled = change.link("Put this answer into the form").follow()
    receipt = filled.form("Send the change").press("Send the change")
    assert "Not spam" in receipt.text
    assert not site.rows("draft")


def test_nobody_drops_what_is_kept_for_another_card(site: Site) -> None:
    browser = site.browser()
    code, page = left_page(browser)
    send(page)
    other = site.browser()
    make_card(other)
    start(other)
    (draft,) = site.rows("draft")
    token = dict(other.visit("/mine").form("/task/spam").pairs())["token"]
    data = {"do": "drop", "draft": str(draft["id"]), "token": token}
    assert other.post("/task/spam", data=data).status_code == 303
    assert "Kept for you" in open_card(browser, code).text


def test_a_page_that_is_sent_over_and_over_keeps_a_limited_number(site: Site) -> None:
    site.pool("lines", "document_digitization", rows=[{"image": "1"}])
    browser = site.browser()
    make_card(browser)
    page = start(browser, "lines")
    leave(browser)
    pages = [
        page.form("Send answer").fill("Is it spam?", f"rubbish {n}").press("Send answer")
        for n in range(23)
    ]
    assert len(site.rows("draft")) == 20
    assert pages[-1].status == 403
    assert pages[-1].by_id("typed-1")
