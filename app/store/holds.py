"""Holds: the tasks in hand."""

from typing import NamedTuple

from sqlalchemy import bindparam, delete, exists, insert, select, update

from app.store.opening import Unit
from app.store.tables import draft, hold, membership, pool


class Held(NamedTuple):
    """A task in hand."""

    task: int
    pay: int
    released: bool
    saved: bool
    drafts: bool


class InHand(NamedTuple):
    """A task in hand, and the pool it is from."""

    slug: str
    pool: int
    membership: int
    task: int
    saved: bool
    late: bool


_DRAFTS = exists().where(draft.c.membership == hold.c.membership, draft.c.task == hold.c.task)
_FIND = select(
    hold.c.task, hold.c.pay, hold.c.released, hold.c.saved, _DRAFTS.label("drafts")
).where(hold.c.membership == bindparam("member"))
# Locked, so that a sweep cannot give the place away while its answer is being stored.
_ONE = _FIND.where(hold.c.task == bindparam("of")).with_for_update(of=hold)
_CURRENT = _FIND.where(hold.c.saved.is_(False)).order_by(hold.c.since.desc()).limit(1)
_DROP = delete(hold).where(hold.c.membership == bindparam("member"), hold.c.task == bindparam("of"))
_OLD = (
    select(hold.c.membership, hold.c.task)
    .where(
        hold.c.pool == bindparam("of"),
        hold.c.released.is_(False),
        hold.c.since < bindparam("before"),
    )
    .order_by(hold.c.since)
    .limit(bindparam("most"))
    # Two sweeps at once need not wait for each other: what one passes over, the other releases.
    .with_for_update(of=hold, skip_locked=True)
)
_MARK = update(hold).where(hold.c.membership == bindparam("member"), hold.c.task == bindparam("of"))
_PUT_BY = update(hold).where(hold.c.membership == bindparam("member"), hold.c.saved.is_(False))
_MINE = (
    select(
        pool.c.slug,
        hold.c.pool,
        hold.c.membership,
        hold.c.task,
        hold.c.saved,
        exists()
        .where(draft.c.membership == hold.c.membership, draft.c.task == hold.c.task, draft.c.late)
        .label("late"),
    )
    .join(membership, membership.c.id == hold.c.membership)
    .join(pool, pool.c.id == hold.c.pool)
    .where(membership.c.card == bindparam("card"))
    .order_by(hold.c.since, hold.c.task)
    .limit(bindparam("most"))
)


def find(unit: Unit, member_id: int, task_id: int) -> Held | None:
    """A member's hold on a task."""
    row = unit.execute(_ONE, {"member": member_id, "of": task_id}).first()
    return Held(*row) if row else None


def current(unit: Unit, member_id: int) -> Held | None:
    """The task that a member has before them; saved ones wait elsewhere."""
    row = unit.execute(_CURRENT, {"member": member_id}).first()
    return Held(*row) if row else None


def add(
    unit: Unit,
    member_id: int,
    pool_id: int,
    task_id: int,
    pay: int,
    since: int,
    released: bool = False,
) -> None:
    """Put a task in a member's hand with the pay that is shown."""
    unit.execute(
        insert(hold),
        {
            "membership": member_id,
            "task": task_id,
            "pool": pool_id,
            "since": since,
            "pay": pay,
            "released": released,
            "saved": False,
        },
    )


def drop(unit: Unit, member_id: int, task_id: int) -> None:
    """Take a task out of a member's hand."""
    unit.execute(_DROP, {"member": member_id, "of": task_id})


def release_old(unit: Unit, pool_id: int, before: int, most: int) -> list[int]:
    """Mark the oldest holds from before an hour as released; the tasks they are on."""
    rows = unit.execute(_OLD, {"of": pool_id, "before": before, "most": most}).all()
    for row in rows:
        unit.execute(_MARK, {"member": row.membership, "of": row.task, "released": True})
    return [row.task for row in rows]


def save(unit: Unit, member_id: int, task_id: int) -> None:
    """Let a task wait under the saved ones."""
    unit.execute(_MARK, {"member": member_id, "of": task_id, "saved": True})


def bring_back(unit: Unit, member_id: int, task_id: int) -> None:
    """Put a saved task before the member again; the one that was there waits instead."""
    unit.execute(_PUT_BY, {"member": member_id, "saved": True})
    unit.execute(_MARK, {"member": member_id, "of": task_id, "saved": False})


def of_card(unit: Unit, card_id: int, most: int = 100) -> list[InHand]:
    """Everything a card has in hand, the oldest first."""
    return [InHand(*row) for row in unit.execute(_MINE, {"card": card_id, "most": most})]
