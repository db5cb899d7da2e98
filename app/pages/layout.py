"""Pages: a template, whole or its main part only, in the reader's language, made small."""

import gzip
from collections.abc import Sequence
from typing import Any

import brotli
from flask import Flask, Response, current_app, request
from flask_htmx import HTMX

from app.language.problems import say
from app.pages import door, safety
from app.pages.assets import coding
from app.pages.parts import KEY, Parts
from app.pages.wording import Wording
from app.rules.problem import Problem

SMALLEST = 200
WORDING = "ownpace-wording"
htmx = HTMX()


def prepare(app: Flask) -> None:
    """Teach the templates this project's words."""
    htmx.init_app(app)
    site: Parts = app.extensions[KEY]
    app.jinja_env.globals.update(asset=site.assets.address, site_name=site.settings.site_name)
    app.extensions[WORDING] = Wording(app.jinja_env)


def render(template: str, status: int = 200, secret: bool = False, **context: Any) -> Response:
    """A page; `secret` pages are sent uncompressed, so that their size tells nothing (BREACH)."""
    speaks = door.speaks()
    context = {
        "layout": "part.html" if htmx else "page.html",
        "signed_in": door.seated() is not None,
        "light": door.light(),
        "prefers": door.prefers(),
        "path": request.path,
        **context,
    }
    wording: Wording = current_app.extensions[WORDING]
    body = wording.template(speaks, template).render(context).encode()
    taken = coding(request.headers.get("Accept-Encoding", ""))
    headers = {"Vary": "HX-Request"}
    if context.get("sounds") or context.get("heard"):
        headers.update([safety.MAY_PLAY])
    if context.get("records"):
        headers.update(safety.MAY_RECORD)
    if taken and not secret and len(body) >= SMALLEST:
        body = _packed(body, taken)
        headers["Content-Encoding"] = taken
    return Response(body, status, headers, content_type="text/html; charset=utf-8")


def go(address: str) -> Response:
    """Send the browser on to a page, after a form or to a better place."""
    return Response(status=303, headers={"Location": address})


def _packed(body: bytes, taken: str) -> bytes:
    if taken == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=5))
    return gzip.compress(body, 6, mtime=0)


def problem_list(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """Problems in the reader's words, each with the field it belongs to."""
    return [{"field": one.field, "text": problem_words(one)} for one in problems]


def problem_words(problem: Problem) -> str:
    """A problem in the reader's words."""
    return say(door.speaks(), problem.code, problem.values)
