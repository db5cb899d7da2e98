"""Pools written straight into the tables, for tests of what is done in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select

from app.kinds.ask import Words
from app.store import pools, tables
from app.store.opening import Unit

WORDS = Words(
    "en", "Is this spam?", "Why", "Who", ("Read it.",), "Is it spam?", ("Spam", "Not spam")
)


def terms(slug: str, overlap: int, pay: int, budget: int, entry: str) -> dict[str, Any]:
    """The terms of a published pool."""
    return {
        "slug": slug, "kind": "content_moderation", "state": "published", "language": "en",
        "overlap": overlap, "minutes": 0.5, "notes": [], "choices": list(WORDS.choices),
        "entry": entry, "currency": "EUR" if pay else "", "pay": pay, "budget": budget,
        "reserved": 0, "spent": 0, "sample": True, "public_benefit": True, "version": 1,
    }  # fmt: skip


def lay_pool(unit: Unit, made: Mapping[str, Any], tasks: int, needs: Sequence[str]) -> int:
    """Make a pool whose tasks take turns in strands with these needs; its number."""
    pool = pools.add(unit, made, {"en": WORDS})
    _lay_tasks(unit, pool, tasks, made["overlap"], needs)
    return pool


def _lay_tasks(unit: Unit, pool: int, count: int, overlap: int, needs: Sequence[str]) -> None:
    """One load of tasks, one lane of places for each strand."""
    new_load = {"pool": pool, "ready": True, "touched": 0, "tasks": count}
    load = unit.execute(insert(tables.load).returning(tables.load.c.id), new_load).scalar_one()
    strands = []
    for place, need in enumerate(needs):
        head = len(range(place, count, len(needs))) - 1
        new: Mapping[str, Any] = {
            "pool": pool, "needs": need, "lang": "en", "head": head, "tail": -1,
        }  # fmt: skip
        made = unit.execute(insert(tables.strand).returning(tables.strand.c.id), new)
        strands.append(made.scalar_one())
    shared = {"pool": pool, "load": load, "lang": "en", "media": {}, "explain": ""}
    unit.execute(
        insert(tables.task),
        [
            {
                **shared,
                "strand": strands[number % len(strands)],
                "key": str(number),
                "payload": {"text": f"Message {number}"},
            }
            for number in range(count)
        ],
    )
    query = select(tables.task.c.id, tables.task.c.strand).where(tables.task.c.load == load)
    ranks = dict.fromkeys(strands, -1)
    places = []
    for task, strand in unit.execute(query.order_by(tables.task.c.id)):
        ranks[strand] += 1
        place = {"strand": strand, "lane": 1, "rank": ranks[strand], "task": task, "open": overlap}
        places.append(place)
    unit.execute(insert(tables.place), places)
