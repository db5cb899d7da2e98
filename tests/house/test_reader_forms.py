"""The test client's forms send what a browser would send, and nothing else."""

from collections.abc import Callable

import pytest
from flask import Flask, Response, redirect, request, url_for

from tests.house.good_page import GOOD, HEADERS
from tests.reader import Reader
from tests.reading.page import Page

FILES = """<form method="post" action="/task/spam" enctype="multipart/form-data"><h2>File</h2>
<input type="hidden" name="token" value="t2">
<label>Saved card <input type="file" name="card"></label>
<label>Note <input name="note" required></label> <button>Send file</button></form><h2>"""
GROUPED = """<form method="get" action="/sent"><fieldset disabled><legend>Off</legend>
<label>Old <input name="old" value="1"></label></fieldset>
<label>Words <input name="q" value="x"></label>
<button name="go" value="1">Find</button></form><h2>"""


@pytest.fixture
def sent() -> list[bytes]:
    return []


@pytest.fixture
def opened(sent: list[bytes]) -> Callable[[str], Page]:
    """Opens a page at a site that keeps what it is sent."""

    def open_page(markup: str) -> Page:
        app = Flask(__name__, static_folder=None)
        app.test_client_class = Reader

        @app.get("/", endpoint="page")
        def page() -> str:
            return markup

        @app.get("/sent")
        def found() -> Response:
            sent.append(request.query_string)
            return redirect(url_for("page"), 303)

        @app.post("/task/spam")
        def task() -> Response:
            sent.append(request.get_data(cache=True))
            sent.append(str(request.files.to_dict()).encode())
            sent.append(request.headers["Origin"].encode())
            return redirect(url_for("page"), 303)

        @app.after_request
        def add_headers(response: Response) -> Response:
            response.headers.extend(HEADERS)
            return response

        return app.test_client().visit("/")

    return open_page


Opened = Callable[[str], Page]


def test_an_untouched_form_sends_what_stands_in_it(opened: Opened) -> None:
    form = opened(GOOD).form("Send answer")
    assert form.pairs("Skip") == [
        ("token", "t1"),
        ("answer.why", "\r\nso"),
        ("size", "s"),
        ("do", "skip"),
    ]


def test_what_is_filled_in_is_sent_with_the_pressed_button(
    opened: Opened, sent: list[bytes]
) -> None:
    form = opened(GOOD).form("/task/spam")
    form.choose("Not spam", group="Is it spam?").fill("Why", "a\nb").tick("Sure").fill(
        "Size", "Big"
    )
    page = form.press("Send answer")
    assert page.path == "/"
    assert sent[0] == b"token=t1&answer.spam=no&answer.why=a%0D%0Ab&sure=on&size=Big&do=answer"
    assert sent[2] == b"http://localhost"


def test_one_choice_takes_the_place_of_another(opened: Opened) -> None:
    form = opened(GOOD).form().choose("Spam").choose("Not spam")
    assert form.chosen("Is it spam?") == ["Not spam"]


def test_a_tick_can_be_taken_away(opened: Opened) -> None:
    form = opened(GOOD.replace('name="sure"', 'name="sure" checked')).form()
    assert ("sure", "on") in form.pairs()
    assert ("sure", "on") not in form.tick("Sure", on=False).pairs()


def test_a_redirect_can_be_seen_before_it_is_followed(opened: Opened) -> None:
    assert opened(GOOD).form().send("Skip").status_code == 303


def test_a_file_goes_with_its_name(opened: Opened, sent: list[bytes]) -> None:
    form = opened(GOOD.replace("<h2>", FILES)).form("Send file")
    form.attach("Saved card", "card.txt", b"0000", "text/plain").fill("Note", "mine").press(
        "Send file"
    )
    assert b"card.txt" in sent[1]


def test_a_form_in_the_address_leaves_out_what_is_switched_off(
    opened: Opened, sent: list[bytes]
) -> None:
    opened(GOOD.replace("<h2>", GROUPED)).form("Find").fill("Words", "a b").press("Find")
    assert sent == [b"q=a+b&go=1"]


def test_a_browser_asks_for_what_is_required(opened: Opened) -> None:
    form = opened(GOOD.replace("<h2>", FILES)).form("Send file")
    with pytest.raises(AssertionError, match="a browser asks for"):
        form.press("Send file")
    assert form.send("Send file", browser_checks=False).status_code == 303


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda page: page.form().fill("Whatever", ""), "0 × field"),
        (lambda page: page.form().fill("Why", "a" * 21), "takes 20 characters"),
        (lambda page: page.form().fill("Size", "Huge"), "0 × line"),
        (lambda page: page.form().press("Save"), "0 × button “Save”"),
        (lambda page: page.form("Leave"), "0 × form “Leave”"),
        (lambda page: page.link("Pools"), "0 × link “Pools”; the page has: Skip to the task, 7"),
    ],
)
def test_what_is_not_there_cannot_be_used(
    opened: Opened, act: Callable[[Page], object], said: str
) -> None:
    with pytest.raises(AssertionError, match=said):
        act(opened(GOOD))


def test_a_link_leads_where_it_says(opened: Opened) -> None:
    assert (
        opened(GOOD.replace('"/receipts/7"', '"/?again"'))
        .link("7")
        .follow()
        .url.endswith("/?again")
    )


def test_text_is_read_block_by_block(opened: Opened) -> None:
    assert opened(GOOD).text.splitlines()[:3] == ["Skip to the task", "Receipt 7", "Task 4 of 10"]
