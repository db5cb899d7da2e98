"""What strangers try: other sites, other people's forms, guesses, addresses that lead out."""

from pathlib import Path

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from app.actions import cards
from tests.pages.everybody import gather
from tests.pages.site import Site, code_on, make_card, open_card, start
from tests.reader import Reader

ELSEWHERE = (
    {"Origin": "http://elsewhere.example"},
    {"Origin": "http://localhost.elsewhere.example"},
    {"Origin": "http://localhost:81"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Origin": "localhost"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
)


def form_of(browser: Reader, address: str, form: str) -> dict[str, str]:
    return dict(browser.visit(address).form(form).pairs())


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_no_form_is_taken_from_another_site(quick_site: Site, headers: dict[str, str]) -> None:
    everybody = gather(quick_site)
    before = quick_site.counts()
    for rule, form in everybody.forms.items():
        browser = everybody.browsers["worker"]
        page = browser.post(everybody.addresses[rule], data=form, headers=headers).page
        assert page.status == 403
        assert "The form came from another place" in page.text
    assert quick_site.counts() == before


def test_a_strangers_token_does_nothing_to_the_card_that_is_open(site: Site) -> None:
    # An old browser says nothing of where a form came from, so the token must be of this card.
    stranger, victim = site.browser(), site.browser()
    make_card(stranger)
    code = make_card(victim)
    start(stranger)
    start(victim)
    before = site.counts()
    stolen = form_of(stranger, "/card", "/card/renew")
    for address in ("/card/renew", "/card/spare", "/card/join"):
        assert victim.post(address, data=stolen).headers["Location"] == "/card"
    assert victim.post("/leave", data=form_of(stranger, "/leave", "/leave")).status_code == 303
    assert victim.visit("/mine").h1 == "My work"
    go = form_of(stranger, "/pools/spam", "/pools/spam")
    assert victim.post("/pools/spam", data=go).headers["Location"] == "/pools/spam"
    task = form_of(stranger, "/task/spam", "Send answer")
    for do in ("answer", "skip", "save", "stop"):
        assert victim.post("/task/spam", data={**task, "do": do}).status_code == 303
    assert site.counts() == before
    assert open_card(site.browser(), code).h1 == "My work"


def test_a_token_signs_nobody_in(site: Site) -> None:
    worker, stranger = site.browser(), site.browser()
    make_card(worker)
    form = dict(start(worker).form("Send answer").choose("Spam").pairs("Send answer"))
    kept = stranger.post("/task/spam", data=form)
    assert kept.status_code == 403
    assert "Set-Cookie" not in kept.headers
    assert "Message 0" not in kept.page.text
    assert stranger.get("/mine").status_code == 303


def test_a_sitting_that_somebody_planted_is_not_taken_over(site: Site) -> None:
    stranger, victim = site.browser(), site.browser()
    make_card(stranger)
    planted = stranger.get_cookie("sitting")
    assert planted
    code = make_card(site.browser())
    for value in (planted.value, "chosen-by-somebody"):
        victim.set_cookie("sitting", value)
        form = victim.visit("/card/new").form("Make my card")
        form.press()
        made = victim.get_cookie("sitting")
        assert made
        assert made.value != value
    form = site.browser().visit("/card").form("Open my card")
    assert code not in form.page.markup


def test_a_wrong_guess_costs_one_look_and_writes_nothing(
    quick_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    mac = cards.mac

    def counting(settings: object, code: str) -> bytes:
        looked.append(code)
        return mac(quick_site.settings, code)

    def fail(*_: object) -> None:
        raise AssertionError("a guess must not take the turn of those who write")

    browser = quick_site.browser()
    form = browser.visit("/card").form("Open my card")
    monkeypatch.setattr(cards, "mac", counting)
    monkeypatch.setattr(quick_site.parts.store, "write", fail)
    for _ in range(5):
        assert form.fill("The code", cards.new_code()).press().status == 422
    assert len(looked) == 5
    # One digit wrong is seen without any look.
    assert form.fill("The code", "111 111 111 111 111 112").press().status == 422
    assert len(looked) == 5


def test_pages_with_a_code_are_sent_as_they_are_and_mirror_nothing(quick_site: Site) -> None:
    packed = {"Accept-Encoding": "br, gzip", "Referer": "http://localhost/mirrored"}
    browser = quick_site.browser()
    mirrored = {"code": "mirrored", "name": "mirrored", "own_device": "mirrored"}

    def post(address: str, form: dict[str, str]) -> str:
        response = browser.post(f"{address}?x=mirrored", data=form, headers=packed)
        assert response.status_code == 200
        assert "Content-Encoding" not in response.headers
        assert "mirrored" not in response.text
        return response.text

    new = form_of(browser, "/card/new", "Make my card")
    shown = browser.post("/card/new", data=new).page
    post("/card/new", {**new, **mirrored})
    codes = form_of(browser, "/card", "/card/renew")
    post("/card/renew", {**codes, **mirrored})
    post("/card/spare", {**codes, **mirrored})
    browser.visit("/leave").form("/leave").press()
    open_card(browser, code_on(shown))
    for address in ("/card/print", "/card/file"):
        post(address, dict(shown.form(address).pairs()) | {"name": "mirrored"})
    refused = browser.visit("/help", headers=packed)
    assert refused.response.headers["Content-Encoding"] == "br"


def test_no_two_tokens_are_alike(quick_site: Site) -> None:
    browser = quick_site.browser()
    make_card(browser)
    tokens = [form_of(browser, "/leave", "/leave")["token"] for _ in range(5)]
    for part in (0, -1):
        pieces = {token.replace("~", ".").split(".")[part] for token in tokens}
        assert len(pieces) == 5


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", 'a"><script>', "localhost."])
def test_the_name_a_site_is_asked_by_changes_nothing(quick_site: Site, host: str) -> None:
    browser = quick_site.browser()
    plain = browser.get("/help").text
    assert browser.get("/help", headers={"Host": host}).text == plain
    for address in ("/mine", "/task/spam", "/receipts", "/earnings"):
        assert browser.get(address, headers={"Host": host}).headers["Location"] == "/card"


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "///evil.example/mine",
        "/\\evil.example",
        "//evil.example/%2f..",
        "/pools//spam",
    ],
)
def test_no_address_leads_to_another_site(quick_site: Site, path: str) -> None:
    environ = EnvironBuilder("/").get_environ() | {"PATH_INFO": path}
    _, status, headers = run_wsgi_app(quick_site.app, environ, buffered=True)
    assert status.startswith("404")
    assert "Location" not in headers


