"""Every receipt and every ledger line can be reached, however many there are."""

import re

import pytest

from app.pages.worker import money, receipts
from tests.pages.site import Site, answer, make_card, start
from tests.reader import Reader
from tests.reading.page import Page


@pytest.fixture
def browser(site: Site, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Somebody with five receipts and lines of pay, where two fit on a page."""
    monkeypatch.setattr(receipts, "MOST", 2)
    monkeypatch.setattr(money, "MOST", 2)
    made = site.browser()
    make_card(made)
    page = start(made, goal="Until I stop")
    for _ in range(5):
        page = answer(page)
    return made


def shown(page: Page) -> list[str]:
    return re.findall(r"^Receipt (\d{4} \d{4} \d{4})$", page.text, re.MULTILINE)


def has_link(page: Page, words: str) -> bool:
    return any(node.words == words for node in page.every("a"))


def test_older_receipts_are_a_link_away_and_newer_ones_too(browser: Reader) -> None:
    pages = [browser.visit("/receipts")]
    while has_link(pages[-1], "Older receipts"):
        pages.append(pages[-1].link("Older receipts").follow())
    assert [page.h1 for page in pages] == ["Receipts", "Receipts 3 to 4", "Receipts 5 to 5"]
    assert [len(shown(page)) for page in pages] == [2, 2, 1]
    assert len({number for page in pages for number in shown(page)}) == 5
    assert not has_link(pages[0], "Newer receipts")
    back = pages[-1].link("Newer receipts").follow()
    assert shown(back) == shown(pages[1])
    first = back.link("Newer receipts")
    assert first.href.endswith("/receipts")
    assert shown(first.follow()) == shown(pages[0])


def test_older_pay_is_a_link_away_and_newer_pay_too(browser: Reader) -> None:
    pages = [browser.visit("/earnings")]
    while has_link(pages[-1], "Older earnings"):
        pages.append(pages[-1].link("Older earnings").follow())
    assert [page.h1 for page in pages] == ["Earnings", "Earnings 3 to 4", "Earnings 5 to 5"]
    assert [len(page.every("tr")) - 1 for page in pages] == [2, 2, 1]
    assert all("You earned €0.25 in sample pools." in page.text for page in pages)
    assert pages[-1].link("Newer earnings").follow().h1 == "Earnings 3 to 4"


@pytest.mark.parametrize("address", ["/receipts", "/earnings"])
@pytest.mark.parametrize(
    ("past", "first"),
    [("5", 5), ("400", 5), ("9" * 9, 5), ("9" * 5_000, 5), ("4", 5), ("1", 2), ("0", 1)]
    + [(wrong, 1) for wrong in ("", "-2", "x", "2.0", "٢", "\0", "1e3")],
)
def test_a_made_up_place_is_brought_back_to_a_real_one(
    browser: Reader, address: str, past: str, first: int
) -> None:
    page = browser.get(address, query_string={"past": past}).page
    assert page.status == 200
    if first > 1:
        assert re.search(rf" {first} to \d$", page.h1)
    else:
        assert page.h1 in ("Receipts", "Earnings")


@pytest.mark.parametrize("address", ["/receipts?past=50", "/earnings?past=100"])
def test_a_new_card_has_one_page(site: Site, address: str) -> None:
    stranger = site.browser()
    make_card(stranger)
    page = stranger.visit(address)
    assert page.h1 in ("Receipts", "Earnings")
    assert "Older" not in page.text
    assert "Newer" not in page.text


def test_a_wrong_number_is_said_on_the_page_that_was_open(browser: Reader) -> None:
    page = browser.visit("/receipts?past=2&number=12")
    assert page.status == 422
    assert page.title.startswith("Error: Receipts 3 to 4")
