"""No table and no log says who asked: no address, no browser, no code, no moment."""

import logging
from datetime import date, datetime, time

import pytest
from sqlalchemy import DateTime, Time

from app.rules import card as codes
from app.store import tables
from tests.pages.site import Site, answer, code_on, leave, make_card, open_card, press, start
from tests.reader import Reader

ADDRESS = "203.0.113.77"
BROWSER = "A-Browser-Nobody-Else-Has/1.0"
CLAIMED = "198.51.100.9"


@pytest.fixture
def marked(site: Site) -> Reader:
    """A browser that can be told by its address and its name."""
    browser = site.browser()
    browser.environ_base |= {
        "REMOTE_ADDR": ADDRESS,
        "HTTP_USER_AGENT": BROWSER,
        "HTTP_X_FORWARDED_FOR": CLAIMED,
        "HTTP_REFERER": "http://localhost/from-here",
    }
    return browser


def walk(browser: Reader) -> list[str]:
    """Everything a worker does, mistakes included; the codes that were seen."""
    shown = browser.visit("/card/new").form("Make my card").press()
    found = [code_on(shown)]
    shown.form("/card/file").send()
    page = answer(answer(start(browser), "Not spam"))
    press(page, "Save for later")
    page.form("Send answer").press("Stop")
    browser.visit("/receipts?number=123")
    found.append(code_on(browser.visit("/card").form("/card/renew").press()))
    leave(browser)
    page.form("Send answer").choose("Spam").press("Send answer")
    open_card(browser, found[0])
    open_card(browser, found[1])
    browser.get("/nothing/here")
    browser.post("/task/spam", data={"token": "forged"})
    browser.post("/card", data=b"x" * 2_000_000)
    return found


def test_nothing_that_identifies_is_stored_or_logged(
    site: Site, marked: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        seen = walk(marked)
    cookie = marked.get_cookie("sitting")
    assert cookie
    stored = "\n".join(repr(site.rows(name)) for name in site.counts())
    assert "Not spam" in stored
    everything = stored + caplog.text
    traces = [ADDRESS, BROWSER, CLAIMED, "Browser", "127.0.0.1", "from-here", cookie.value]
    for code in seen:
        traces += [code, " ".join(codes.groups(code))]
    assert [trace for trace in traces if trace in everything] == []


def test_no_column_holds_a_moment(site: Site) -> None:
    columns = [column for table in tables.metadata.sorted_tables for column in table.columns]
    assert len(columns) > 50
    assert [str(column) for column in columns if isinstance(column.type, DateTime | Time)] == []
    make_card(browser := site.browser())
    answer(start(browser))
    for name in site.counts():
        for row in site.rows(name):
            # Days and hours since 1970, never seconds; receipts are random and twelve digits long.
            numbers = [v for k, v in row.items() if isinstance(v, int) and k in ("day", "since")]
            assert all(number < 24 * 365 * 200 for number in numbers)
            assert not any(isinstance(value, datetime | date | time) for value in row.values())


def test_a_fault_is_logged_without_who_met_it(
    site: Site, marked: Reader, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_card(marked)
    answer(start(marked))
    (row,) = site.rows("answer")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("app.pages.worker.receipts.render", fail)
    page = marked.visit(f"/receipts/{row['id']}")
    assert page.status == 500
    assert page.h1 == "Something went wrong here"
    assert "broken on purpose" in caplog.text
    assert "/receipts/<number:number>" in caplog.text
    cookie = marked.get_cookie("sitting")
    assert cookie
    for trace in (ADDRESS, BROWSER, CLAIMED, cookie.value, str(row["id"])):
        assert trace not in caplog.text
