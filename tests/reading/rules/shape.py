"""Rules about the page as a whole: nesting, language, ids, landmarks."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.reading.page import Page
from tests.reading.tree import Node

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DIRECTIONS = ("ltr", "rtl", "auto")
POINTERS = (
    "aria-describedby",
    "aria-labelledby",
    "aria-controls",
    "aria-errormessage",
    "aria-owns",
    "headers",
)
SECTIONS = ("main", "article", "section", "aside", "nav")
OWN_CHILDREN = {
    "ul": ("li", "script", "template"),
    "ol": ("li", "script", "template"),
    "menu": ("li", "script", "template"),
    "dl": ("dt", "dd", "div", "script", "template"),
    "tr": ("td", "th"),
    "select": ("option", "optgroup", "hr"),
}
INTERACTIVE = ("a", "button", "label", "form")


def nesting(page: Page) -> Iterator[str]:
    """Elements are closed where they should be, and stand where they may."""
    yield from page.nesting
    for node in page.nodes:
        allowed = OWN_CHILDREN.get(node.tag)
        strays = [
            child
            for child in node.children
            if allowed and isinstance(child, Node) and child.tag not in allowed
        ]
        yield from (f"{child} stands directly in <{node.tag}>" for child in strays)
        if node.tag == "li" and node.parent and node.parent.tag not in ("ul", "ol", "menu"):
            yield f"{node} is in no list"
        if node.tag in INTERACTIVE and node.within(node.tag):
            yield f"{node} stands inside another <{node.tag}>"
        if node.tag in ("a", "button", "input", "select", "textarea") and node.within(
            "a", "button"
        ):
            yield f"{node} stands inside {node.within('a', 'button')}"


def document(page: Page) -> Iterator[str]:
    """A whole page has a doctype, one html, one head and one body."""
    if not page.doctype:
        yield "the page does not begin with <!doctype html>"
    for tag in ("html", "head", "body", "title"):
        count = sum(node.tag == tag and not node.within("svg") for node in page.nodes)
        if count != 1:
            yield f"the page has {count} × <{tag}>"
    named = [node.get("name") for node in page.every("meta")]
    if "viewport" not in named:
        yield "the page does not set its viewport"
    for node in page.every("meta"):
        if re.search(r"user-scalable|maximum-scale", node.get("content")):
            yield "the page hinders zooming"


def language(page: Page) -> Iterator[str]:
    """The page says its language and direction, and every passage in another language does."""
    html = page.html
    if html and not (html.has("lang") and html.has("dir")):
        yield "<html> lacks lang or dir"
    for node in page.nodes:
        if node.has("lang") and not LANGUAGE.fullmatch(node.get("lang")):
            yield f"{node} has the unknown language “{node.get('lang')}”"
        if node.has("lang") and not node.has("dir"):
            yield f"{node} has lang without dir"
        if node.has("dir") and node.get("dir") not in DIRECTIONS:
            yield f"{node} has the unknown direction “{node.get('dir')}”"


def landmarks(page: Page) -> Iterator[str]:
    """One main part, one banner, one footer; names where there are several of a kind."""
    mains = [node for node in page.nodes if node.tag == "main" or node.get("role") == "main"]
    if len(mains) != 1:
        yield f"the page has {len(mains)} main parts"
    for tag in ("header", "footer"):
        count = sum(not node.within(*SECTIONS) for node in page.every(tag))
        if count > 1:
            yield f"the page has {count} × <{tag}> of its own"
    for tag in ("nav", "aside"):
        nodes = page.every(tag)
        names = [_name(page, node) for node in nodes]
        if len(nodes) > 1 and ("" in names or len(set(names)) < len(names)):
            yield f"the page has {len(nodes)} × <{tag}> that are not told apart by name: {names}"


def ids(page: Page) -> Iterator[str]:
    """Every id is there once and can be pointed to."""
    counted = Counter(node.get("id") for node in page.nodes if node.has("id"))
    yield from (
        f"the id “{name}” is there {count} times" for name, count in counted.items() if count > 1
    )
    yield from (
        f"the id “{name}” is empty or has a space" for name in counted if not name or " " in name
    )


def pointers(page: Page) -> Iterator[str]:
    """Whatever points to an id points to one that is there."""
    for node in page.nodes:
        targets = [(name, each) for name in POINTERS for each in node.get(name).split()]
        if node.tag == "label" and node.has("for"):
            targets.append(("for", node.get("for")))
        if node.get("href").startswith("#"):
            targets.append(("href", node.get("href")[1:]))
        targets += [(name, node.get(name)) for name in ("form", "list") if node.has(name)]
        for name, target in targets:
            if page.by_id(target) is None:
                yield f"{node}: {name} points to “{target}”, which is not there"


def _name(page: Page, node: Node) -> str:
    named = [page.by_id(name) for name in node.get("aria-labelledby").split()]
    return node.get("aria-label") or " ".join(each.words for each in named if each)


RULES = (nesting, language, ids)
# A part of a page stands in a page that has these already, and may point into it.
WHOLE_PAGE_RULES = (document, landmarks, pointers)
