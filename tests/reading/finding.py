"""Finding an element by the words a person sees."""

from collections.abc import Callable

from tests.reading.tree import Node


def one(found: list[Node], wanted: str, others: list[str]) -> Node:
    """The only element found; fails with what there is instead."""
    assert len(found) == 1, f"{len(found)} × {wanted}; the page has: {', '.join(others) or 'none'}"
    return found[0]


def matching(nodes: list[Node], words: Callable[[Node], str], wanted: str) -> list[Node]:
    """The elements with exactly these words or, failing that, beginning with them."""
    exact = [node for node in nodes if words(node) == wanted]
    return exact or [node for node in nodes if words(node).startswith(wanted)]
