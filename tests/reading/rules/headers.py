"""Rules about the headers of every response, pages or not."""

import re
from collections.abc import Iterator

from werkzeug.datastructures import Headers

# These do not fall back to default-src.
WANTED = ("default-src", "base-uri", "form-action", "frame-ancestors")
REFERRERS = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")


def content_policy(headers: Headers) -> Iterator[str]:
    """A policy says what a page may load, and nothing unsafe."""
    directives = {
        part.split()[0].lower(): part.split()[1:]
        for part in headers.get("Content-Security-Policy", "").split(";")
        if part.strip()
    }
    yield from (
        f"Content-Security-Policy lacks {name}" for name in WANTED if name not in directives
    )
    for name, values in directives.items():
        for value in values:
            if value.startswith("'unsafe-") or value in ("*", "http:", "https:"):
                yield f"Content-Security-Policy: {name} has {value}"


def other_headers(headers: Headers) -> Iterator[str]:
    """No guessing of types, no telling of addresses to others."""
    if headers.get("X-Content-Type-Options") != "nosniff":
        yield "X-Content-Type-Options is not nosniff"
    if headers.get("Referrer-Policy") not in REFERRERS:
        yield f"Referrer-Policy is {headers.get('Referrer-Policy')}"
    if (
        headers.get("Content-Type", "").startswith("text/")
        and "charset=utf-8" not in headers["Content-Type"].lower()
    ):
        yield f"Content-Type is {headers['Content-Type']}, without charset=utf-8"


def cookies(headers: Headers) -> Iterator[str]:
    """No cookie can be read by a script or is sent from another site."""
    for cookie in headers.getlist("Set-Cookie"):
        name = cookie.split("=")[0]
        if not re.search(r";\s*HttpOnly", cookie, re.IGNORECASE):
            yield f"the cookie {name} is not HttpOnly"
        if not re.search(r";\s*SameSite=(Lax|Strict)", cookie, re.IGNORECASE):
            yield f"the cookie {name} is not SameSite"


RULES = (content_policy, other_headers, cookies)
