"""The test client reads parts of pages, packed pages, and what comes before a redirect."""

import gzip
from collections.abc import Callable

import brotli
import pytest
from flask import Flask, Response, redirect

from tests.house.good_page import GOOD, HEADERS
from tests.reader import Reader, UnreadablePageError

PART = "<title>Task 5 of 10</title><h1>Task 5 of 10</h1><p>The words of somebody.</p>"


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__, static_folder=None)
    app.test_client_class = Reader

    @app.get("/part")
    def part() -> str:
        return PART

    @app.get("/page")
    def page() -> str:
        return GOOD

    @app.get("/old")
    def old() -> Response:
        return redirect("/page", 303)

    @app.get("/picture")
    def picture() -> Response:
        return Response(b"RIFF", mimetype="image/webp")

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.extend(HEADERS)
        return response

    return app


def test_a_part_stands_in_a_page_that_is_there_already(app: Flask) -> None:
    assert app.test_client().get("/part", headers={"HX-Request": "true"}).page.h1 == "Task 5 of 10"


def test_a_part_is_no_page_for_those_who_asked_for_one(app: Flask) -> None:
    with pytest.raises(UnreadablePageError, match="the page has 0 main parts"):
        app.test_client().get("/part")


@pytest.mark.parametrize(("coding", "pack"), [("br", brotli.compress), ("gzip", gzip.compress)])
def test_a_packed_page_is_read(app: Flask, coding: str, pack: Callable[[bytes], bytes]) -> None:
    @app.after_request
    def packed(response: Response) -> Response:
        response.set_data(pack(response.get_data()))
        response.headers["Content-Encoding"] = coding
        return response

    assert app.test_client().visit("/page").h1 == "Task 4 of 10"


def test_a_redirect_is_inspected_on_the_way(app: Flask) -> None:
    def forget_a_header(response: Response) -> Response:
        if response.status_code == 303:
            del response.headers["Referrer-Policy"]
        return response

    # Flask goes through these from the last to the first.
    app.after_request_funcs[None].insert(0, forget_a_header)
    with pytest.raises(UnreadablePageError, match=r"GET /old \(303\)"):
        app.test_client().visit("/old")


def test_what_is_no_page_cannot_be_read_as_one(app: Flask) -> None:
    picture = app.test_client().get("/picture")
    with pytest.raises(AssertionError, match="/picture is no page"):
        picture.page.title.strip()


def test_nobody_is_led_to_another_site(app: Flask) -> None:
    page = app.test_client().visit("/page")
    link = page.link("7")
    with pytest.raises(AssertionError, match="is another site"):
        link.visit("GET", "https://example.org/")
