"""Rules about what is read: title, headings, pictures, tables."""

from collections.abc import Iterator

from app.language import choose, language
from tests.reading.page import Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


# What may stand before the heading in a title, as the catalogs have it.
DONE = (
    "Sent. %(title)s", "Skipped. %(title)s", "Passed over. %(title)s", "Saved. %(title)s",
    "Done. %(title)s",
)  # fmt: skip
ERROR = "Error: %(title)s"


def prefixes(page: Page) -> tuple[str, ...]:
    """What may stand before the heading in this page's title, “Error:” last."""
    speaks = language(choose("", page.language))
    return tuple(speaks.gettext(text).replace("%(title)s", "") for text in (*DONE, ERROR))


def one_h1(page: Page) -> Iterator[str]:
    """There is one main heading."""
    count = len(page.every("h1"))
    if count != 1:
        yield f"the page has {count} × <h1>"


def title(page: Page) -> Iterator[str]:
    """The title says the heading first, after “Error:” or what was done only."""
    prefix = next((one for one in prefixes(page) if page.title.startswith(one)), "")
    if page.h1 and not page.title.removeprefix(prefix).startswith(page.h1):
        yield f"the title “{page.title}” does not begin with the heading “{page.h1}”"


def headings(page: Page) -> Iterator[str]:
    """No level is left out on the way down, and no heading is empty."""
    last = 1
    for node in page.every(*HEADINGS):
        level = int(node.tag[1])
        if level > last + 1:
            yield f"{node} comes after a heading of level {last}"
        if not node.words:
            yield f"{node} is empty"
        last = level


def pictures(page: Page) -> Iterator[str]:
    """Every picture has a text alternative and keeps its place before it is loaded."""
    for node in page.every("img"):
        if not node.has("alt"):
            yield f"{node} has no alt"
        if not (node.get("width").isdigit() and node.get("height").isdigit()):
            yield f"{node} lacks width or height"
    for node in page.every("svg"):
        if node.get("aria-hidden") != "true" and not node.every("title"):
            yield f"{node} has neither a title nor aria-hidden"


def tables(page: Page) -> Iterator[str]:
    """Every table has a caption, and its headings say what they head."""
    for node in page.every("table"):
        if not any(caption.words for caption in node.every("caption")):
            yield f"{node} has no caption"
        if not node.every("th"):
            yield f"{node} has no heading cell"
        for cell in node.every("th"):
            if cell.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"{cell} has no scope"


def regions(page: Page) -> Iterator[str]:
    """No region waits for news without a script: it would be said, and say nothing."""
    if page.every("script"):
        return
    for node in page.every("div", "p"):
        if node.get("role") in ("status", "alert") and not node.words:
            yield f"{node} waits for news that cannot come"


RULES = (one_h1, title, headings, pictures, tables, regions)
