"""A test client that reads every page it opens as a person with assistive technology would."""

import gzip
from functools import cached_property
from typing import Any, cast
from urllib.parse import urlsplit

import brotli
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.reading.inspection import header_problems, page_problems
from tests.reading.page import Page

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
HAS_NO_PAGE = (204, 301, 302, 303, 304, 307, 308)


class UnreadablePageError(AssertionError):
    """A page that somebody could not read or use, with every reason."""

    def __init__(self, response: "PageResponse", problems: list[str]) -> None:
        request = response.request
        lines = [f"{request.method} {request.path} ({response.status_code}):", *problems]
        super().__init__("\n  - ".join(lines))
        self.problems = problems


class PageResponse(TestResponse):
    """A response whose page can be read, followed and filled in."""

    reader: "Reader"
    inspected = False

    @property
    def has_page(self) -> bool:
        """Whether it carries a page for a person."""
        shown = self.request.method != "HEAD" and self.status_code not in HAS_NO_PAGE
        return shown and self.mimetype in ("text/html", "application/xhtml+xml")

    @cached_property
    def page(self) -> Page:
        """The page in it."""
        assert self.has_page, f"{self.request.path} is no page: {self.status}, {self.mimetype}"
        packed = self.get_data()
        plain = UNPACK.get(self.headers.get("Content-Encoding", ""), bytes)(packed)
        return Page(self, plain.decode(), self.request.url, self._visit)

    def _visit(self, method: str, address: str, **request: Any) -> "PageResponse":
        here, there = urlsplit(self.request.url), urlsplit(address)
        assert there.netloc == here.netloc, f"{address} is another site"
        # A browser says where it comes from, and the site may check that.
        headers = {"Referer": self.request.url}
        if method == "POST":
            headers["Origin"] = f"{here.scheme}://{here.netloc}"
        target = there._replace(scheme="", netloc="", fragment="").geturl()
        request.setdefault("base_url", f"{here.scheme}://{here.netloc}")
        return self.reader.open(target or "/", method=method, headers=headers, **request)


class Reader(FlaskClient):
    """A browser of one person, with its own cookies, that refuses every page with a fault in it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wrapped = self.response_wrapper
        self.response_wrapper = type("ReadResponse", (PageResponse, wrapped), {})

    def open(self, *args: Any, **kwargs: Any) -> PageResponse:
        """Open an address, and fail with a list of what is wrong with what came."""
        response: Any = super().open(*args, **kwargs)
        for each in (*response.history, response):
            self._inspect(each)
        return cast(PageResponse, response)

    def visit(self, address: str, **request: Any) -> Page:
        """Open an address as a page, over whatever redirects there are."""
        return self.open(address, method="GET", follow_redirects=True, **request).page

    def _inspect(self, response: PageResponse) -> None:
        response.reader = self
        if response.inspected:
            return
        response.inspected = True
        problems = header_problems(response.headers)
        if response.has_page:
            problems += page_problems(response.page, part="HX-Request" in response.request.headers)
        if problems:
            raise UnreadablePageError(response, problems)