def test_no_file_but_ours_is_given_out(quick_site: Site) -> None:
    media = Path(quick_site.settings.media)
    media.mkdir(parents=True)
    (media / ".part-x").write_text("half a file")
    for name in (
        "../app/settings.py", "..", ".", "", "../../etc/passwd", "/etc/passwd", "..\\..\\x", "\0",
        "style.css", "style.css\0", "0" * 32 + ".svg", "0" * 32 + ".jpg", "0" * 32, ".part-x",
        "%2e%2e/x", "é", "x" * 5_000,
    ):  # fmt: skip
        for folder in ("/static/", "/media/"):
            environ = EnvironBuilder("/").get_environ() | {"PATH_INFO": folder + name}
            body, status, _ = run_wsgi_app(quick_site.app, environ, buffered=True)
            assert status.startswith("404"), name
            assert b"half a file" not in b"".join(body)


@pytest.mark.parametrize(
    ("extra", "status"),
    [
        ({}, 200),
        ({"HTTP_HOST": "127.0.0.1:8000"}, 200),
        ({"REMOTE_ADDR": "::1", "HTTP_HOST": "[::1]:8000"}, 200),
        ({"REMOTE_ADDR": "203.0.113.1"}, 404),
        ({"REMOTE_ADDR": ""}, 404),
        ({"HTTP_HOST": "work.example.org"}, 404),
        ({"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, 404),
        ({"HTTP_FORWARDED": "for=127.0.0.1"}, 404),
        ({"HTTP_VIA": "1.1 nginx"}, 404),
        ({"REMOTE_ADDR": "203.0.113.1", "HTTP_AUTHORIZATION": "Bearer "}, 404),
        ({"REMOTE_ADDR": "203.0.113.1", "HTTP_AUTHORIZATION": "Bearer \xff"}, 404),
    ],
)
def test_counts_are_for_this_machine_only(
    quick_site: Site, extra: dict[str, str], status: int
) -> None:
    environ = EnvironBuilder("/metrics").get_environ()
    environ |= {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost", **extra}
    _, found, _ = run_wsgi_app(quick_site.app, environ, buffered=True)
    assert int(found.split()[0]) == status
