"""Answers that are known beforehand, put behind the tasks of a pool."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.store import known, tables
from app.store.opening import Store, Unit
from tests.scenes import Scene

SPAM = {"verdict": "Spam"}
WHY = "It sells something."
PAY = 5


def know(
    store: Store,
    pool: int,
    practice: int,
    checks: int = 0,
    answer: Mapping[str, Any] = SPAM,
    explains: Mapping[str, str] | None = None,
) -> list[int]:
    """Let the first tasks of a pool be practice and the next ones check tasks; their numbers."""
    task = tables.task.c

    def act(unit: Unit) -> list[int]:
        rows = unit.execute(select(task.id).where(task.pool == pool).order_by(task.id))
        ids = [row[0] for row in rows][: practice + checks]
        for number, one in enumerate(ids):
            said = update(tables.task).where(task.id == one)
            unit.execute(said.values(check_answer=answer, explain=WHY))
            row = known.new(one, pool, number < practice, explains or {})
            unit.execute(insert(tables.known), row)
        gone = tables.place.c.task.in_(ids[:practice])
        unit.execute(delete(tables.place).where(gone))
        return ids

    return store.write(act)


def school(scene: Scene, practice: int = 2, checks: int = 0, **terms: int) -> list[int]:
    """A pool with practice, whose budget is enough for all that is done here; its known tasks."""
    pool = scene.pool(**{"tasks": 6, "overlap": 2, "pay": PAY, "budget": 10_000, **terms})
    return know(scene.store, pool, practice, checks)
