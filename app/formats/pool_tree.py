"""The tree that a pool asks for: its file in each language, all of them of one shape."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from app.fields.language_tag import read_language
from app.formats.lengths import LONGEST_NAME
from app.formats.media_files import is_regular
from app.formats.nearest import shown
from app.formats.pool_spec import PoolSpec, TreeFile
from app.formats.toml_table import TomlTable
from app.formats.tree_file import TreeLeaf, is_tree_file, read_tree
from app.rules.problem import Problem
from app.rules.tree import BETWEEN, Tree


def named_tree(table: TomlTable) -> TreeFile | None:
    """The file that a table names as its `tree`; none with a problem noted where it cannot be."""
    name = table.text("tree", LONGEST_NAME)
    if name and not is_tree_file(name):
        table.wrong("tree", Problem("tree_form", {"found": shown(name)}))
    return TreeFile(name, *table.place("tree")) if is_tree_file(name) else None


def named_trees(language: str, own: TreeFile | None, words: TomlTable) -> dict[str, TreeFile]:
    """The file of each language: that of the pool itself, and those that its words name."""
    found = {language: own} if own else {}
    for key in words.values:
        table, locale = words.table(key), read_language(key)
        if "tree" not in table or isinstance(locale, Problem):
            continue
        tree = named_tree(table)
        if own is None:
            table.wrong("tree", Problem("words_tree_alone"))
        elif tree and locale not in found:
            found[locale] = tree
    return found


def with_trees(spec: PoolSpec, files: Mapping[str, Path]) -> PoolSpec | list[Problem]:
    """A pool with the trees that are among its files, or every problem with them.

    A problem without a file is one with `pool.toml`.
    """
    if not spec.trees:
        return spec
    own = _read(spec.trees[spec.language], files)
    if isinstance(own, _Wrong):
        return own.problems
    keys = tuple(leaf.path for leaf in own)
    words, problems = dict(spec.words), list[Problem]()
    for locale, file in spec.trees.items():
        said = _read(file, files)
        if isinstance(said, _Wrong):
            problems += said.problems
        elif misfit := _misfit(keys, said):
            problems.append(misfit.at(file=file.name))
        else:
            tree = Tree(keys, tuple(leaf.path for leaf in said), locale)
            words[locale] = replace(words[locale], tree=tree)
    if problems:
        return problems
    return replace(spec, words=words, ask=replace(spec.ask, tree=words[spec.language].tree))


class _Wrong:
    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems


def _read(file: TreeFile, files: Mapping[str, Path]) -> list[TreeLeaf] | _Wrong:
    path = files.get(file.name)
    if path is None:
        wrong = Problem("file_not_found", {"found": shown(file.name)})
        return _Wrong([wrong.at(row=file.row, column=file.column)])
    if not is_regular(path):
        return _Wrong([Problem("file_not_regular", {"found": file.name}, file=file.name)])
    leaves, problems = [], []
    for one in read_tree(path, file.name):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            leaves.append(one)
    return _Wrong(problems) if problems else leaves


def _misfit(keys: Iterable[str], leaves: list[TreeLeaf]) -> Problem | None:
    """The first place where a tree in another language has not the shape of the pool's own."""
    there: dict[str, str] = {}
    back: dict[str, str] = {}
    given = list(keys)
    for key, leaf in zip(given, leaves, strict=False):
        names, said = key.split(BETWEEN), leaf.path.split(BETWEEN)
        ways = [
            (BETWEEN.join(names[:depth]), BETWEEN.join(said[:depth]))
            for depth in range(1, len(names) + 1)
        ]
        fits = len(names) == len(said) and all(
            there.setdefault(mine, other) == other and back.setdefault(other, mine) == mine
            for mine, other in ways
        )
        if not fits:
            return Problem("words_tree", {"wanted": shown(key)}, row=leaf.row)
    if len(given) != len(leaves):
        return Problem("words_tree_leaves", {"found": len(leaves), "wanted": len(given)})
    return None
