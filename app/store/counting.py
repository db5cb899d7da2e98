"""Counting: totals over whole tables, for whoever runs the site."""

from sqlalchemy import func, literal, select

from app.store import tables
from app.store.opening import Unit
from app.store.statement import Statement

_ANYTHING = Statement(select(literal(1)))
_COUNTS = {
    f"{name}s": Statement(select(func.count()).select_from(getattr(tables, name)))
    for name in ("pool", "task", "card", "sitting", "hold", "answer", "draft")
}


def anything(unit: Unit) -> None:
    """One row of nothing."""
    _ANYTHING.one(unit, {})


def everything(unit: Unit) -> list[tuple[str, int]]:
    """How many rows the main tables have."""
    return [(name, int(count.one(unit, {})[0])) for name, count in _COUNTS.items()]
