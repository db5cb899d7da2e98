"""The trees of pools: large, so each is read once for every version of its pool."""

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, bindparam, select

from app.rules.tree import Tree
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import pool_words


class _Kept(NamedTuple):
    version: int
    trees: Mapping[str, Tree]


_TREES = Statement(
    select(pool_words.c.locale, pool_words.c.tree).where(
        pool_words.c.pool == bindparam("of"), pool_words.c.tree.is_not(None)
    )
)
# A process's own copies, by the pool's number.
_KEPT: WeakKeyDictionary[Pool, dict[int, _Kept]] = WeakKeyDictionary()


def of_pool(
    unit: Unit, pool_id: int, version: int, language: str, settled: bool
) -> Mapping[str, Tree]:
    """A pool's tree in each language that it has it in; `language` is that of the keys.

    The number of a pool that is not `settled` may be given to another one after it.
    """
    known = _KEPT.setdefault(unit.engine.pool, {})
    kept = known.get(pool_id)
    if kept is not None and kept.version == version and settled:
        return kept.trees
    paths = {locale: tuple(tree) for locale, tree in _TREES.all(unit, {"of": pool_id})}
    trees = {locale: Tree(paths[language], said, locale) for locale, said in paths.items()}
    if settled:
        known[pool_id] = _Kept(version, trees)
    return trees
