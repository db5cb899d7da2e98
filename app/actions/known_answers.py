"""Known answers as their coordinator sees them: how workers' answers compare, and what to do."""

from typing import NamedTuple

from app.rules.practice import is_paused
from app.rules.problem import Problem
from app.store import known, loads, pools
from app.store.opening import Store, Unit


class KnownAnswer(NamedTuple):
    """A known answer by the key of its task: how many workers gave it, and how many another."""

    id: str
    practice: bool
    same: int
    other: int
    paused: bool
    ruling: str


def of_pool(unit: Unit, pool_id: int) -> list[KnownAnswer]:
    """Every known answer of a pool, those that are paused first."""
    found = (
        KnownAnswer(
            one.key,
            one.practice,
            one.same,
            one.other,
            is_paused(one.same, one.other, one.ruling),
            one.ruling,
        )
        for one in known.checks(unit, pool_id)
    )
    return sorted(found, key=lambda one: not one.paused)


def decide(store: Store, slug: str, key: str, ruling: str) -> Problem | None:
    """Keep a doubtful known answer, or drop it."""

    def act(unit: Unit) -> Problem | None:
        pool = pools.find(unit, slug)
        if pool is None or pool.state == loads.LOADING:
            return Problem("pool_not_there", {"found": slug})
        if not known.rule(unit, pool.id, key, ruling):
            return Problem("known_not_there", {"found": key})
        return None

    return store.write(act)
