"""The floor: the least that a site can do, under the same server, so that ratios can be read.

It takes a form (POST, 303) and gives a page of two kilobytes (GET), and knows nothing else.
`python -m bench.floor PORT` serves it.
"""

import sys
from collections.abc import Iterable
from typing import Any

from app.commands.serving.site import Site
from app.settings import read_settings

FORM = b'<!doctype html><title>Floor</title><form method="post"><button>Send</button></form>'
PAGE = FORM.ljust(2_000)


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer as a static form would."""
    if environ["REQUEST_METHOD"] == "POST":
        environ["wsgi.input"].read()
        start_response("303 See Other", [("Location", "/"), ("Content-Length", "0")])
        return (b"",)
    length = str(len(PAGE))
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", length)])
    return (PAGE,)


class Floor(Site):
    """The site's server with nothing of the site in it."""

    def load(self) -> Any:
        """The floor."""
        return app


if __name__ == "__main__":
    Floor(read_settings(), "127.0.0.1", int(sys.argv[1]), 1).run()
