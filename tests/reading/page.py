"""A page as a person meets it: its title, headings, links and forms."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tests.reading.finding import matching, one
from tests.reading.form import Form
from tests.reading.tree import Node, grow

if TYPE_CHECKING:
    from tests.reader import PageResponse

Visit = Callable[..., "PageResponse"]
CONTROLS = ("input", "select", "textarea", "button")


@dataclass(frozen=True)
class Link:
    """A link that can be followed."""

    node: Node
    href: str
    visit: Visit

    def download(self) -> "PageResponse":
        """Open it and hand out whatever comes."""
        return self.visit("GET", self.href)

    def follow(self) -> "Page":
        """Open it as a page."""
        return self.download().page


class Page:
    """One page that was opened."""

    def __init__(self, response: "PageResponse", markup: str, url: str, visit: Visit) -> None:
        self.response = response
        self.markup = markup
        self.url = url
        self.visit = visit
        grown = grow(markup)
        self.root, self.nesting, self.doctype = grown.root, grown.problems, grown.doctype
        self.nodes = list(self.root.walk())

    @property
    def status(self) -> int:
        """The status it came with."""
        return self.response.status_code

    @property
    def path(self) -> str:
        """Where it is, without the site's name."""
        return urlsplit(self.url).path

    @cached_property
    def html(self) -> Node | None:
        """The outermost element; a part of a page has none."""
        return next((node for node in self.nodes if node.tag == "html"), None)

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        return self.html.get("lang") if self.html else ""

    @cached_property
    def main(self) -> Node:
        """The main part, or all that there is."""
        return next((node for node in self.nodes if node.tag == "main"), self.root)

    @cached_property
    def furniture(self) -> list[Node]:
        """What stands around the main part."""
        inside = {id(node) for node in self.main.walk()}
        return [node for node in self.nodes if id(node) not in inside and node is not self.main]

    @property
    def title(self) -> str:
        """What the window and the list of tabs say."""
        return next((" ".join(node.raw.split()) for node in self.nodes if node.tag == "title"), "")

    @property
    def h1(self) -> str:
        """The heading."""
        return next((node.words for node in self.nodes if node.tag == "h1"), "")

    @cached_property
    def text(self) -> str:
        """All that can be read, one line for each block."""
        return self.root.text

    def every(self, *tags: str) -> list[Node]:
        """The elements of these names."""
        return [node for node in self.nodes if node.tag in tags]

    def by_id(self, name: str) -> Node | None:
        """The element with this id."""
        return next(
            (node for node in self.nodes if node.has("id") and node.get("id") == name), None
        )

    @cached_property
    def controls(self) -> list[Node]:
        """Everything that can be filled in or pressed."""
        return [node for node in self.every(*CONTROLS) if node.get("type").lower() != "hidden"]

    def labels(self, control: Node) -> list[Node]:
        """The labels of a control."""
        wrapped = control.within("label")
        named = [node for node in self.every("label") if node.get("for") == control.get("id", "-")]
        return named + ([wrapped] if wrapped and not wrapped.has("for") else [])

    def name(self, control: Node) -> str:
        """What a control is called, by the words a person sees."""
        if control.tag == "button":
            return control.words
        if control.get("type").lower() in ("submit", "reset", "button"):
            return control.get("value")
        named = [self.by_id(name) for name in control.get("aria-labelledby").split()]
        nodes = [node for node in named if node] or self.labels(control)
        return " ".join(node.words for node in nodes if node.words)

    def link(self, words: str) -> Link:
        """The link with these words."""
        links = [node for node in self.every("a") if node.has("href")]
        found = matching(links, lambda node: node.words, words)
        # The same address twice is one link to a person.
        found = list({node.get("href"): node for node in found}.values())
        node = one(found, f"link “{words}”", [link.words for link in links])
        return Link(node, urljoin(self.url, node.get("href")), self.visit)

    def form(self, wanted: str = "") -> Form:
        """The form with this address or a button of these words; or else the only one."""
        forms = self.every("form")
        buttons = {
            id(form): [self.name(node) for node in form.every("button", "input")] for form in forms
        }
        found = [
            form for form in forms if form.get("action") == wanted or wanted in buttons[id(form)]
        ]
        if not wanted:
            found = self.main.every("form")
        known = [f"{form.get('action')} {buttons[id(form)]}" for form in forms]
        return Form(self, one(found, f"form “{wanted}”", known))
