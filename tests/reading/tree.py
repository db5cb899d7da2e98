"""The tree of an HTML page, and what is wrong with its nesting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


def tags(names: str) -> frozenset[str]:
    """A set from names set apart by spaces."""
    return frozenset(names.split())


VOID = tags("area base br col embed hr img input link meta source track wbr")
# Elements that begin a line of their own; inside a paragraph a browser would end the paragraph.
BLOCK = tags(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
ENDS_PARAGRAPH = BLOCK - tags("body caption dd dt html legend li option summary td th tr")
SILENT = tags("script style template head")
KEEPS_LINES = frozenset(("pre", "textarea"))


@dataclass(eq=False)
class Node:
    """One element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value, or the default where it is missing."""
        return self.attributes.get(name, default)

    def has(self, name: str) -> bool:
        """Whether the element carries the attribute."""
        return name in self.attributes

    def walk(self) -> Iterator["Node"]:
        """Every element below this one, in the page's order."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def every(self, *tags: str) -> list["Node"]:
        """The elements of these names below this one."""
        return [node for node in self.walk() if node.tag in tags]

    def above(self) -> Iterator["Node"]:
        """The elements that hold this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def within(self, *tags: str) -> "Node | None":
        """The nearest element of these names that holds this one."""
        return next((node for node in self.above() if node.tag in tags), None)

    @property
    def text(self) -> str:
        """What a person can read in it: one line for each block."""
        lines = "".join(self._pieces()).split("\n")
        return "\n".join(line for line in (" ".join(raw.split()) for raw in lines) if line)

    @property
    def words(self) -> str:
        """What a person can read in it, on one line."""
        return " ".join(self.text.split())

    @property
    def raw(self) -> str:
        """The characters directly in it, as they were written."""
        return "".join(child for child in self.children if isinstance(child, str))

    def _pieces(self) -> Iterator[str]:
        if self.tag in SILENT or self.has("hidden"):
            return
        edge = "\n" if self.tag in BLOCK or self.tag == "br" else ""
        yield edge
        if self.tag == "img":
            yield f" {self.get('alt')} "
        for child in self.children:
            if isinstance(child, Node):
                yield from child._pieces()
            else:
                yield child if self.tag in KEEPS_LINES else child.replace("\n", " ")
        yield edge

    def __str__(self) -> str:
        marks = "".join(f' {name}="{self.get(name)}"' for name in ("id", "name") if self.has(name))
        words = self.words[:40]
        return f"<{self.tag}{marks}>" + (f" “{words}”" if words else "")


class Grower(HTMLParser):
    """Builds the tree and takes note of nesting that browsers would silently mend."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page", {})
        self.problems: list[str] = []
        self.doctype = False
        self._open = [self.root]

    def handle_decl(self, decl: str) -> None:
        """Note the doctype."""
        self.doctype = self.doctype or decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hang a new element below the one that is open."""
        names = [name for name, _ in attrs]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self._note(f"<{tag}> carries {name} twice")
        if tag in ENDS_PARAGRAPH and any(node.tag == "p" for node in self._open):
            self._note(f"<{tag}> stands inside <p>, which a browser ends there")
        node = Node(tag, {name: value or "" for name, value in attrs}, self._open[-1])
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take <br/> as <br>, and look into drawings, where a slash does end an element."""
        self.handle_starttag(tag, attrs)
        if tag in VOID:
            return
        if any(node.tag in ("svg", "math") for node in self._open):
            self._open.pop()
        else:
            self._note(f"<{tag}/> is not ended by its slash")

    def handle_endtag(self, tag: str) -> None:
        """Close the element, if it is the one that is open."""
        if self._open[-1].tag == tag:
            self._open.pop()
        elif any(node.tag == tag for node in self._open):
            self._note(f"</{tag}> comes while <{self._open[-1].tag}> is open")
            while self._open.pop().tag != tag:
                pass
        else:
            self._note(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Add text to the element that is open."""
        node = self._open[-1]
        if node.tag in KEEPS_LINES and not node.children:
            data = data.removeprefix("\r\n") if data.startswith("\r\n") else data.removeprefix("\n")
        node.children.append(data)

    def close(self) -> None:
        """Note what was never closed."""
        super().close()
        for node in self._open[1:]:
            self._note(f"<{node.tag}> is never closed")

    def _note(self, words: str) -> None:
        self.problems.append(f"{words} (line {self.getpos()[0]})")


def grow(markup: str) -> Grower:
    """Read markup into a tree."""
    grower = Grower()
    grower.feed(markup)
    grower.close()
    return grower
