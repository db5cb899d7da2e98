"""The floor: the least that a site can do, under the same server, so that ratios can be read.

It takes a form (POST, 303) and gives a page of two kilobytes (GET), and knows nothing else.
"""

from collections.abc import Iterable
from typing import Any

FORM = b'<!doctype html><title>Floor</title><form method="post"><button>Send</button></form>'
PAGE = FORM.ljust(2_000)


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer as a static form would."""
    if environ["REQUEST_METHOD"] == "POST":
        environ["wsgi.input"].read()
        start_response("303 See Other", [("Location", "/"), ("Content-Length", "0")])
        return (b"",)
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(PAGE)))])
    return (PAGE,)
