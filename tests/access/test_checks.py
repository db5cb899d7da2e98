"""The checks in a real browser accept a good page and find what is wrong with a bad one."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, Response
from selenium.webdriver import Chrome

from tests.access.checks.colours import edges, forced_colours, motion
from tests.access.checks.conditions import preference
from tests.access.checks.every import problems
from tests.access.checks.keyboard import keyboard_walk, keys_to_answer, skip_link
from tests.access.checks.reading import languages, order, sides
from tests.access.checks.size import prose, reflow, target_size, text_size, text_spacing
from tests.browser import accessibility_problems
from tests.serving import serving

PAGE = """<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">
<title>Task 4</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/style.css"></head>
<body><a class="skip" href="#main">Skip to the task</a><main id="main"><h1>Task 4</h1>
<p>Somebody wrote this under a picture. Say whether it is spam, that is, whether it was sent to
many people to sell them something. Read <a href="/next">the rules</a> if you are not sure.</p>
<form method="get" action="/next"><fieldset><legend>Is this spam?</legend>
<div class="row"><input type="radio" name="a" id="c1"><label for="c1">Spam</label></div>
<div class="row"><input type="radio" name="a" id="c2"><label for="c2">Not spam</label></div>
</fieldset><label for="why">Why</label> <input id="why" name="why"><button>Send answer</button>
</form><!-- more --></main><footer><a class="line" href="/help">Help</a></footer></body></html>"""
STYLE = """
body { margin: 1rem; max-width: 34rem; font-family: sans-serif; line-height: 1.6; color: #111 }
body { background: #fff }
:focus-visible { outline: 3px solid #00f; outline-offset: 2px }
a { color: #003a8c } .line { display: block; line-height: 44px; min-height: 44px }
.skip { position: absolute; top: -99rem } .skip:focus { top: 0 }
.row { display: flex } input, button { min-height: 48px; border: 2px solid #111; font: inherit }
button { min-width: 48px; background: #fff; color: #111 } fieldset { min-width: 0 }
input { max-width: 100%; box-sizing: border-box } [type=radio] { width: 48px }
label { flex: 1; line-height: 48px } #why { display: block }
"""
TURNED = '<p><bdi dir="ltr"><bdo dir="rtl">1234</bdo></bdi></p>'
LONG = "<p>" + "Words and words. " * 20 + "</p>"
TRAP = """<textarea aria-label="t" id="t"></textarea><script>
t.onkeydown = event => { if (event.key === 'Tab') event.preventDefault(); }</script>"""
ASTRAY = """<script>document.querySelector('.skip').href = '#end';
addEventListener('load', () => { document.querySelector('footer').id = 'end'; })</script>"""

# The check, what is added to the page, what is added to its style, and what the check then says.
FAULTS = [
    (accessibility_problems, '<img src="/a">', "", "image-alt"),
    (accessibility_problems, "", "p { color: #666 }", "color-contrast-enhanced"),
    (reflow, "", "p { width: 400px }", "scrolls sideways, 4"),
    (
        reflow,
        "",
        "h1 { position: fixed; top: 0; left: 0; right: 0; height: 99px }",
        "bars that stay",
    ),
    (reflow, "", "p { position: relative; left: -40px }", "lies outside the page: <p>"),
    (reflow, "", "h1 { height: 9px; overflow: hidden }", "text is cut in <h1>"),
    (text_size, "", "p { font-size: 18px }", "<p> “Somebody wrote this under a picture. Say”"),
    (text_size, "", "h1 { height: 40px; overflow: hidden }", "text is cut in <h1>"),
    (text_spacing, "", "h1 { width: 6.5rem; white-space: nowrap; overflow: clip }", "text is cut"),
    (target_size, "", "button { min-height: 30px; padding: 0 }", "<button> “Send answer” is"),
    (target_size, "", ".line { display: inline }", "<a> “Help” is"),
    (prose, LONG, "body { max-width: none }", "lines of"),
    (prose, LONG, "p { line-height: 1.2 }", "lines too close in <p>"),
    (prose, LONG, "p { text-align: justify }", "lines even on both sides"),
    (
        forced_colours,
        "",
        "h1 { forced-color-adjust: none; color: #fefefe }",
        "cannot be seen: <h1>",
    ),
    (forced_colours, "", "button { border: 0 }", "no edge can be seen: <button> “Send answer”"),
    (forced_colours, "", "[type=radio] { opacity: 0 }", "cannot be seen: <input#c1>"),
    (forced_colours, '<button class="i"></button>', "", "only a background shows what it is"),
    (edges, "", "#why { border-color: #ccc }", "its edge is pale: <input#why>"),
    (edges, "", "button { border: 0; background: #eee }", "its edge is pale: <button> “Send"),
    (languages, "<p>Lee el mensaje que está en la página.</p>", "", "is not in “en”: Lee el"),
    (languages, "<p>هذه رسالة مزعجة</p>", "", "is not in “en”"),
    (languages, '<p lang="ar" dir="rtl">Read the message</p>', "", "is not in “ar”: Read the"),
    (languages, '<p lang="es" dir="ltr">Read the message</p>', "", "is not in “es”: Read the"),
    (languages, '<img src="/a" alt="هذه رسالة">', "", "is not in “en”"),
    (languages, '<p lang="zxx">Read the message</p>', "", "is not in “zxx”: Read the"),
    (languages, '<p lang="ar">هذه رسالة مزعجة</p>', "", "runs the wrong way: <p>"),
    (sides, "", "h1 { text-align: right }", "stands away from the left: <h1>"),
    (sides, "", "#why { margin-left: 3rem }", "stands away from the left: <input#why>"),
    (sides, "", ".row { flex-direction: row-reverse }", "stands behind its words: <input#c1>"),
    (sides, TURNED, "", "digits are turned round: <bdi>"),
    (order, "", "form { display: flex; flex-direction: column-reverse }", "comes after what it"),
    (order, '<input tabindex="1" aria-label="a">', "", "is taken out of its turn: <input>"),
    (motion, "", "a { transition: color 1s }", "moves: <a>"),
    (motion, "", "@keyframes k { to { opacity: 0 } } h1 { animation: k 9s }", "moves: <h1>"),
    (motion, "", "html { scroll-behavior: smooth }", "moves: <html>"),
    (keyboard_walk, "", ":focus-visible { outline: 0 }", "the focus on <a> “the rules” can hardly"),
    (keyboard_walk, "", ":focus-visible { outline-color: #ccc }", "the focus on <button> “Send"),
    (keyboard_walk, '<div role="button">Go</div>', "", "only a mouse can press <div> “Go”"),
    (keyboard_walk, TRAP, "", "the keyboard is caught in <textarea#t>"),
    (
        keyboard_walk,
        '<p aria-hidden="true"><a href="/b">b</a></p>',
        "",
        "hidden from screen readers",
    ),
    (
        keyboard_walk,
        '<p class="bar">Bar</p>',
        ".bar { position: fixed; inset: 0 0 50% 0; background: #fff }",
        "which something covers",
    ),
    (keyboard_walk, "", ".skip:focus { left: -9px }", "which is not wholly in the window"),
    (skip_link, '<a tabindex="1" href="/help">First</a>', "", "the first stop is not a link"),
    (skip_link, ASTRAY, "", "after the skip link the next stop is not in the main part"),
]
Show = Callable[[str, str], Chrome]


class Site:
    """A site of one page whose faults are set from outside."""

    more = style = address = ""

    def __init__(self) -> None:
        app = Flask(__name__, static_folder=None)
        app.add_url_rule("/style.css", view_func=self.sheet)
        app.add_url_rule("/<path:name>", view_func=self.page)
        self.application = app

    def sheet(self) -> Response:
        return Response(STYLE + self.style, mimetype="text/css")

    def page(self, name: str) -> Response:
        scripts = "'unsafe-inline'" if "<script" in self.more else "'none'"
        policy = f"default-src 'none'; style-src 'self'; script-src {scripts}"
        page = PAGE.replace("<!-- more -->", self.more).replace("Task 4", f"Task at {name}")
        return Response(page, headers={"Content-Security-Policy": policy})


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    with serving(site.application) as site.address:
        yield site


@pytest.fixture
def show(browser: Chrome, site: Site) -> Show:
    def opened(more: str, style: str) -> Chrome:
        site.more, site.style = more, style
        browser.get(f"{site.address}/page")
        return browser

    return opened


def test_a_good_page_passes_every_check(show: Show) -> None:
    assert problems(show("", "")) == []


def test_the_focus_is_checked_in_forced_colours_and_in_the_dark(show: Show) -> None:
    driver = show("", "")
    with preference(driver, forced_colors="active"):
        assert keyboard_walk(driver) == []
    with preference(driver, prefers_color_scheme="dark"):
        assert keyboard_walk(driver) == []


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("", []),
        ("h1, .row { direction: ltr }", ["stands away from the right", "stands behind its words"]),
        ("#why { margin-right: 3rem }", ["stands away from the right: <input#why>"]),
    ],
)
def test_a_page_that_runs_from_the_right_begins_there(
    show: Show, style: str, said: list[str]
) -> None:
    driver = show("", style)
    driver.execute_script("document.documentElement.dir = 'rtl'")
    found = [*sides(driver), *order(driver), *reflow(driver)]
    assert bool(found) == bool(said), found
    assert all(any(words in problem for problem in found) for words in said), found


@pytest.mark.parametrize(("check", "more", "style", "said"), FAULTS)
def test_a_fault_is_found(
    show: Show, check: Callable[[Chrome], list[str]], more: str, style: str, said: str
) -> None:
    found = check(show(more, style))
    assert any(said in problem for problem in found), found


def test_the_keys_of_an_answer_are_counted(show: Show) -> None:
    driver = show("", "")
    assert keys_to_answer(driver) == ["Tab", "Tab", "Tab", "Space", "Enter"]
    assert "/next" in driver.current_url
