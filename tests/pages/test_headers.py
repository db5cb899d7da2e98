"""The headers of every answer, mistakes and faults included."""

from pathlib import Path

import pytest
from flask import Response

from app.actions.showing import StoreAwayError
from tests.databases import Sqlite
from tests.pages.everybody import ROLES, gather
from tests.pages.site import Site, make_card, open_site, start
from tests.reader import Reader
from tests.reading.page import Page

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NEVER = ("Server", "X-Powered-By", "Access-Control-Allow-Origin", "ETag", "Last-Modified")


def check(response: Response, store: str = "no-store", **others: str) -> None:
    for name, value in {**ALWAYS, **others}.items():
        assert response.headers.getlist(name) == [value], name
    assert response.headers.getlist("Cache-Control") == [store]
    assert [name for name in NEVER if name in response.headers] == []


def test_every_route_has_its_headers_once(quick_site: Site) -> None:
    everybody = gather(quick_site)
    for rule, address in everybody.addresses.items():
        forever = "public, max-age=31536000, immutable"
        for role in ROLES:
            browser = everybody.browsers[role]
            # What somebody sent is shut in, and told to nobody but them.
            shut_in = rule == "/recordings/<name>" and role == "worker"
            others = {"Content-Security-Policy": f"{POLICY}; sandbox"} if shut_in else {}
            kept = forever if rule.startswith("/static") else "no-store"
            check(browser.get(address), kept, **others)
            check(browser.put(address))
    for rule, form in everybody.forms.items():
        for role in ROLES:
            check(everybody.browsers[role].post(everybody.addresses[rule], data=form))


def raised(browser: Reader, status: int, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page of this status."""
    make_card(browser)
    if status in (404, 405, 413):
        method = {404: "GET", 405: "PUT", 413: "POST"}[status]
        address = {404: "/nothing", 405: "/mine", 413: "/card"}[status]
        return browser.open(address, method=method, data=b"x" * 1_100_000).page
    page = start(browser)
    form = dict(page.form("Send answer").choose("Spam").pairs("Send answer"))
    form |= {400: {"do": "dance"}, 403: {"token": ""}}.get(status, {})

    def fail(*_: object) -> None:
        raise StoreAwayError if status == 503 else RuntimeError

    if status in (500, 503):
        monkeypatch.setattr("app.actions.answering.take_turn", fail)
    return browser.post("/task/spam", data=form).page


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 500, 503])
def test_what_goes_wrong_has_them_too(
    quick_site: Site, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = raised(quick_site.browser(), status, monkeypatch)
    assert page.status == status
    check(page.response)
    typed = page.by_id("typed-1")
    assert (typed.raw.strip() if typed else "") == (
        "Spam" if status in (400, 403, 500, 503) else ""
    )
    assert page.link("First page").follow().status == 200


def test_a_store_that_is_away_for_every_page_gets_a_plain_page(
    quick_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = quick_site.browser()
    make_card(browser)

    def away(*_: object) -> None:
        raise StoreAwayError

    monkeypatch.setattr(quick_site.parts.store, "read", away)
    for address in ("/", "/mine", "/pools/spam", "/task/spam", "/receipts", "/leave", "/card"):
        page = browser.visit(address)
        assert page.status == 503
        check(page.response)
        assert page.h1 == "The site is not there for a moment"
    assert browser.get("/readyz").status_code == 503
    assert browser.get("/healthz").status_code == 200


def test_behind_tls_cookies_and_browsers_stay_with_it(
    sqlite: Sqlite, tables_url: str, tmp_path: Path
) -> None:
    with open_site(sqlite.fresh(tables_url), tmp_path, tls=True) as site:
        browser = site.browser()
        page = browser.open("/card/new", base_url="https://localhost").page
        made = page.form("Make my card").send()
        cookie = made.headers["Set-Cookie"]
        assert cookie.startswith("__Host-sitting=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert made.headers["Strict-Transport-Security"] == "max-age=31536000"
        missing = browser.open("/nothing", base_url="https://localhost")
        assert missing.headers["Strict-Transport-Security"] == "max-age=31536000"
        left = browser.open("/leave", base_url="https://localhost").page.form("/leave").send()
        assert left.headers["Set-Cookie"].startswith("__Host-sitting=; ")
        assert "Secure" in left.headers["Set-Cookie"]


def test_without_tls_nothing_binds_browsers_to_it(quick_site: Site) -> None:
    response = quick_site.browser().get("/")
    assert "Strict-Transport-Security" not in response.headers
