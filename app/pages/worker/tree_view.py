"""What a page shows of a tree: where one is in it, what is inside, or what a search found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.fields import Field
from app.fields.tree import TreeChoice
from app.language import N_
from app.pages import door
from app.rules.tree import LONGEST_SEARCH, TOP, Found, Node, Tree, above

# What stands in a form beside the choice: where one is, what is typed into the box, what the
# results shown were found for.
AT, FIND, SOUGHT = ".at", ".find", ".sought"
LOOK, UP = "look", "up"
# Ten levels of a hundred characters, and the signs between them.
LONGEST_KEY = 1_100
NOTHING = Found((), 0)
SEARCH_PLACE = N_("Search: %(words)s")


@dataclass(frozen=True, slots=True)
class TreeSeen:
    """A tree on a page; its form is sent to `form`.

    `looked` says that it stood in a form that was sent, `idle` that there was nothing to look at.
    """

    form: str
    tree: Tree
    at: Node
    chosen: Node | None
    find: str
    sought: str
    found: Found
    looked: bool = False
    idle: bool = False

    @property
    def offered(self) -> tuple[Node, ...]:
        """What can be chosen: what a search found, else what is inside."""
        return self.found.shown or self.tree.inside(self.at.key)

    @property
    def elsewhere(self) -> Node | None:
        """What was chosen and is not among those offered."""
        return self.chosen if self.chosen not in self.offered else None

    @property
    def place(self) -> str:
        """Where one is, for the title of the page."""
        if self.sought:
            return door.speaks().gettext(SEARCH_PLACE) % {"words": self.sought}
        return self.at.path


def trees_seen(
    fields: Sequence[Field], values: Mapping[str, Any], do: str, form: str
) -> dict[str, TreeSeen]:
    """Each tree by its field's name, after a button was pressed ("": none was)."""
    return {
        field.name: _moved(_standing(field, values, form), do)
        for field in fields
        if isinstance(field, TreeChoice)
    }


def has_tree(typed: Mapping[str, list[str]]) -> bool:
    """Whether a form had a tree in it."""
    return any(name.endswith(FIND) for name in typed)


def _standing(field: TreeChoice, values: Mapping[str, Any], form: str) -> TreeSeen:
    """A tree as a form says; a choice that comes alone is shown where it stands."""
    nodes, name = field.tree.nodes, field.name
    chosen = nodes.get(_text(values, name) or " ")
    alone = name + FIND not in values
    at = nodes.get(above(chosen.key) if chosen and alone else _text(values, name + AT))
    if at is None or at.is_leaf:
        at = nodes[TOP]
    seen = TreeSeen(
        form, field.tree, at, chosen, _text(values, name + FIND)[:LONGEST_SEARCH], "", NOTHING
    )
    return _searched(seen, _text(values, name + SOUGHT)[:LONGEST_SEARCH])


def _moved(seen: TreeSeen, do: str) -> TreeSeen:
    """A tree after a press: a new search first, then one level up, or into what was chosen."""
    if not do:
        return seen
    seen = replace(seen, looked=True)
    if do == UP:
        at = seen.at if seen.found.shown else seen.tree.nodes[above(seen.at.key)]
        return _searched(replace(seen, at=at, find=""), "")
    if do == LOOK and seen.find and seen.find != seen.sought:
        return _searched(seen, seen.find)
    if seen.chosen and not seen.chosen.is_leaf:
        return _searched(replace(seen, at=seen.chosen, chosen=None, find=""), "")
    if not seen.find:
        seen = _searched(seen, "")
    return replace(seen, idle=do == LOOK and not seen.find and not seen.chosen)


def _searched(seen: TreeSeen, sought: str) -> TreeSeen:
    return replace(seen, sought=sought, found=seen.tree.search(sought) if sought else NOTHING)


def _text(values: Mapping[str, Any], name: str) -> str:
    texts = values.get(name) or [""]
    return " ".join(str(texts[0])[:LONGEST_KEY].split())
