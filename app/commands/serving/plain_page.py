"""The few pages that are sent before the site itself is asked: requests it could not read."""

from http import HTTPStatus

WORDS = {
    HTTPStatus.BAD_REQUEST: "This request could not be read. Go back and try again.",
    HTTPStatus.LENGTH_REQUIRED: "This request does not say how long it is. Try another browser.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "This address is too long. Go to the first page.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: (
        "Your browser sent too much about itself. Clear this site's cookies and try again."
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong here. Go back and try again.",
    HTTPStatus.SERVICE_UNAVAILABLE: "This computer has no room now. Go back and try again later.",
}
PAGE = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{words}</p><p><a href="/">First page</a></p></main></body></html>
"""
HEADERS = """HTTP/1.1 {status:d} {title}\r
Content-Type: text/html; charset=utf-8\r
Content-Length: {length}\r
Content-Security-Policy: default-src 'none'\r
X-Content-Type-Options: nosniff\r
Cache-Control: no-store\r
Connection: close\r
\r
"""


def plain_page(status: HTTPStatus) -> bytes:
    """A whole response in plain words; nothing of the request is in it."""
    title = status.phrase
    body = PAGE.format(title=title, words=WORDS[status]).encode()
    return HEADERS.format(status=status, title=title, length=len(body)).encode() + body
