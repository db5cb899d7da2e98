"""Whoever meets a barrier can say so without a card, and read the answer with a number."""

import pytest

from app.actions.saying import answer_barrier
from app.actions.showing import StoreAwayError
from tests.pages.site import Site, make_card, start
from tests.pages.test_hostile_texts import TEXTS
from tests.reader import Reader
from tests.reading.page import Page

PAGE, BARRIER = "The page where it was", "What was in your way?"
SEND, LOOK_UP, NUMBER = "Send the report", "Look up the report", "The number of your report"


def send(page: Page, text: str, where: str | None = None) -> Page:
    form = page.form(SEND).fill(BARRIER, text)
    return (form if where is None else form.fill(PAGE, where)).press()


def number_on(page: Page) -> str:
    field = page.by_id("report")
    assert field is not None
    assert field.has("readonly")
    assert page.name(field) == "The number, to copy or to read digit by digit"
    return field.get("value")


def test_the_number_stands_in_no_address_and_no_title(site: Site) -> None:
    sent = send(site.browser().visit("/problem"), "It is too small.")
    found = look_up(site.browser(), number_on(sent))
    for page in (sent, found):
        assert page.url.endswith("/problem")
        assert not any(char.isdigit() for char in page.title)
        assert not any(number_on(sent) in node.get("href") for node in page.every("a"))


def look_up(browser: Reader, number: str) -> Page:
    return browser.visit("/problem").form(LOOK_UP).fill(NUMBER, number).press()


def test_a_report_gets_a_number_and_an_answer(site: Site) -> None:
    browser = site.browser()
    sent = send(browser.visit("/problem"), "I cannot read\nthe picture.", "The first page")
    number = number_on(sent)
    groups = f"{number[:4]} {number[4:8]} {number[8:]}"
    assert (sent.title, sent.h1) == ("Done. Your report – Ownpace", "Your report")
    assert len(number) == 12
    assert "Your report is sent. This is its number." in sent.text
    assert "There is no answer yet." in sent.text
    assert answer_barrier(site.parts.store, int(number), "It has words now.\nThank you.") is None
    for typed in (number, groups, number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))):
        later = look_up(site.browser(), typed)
        assert later.status == 200
        assert later.title == "Your report – Ownpace"
        for words in ("I cannot read", "the picture.", "The first page", "It has words now."):
            assert words in later.text


def test_a_report_belongs_to_no_card_and_says_no_hour(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    send(browser.visit("/problem"), "It is too small.")
    (row,) = site.rows("barrier_report")
    assert row.keys() == {"number", "form", "page", "text", "answer", "day"}
    assert row["day"] < 100_000
    assert b"task" not in row["form"]


def test_the_same_form_sent_again_is_the_same_report(site: Site) -> None:
    page = site.browser().visit("/problem")
    first, again = (number_on(send(page, "It is too small.")) for _ in range(2))
    assert first == again
    other = number_on(send(site.browser().visit("/problem"), "It is too small."))
    changed = number_on(send(page, "It is much too small."))
    assert len({first, other, changed}) == 3
    assert len(site.rows("barrier_report")) == 3


@pytest.mark.parametrize("number", ["1", "0", "no", "999999999999", "9" * 5_000, "\0", "٣", "½"])
def test_a_number_that_no_report_has(quick_site: Site, number: str) -> None:
    page = look_up(quick_site.browser(), number)
    assert (page.status, page.h1) == (422, "Report a problem")
    assert page.title.startswith("Error: ")
    assert "No report has this number. Check it and try again." in page.text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Nothing is written here."),
        (" \n ", "Nothing is written here."),
        ("x" * 4_001, "This text is too long. Characters found: 4,001. Most allowed: 4,000."),
        ("a\x07b", "A character that cannot be shown was found: U+0007."),
        ("a\0b", "A character that cannot be shown was found: U+FFFD."),
        ("a\ufffdb", "A character that cannot be shown was found: U+FFFD."),
    ],
)
def test_what_cannot_be_kept_stays_in_the_form(quick_site: Site, text: str, why: str) -> None:
    page = send(quick_site.browser().visit("/problem"), text, "Earnings")
    assert page.status == 422
    assert page.title.startswith("Error: Report a problem")
    assert why in page.text
    form = page.form(SEND)
    assert form.value(PAGE) == "Earnings"
    assert form.value(BARRIER).replace("\r\n", "\n").strip() == text.replace("\0", "\ufffd").strip()
    assert not quick_site.rows("barrier_report")


