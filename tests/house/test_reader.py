"""The page-reading test client accepts a good page and names the rule that a bad one breaks."""

import pytest

from tests.house.good_page import GOOD, changed, site
from tests.reader import UnreadablePageError

# What is replaced in the good page, by what, and what the reader then says.
FAULTS = [
    ("<!doctype html>", "", "document: the page does not begin"),
    (
        '<meta name="viewport" content="width=device-width">',
        "",
        "document: the page does not set its viewport",
    ),
    (
        "width=device-width",
        "width=device-width,user-scalable=no",
        "document: the page hinders zooming",
    ),
    ("</p><h1>", "<h1>", "nesting: <h1> stands inside <p>"),
    ("</fieldset>", "", "nesting: </form> comes while"),
    ("</form>", "</form></b>", "nesting: </b> closes nothing"),
    ('<p id="hint">', '<p id="hint" id="x">', "nesting: <p> carries id twice"),
    ("</body></html>", "", "nesting: <body> is never closed"),
    ("<h2>", "<ul><p>a</p></ul><h2>", "nesting: <p> “a” stands directly in <ul>"),
    ("<h2>", "<a href='/a'>b<button>c</button></a><h2>", "nesting: <button> “c” stands inside <a>"),
    ("<h2>", '<div role="status"></div><h2>', "regions: <div> waits for news"),
    ("<h1>Task 4 of 10</h1>", "", "one h1: the page has 0"),
    ("<h2>Picture</h2>", "<h1>Picture</h1>", "one h1: the page has 2"),
    ("Sent. Task 4", "Task 5", "title: the title “Task 5 of 10"),
    ("Sent. Task 4", "Ownpace: Task 4", "title: the title “Ownpace"),
    ("Sent. Task 4", "Sent. Error: Task 4", "title: the title “Sent. Error"),
    ('<html lang="en" dir="ltr">', '<html lang="en">', "language: <html> lacks lang or dir"),
    (
        '<div lang="es" dir="ltr">',
        '<div lang="es">',
        "language: <div> “Gane dinero” has lang without dir",
    ),
    ('lang="es"', 'lang="spanisch"', "language: <div> “Gane dinero” has the unknown language"),
    (
        'lang="es" dir="ltr"',
        'lang="es" dir="left"',
        "language: <div> “Gane dinero” has the unknown direction",
    ),
    ("</main>", '</main><div role="main"></div>', "landmarks: the page has 2 main parts"),
    (
        "<footer>",
        "<header></header><header></header><footer>",
        "landmarks: the page has 2 × <header>",
    ),
    ("<footer>", "<footer></footer><footer>", "landmarks: the page has 2 × <footer>"),
    ("<footer>", "<nav><a href='/a'>A</a></nav><footer>", "landmarks: the page has 2 × <nav>"),
    ('id="c2"', 'id="c1"', "ids: the id “c1” is there 2 times"),
    ('id="hint"', 'id="the hint"', "ids: the id “the hint” is empty or has a space"),
    ('for="why"', 'for="y"', "pointers: <label> “Why”: for points to “y”"),
    ('aria-describedby="hint"', 'aria-describedby="n"', "aria-describedby points to “n”"),
    ('<p id="hint">', '<p id="hint" aria-labelledby="n">', "aria-labelledby points to “n”"),
    ('href="/receipts/7"', 'href="#receipt"', "href points to “receipt”"),
    (
        "<h2>Picture</h2>",
        "<h3>Picture</h3>",
        "headings: <h3> “Picture” comes after a heading of level 1",
    ),
    ("<h2>Picture</h2>", "<h2></h2>", "headings: <h2> is empty"),
    (' alt="A cat"', "", "pictures: <img> has no alt"),
    (' width="3"', "", "pictures: <img> “A cat” lacks width or height"),
    ("<h2>", "<svg></svg><h2>", "pictures: <svg> has neither"),
    (
        "<h2>",
        "<table><tr><th scope='col'>a</th></tr></table><h2>",
        "tables: <table> “a” has no caption",
    ),
    (
        "<h2>",
        "<table><caption>b</caption><tr><th>a</th></tr></table><h2>",
        "tables: <th> “a” has no scope",
    ),
    ("<h2>", "<table><caption>b</caption><tr><td>a</td></tr></table><h2>", "has no heading cell"),
    (
        'href="#main"',
        'href="/help2"',
        "skip link: the page begins with <a> “Skip to the task”",
    ),
    ('href="#main"', 'href="#foot"', "skip link:"),
    (
        '<a href="#main"',
        '<button>b</button><a href="#main"',
        "skip link: the page begins with <button> “b”",
    ),
    ('<a href="/help">Help</a>', "", "help and leave: a link to /help stands 0 times"),
    ("</nav>", ' <a href="/help?a">H</a></nav>', "help and leave: a link to /help stands 2 times"),
    (
        '<a href="/help">',
        '<a href="/leave">Go</a> <a href="/help">',
        "help and leave: /leave comes before /help",
    ),
    ("<nav>", '<nav><a href="/">Here</a> ', "place: <a> “Here” leads to where one is"),
    (">Help</a>", "></a>", "links: <a> to “/help” is empty"),
    ("<h2>", '<a href="/receipts/8">7</a><h2>', "link words: “7” leads to /receipts/7 and to"),
    ('<a href="/receipts/7">', "<a>", "links: <a> “7” leads nowhere"),
    (
        'href="/receipts/7"',
        'href="https://example.org/"',
        "leads to example.org without rel=noreferrer",
    ),
    (
        'href="/receipts/7"',
        'href="/receipts/7" target="_blank"',
        "links: <a> “7” opens another window",
    ),
    (
        '<p id="hint">',
        '<p id="hint" tabindex="2">',
        'focus: <p id="hint"> “Optional.” has tabindex 2',
    ),
    ('<textarea id="why"', '<textarea autofocus id="why"', "takes the focus by itself"),
    ("<button ", '<button accesskey="s" ', "(accesskey)"),
    (
        "<button ",
        '<button role="button" ',
        'roles: <button name="do"> “Send answer” has the role button',
    ),
    ('<input type="radio"', '<input role="radio" type="radio"', "has the role radio by itself"),
    ('method="post" ', "", "forms: <form>"),
    (' action="/task/spam"', "", "has no action"),
    ('name="token"', 'name="t"', "hidden fields “token” with a value, not one"),
    ('value="t1"', 'value=""', "hidden fields “token” with a value, not one"),
    ('method="post"', 'method="get"', "would put its token into the address"),
    (
        '<input type="checkbox" name="sure">',
        '<input type="file" name="sure">',
        "without enctype multipart",
    ),
    ("<h2>", '<form method="get" action="/a"></form><h2>', "has no button that sends it"),
    (
        '<label for="c2">Not spam</label>',
        "",
        'names: <input id="c2" name="answer.spam"> has no label',
    ),
    (">Skip</button>", "></button>", 'names: <button name="do"> is empty'),
    ('id="why" name="answer.why"', 'id="why"', "has no name, so its value is never sent"),
    ("<h2>", "<label>Nothing</label><h2>", "names: <label> “Nothing” belongs to no control"),
    ("<h2>", "<label for='main'>Main</label><h2>", "names: <label> “Main” belongs to no control"),
    ("<h2>", '<label for="why">Or</label><h2>', "has 2 labels"),
    ("<legend>Is it spam?</legend>", "", "legends: <fieldset>"),
    ("<legend>Is it spam?</legend>", "<legend></legend>", "legends: <fieldset>"),
    (">Not spam</label>", ">Spam</label>", "has two choices of the same words"),
    ('type="radio"', 'checked type="radio"', "has two choices ticked"),
    (
        "<title>Sent. ",
        "<title>Error: ",
        "errors: the title speaks of an error, but the status is 200",
    ),
    ("<h2>", "<script>a</script><h2>", "inline: <script> stands in the page"),
    ("<h2>", "<style>a</style><h2>", "inline: <style> stands in the page"),
    ("<h2>", '<h2 onclick="a()">', "inline: <h2> “Picture” has a script in onclick"),
    ("<h2>", '<h2 style="color:red">', "inline: <h2> “Picture” has a style attribute"),
    ('href="/receipts/7"', 'href="javascript:a()"', "has a script in href"),
    (
        'src="/media/a"',
        'src="//cdn.example.org/a"',
        "foreign: <img> “A cat”: src goes to cdn.example.org",
    ),
    ('href="/static/style.css"', 'href="https://example.org/s.css"', "href goes to example.org"),
    ('action="/task/spam"', 'action="https://example.org/"', "action goes to example.org"),
    ("<h2>", '<iframe src="/a"></iframe><h2>', "foreign: <iframe> brings in another page"),
    (
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><meta http-equiv="refresh" content="9">',
        "refresh:",
    ),
    ("<h2>", '<audio src="/a" autoplay></audio><h2>', "refresh: <audio> starts by itself"),
    ("<h2>Picture</h2>", "<center>Picture</center>", "outdated: <center> is outdated"),
    ("<h2>", '<h2 align="left">', "outdated: <h2> “Picture”: align is outdated"),
]


def test_a_good_page_is_accepted() -> None:
    assert site(GOOD).get("/").page.h1 == "Task 4 of 10"


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(UnreadablePageError) as caught:
        site(changed(GOOD, old, new)).get("/")
    assert any(said in problem for problem in caught.value.problems), caught.value
