"""Pages for what went wrong: the right status, what to do, and what was typed."""

from collections.abc import Sequence

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from app.actions.showing import StoreAwayError
from app.language import N_
from app.media.shelf import ShelfAwayError
from app.pages import door
from app.pages.layout import render

# A browser shows no answer to a body that nobody reads, so this much of it is read away.
MOST_DRAINED = 64 * 1024 * 1024
FIRST_PAGE = (("/", N_("First page")), ("/help", N_("Help")))

HEADINGS = {
    400: N_("This page could not read what was sent"),
    403: N_("That could not be sent"),
    404: N_("There is no page here"),
    405: N_("This page does not open in that way"),
    413: N_("That was too large"),
    503: N_("The site is not there for a moment"),
}
TEXTS = {
    400: N_("Go back, load the page again and send it once more."),
    403: N_("The form came from another place, or was changed on its way. Load the page again."),
    404: N_("The address may be mistyped, or the page has gone. Your work is safe."),
    405: N_("Go to the first page and start from there. Your work is safe."),
    413: N_("Nothing of it was kept. Send less at once, or a smaller file."),
    503: N_("It could not keep what you sent. Wait a little, go back and send it again."),
}
READING_AWAY = N_("Wait a little and load the page again. What you sent before is safe.")
# What a page was asked to do, and its text says why not.
NOT_DONE = {
    400: N_("That was not done"),
    403: N_("That was not done"),
    409: N_("That was not done"),
}
BROKEN = (N_("Something went wrong here"), N_("It is not your fault. Go back and try again."))


def watch(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(StoreAwayError, _away)
    app.register_error_handler(ShelfAwayError, _away)
    app.register_error_handler(500, _broken)


def refuse(
    status: int, heading: str = "", text: str = "", way_on: Sequence[tuple[str, str]] = FIRST_PAGE
) -> Response:
    """A page that says what is wrong and what to do; what was typed stands on it."""
    gettext = door.speaks().gettext
    heading = heading or (text and NOT_DONE.get(status)) or HEADINGS.get(status, BROKEN[0])
    if status == 503 and request.method != "POST":
        text = text or READING_AWAY
    return render(
        "errors/problem.html",
        status,
        heading=gettext(heading),
        text=gettext(text or TEXTS.get(status, BROKEN[1])),
        typed=_typed() if status != 413 else [],
        way_on=[(address, gettext(words)) for address, words in way_on],
        # Whatever was asked for, the page does not say it after.
        path="",
    )


def _typed() -> list[tuple[str, str]]:
    """Every answer in the form that was sent, so that nobody has to type it again."""
    if request.method != "POST":
        return []
    try:
        form = request.form
    except RequestEntityTooLarge:
        _drain()
        return []
    speaks = door.speaks()
    return [
        (speaks.gettext(label), text)
        for name, texts in form.lists()
        for label in _labels(name)
        for text in texts
        if text
    ]


def _labels(name: str) -> list[str]:
    """What to call what was typed into a control; nothing where it is no text of a person's own."""
    if ".".join(name.split(".")[-2:]).startswith("answer."):
        return [N_("Your answer")]
    return [N_("Your report")] if name == "barrier" else []


def _refused(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400:
        return Response(status=error.code, headers=error.get_headers())
    response = refuse(error.code or 500)
    if error.code == 405:
        response.headers["Allow"] = ", ".join(getattr(error, "valid_methods", None) or ())
    return response


def _too_large(_error: RequestEntityTooLarge) -> Response:
    _drain()
    return refuse(413)


def _drain() -> None:
    """Read a body away that nobody wants."""
    left = min(request.content_length or 0, MOST_DRAINED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (chunk := stream.read(min(left, 65536))):
        left -= len(chunk)


def _away(_error: StoreAwayError | ShelfAwayError) -> Response:
    return _without_store(503)


def _broken(_error: Exception) -> Response:
    return _without_store(500)


def _without_store(status: int) -> Response:
    # The page must not ask the store again who sits here.
    door.forget()
    return refuse(status)
