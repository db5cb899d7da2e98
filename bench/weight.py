"""The bytes and requests of every page of the worker, in every language, packed both ways."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bench.figure import Figure
from tests.bytes.pages import PAGES, Way
from tests.bytes.reference import LANGUAGES, slug
from tests.bytes.served import served_site
from tests.bytes.steps import begin, send
from tests.bytes.wire import BROTLI, Reply, Wire

GZIP = "gzip, deflate"
# A page is loaded with its style sheet; and, where it has one and may show it, with its picture.
REQUESTS = 2
OTHER_LANGUAGE, GZIP_AT_MOST = 1.5, 1.2


class Weight(NamedTuple):
    """What one page costs a browser that has nothing yet; the picture's bytes apart."""

    received: int
    requests: int
    picture: int


def weigh() -> list[Figure]:
    """Every byte that is received, headers too, over HTTP/1.1: with brotli, and with gzip."""
    with tempfile.TemporaryDirectory() as folder, served_site(Path(folder)) as port:
        return [
            figure
            for language in LANGUAGES
            for figure in (*_tasks(port, language), *_pages(port, language))
        ]


def _tasks(port: int, language: str) -> Iterator[Figure]:
    """The reference task, whose budget is one and a half times as large in other languages."""
    factor = 1.0 if language == "en" else OTHER_LANGUAGE
    first = _cold(port, language, _first, BROTLI)
    packed_less = _cold(port, language, _first, GZIP)
    named = f"{language}: first task"
    yield Figure(f"{named}, cold", first.received, "B", most=5_000 * factor)
    yield Figure(f"{named}, requests", first.requests, "", most=REQUESTS)
    yield Figure(f"{named}, gzip", packed_less.received / first.received, "×", most=GZIP_AT_MOST)
    named = f"{language}: next task (POST, 303, GET)"
    brotli, gzip = (_next(port, language, coding) for coding in (BROTLI, GZIP))
    yield Figure(named, brotli, "B", most=2_000 * factor)
    yield Figure(f"{named}, gzip", gzip / brotli, "×", most=GZIP_AT_MOST)


def _pages(port: int, language: str) -> Iterator[Figure]:
    for name, way in PAGES.items():
        weight = _cold(port, language, way, BROTLI)
        packed_less = _cold(port, language, way, GZIP)
        more = f", picture: {weight.picture:,}" if weight.picture else ""
        text = f"{language}: {name} (gzip: {packed_less.received:,}{more})"
        yield Figure(text, weight.received, "B", most=6_000)
        if weight.requests > REQUESTS:
            yield Figure(f"{text}, requests", weight.requests, "", most=REQUESTS)


def _cold(port: int, language: str, way: Way, coding: str) -> Weight:
    with closing(Wire(port, language, coding)) as wire:
        page = way(wire)
        pictures = sum(wire.get(picture).received for picture in page.pictures)
        return Weight(wire.cold(page), 1 + len(page.files), pictures)


def _next(port: int, language: str, coding: str) -> int:
    with closing(Wire(port, language, coding)) as wire:
        sent = send(wire, _first(wire))
        return sent.received + wire.get(sent.headers["location"]).received


def _first(wire: Wire) -> Reply:
    return begin(wire, slug(wire.language))
