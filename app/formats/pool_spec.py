"""What `pool.toml` says of a pool."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.kinds.ask import Ask, Words

CARDS = "cards"
OPEN = "open"


@dataclass(frozen=True, slots=True)
class PoolSpec:
    """A pool as its coordinator describes it; money is in whole minor units of `currency`.

    A voluntary pool has no pay, no budget and no currency. `words` holds what the pool says in each
    language, its own included; `trees` names the file of its tree in each language, and which table
    of `pool.toml` names it; `needs` is what every task needs; `rows` has the line of each key in
    the file, by its dotted name.
    """

    slug: str
    kind: str
    title: str
    purpose: str
    asked_by: str
    steps: tuple[str, ...]
    language: str
    overlap: int
    minutes: float
    content_notes: frozenset[str]
    public_benefit: bool
    sample: bool
    ordered: bool
    pay: int
    currency: str
    budget: int
    entry: str
    ask: Ask
    words: Mapping[str, Words]
    trees: Mapping[str, "TreeFile"] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class TreeFile:
    """The file that holds a tree, and where `pool.toml` says so."""

    name: str
    row: int
    column: str
