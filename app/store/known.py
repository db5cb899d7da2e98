"""Known answers: of practice and of check tasks, and how workers' answers compare with them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, literal, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, hold, known, load, membership, pool, receipt, strand, task


class Known(NamedTuple):
    """What is known of a task: its answer, why, and how many answers are the same or others."""

    answer: dict[str, Any]
    explain: str
    explains: dict[str, str] | None
    same: int
    other: int
    ruling: str


class Practice(NamedTuple):
    """A practice task as it stands with a card: its latest receipt, and whether it is in hand.

    `day` is the last day of the card's work in the pool; all of these are None where there is none.
    """

    task: int
    slug: str
    needs: str
    lang: str
    same: int
    other: int
    ruling: str
    day: int | None
    receipt: int | None
    answered: bool
    saved: bool | None


class Check(NamedTuple):
    """A known answer as its coordinator sees it: the key of its task, and how answers compare."""

    key: str
    practice: bool
    same: int
    other: int
    ruling: str


_ONE = Statement(
    select(
        task.c.check_answer,
        task.c.explain,
        known.c.explains,
        known.c.same,
        known.c.other,
        known.c.ruling,
    )
    .join(task, task.c.id == known.c.task)
    .where(known.c.task == bindparam("of"))
)
_TALLY = Statement(
    update(known)
    .where(known.c.task == bindparam("of"))
    .values(
        same=known.c.same + bindparam("more_same"), other=known.c.other + bindparam("more_other")
    )
)
_RULE = Statement(
    update(known)
    .where(
        known.c.task
        == select(task.c.id)
        .where(task.c.pool == bindparam("within"), task.c.key == bindparam("named"))
        .scalar_subquery()
    )
    .values(ruling=bindparam("said"))
)


def _practice(mine_only: bool) -> Select[Any]:
    is_mine = (membership.c.pool == known.c.pool) & (membership.c.card == bindparam("card"))
    return (
        select(
            known.c.task,
            pool.c.slug,
            strand.c.needs,
            strand.c.lang,
            known.c.same,
            known.c.other,
            known.c.ruling,
            membership.c.day,
            receipt.c.number,
            answer.c.value.is_not(None),
            hold.c.saved,
        )
        .select_from(known)
        .join(pool, pool.c.id == known.c.pool)
        .join(task, task.c.id == known.c.task)
        .join(load, load.c.id == task.c.load)
        .join(strand, strand.c.id == task.c.strand)
        .join(membership, is_mine, isouter=not mine_only)
        .outerjoin(
            answer, (answer.c.membership == membership.c.id) & (answer.c.task == known.c.task)
        )
        .outerjoin(
            receipt, (receipt.c.answer == answer.c.id) & (receipt.c.version == answer.c.version)
        )
        .outerjoin(hold, (hold.c.membership == membership.c.id) & (hold.c.task == known.c.task))
        .where(known.c.practice.is_(True), load.c.ready)
        .order_by(known.c.task)
    )


_OF_POOL = Statement(_practice(mine_only=False).where(known.c.pool == bindparam("of")))
_OF_CARD = Statement(_practice(mine_only=True).where(pool.c.state == "published"))
_OTHERS = Statement(
    select(literal(1))
    .where(known.c.pool == bindparam("of"), known.c.practice.is_(False), known.c.ruling == "")
    .limit(1)
)
_CHECKS = Statement(
    select(task.c.key, known.c.practice, known.c.same, known.c.other, known.c.ruling)
    .join(task, task.c.id == known.c.task)
    .join(load, load.c.id == task.c.load)
    .where(known.c.pool == bindparam("of"), load.c.ready)
    .order_by(known.c.task)
)


def find(unit: Unit, task_id: int) -> Known:
    """What is known of a task; there must be something."""
    return Known(*_ONE.one(unit, {"of": task_id}))


def tally(unit: Unit, task_id: int, same: int, other: int) -> None:
    """Count answers that are the same as the known one, or others."""
    _TALLY.run(unit, {"of": task_id, "more_same": same, "more_other": other})


def rule(unit: Unit, pool_id: int, key: str, ruling: str) -> bool:
    """Note what the coordinator says of a known answer; False where the pool has none there."""
    return _RULE.run(unit, {"within": pool_id, "named": key, "said": ruling}) == 1


def practice(unit: Unit, pool_id: int, card_id: int) -> list[Practice]:
    """Every practice task of a pool in the order of its file, as it stands with a card."""
    return [Practice._make(row) for row in _OF_POOL.all(unit, {"of": pool_id, "card": card_id})]


def practice_of_card(unit: Unit, card_id: int) -> list[Practice]:
    """Every practice task of the open pools that a card works in."""
    return [Practice._make(row) for row in _OF_CARD.all(unit, {"card": card_id})]


def has_checks(unit: Unit, pool_id: int) -> bool:
    """Whether answers to some of a pool's other tasks are known."""
    return _OTHERS.first(unit, {"of": pool_id}) is not None


def checks(unit: Unit, pool_id: int) -> list[Check]:
    """Every known answer of a pool."""
    return [Check(*row) for row in _CHECKS.all(unit, {"of": pool_id})]


def new(task_id: int, pool_id: int, practice: bool, explains: Mapping[str, str]) -> dict[str, Any]:
    """The row of a new known answer."""
    return {
        "task": task_id,
        "pool": pool_id,
        "practice": practice,
        "explains": dict(explains) or None,
        "same": 0,
        "other": 0,
        "ruling": "",
    }
