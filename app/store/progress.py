"""Progress: how much of a pool is still wanted, and what waits for a person."""

from sqlalchemy import bindparam, case, func, or_, select

from app.rules.deal import REOPENED
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, known, place, strand

_OPEN = Statement(
    select(func.coalesce(func.sum(place.c.open), 0))
    .select_from(strand)
    .join(place, place.c.strand == strand.c.id)
    .where(
        strand.c.pool == bindparam("of"),
        place.c.open > 0,
        or_(place.c.lane == REOPENED, place.c.rank <= strand.c.head),
    )
)
_GIVEN = func.sum(case((answer.c.value.is_not(None), 1), else_=0))
_SKIPPED = func.sum(case((answer.c.value.is_(None), 1), else_=0))
_STUCK_TASKS = (
    select(answer.c.task)
    .outerjoin(known, known.c.task == answer.c.task)
    # Practice waits for nobody.
    .where(answer.c.pool == bindparam("of"), known.c.practice.is_not(True))
    .group_by(answer.c.task)
    .having(bindparam("skips") <= _SKIPPED, bindparam("wanted") > _GIVEN)
    .subquery()
)
_STUCK = Statement(select(func.count()).select_from(_STUCK_TASKS))


def open_places(unit: Unit, pool_id: int) -> int:
    """How many answers a pool still asks for."""
    return int(_OPEN.one(unit, {"of": pool_id})[0])


def stuck(unit: Unit, pool_id: int, skips: int, wanted: int) -> int:
    """How many tasks were skipped so often and have fewer answers than wanted."""
    return int(_STUCK.one(unit, {"of": pool_id, "skips": skips, "wanted": wanted})[0])
