"""Places: how many answers each task still wants."""

from typing import NamedTuple

from sqlalchemy import (
    bindparam,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    update,
)

from app.rules.deal import MAIN, REOPENED, Lane
from app.rules.preferences import Preferences
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, cursor, hold, place, strand, task


class Found(NamedTuple):
    """An open place, and whether the worker had its task before."""

    rank: int
    task: int
    had: bool


# The number is written out: databases use the index of open places only where they see its
# condition, and would otherwise walk over every place that was ever closed.
_WANTED = place.c.open > literal_column("0")
_OPEN = (
    (place.c.strand == bindparam("of"))
    & (place.c.lane == bindparam("on"))
    & (place.c.rank > bindparam("after"))
    & (place.c.rank <= bindparam("head"))
    & _WANTED
)
_HAD = or_(
    exists().where(answer.c.membership == bindparam("member"), answer.c.task == place.c.task),
    exists().where(hold.c.membership == bindparam("member"), hold.c.task == place.c.task),
)
_FIRST = Statement(
    select(place.c.rank, place.c.task, _HAD.label("had"))
    .where(_OPEN)
    .order_by(place.c.rank)
    .limit(1)
    .with_for_update(of=place)
)
_ANY = Statement(select(literal(1)).where(_OPEN).limit(1))
_TAKE = Statement(
    update(place)
    .where(
        place.c.strand == bindparam("of"),
        place.c.lane == bindparam("on"),
        place.c.rank == bindparam("at"),
        _WANTED,
    )
    .values(open=place.c.open - 1)
)
_OF_TASK = Statement(
    select(place.c.strand, place.c.lane, place.c.rank)
    .where(place.c.task == bindparam("of"), _WANTED)
    .order_by(place.c.lane)
    .limit(1)
    .with_for_update(of=place)
)
_ANY_OF_TASK = Statement(
    select(literal(1)).where(place.c.task == bindparam("of"), _WANTED).limit(1)
)
_TAIL = Statement(
    update(strand)
    .where(
        strand.c.id == select(task.c.strand).where(task.c.id == bindparam("of")).scalar_subquery()
    )
    .values(tail=strand.c.tail + 1)
    .returning(strand.c.id, strand.c.tail)
)
_STRANDS = Statement(
    select(strand.c.id, strand.c.needs, strand.c.lang)
    .where(strand.c.pool == bindparam("of"), strand.c.head >= 0)
    .order_by(strand.c.id)
)
_LEFT = Statement(
    select(literal(1))
    .select_from(strand)
    .join(place, place.c.strand == strand.c.id)
    .outerjoin(
        cursor,
        (cursor.c.membership == bindparam("member"))
        & (cursor.c.strand == strand.c.id)
        & (cursor.c.lane == place.c.lane),
    )
    .where(
        strand.c.id == bindparam("of"),
        _WANTED,
        place.c.rank > func.coalesce(cursor.c.rank, -1),
        or_(place.c.lane == REOPENED, place.c.rank <= strand.c.head),
        ~_HAD,
    )
    .limit(bindparam("most"))
)
NO_HEAD = 2**31 - 1
_NEW_PLACE = Statement(insert(place))


def first_open(unit: Unit, member_id: int, lane: Lane) -> Found | None:
    """The first open place of a lane behind the member's cursor, locked."""
    key = {
        "of": lane.strand,
        "on": lane.number,
        "after": lane.after,
        "member": member_id,
        "head": lane.head if lane.number == MAIN else NO_HEAD,
    }
    while True:
        row = _FIRST.first(unit, key)
        if row:
            return Found(*row)
        # PostgreSQL answers nothing when the place it waited for was taken meanwhile, though
        # there may be others behind it.
        if unit.dialect.name == "sqlite" or not _ANY.first(unit, key):
            return None


def take(unit: Unit, strand_id: int, lane: int, rank: int) -> bool:
    """Close one of the answers wanted at a place; False where none was open any more."""
    return _TAKE.run(unit, {"of": strand_id, "on": lane, "at": rank}) == 1


def take_of_task(unit: Unit, task_id: int) -> bool:
    """Close one open place of a task wherever there is one; False where there is none."""
    key = {"of": task_id}
    while True:
        row = _OF_TASK.first(unit, key)
        if row:
            return take(unit, *row)
        # As above: the place that was waited for is gone, and there may be another.
        if unit.dialect.name == "sqlite" or not _ANY_OF_TASK.first(unit, key):
            return False


def reopen(unit: Unit, task_id: int) -> None:
    """Ask one more worker: a place of the task's own strand at the end of lane 0."""
    strand_id, tail = _TAIL.one(unit, {"of": task_id})
    new = {"strand": strand_id, "lane": REOPENED, "rank": tail, "task": task_id, "open": 1}
    _NEW_PLACE.run(unit, new)


def left(unit: Unit, pool_id: int, member_id: int, prefers: Preferences, most: int) -> int:
    """How many tasks that suit a member (0 for somebody new) wait, counted up to `most`."""
    found = 0
    for strand_id, needs, lang in _STRANDS.all(unit, {"of": pool_id}):
        if found < most and prefers.suit(frozenset(needs.split(",")), lang):
            key = {"of": strand_id, "member": member_id, "most": most - found}
            found += len(_LEFT.all(unit, key))
    return found
