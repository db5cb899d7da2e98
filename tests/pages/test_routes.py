"""Every route, for every role, by every method; a new route has to be entered here."""

import re

import pytest

from tests.pages.everybody import ROLES, Everybody, gather
from tests.pages.site import Site

# For nobody, the worker, somebody with a printed card, and another card: what GET gives, and what
# comes of sending the form that the worker's own page holds.
OPEN = ("200",) * 4
OWN = ("303 /card", "200", "200", "200")
MINE_ONLY = ("303 /card", "200", "404", "404")
SENT_AWAY = ("303 /card", "200", "303 /card", "303 /card")
GETS = {
    "/": OPEN,
    "/help": OPEN,
    "/privacy": OPEN,
    "/accessibility": OPEN,
    "/terms": OPEN,
    "/card/new": OPEN,
    "/card": OPEN,
    "/mine": OWN,
    "/pools": OPEN,
    "/pools/<slug:slug>": OPEN,
    "/task/<slug:slug>": ("303 /card", "200", "303 /pools/spam", "303 /pools/spam"),
    "/practice/<slug:slug>": ("303 /card", *("303 /pools/spam",) * 3),
    "/receipts": OWN,
    "/receipts/<number:number>": MINE_ONLY,
    "/receipts/<number:number>/change": MINE_ONLY,
    "/earnings": OWN,
    "/settings": OPEN,
    "/problem": OPEN,
    "/leave": OPEN,
    "/static/<name>": OPEN,
    "/media/<name>": OPEN,
    "/recordings/<name>": MINE_ONLY,
    "/healthz": OPEN,
    "/readyz": OPEN,
    "/metrics": OPEN,
}
POSTS = {
    "/": ("303 /",) * 4,
    "/settings": ("303 /settings", "303 /settings?said=saved", "303 /settings", "303 /settings"),
    "/card/new": OPEN,
    "/card": ("303 /mine",) * 4,
    "/card/renew": SENT_AWAY,
    "/card/spare": SENT_AWAY,
    "/card/join": ("303 /card", "422", "303 /card", "303 /card"),
    "/card/file": SENT_AWAY,
    "/card/print": SENT_AWAY,
    "/pools/<slug:slug>": ("303 /card", "303 /task/spam", "303 /pools/spam", "303 /pools/spam"),
    "/task/<slug:slug>": ("403", "303 /task/spam", "403", "403"),
    # No pool of theirs asks for a recording.
    "/task/<slug:slug>/sound": ("403", "422", "403", "403"),
    "/receipts/<number:number>": ("303 /card", "303 /receipts/0", "404", "404"),
    "/receipts/<number:number>/again": ("303 /card", "303 /task/spam", "404", "404"),
    "/problem": OPEN,
    "/leave": ("303 /leave",) * 4,
}
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND")
KEPT_FOR_GOOD = "/static/<name>"


@pytest.fixture
def everybody(quick_site: Site) -> Everybody:
    """All who come to a site, and what the worker has there."""
    return gather(quick_site)


def come(everybody: Everybody, role: str, method: str, rule: str, **request: object) -> str:
    """What one role gets, as the status and where it is sent to."""
    browser = everybody.browsers[role]
    response = browser.open(everybody.addresses[rule], method=method, **request)
    kept = response.headers["Cache-Control"]
    assert kept == "no-store" or (rule == KEPT_FOR_GOOD and response.status_code == 200)
    # The number of a receipt is another each time.
    sent_to = re.sub(r"\b\d{12}\b", "0", response.headers.get("Location", ""))
    return f"{response.status_code} {sent_to}".strip()


def test_every_route_stands_in_the_tables(quick_site: Site) -> None:
    rules = list(quick_site.app.url_map.iter_rules())
    assert {rule.rule for rule in rules if "GET" in (rule.methods or ())} == GETS.keys()
    assert {rule.rule for rule in rules if "POST" in (rule.methods or ())} == POSTS.keys()
    known = {"GET", "HEAD", "POST"}
    assert all(set(rule.methods or ()) <= known for rule in rules)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_read(everybody: Everybody, method: str) -> None:
    for rule, wanted in GETS.items():
        found = tuple(come(everybody, role, method, rule) for role in ROLES)
        assert found == wanted, rule


@pytest.mark.parametrize("rule", POSTS)
def test_what_comes_of_the_workers_form(everybody: Everybody, rule: str) -> None:
    # The worker last: what they send changes what the form is worth.
    order = sorted(ROLES, key=lambda role: role == "worker")
    form = everybody.forms[rule]
    found = {role: come(everybody, role, "POST", rule, data=form) for role in order}
    assert tuple(found[role] for role in ROLES) == POSTS[rule]


@pytest.mark.parametrize("rule", POSTS)
def test_no_form_is_taken_without_a_token_of_its_own(everybody: Everybody, rule: str) -> None:
    stolen = everybody.forms["/leave" if rule != "/leave" else "/card"]["token"]
    for role in ROLES:
        for token in ("", "forged", stolen, stolen[:-1] + "A"):
            form = {**everybody.forms[rule], "token": token}
            assert come(everybody, role, "POST", rule, data=form) == "403", (role, token)


def test_every_other_method_is_refused(everybody: Everybody) -> None:
    for rule in {**GETS, **POSTS}:
        unknown = [*OTHER_METHODS]
        unknown += [m for m, table in (("GET", GETS), ("POST", POSTS)) if rule not in table]
        for role in ("nobody", "worker"):
            found = {come(everybody, role, method, rule) for method in unknown}
            assert found == {"405"}, rule


def test_a_refused_method_names_those_that_are_taken(everybody: Everybody) -> None:
    refused = everybody.browsers["worker"].put("/task/spam")
    assert set(refused.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_help_leads_to_every_page(quick_site: Site) -> None:
    places = {"/healthz", "/readyz", "/metrics", "/help"}
    pages = {rule for rule in GETS if "<" not in rule} - places
    main = quick_site.browser().visit("/help").main
    assert {node.get("href") for node in main.every("a")} == pages
