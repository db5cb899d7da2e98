"""Requests no browser makes: huge, broken, or with bytes that are no text."""

import io

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.pages.site import Site, make_card, start
from tests.reader import Reader

SORT = "application/x-www-form-urlencoded"
HUGE = 50 * 1024 * 1024


class Counting(io.RawIOBase):
    """A body that is as long as it says, and counts what was read of it."""

    def __init__(self, length: int) -> None:
        self.left = length
        self.was_read = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = b"x" * min(self.left, size if size >= 0 else self.left)
        self.left -= len(chunk)
        self.was_read = max(self.was_read, len(chunk))
        return chunk


@pytest.mark.parametrize(
    ("address", "origin", "status"),
    [
        ("/task/spam", "", 413),
        ("/card", "", 413),
        ("/task/spam", "http://elsewhere.example", 403),
        ("/nothing", "", 404),
        ("/mine", "", 405),
    ],
)
def test_a_body_of_50_megabytes_is_read_away_in_pieces(
    quick_site: Site, address: str, origin: str, status: int
) -> None:
    body = Counting(HUGE)
    environ = EnvironBuilder(address, method="POST", content_type=SORT).get_environ()
    environ |= {"wsgi.input": body, "CONTENT_LENGTH": str(HUGE)}
    if origin:
        environ["HTTP_ORIGIN"] = origin
    page, code, headers = run_wsgi_app(quick_site.app, environ, buffered=True)
    assert int(code.split()[0]) == status
    assert b"<h1>" in b"".join(page)
    assert headers["Cache-Control"] == "no-store"
    # Browsers show no answer to a body that was not read; and none of it may fill the memory.
    assert body.left == 0
    assert body.was_read <= 1024 * 1024


def test_a_large_body_says_what_to_do_and_harms_nobody(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    task = start(browser)
    page = browser.post("/task/spam", data=b"x" * 2_000_000, content_type=SORT).page
    assert (page.status, page.h1) == (413, "That was too large")
    assert "Send less at once, or a smaller file." in page.text
    assert browser.visit("/task/spam").h1 == task.h1


@pytest.mark.parametrize(
    ("sort", "body"),
    [
        ("application/json", b'{"token": 1}'),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nfoo"),
        ("multipart/form-data; boundary=x", b"--x\r\n" * 5_000),
        (f"{SORT}; charset=utf-7", b"token=+AAA-"),
        ("text/plain", b"token=x"),
        ("\xff", b"\xff"),
        (SORT, b"&".join(b"a%d=1" % n for n in range(100_000))),
        (SORT, b"=&=&;&%&%%&token"),
    ],
)
def test_a_body_that_is_no_form(quick_site: Site, sort: str, body: bytes) -> None:
    browser = quick_site.browser()
    for address in ("/task/spam", "/card", "/card/new", "/leave"):
        page = browser.post(address, data=body, content_type=sort).page
        assert page.status in (400, 403, 413)


def test_more_parts_than_any_form_has(quick_site: Site) -> None:
    fields = {f"field{n}": "1" for n in range(2_000)}
    sort = "multipart/form-data"
    assert quick_site.browser().post("/card", data=fields, content_type=sort).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/pools/%ff%fe", "/pools/a%00b", "/pools/a%0d%0aSet-Cookie:%20x=y", "/task/%c0%ae",
        "/receipts/9223372036854775808", "/receipts/-1", "/receipts/%D9%A3", "/receipts/0x10",
        "/pools/" + "a" * 5_000, "/mine/", "/%2e%2e/%2e%2e/etc/passwd", "/pools//spam", "/MINE",
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere(quick_site: Site, path: str) -> None:
    browser = quick_site.browser()
    make_card(browser)
    page = browser.visit(path)
    assert (page.status, page.h1) == (404, "There is no page here")
    assert "passwd" not in page.markup
    assert not page.response.history


@pytest.mark.parametrize("query", ["%ff%fe", "%00", "<script>", "a&a=b", "%", "x" * 9_000])
def test_a_query_that_means_nothing(site: Site, query: str) -> None:
    browser = site.browser()
    make_card(browser)
    start(browser)
    for address in ("/", "/pools", "/task/spam", "/mine", "/card", "/leave"):
        asked = f"{address}?kept={query}&picture={query}&own={query}&number={query}"
        assert browser.get(asked).status_code == 200
    assert browser.get(f"/receipts?number={query}").status_code == 422


@pytest.mark.parametrize(
    "cookie", ["", "\xff\xfe", "x" * 8_192, "a\0b", '"\\377"', "; ;;=", "%00", "../..", "' or 1=1"]
)
def test_a_cookie_that_opens_nothing(site: Site, cookie: str) -> None:
    browser = site.browser()
    headers = {"Cookie": f"sitting={cookie}"}
    assert browser.get("/mine", headers=headers).headers["Location"] == "/card"
    assert browser.get("/", headers=headers).status_code == 200
    assert browser.get("/card", headers=headers).page.h1 == "Open your card"


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "en;q=abc, *;q=9, \xff, " + "x" * 5_000},
        {"Accept-Encoding": "\xff, ;q=, br;q=0"},
        {"Host": 'evil"><script>'},
        {"Host": ""},
        {"Host": "[::1"},
        {"Range": "bytes=0-1", "If-None-Match": "*", "If-Modified-Since": "never"},
        {"Content-Length": "-1"},
        {"Content-Length": "many"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "X-Original-URL": "/x"},
        {"Sec-Fetch-Site": "\xff", "HX-Request": "maybe", "Save-Data": "?1"},
    ],
)
def test_headers_that_make_no_sense(quick_site: Site, headers: dict[str, str]) -> None:
    page = quick_site.browser().get("/help", headers=headers).page
    assert (page.status, page.h1) == (200, "Help")
    assert "evil" not in page.markup


def test_a_coding_that_is_refused_is_not_sent(quick_site: Site) -> None:
    browser: Reader = quick_site.browser()
    style = quick_site.parts.assets.address("style.css")
    for address in ("/help", style):
        for accepted, sent in (
            ("br;q=0, gzip", "gzip"), ("br;q=0.0,gzip;q=0", None), ("gzip, br", "br"), ("", None),
            ("gzip;q=0.5", "gzip"), ("*", None), ("identity", None),
        ):  # fmt: skip
            response = browser.get(address, headers={"Accept-Encoding": accepted})
            assert response.headers.get("Content-Encoding") == sent
