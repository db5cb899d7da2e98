"""The name that somebody most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from app.rules.problem import Problem
from app.rules.tree import BETWEEN, SIGN, Tree, tidy_path, words_of

MOST_SHOWN = 80
_BEGINNING = 3


def shown(found: object) -> str:
    """What was found, short enough for a sentence and safe to print on a terminal."""
    text = " ".join(str(found)[: MOST_SHOWN * 2].split())
    text = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def not_one_of(thing: str, found: str, known: Iterable[str]) -> Problem:
    """An unknown name: `<thing>_meant` with the nearest known one, or `<thing>_unknown`."""
    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(found.casefold()[:MOST_SHOWN], folded, n=1, cutoff=0.7)
    if near:
        return Problem(f"{thing}_meant", {"found": shown(found), "nearest": folded[near[0]]})
    return Problem(f"{thing}_unknown", {"found": shown(found), "wanted": ", ".join(names)})


def nearest_leaf(found: str, problem: Problem, tree: Tree) -> Problem:
    """The problem with a known answer that is no leaf; the nearest one is told where there is one.

    For what has more inside, that is a leaf in it.
    """
    if problem.code == "leaf_has_more":
        inside = f"{tidy_path(found)}{BETWEEN}"
        leaf = next(key for key in tree.keys if key.startswith(inside))
        return Problem("leaf_unfinished", {"found": shown(found), "instance": shown(leaf)})
    if problem.code != "leaf_not_there":
        return problem
    path = tidy_path(found)
    name = path.rpartition(SIGN)[2]
    near = [one.key for one in tree.search(name, most=1).shown]
    if not near:
        # Comparing with thousands of leaves takes a second, and there can be thousands of rows.
        begun = " ".join(word[:_BEGINNING] for word in words_of(name))
        some = [one.key for one in tree.search(begun).shown]
        near = get_close_matches(path[: MOST_SHOWN * 2], some, n=1, cutoff=0.5)
    if not near:
        return Problem("leaf_unknown", {"found": shown(found), "instance": shown(tree.keys[0])})
    return Problem("leaf_meant", {"found": shown(found), "nearest": near[0]})
