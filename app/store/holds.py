"""Holds: the tasks in hand."""

from typing import NamedTuple

from sqlalchemy import (
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    text,
    update,
)

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, draft, hold, membership, pool


class Held(NamedTuple):
    """A task in hand: whether drafts of it are kept, whether it was skipped, and whether no other
    task is before the member; a flag that is unknown is set as if there were something to see."""

    task: int
    pay: int
    released: bool
    saved: bool
    drafts: bool = True
    skipped: bool = True
    alone: bool = False


class Before(NamedTuple):
    """What is before a card in a pool: its membership, and a task in hand where there is one."""

    pool: int
    version: int
    state: str
    member: int | None
    task: int | None
    since: int | None
    pay: int | None
    drafts: bool


class InHand(NamedTuple):
    """A task in hand, and the pool it is from."""

    slug: str
    pool: int
    membership: int
    task: int
    since: int
    saved: bool
    late: bool


_DRAFTS = exists().where(draft.c.membership == hold.c.membership, draft.c.task == hold.c.task)
_SKIPPED = exists().where(answer.c.membership == hold.c.membership, answer.c.task == hold.c.task)
_OTHER = hold.alias("other")
_ALONE = ~exists().where(
    _OTHER.c.membership == hold.c.membership,
    _OTHER.c.task != hold.c.task,
    _OTHER.c.saved.is_(False),
)
_OF_MEMBER = hold.c.membership == bindparam("member")
# Locked, so that a sweep cannot give the place away while its answer is being stored.
_ONE = Statement(
    select(
        hold.c.task,
        hold.c.pay,
        hold.c.released,
        hold.c.saved,
        _DRAFTS.label("drafts"),
        _SKIPPED.label("skipped"),
        _ALONE.label("alone"),
    )
    .where(_OF_MEMBER, hold.c.task == bindparam("of"))
    .with_for_update(of=hold)
)
_CURRENT = Statement(
    select(hold.c.task)
    .where(_OF_MEMBER, hold.c.saved.is_(False))
    .order_by(hold.c.since.desc())
    .limit(1)
)
_BEFORE = Statement(
    select(
        pool.c.id,
        pool.c.version,
        pool.c.state,
        membership.c.id,
        hold.c.task,
        hold.c.since,
        hold.c.pay,
        _DRAFTS.label("drafts"),
    )
    .outerjoin(
        membership, (membership.c.pool == pool.c.id) & (membership.c.card == bindparam("card"))
    )
    .outerjoin(hold, (hold.c.membership == membership.c.id) & hold.c.saved.is_(False))
    .where(pool.c.slug == bindparam("named"))
    .order_by(hold.c.since.desc())
    .limit(1)
)
_DROP = Statement(delete(hold).where(_OF_MEMBER, hold.c.task == bindparam("of")))
# Written as in the index of these holds, which is used only so.
_NOT_RELEASED = text("not hold.released")
_OLD = Statement(
    select(hold.c.membership, hold.c.task)
    .where(
        hold.c.pool == bindparam("of"),
        _NOT_RELEASED,
        hold.c.since < bindparam("before"),
    )
    .order_by(hold.c.since)
    .limit(bindparam("most"))
    # Two sweeps at once need not wait for each other: what one passes over, the other releases.
    .with_for_update(of=hold, skip_locked=True)
)
_ASKED = Statement(
    select(func.count()).where(hold.c.task == bindparam("of"), hold.c.released.is_(False))
)
_MARK = update(hold).where(_OF_MEMBER, hold.c.task == bindparam("of"))
_RELEASE = Statement(_MARK.values(released=True))
_SAVE = Statement(_MARK.values(saved=True))
_BRING_BACK = Statement(_MARK.values(saved=False))
_PUT_BY = Statement(update(hold).where(_OF_MEMBER, hold.c.saved.is_(False)).values(saved=True))
_MINE = Statement(
    select(
        pool.c.slug,
        hold.c.pool,
        hold.c.membership,
        hold.c.task,
        hold.c.since,
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
_PROMISED = Statement(
    select(pool.c.currency, func.sum(hold.c.pay))
    .join(membership, membership.c.id == hold.c.membership)
    .join(pool, pool.c.id == hold.c.pool)
    .where(membership.c.card == bindparam("card"), hold.c.pay > 0)
    .group_by(pool.c.currency)
)
_NEW_HOLD = Statement(insert(hold))


def find(unit: Unit, member_id: int, task_id: int) -> Held | None:
    """A member's hold on a task."""
    row = _ONE.first(unit, {"member": member_id, "of": task_id})
    return Held(*row) if row else None


def current(unit: Unit, member_id: int) -> int:
    """The task that a member has before them, 0 for none; saved ones wait elsewhere."""
    row = _CURRENT.first(unit, {"member": member_id})
    return int(row[0]) if row else 0


def before(unit: Unit, card_id: int, slug: str) -> Before | None:
    """What is before a card in a pool; None where there is no such pool."""
    row = _BEFORE.first(unit, {"card": card_id, "named": slug})
    return Before(*row) if row else None


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
    _NEW_HOLD.run(
        unit,
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
    _DROP.run(unit, {"member": member_id, "of": task_id})


def release_old(unit: Unit, pool_id: int, before: int, most: int) -> list[int]:
    """Mark the oldest holds from before an hour as released; the tasks they are on."""
    rows = _OLD.all(unit, {"of": pool_id, "before": before, "most": most})
    for member_id, task_id in rows:
        _RELEASE.run(unit, {"member": member_id, "of": task_id})
    return [task_id for _, task_id in rows]


def asked(unit: Unit, task_id: int) -> int:
    """How many have a task in hand whose answers are still waited for."""
    return int(_ASKED.one(unit, {"of": task_id})[0])


def save(unit: Unit, member_id: int, task_id: int) -> None:
    """Let a task wait under the saved ones."""
    _SAVE.run(unit, {"member": member_id, "of": task_id})


def bring_back(unit: Unit, member_id: int, task_id: int) -> None:
    """Put a saved task before the member again; the one that was there waits instead."""
    _PUT_BY.run(unit, {"member": member_id})
    _BRING_BACK.run(unit, {"member": member_id, "of": task_id})


def of_card(unit: Unit, card_id: int, most: int = 100) -> list[InHand]:
    """Everything a card has in hand, the oldest first."""
    return [InHand(*row) for row in _MINE.all(unit, {"card": card_id, "most": most})]


def promised(unit: Unit, card_id: int) -> list[tuple[str, int]]:
    """The pay that was shown for all a card has in hand, by currency."""
    return [(currency, int(pay)) for currency, pay in _PROMISED.all(unit, {"card": card_id})]
