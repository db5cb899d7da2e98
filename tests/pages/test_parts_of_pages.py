"""The part of a page that htmx asks for is the inside of the whole page's main part."""

import re

import pytest

from tests.pages.everybody import Everybody, gather
from tests.pages.site import Site

ASKS = {"HX-Request": "true"}
TOKEN = re.compile(r'name="token" value="[^"]*"')
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
MAIN = re.compile(r'<main id="main">\n(.*)</main>', re.S)
FILES = {"/static/<name>", "/media/<name>", "/media/<name>/<grid>", "/recordings/<name>"}
NO_PAGES = FILES | {"/healthz", "/readyz", "/metrics"}


@pytest.fixture
def everybody(quick_site: Site) -> Everybody:
    """All who come to a site, and what the worker has there."""
    return gather(quick_site)


def compare(whole: str, part: str) -> None:
    inside = MAIN.search(whole)
    titles = [TITLE.search(markup) for markup in (whole, part)]
    assert inside
    assert titles[0]
    assert titles[1]
    assert titles[0][1].strip() == titles[1][1].strip()
    rest = TITLE.sub("", part, count=1).replace('<h1 tabindex="-1" autofocus>', "<h1>")
    assert TOKEN.sub("", rest).strip() == TOKEN.sub("", inside[1]).strip()


@pytest.mark.parametrize("role", ["nobody", "worker"])
def test_a_part_is_the_inside_of_its_page(
    everybody: Everybody, quick_site: Site, role: str
) -> None:
    browser = everybody.browsers[role]
    seen = 0
    for rule in quick_site.app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.rule in NO_PAGES:
            continue
        address = everybody.addresses[rule.rule]
        whole, part = browser.get(address), browser.get(address, headers=ASKS)
        assert whole.status_code == part.status_code
        if whole.status_code == 303:
            assert whole.headers["Location"] == part.headers["Location"]
            continue
        seen += 1
        assert "HX-Request" in whole.headers["Vary"]
        assert "HX-Request" in part.headers["Vary"]
        assert "<html" not in part.text
        compare(whole.text, part.text)
    assert seen >= (9 if role == "nobody" else 14)


def test_a_part_of_a_page_that_is_not_there(everybody: Everybody) -> None:
    browser = everybody.browsers["nobody"]
    compare(browser.get("/nothing").text, browser.get("/nothing", headers=ASKS).text)


def test_a_part_with_a_problem(everybody: Everybody) -> None:
    browser = everybody.browsers["worker"]
    form = everybody.forms["/task/<slug:slug>"]
    empty = {name: value for name, value in form.items() if not name.startswith("answer.")}
    whole = browser.post("/task/spam", data=empty)
    part = browser.post("/task/spam", data=empty, headers=ASKS)
    assert (whole.status_code, part.status_code) == (422, 422)
    compare(whole.text, part.text)