@pytest.mark.parametrize("where", ["x" * 201, "a\x1bb"])
def test_a_page_that_cannot_be_kept_stays_in_the_form(quick_site: Site, where: str) -> None:
    page = send(quick_site.browser().visit("/problem"), "It is too small.", where)
    assert page.status == 422
    assert page.form(SEND).value(PAGE) == where
    assert page.form(SEND).value(BARRIER) == "It is too small."


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_report_is_shown_as_it_was_written(site: Site, name: str) -> None:
    text = " ".join(TEXTS[name].split())
    sent = send(site.browser().visit("/problem"), TEXTS[name], text[:200])
    assert sent.text.count(text) == 2
    answer_barrier(site.parts.store, int(number_on(sent)), TEXTS[name])
    assert look_up(site.browser(), number_on(sent)).text.count(text) == 3


@pytest.mark.parametrize(
    ("path", "filled"),
    [
        ("/pools", "/pools"),
        ("/pools/spam", "/pools/spam"),
        ("/task/spam", "/task/spam"),
        ("/card/new", "/card/new"),
        ("/", "/"),
        ("", ""),
        ("/receipts/123456789012", ""),
        ("/receipts/123456789012/change", ""),
        ("/nothing-here", ""),
        ("/card/renew", ""),
        ("pools", ""),
        ("//pools", ""),
        ("https://elsewhere.example/pools", ""),
        ("/pools?number=1", ""),
        ("/media/abc", ""),
        ("/pools/" + "a" * 300, ""),
        ('/pools/"><script>', ""),
        ("\0", ""),
    ],
)
def test_only_a_page_of_this_site_is_filled_in(quick_site: Site, path: str, filled: str) -> None:
    response = quick_site.browser().get("/problem", query_string={"page": path})
    assert response.page.form(SEND).value(PAGE) == filled


@pytest.fixture
def worker_page(quick_site: Site) -> Reader:
    """A browser with a card, and a task in hand."""
    browser = quick_site.browser()
    make_card(browser)
    start(browser)
    return browser


def test_every_page_with_a_menu_leads_there_with_its_own_path(worker_page: Reader) -> None:
    for path in ("/pools", "/pools/spam", "/help", "/mine", "/settings", "/privacy"):
        page = worker_page.visit(path).link("Report a problem").follow()
        assert page.form(SEND).value(PAGE) in (path, "")
    assert worker_page.visit("/pools").link("Report a problem").href.endswith("?page=/pools")
    task = worker_page.visit("/task/spam")
    assert "/problem" not in task.markup
    assert task.link("Help").follow().link("Report a problem").follow().h1 == "Report a problem"


def test_the_way_there_from_a_receipt_names_no_receipt(worker_page: Reader) -> None:
    task = worker_page.visit("/task/spam")
    task.form("Send answer").choose("Spam").press("Send answer")
    receipt = worker_page.visit("/receipts").link("Receipt ").follow()
    link = receipt.link("Report a problem")
    assert link.href.endswith("?page=/receipts")
    assert link.follow().form(SEND).value(PAGE) == "/receipts"


def test_what_was_written_stands_on_the_page_of_a_fault(
    quick_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = quick_site.browser().visit("/problem")

    def away(*_: object) -> None:
        raise StoreAwayError

    monkeypatch.setattr("app.pages.worker.problem.saying.report_barrier", away)
    failed = send(page, "It is too small.")
    assert failed.status == 503
    kept = failed.by_id("typed-1")
    assert kept is not None
    assert kept.raw.strip() == "It is too small."
    assert failed.name(kept) == "Your report"
