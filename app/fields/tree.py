"""One leaf of a tree of categories."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem
from app.rules.tree import Tree, tidy_path


@dataclass(frozen=True, slots=True)
class TreeChoice:
    """A leaf, stored as its key; whoever answers walks to it level by level, or searches."""

    macro: ClassVar[str] = "tree"
    name: str
    label: str
    tree: Tree
    hint: str = ""
    required: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The key of the leaf that was chosen."""
        chosen = tidy_path(raw[0]) if raw else ""
        if not chosen:
            return Problem("tree_missing", field=self.name) if self.required else ""
        node = self.tree.nodes.get(chosen)
        if node is None:
            return Problem("leaf_not_there", {"found": chosen[:80]}, field=self.name)
        if not node.is_leaf:
            return Problem("leaf_has_more", field=self.name)
        return chosen
