"""Answers and their receipts."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, card, hold, membership, pool, receipt


class Stored(NamedTuple):
    """A worker's latest answer to a task; `value` is None for a skip."""

    id: int
    value: dict[str, Any] | None
    version: int
    pay: int
    surplus: bool
    number: int


class Shown(NamedTuple):
    """A receipt with what it is for."""

    number: int
    version: int
    latest: int
    value: dict[str, Any] | None
    day: int
    pay: int
    surplus: bool
    answer: int
    membership: int
    task: int
    slug: str
    pool_version: int
    held: bool


class OfTask(NamedTuple):
    """An answer of somebody to a task, with the batch of their card (0 for self-made cards)."""

    value: dict[str, Any]
    batch: int


_FIND = Statement(
    select(
        answer.c.id,
        answer.c.value,
        answer.c.version,
        answer.c.pay,
        answer.c.surplus,
        receipt.c.number,
    )
    .join(receipt, (receipt.c.answer == answer.c.id) & (receipt.c.version == answer.c.version))
    .where(answer.c.membership == bindparam("member"), answer.c.task == bindparam("of"))
)
_CHANGE = Statement(update(answer).where(answer.c.id == bindparam("of")))
_ANSWERED = Statement(
    select(func.count()).where(answer.c.task == bindparam("of"), answer.c.value.is_not(None))
)
_SKIPPED = Statement(
    select(func.count()).where(answer.c.task == bindparam("of"), answer.c.value.is_(None))
)
_OF_TASK = Statement(
    select(answer.c.value, func.coalesce(card.c.batch, 0))
    .join(membership, membership.c.id == answer.c.membership)
    .outerjoin(card, card.c.id == membership.c.card)
    .where(answer.c.task == bindparam("of"), answer.c.value.is_not(None))
)
_SHOWN = (
    select(
        receipt.c.number,
        receipt.c.version,
        answer.c.version,
        receipt.c.value,
        receipt.c.day,
        answer.c.pay,
        answer.c.surplus,
        answer.c.id,
        answer.c.membership,
        answer.c.task,
        pool.c.slug,
        pool.c.version,
        hold.c.task.is_not(None),
    )
    .join(answer, answer.c.id == receipt.c.answer)
    .join(membership, membership.c.id == answer.c.membership)
    .join(pool, pool.c.id == answer.c.pool)
    .outerjoin(hold, (hold.c.membership == answer.c.membership) & (hold.c.task == answer.c.task))
    .where(membership.c.card == bindparam("card"))
)
_ONE = Statement(_SHOWN.where(receipt.c.number == bindparam("number")))
_VERSIONS = Statement(_SHOWN.where(answer.c.id == bindparam("of")).order_by(receipt.c.version))
_LATEST = Statement(
    _SHOWN.where(receipt.c.version == answer.c.version)
    .order_by(receipt.c.day.desc(), receipt.c.number)
    .limit(bindparam("most"))
    .offset(bindparam("past"))
)
_HOW_MANY = Statement(
    select(func.count())
    .select_from(answer)
    .join(membership, membership.c.id == answer.c.membership)
    .where(membership.c.card == bindparam("card"))
)
_NEW_ANSWER = Statement(insert(answer))
_NEW_RECEIPT = Statement(insert(receipt))


def find(unit: Unit, member_id: int, task_id: int) -> Stored | None:
    """A member's answer to a task, or their skip of it."""
    row = _FIND.first(unit, {"member": member_id, "of": task_id})
    return Stored(*row) if row else None


def add(
    unit: Unit,
    number: int,
    member_id: int,
    pool_id: int,
    task_id: int,
    value: Mapping[str, Any] | None,
    pay: int,
    surplus: bool,
    day: int,
) -> None:
    """Store a first answer or a skip; its receipt has the same random number."""
    _NEW_ANSWER.run(
        unit,
        {
            "id": number,
            "membership": member_id,
            "task": task_id,
            "pool": pool_id,
            "value": value,
            "version": 1,
            "day": day,
            "pay": pay,
            "surplus": surplus,
            "excluded_reason": "",
        },
    )
    give_receipt(unit, number, number, 1, value, day)


def change(
    unit: Unit,
    old: Stored,
    number: int,
    value: Mapping[str, Any] | None,
    day: int,
    pay: int,
    surplus: bool,
) -> None:
    """Store a new version of an answer under a receipt of its own."""
    _CHANGE.run(
        unit,
        {
            "of": old.id,
            "value": value,
            "version": old.version + 1,
            "day": day,
            "pay": pay,
            "surplus": surplus,
        },
    )
    give_receipt(unit, number, old.id, old.version + 1, value, day)


def give_receipt(
    unit: Unit, number: int, answer_id: int, version: int, value: Mapping[str, Any] | None, day: int
) -> None:
    """Write down one version of an answer under its receipt's number."""
    _NEW_RECEIPT.run(
        unit,
        {"number": number, "answer": answer_id, "version": version, "value": value, "day": day},
    )


def answered(unit: Unit, task_id: int) -> int:
    """How many answers a task has."""
    return int(_ANSWERED.one(unit, {"of": task_id})[0])


def skipped(unit: Unit, task_id: int) -> int:
    """How many cards skipped a task."""
    return int(_SKIPPED.one(unit, {"of": task_id})[0])


def of_task(unit: Unit, task_id: int) -> list[OfTask]:
    """Everybody's answers to a task."""
    return [OfTask(*row) for row in _OF_TASK.all(unit, {"of": task_id})]


def shown(unit: Unit, card_id: int, number: int) -> Shown | None:
    """One receipt of a card."""
    row = _ONE.first(unit, {"card": card_id, "number": number})
    return Shown._make(row) if row else None


def versions(unit: Unit, card_id: int, answer_id: int) -> list[Shown]:
    """Every version of one answer of a card, the first one first."""
    return [Shown._make(row) for row in _VERSIONS.all(unit, {"card": card_id, "of": answer_id})]


def latest(unit: Unit, card_id: int, most: int, past: int = 0) -> list[Shown]:
    """A card's receipts, the latest days first, without the versions that were replaced."""
    return [
        Shown._make(row) for row in _LATEST.all(unit, {"card": card_id, "most": most, "past": past})
    ]


def how_many(unit: Unit, card_id: int) -> int:
    """How many answers and skips a card has: one receipt of each is the latest."""
    return int(_HOW_MANY.one(unit, {"card": card_id})[0])
