"""A card: shown once, come back to with its code in many ways, given other codes."""

from datetime import UTC, datetime

import pytest

from app.actions import cards
from app.rules import card as codes
from tests.pages.site import Site, answer, code_on, leave, make_card, open_card, start
from tests.reader import Reader

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def spaced(code: str, between: str) -> str:
    return between.join(codes.groups(code))


def test_a_new_card_is_shown_once_and_can_be_kept(browser: Reader) -> None:
    shown = browser.visit("/card/new").form("Make my card").press()
    code = code_on(shown)
    assert spaced(code, " ") in shown.text
    assert shown.form("/card/print").press().text.count(spaced(code, " ")) == 1
    saved = shown.form("/card/file").send()
    assert saved.headers["Content-Disposition"] == "attachment; filename=card.txt"
    assert spaced(code, " ") in saved.text
    assert code not in browser.visit("/mine").markup
    assert code not in browser.visit("/card").markup


def test_before_the_card_is_made_it_says_that_nobody_can_give_the_work_back(
    browser: Reader,
) -> None:
    assert "Without it, nobody can give your work back" in browser.visit("/card/new").text


def test_the_qr_picture_holds_the_code_and_no_address(quick_site: Site) -> None:
    shown = quick_site.browser().visit("/card/new").form("Make my card").press()
    printed = shown.form("/card/print").press()
    picture = next(node for node in printed.nodes if node.tag == "svg")
    # 18 digits fit into the smallest QR there is: 21 by 21, and a margin of 4. No address does.
    assert picture.get("viewbox") == f"0 0 {4 * (21 + 8)} {4 * (21 + 8)}"


@pytest.mark.parametrize("between", ["", " ", "-", "  ", "\u00a0", ".", "\u200f "])
def test_a_code_opens_its_card_however_it_is_spaced(quick_site: Site, between: str) -> None:
    code = make_card(quick_site.browser())
    assert open_card(quick_site.browser(), spaced(code, between)).h1 == "My work"


def test_a_card_opens_on_another_machine_with_all_that_was_done(site: Site) -> None:
    first = site.browser()
    code = make_card(first)
    answer(start(first))
    second = site.browser()
    assert open_card(second, f" {spaced(code, ' ').translate(ARABIC)} ").h1 == "My work"
    assert "€0.05" in second.visit("/earnings").text
    assert len(second.visit("/receipts").every("h2")) == 1
    going_on = second.visit("/mine").form("/task/spam").press("Go on with")
    assert "Message 1" in going_on.text


def test_a_pasted_file_and_a_chosen_file_open_the_card(quick_site: Site) -> None:
    shown = quick_site.browser().visit("/card/new").form("Make my card").press()
    saved = shown.form("/card/file").send()
    assert open_card(quick_site.browser(), " ".join(saved.text.splitlines())).h1 == "My work"
    form = quick_site.browser().visit("/card").form("Open my card")
    assert form.attach("Or choose the file", "card.txt", saved.data).press().h1 == "My work"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type the code of your card."),
        ("123", "A code has 18 digits"),
        ("1234 five", "is not a digit"),
        ("123 456 789 012 345 670", "One digit of that code is not right"),
        ("123\x00456", "is not a digit"),
        ("9" * 5_000, "A code has 18 digits"),
    ],
)
def test_a_wrong_code_says_what_to_do_and_stays_there(
    quick_site: Site, typed: str, words: str
) -> None:
    page = open_card(quick_site.browser(), typed)
    assert page.status == 422
    assert words in page.text
    assert page.form("Open my card").value("The code") == typed


def test_a_right_code_of_no_card_did_not_open_one(site: Site) -> None:
    page = open_card(site.browser(), cards.new_code())
    assert (page.status, page.title) == (422, "Error: Open your card – Ownpace")
    assert "That code did not open a card. Check it and try again." in page.text


@pytest.mark.parametrize(
    "content", [b"", b"my poems", b"\xff\xfe\x00\x01" * 50, b"123456789012345678\0", b"7" * 70_000]
)
def test_some_other_file_is_refused_plainly(quick_site: Site, content: bytes) -> None:
    form = quick_site.browser().visit("/card").form("Open my card")
    page = form.attach("Or choose the file", "poems.txt", content).press()
    assert page.status == 422
    assert page.by_id("file-error")


def test_a_new_code_ends_the_old_one_and_every_other_sitting(site: Site) -> None:
    here, elsewhere = site.browser(), site.browser()
    old = make_card(here)
    open_card(elsewhere, old)
    new = code_on(here.visit("/card").form("/card/renew").press())
    assert here.visit("/mine").h1 == "My work"
    assert elsewhere.visit("/mine").h1 == "Open your card"
    assert open_card(elsewhere, old).status == 422
    assert open_card(elsewhere, new).h1 == "My work"


def test_a_spare_code_opens_the_same_card_and_ends_nothing(site: Site) -> None:
    here, elsewhere = site.browser(), site.browser()
    code = make_card(here)
    answer(start(here))
    shown = here.visit("/card").form("/card/spare").press()
    assert shown.h1 == "Your spare code"
    open_card(elsewhere, code_on(shown))
    assert "€0.05" in elsewhere.visit("/earnings").text
    assert open_card(site.browser(), code).h1 == "My work"
    newer = code_on(here.visit("/card").form("/card/spare").press())
    assert open_card(site.browser(), code_on(shown)).status == 422
    assert open_card(site.browser(), newer).h1 == "My work"


def test_a_printed_card_is_offered_a_new_code_until_it_has_one(site: Site) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    (code,) = cards.print_cards(site.parts.store, site.settings, 1, None, None, now).codes
    browser = site.browser()
    mine = open_card(browser, code)
    assert "They may hold a copy of its code." in mine.text
    offered = mine.link("Make a new code").follow()
    assert "They may hold a copy" in offered.text
    new = code_on(offered.form("/card/renew").press())
    assert "hold a copy" not in browser.visit("/mine").text
    leave(browser)
    assert open_card(browser, code).status == 422
    assert open_card(browser, new).h1 == "My work"


def test_a_borrowed_computer_forgets_and_an_own_device_stays_signed_in(quick_site: Site) -> None:
    borrowed, own = quick_site.browser(), quick_site.browser()
    code = make_card(borrowed)
    cookie = borrowed.get_cookie("sitting")
    assert cookie
    assert cookie.max_age is None
    form = own.visit("/card").form("Open my card").fill("The code", code)
    form.tick("This is my own device").press()
    cookie = own.get_cookie("sitting")
    assert cookie
    assert cookie.max_age == 365 * 24 * 3600


@pytest.mark.parametrize("page", ["/card", "/card/new"])
def test_a_card_that_is_opened_or_made_ends_the_sitting_before_it(site: Site, page: str) -> None:
    browser, copy = site.browser(), site.browser()
    code = make_card(browser)
    old = browser.get_cookie("sitting")
    assert old
    copy.set_cookie("sitting", old.value)
    fresh = site.browser()
    form = fresh.visit(page).form("Make my card" if page == "/card/new" else "Open my card")
    fresh.set_cookie("sitting", old.value)
    (form.fill("The code", code) if page == "/card" else form).press()
    new = fresh.get_cookie("sitting")
    assert new
    assert new.value != old.value
    assert copy.visit("/mine").h1 == "Open your card"


def test_the_codes_page_of_one_card_changes_no_other_card(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    left = browser.visit("/card")
    leave(browser)
    code = make_card(browser)
    for button in ("/card/renew", "/card/spare"):
        page = left.form(button).press()
        assert page.h1 == "The codes of your card"
    assert open_card(site.browser(), code).h1 == "My work"
