"""Rules about what a page brings along: nothing inline, nothing foreign, nothing outdated."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.reading.page import Page
from tests.reading.tree import tags

LOADING = (
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "manifest",
    "ping",
)
OUTDATED = tags(
    "acronym applet basefont bgsound big blink center dir font frame frameset isindex keygen "
    "listing marquee menuitem nobr noembed noframes plaintext rb rtc spacer strike tt xmp"
)
OUTDATED_ATTRIBUTES = tags(
    "align alink background bgcolor border cellpadding cellspacing char charoff clear compact "
    "frame frameborder hspace language link marginheight marginwidth noshade nowrap rules "
    "scrolling summary text valign vlink vspace"
)
FOREIGN_BODIES = ("iframe", "object", "embed", "portal")


def inline(page: Page) -> Iterator[str]:
    """No script and no style stands in the page itself."""
    for node in page.nodes:
        if node.tag == "style" or (node.tag == "script" and not node.has("src")):
            yield f"<{node.tag}> stands in the page"
        for name, value in node.attributes.items():
            if name.startswith(("on", "hx-on")):
                yield f"{node} has a script in {name}"
            if name == "style":
                yield f"{node} has a style attribute"
            if value.strip().lower().startswith("javascript:"):
                yield f"{node} has a script in {name}"


def foreign(page: Page) -> Iterator[str]:
    """Nothing is loaded from, or sent to, another site."""
    own = urlsplit(page.url).netloc
    for node in page.nodes:
        if node.tag in FOREIGN_BODIES:
            yield f"<{node.tag}> brings in another page"
        names = (*LOADING, "href") if node.tag in ("link", "use", "image") else LOADING
        for name in names:
            value = node.get(name)
            places = (
                [each.split()[0] for each in value.split(",") if each.split()]
                if name == "srcset"
                else [value]
            )
            for place in places:
                if urlsplit(place).netloc not in ("", own):
                    yield f"{node}: {name} goes to {urlsplit(place).netloc}"


def refresh(page: Page) -> Iterator[str]:
    """No page moves on, starts or reloads by itself."""
    for node in page.nodes:
        if node.tag == "meta" and node.get("http-equiv").lower() == "refresh":
            yield "the page moves on by itself"
        if node.has("autoplay"):
            yield f"{node} starts by itself"


def outdated(page: Page) -> Iterator[str]:
    """No element or attribute that HTML has given up."""
    for node in page.nodes:
        if node.within("svg"):
            continue
        if node.tag in OUTDATED:
            yield f"<{node.tag}> is outdated"
        for name in sorted(OUTDATED_ATTRIBUTES & node.attributes.keys()):
            yield f"{node}: {name} is outdated"


RULES = (inline, foreign, refresh, outdated)
