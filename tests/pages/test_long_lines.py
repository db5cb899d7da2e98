"""A long line of print is shown in pieces on narrow screens, by the browser alone."""

from dataclasses import replace
from typing import Any

from tests.pages.site import WORDS, Site, start
from tests.reader import Reader

LINE = replace(WORDS, choices=())


def in_pieces(site: Site, shade: int) -> dict[str, Any]:
    """A picture on the shelf whose form for narrow screens is that of another one."""
    small = site.picture(shade + 1)
    pieces = {"narrow": small["webp"], "narrow_width": 320, "narrow_height": 160}
    return {**site.picture(shade), **pieces}


def test_the_browser_chooses_by_the_width_of_the_page(worker: Reader, site: Site) -> None:
    kept = in_pieces(site, 1)
    rows = [{"image": "line.png"}]
    site.pool("lines", "document_digitization", rows=rows, words=LINE, media=[{"image": kept}])
    page = start(worker, "lines")
    narrow, wide = page.every("source")
    assert narrow.get("media") == "(max-width:44rem)"
    assert (narrow.get("width"), narrow.get("height")) == ("320", "160")
    assert worker.get(narrow.get("srcset")).mimetype == "image/webp"
    assert not wide.has("media")
    assert len(page.every("img")) == 1


def test_a_line_from_right_to_left_is_shown_whole(worker: Reader, site: Site) -> None:
    rows, media = [{"image": "line.png"}], [{"image": in_pieces(site, 3)}]
    site.pool("lines", "document_digitization", rows, words=LINE, media=media, lang="ar")
    assert len(start(worker, "lines").every("source")) == 1


def test_a_picture_of_things_is_never_cut(worker: Reader, site: Site) -> None:
    rows, media = [{"image": "a.png", "alt": "A wall"}], [{"image": in_pieces(site, 5)}]
    site.pool("walls", "image_labelling", rows, media=media)
    assert len(start(worker, "walls").every("source")) == 1
