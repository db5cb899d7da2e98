"""A page without a fault, and a site that shows it."""

from flask import Flask, Response, redirect, request

from tests.reader import Reader

POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
GOOD = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8">
<title>Sent. Task 4 of 10 – Is it spam?</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/static/style.css"></head>
<body><a href="#main">Skip to the task</a>
<main id="main"><p>Receipt <a href="/receipts/7">7</a></p><h1>Task 4 of 10</h1>
<div lang="es" dir="ltr"><p>Gane dinero</p></div>
<form method="post" action="/task/spam"><input type="hidden" name="token" value="t1">
<fieldset><legend>Is it spam?</legend>
<p><input type="radio" name="answer.spam" id="c1" value="yes"><label for="c1">Spam</label></p>
<p><input type="radio" name="answer.spam" id="c2" value="no"><label for="c2">Not spam</label></p>
</fieldset>
<p><label for="why">Why</label>
<textarea id="why" name="answer.why" maxlength="20" aria-describedby="hint">

so</textarea></p>
<p id="hint">Optional.</p>
<p><label>Sure <input type="checkbox" name="sure"></label>
<label for="size">Size</label> <select id="size" name="size">
<option value="s">Small</option><option>Big</option></select>
</p>
<button name="do" value="answer">Send answer</button>
<button name="do" value="skip">Skip</button></form>
<h2>Picture</h2><img src="/media/a" alt="A cat" width="3" height="4"></main>
<footer><nav><a href="/help">Help</a> <a href="/leave">Leave</a></nav></footer></body></html>"""
SUMMARY = """<div role="alert" tabindex="-1" autofocus><h2>There is a problem</h2>
<ul><li><a href="#why">Say why</a></li></ul></div><h1>"""
REFUSED = (
    GOOD.replace("<title>Sent. ", "<title>Error: ")
    .replace("<h1>", SUMMARY)
    .replace('<textarea id="why"', '<textarea aria-invalid="true" id="why"')
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def site(markup: str, status: int = 200, **headers: str) -> Reader:
    """A site that shows one page and, at other addresses, what it was sent."""
    app = Flask(__name__, static_folder=None)
    app.test_client_class = Reader
    sent: list[bytes] = []

    @app.get("/")
    def page() -> Response:
        return Response(markup, status)

    @app.get("/sent")
    def show() -> Response:
        return Response(
            sent[-1] if sent else request.query_string, mimetype="application/octet-stream"
        )

    @app.post("/task/spam")
    def task() -> Response:
        sent.append(request.get_data())
        return redirect("/", 303)

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in (HEADERS | headers).items():
            response.headers[name] = value
        return response

    return app.test_client()


def changed(page: str, old: str, new: str) -> str:
    assert old in page
    return page.replace(old, new)
