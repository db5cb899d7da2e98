"""Leaving: nothing is left that this site can take away, and the next person is somebody else."""

from tests.pages.site import Site, answer, code_on, leave, make_card, open_card, press, start

PRIVATE = ("/mine", "/receipts", "/earnings", "/task/spam")


def test_leaving_ends_the_sitting_and_asks_the_browser_to_clear(site: Site) -> None:
    browser, copy = site.browser(), site.browser()
    make_card(browser)
    cookie = browser.get_cookie("sitting")
    assert cookie
    copy.set_cookie("sitting", cookie.value)
    response = browser.visit("/leave").form("/leave").send()
    assert response.status_code == 303
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "sitting=;" in response.headers["Set-Cookie"]
    assert browser.get_cookie("sitting") is None
    assert not site.rows("sitting")
    # A copy of the cookie opens nothing either.
    assert copy.visit("/mine").h1 == "Open your card"
    goodbye = browser.visit("/leave")
    assert goodbye.h1 == "You have left"
    assert "What this browser may still keep" in goodbye.text


def test_back_shows_nothing_after_leaving(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    answer(start(browser))
    (row,) = site.rows("answer")
    private = [*PRIVATE, f"/receipts/{row['id']}", f"/receipts/{row['id']}/change"]
    for address in private:
        assert browser.get(address).headers["Cache-Control"] == "no-store"
    leave(browser)
    for address in private:
        shown = browser.get(address)
        assert (shown.status_code, shown.headers["Location"]) == (303, "/card")
        assert shown.headers["Cache-Control"] == "no-store"
        assert not shown.data


def test_the_way_out_stands_on_every_page_of_a_sitting(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    start(browser)
    for address in ("/", "/pools", "/pools/spam", "/help", "/card", "/card/new", *PRIVATE):
        assert browser.visit(address).link("Leave").href.endswith("/leave"), address


def test_ten_workers_one_after_another_in_one_browser_are_ten_workers(site: Site) -> None:
    site.pool("many", rows=3, overlap=10)
    browser = site.browser()
    codes = []
    for _ in range(10):
        shown = browser.visit("/card/new").form("Make my card").press()
        codes.append(code_on(shown))
        page = start(browser, "many")
        for _ in range(3):
            page = answer(page)
        assert "You earned €0.15." in page.text
        leave(browser)
    assert len(set(codes)) == 10
    assert len(site.rows("answer")) == 30
    assert len({row["pseudonym"] for row in site.rows("membership")}) == 10
    assert not any(row["surplus"] for row in site.rows("answer"))
    for code in codes:
        assert "€0.15" in open_card(browser, code).link("Earnings").follow().text
        leave(browser)


def test_wrong_guesses_lock_nobody_out(site: Site) -> None:
    code = make_card(site.browser())
    browser = site.browser()
    for guess in range(60):
        assert open_card(browser, f"{guess:018d}").status == 422
    assert open_card(browser, code).h1 == "My work"


def test_a_saved_task_is_left_and_found_again_on_another_computer(site: Site) -> None:
    browser = site.browser()
    code = make_card(browser)
    start(browser).form("Send answer").choose("Not spam").press("Save for later")
    leave(browser)
    elsewhere = site.browser()
    again = press(open_card(elsewhere, code), "Open saved task 1")
    assert again.form("Send answer").chosen() == ["Not spam"]
