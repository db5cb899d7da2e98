"""Rules about moving through a page and from page to page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.reading.page import Page
from tests.reading.tree import Node

HELP, LEAVE = "/help", "/leave"
# What a browser makes of the element already.
NATIVE_ROLES = {
    tag: tag for tag in ("article", "button", "dialog", "form", "img", "main", "table")
} | {
    "a": "link",
    "aside": "complementary",
    "fieldset": "group",
    "footer": "contentinfo",
    "header": "banner",
    "li": "listitem",
    "nav": "navigation",
    "ol": "list",
    "progress": "progressbar",
    "select": "combobox",
    "textarea": "textbox",
    "ul": "list",
}
NATIVE_INPUTS = {"radio": "radio", "checkbox": "checkbox", "submit": "button", "text": "textbox"}


def skip_link(page: Page) -> Iterator[str]:
    """The first thing to reach is a link that leads into the main part."""
    first = next((node for node in page.nodes if node.tag == "a" or node in page.controls), None)
    address = first.get("href") if first else ""
    target = page.by_id(address[1:]) if address.startswith("#") else None
    if target is None or (target is not page.main and page.main not in target.above()):
        yield f"the page begins with {first or 'nothing'}, not with a link into <main>"


def help_and_leave(page: Page) -> Iterator[str]:
    """Help stands once around the main part, in the same order with Leave on every page."""
    places = [
        urlsplit(node.get("href") or node.get("action")).path
        for node in page.furniture
        if node.tag in ("a", "form")
    ]
    if places.count(HELP) != 1:
        yield f"a link to {HELP} stands {places.count(HELP)} times around the main part, not once"
    elif LEAVE in places and places.index(LEAVE) < places.index(HELP):
        yield f"{LEAVE} comes before {HELP}"
    if places.count(LEAVE) > 1:
        yield f"a way to {LEAVE} stands {places.count(LEAVE)} times around the main part"


def place(page: Page) -> Iterator[str]:
    """In the ways around the site, the page where one is now is marked."""
    if page.status not in (200, 422):
        return  # what is refused is nowhere
    here = urlsplit(page.url).path
    for node in page.furniture:
        there = node.tag == "a" and node.within("nav") and urlsplit(node.get("href")).path
        if there == here and node.get("aria-current") != "page":
            yield f"{node} leads to where one is already, and does not say so"


def links(page: Page) -> Iterator[str]:
    """Every link says where it leads, leads there, and opens in the same window."""
    for node in page.every("a"):
        if not (node.words or node.get("aria-label")):
            yield f"{node} to “{node.get('href')}” is empty"
        if not node.get("href"):
            yield f"{node} leads nowhere"
        away = urlsplit(node.get("href")).netloc
        if (
            away
            and away != urlsplit(page.url).netloc
            and "noreferrer" not in node.get("rel").split()
        ):
            yield f"{node} leads to {away} without rel=noreferrer"
    for node in page.nodes:
        if node.get("target", "_self") != "_self" or node.has("formtarget"):
            yield f"{node} opens another window"


def link_words(page: Page) -> Iterator[str]:
    """The same words lead to the same place, so that a link can be understood alone."""
    places: dict[str, str] = {}
    for node in page.every("a"):
        first = places.setdefault(node.words, node.get("href"))
        if node.words and first != node.get("href"):
            yield f"“{node.words}” leads to {first} and to {node.get('href')}"


def focus(page: Page) -> Iterator[str]:
    """The keyboard goes in the page's order, and nothing moves it into a form."""
    for node in page.nodes:
        order = node.get("tabindex", "0")
        if not order.lstrip("-").isdigit() or int(order) > 0:
            yield f"{node} has tabindex {order}"
        if node.has("autofocus") and not (node.get("role") == "alert" or node.tag == "h1"):
            yield f"{node} takes the focus by itself"
        if node.has("accesskey"):
            yield f"{node} takes a key away from assistive technology (accesskey)"


def roles(page: Page) -> Iterator[str]:
    """No role says what the element is anyway."""
    for node in page.nodes:
        role = node.get("role")
        if role and role == _native(node):
            yield f"{node} has the role {role} by itself"


def _native(node: Node) -> str:
    if node.tag == "input":
        return NATIVE_INPUTS.get(node.get("type", "text"), "")
    return NATIVE_ROLES.get(node.tag, "")


RULES = (links, link_words, focus, roles)
WHOLE_PAGE_RULES = (skip_link, help_and_leave, place)
