"""What a pool asks, as its row has it."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.kinds.ask import Ask, AskedField, FieldWords
from app.rules.branching import When
from app.rules.tree import Tree
from app.store.tables import pool

COLUMNS = (pool.c.choices, pool.c.fields, pool.c.hide, pool.c.several, pool.c.regions)
# What a pool that says nothing of it has there.
LEFT_OUT = dict.fromkeys(("fields", "hide", "several", "regions"))


def ask_of(question: str, tree: Tree | None, row: Sequence[Any]) -> Ask:
    """What a pool asks, from its columns in the order above."""
    choices, fields, hide, several, regions = row
    return Ask(
        question=question,
        choices=tuple(choices),
        fields=tuple(map(_asked_field, fields or ())),
        hide=bool(hide),
        tree=tree,
        several=bool(several),
        regions=bool(regions),
    )


def field_words(kept: Mapping[str, Any]) -> FieldWords:
    """The words of a field in one language."""
    return FieldWords(**{**kept, "choices": tuple(kept["choices"])})


def _asked_field(kept: Mapping[str, Any]) -> AskedField:
    when = kept.get("when")
    hangs = When(when["field"], tuple(when["answers"])) if when else None
    several = {name: tuple(kept.get(name, ())) for name in ("choices", "pattern")}
    return AskedField(**{**kept, **several, "when": hangs})
