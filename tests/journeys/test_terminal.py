"""The text browsers do in a form what a person does, and send what was meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, Response, redirect, request, session

from tests.journeys.terminal import TextBrowser
from tests.journeys.text_browsers import Lynx
from tests.serving import serving

LONG = "I can't tell, because the words are in a language that I do not read at all"
PAGE = """<!doctype html><html lang="en" dir="ltr"><title>{said}Task {number}</title><body>
<a href="#main">Skip to the task</a><main id="main"><p>Is this spam? {said}</p>
<h1>Task {number}</h1><form method="post" action="/task">
<fieldset><legend>Is this message spam?</legend>
<p><input type="radio" name="a" id="c1" value="yes"> <label for="c1">Spam</label></p>
<p><input type="radio" name="a" id="c2" value="no"> <label for="c2">Not spam</label></p>
<p><input type="radio" name="a" id="c3" value="cannot"> <label for="c3">{long}</label></p>
</fieldset><p><label for="w">Why</label> <input id="w" name="why" value="old"></p>
<p><label for="l">Your words</label><br><textarea id="l" name="l" rows="3"></textarea></p>
<p><label for="s">Size</label> <select id="s" name="size"><option>Small</option>
<option>Middle</option><option value="b">Big</option></select></p>
<p><input type="checkbox" id="k" name="k" value="1"> <label for="k">I am sure</label></p>
<p><button name="do" value="answer">Send answer</button></p>
<p><button name="do" value="skip">Skip</button> <button name="do" value="stop">Stop</button></p>
</form></main><footer><a href="/help">Help</a></footer></body></html>"""
CARD = """<!doctype html><title>Card</title><form method="post" enctype="multipart/form-data">
<p><label for="f">Saved card</label> <input type="file" id="f" name="f"></p>
<p><button name="do" value="open">Open card</button></p></form>"""

Sent = list[dict[str, str]]


@pytest.fixture
def sent() -> Sent:
    return []


@pytest.fixture
def address(sent: Sent) -> Iterator[str]:
    """A site of tasks that needs a cookie, refuses an empty answer, and keeps what it is sent."""
    app = Flask(__name__, static_folder=None)
    app.secret_key = "for this test"

    @app.get("/")
    def start() -> str:
        session["number"] = 1
        return "<!doctype html><title>Ownpace</title><a href=/task>Start 3 tasks</a>"

    @app.get("/task")
    def task() -> str:
        return PAGE.format(number=session["number"], said="", long=LONG)

    @app.post("/task")
    def answer() -> Response | tuple[str, int]:
        sent.append(request.form.to_dict())
        if request.form["do"] == "answer" and "a" not in request.form:
            return PAGE.format(number=session["number"], said="Error: ", long=LONG), 422
        session["number"] += 1
        return redirect("/task", 303)

    @app.get("/help")
    def help_page() -> str:
        return "<!doctype html><title>Help</title><h1>Here is help</h1>"

    @app.route("/card", methods=["GET", "POST"])
    def card() -> str:
        sent.extend({name: file.read().decode()} for name, file in request.files.items())
        return CARD

    with serving(app) as where:
        yield where


@pytest.fixture
def at_task(text_browser: TextBrowser, address: str) -> TextBrowser:
    return text_browser.open(f"{address}/").press("Start 3 tasks").expect("Task 1")


def test_all_that_is_filled_in_is_sent(at_task: TextBrowser, sent: Sent) -> None:
    at_task.choose("Not spam").type("Why", "because it is").write("Your words", "one\ntwo three")
    at_task.pick("Size", "Big").tick("I am sure")
    assert at_task.chosen("Not spam")
    assert not at_task.chosen("Spam")
    at_task.press("Send answer").expect("Task 2")
    words = sent[0].pop("l").split()
    assert words == ["one", "two", "three"]
    assert sent == [{"a": "no", "why": "because it is", "size": "b", "k": "1", "do": "answer"}]


def test_a_label_may_run_over_lines(at_task: TextBrowser, sent: Sent) -> None:
    at_task.choose(LONG).press("Send answer").expect("Task 2")
    assert sent[0]["a"] == "cannot"


def test_the_button_that_was_pressed_is_sent(at_task: TextBrowser, sent: Sent) -> None:
    at_task.press("Stop").expect("Task 2").press("Skip").expect("Task 3")
    assert [each["do"] for each in sent] == ["stop", "skip"]


def test_an_empty_answer_is_refused_except_where_the_browser_chooses(
    at_task: TextBrowser, sent: Sent
) -> None:
    at_task.press("Send answer")
    if isinstance(at_task, Lynx):
        at_task.expect("Task 2")
        assert sent[0]["a"] == "yes"
    else:
        at_task.expect("Is this spam? Error:", "Task 1")


def test_a_file_is_sent(
    text_browser: TextBrowser, address: str, sent: Sent, tmp_path: Path
) -> None:
    file = tmp_path / "card.txt"
    file.write_text("0000 1111")
    text_browser.open(f"{address}/card").attach("Saved card", file).press("Open card")
    assert sent == [{"f": "0000 1111"}]


def test_a_link_is_followed_and_left_again(at_task: TextBrowser, address: str) -> None:
    at_task.press("Help").expect("Here is help").back().expect("Task 1")
    at_task.open(f"{address}/help").expect("Here is help")


def test_what_is_not_there_cannot_be_pressed(at_task: TextBrowser) -> None:
    with pytest.raises(AssertionError, match="“Save for later” is not on the page"):
        at_task.press("Save for later")
    with pytest.raises(AssertionError, match="cannot be reached by Tab"):
        at_task.press("Task 1")
    with pytest.raises(AssertionError, match="shows no"):
        at_task.expect("Task 9", seconds=0.2)
