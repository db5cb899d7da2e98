"""Drafts: what was typed and is no answer yet."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import draft, membership, pool


class Kept(NamedTuple):
    """A draft: the raw text of each field as it was sent."""

    id: int
    typed: dict[str, Any]
    late: bool
    day: int


class Waiting(NamedTuple):
    """A draft that came after a sitting had ended, and where it belongs."""

    id: int
    slug: str
    task: int
    day: int
    typed: dict[str, Any]


_OF_TASK = Statement(
    select(draft.c.id, draft.c.typed, draft.c.late, draft.c.day)
    .where(draft.c.membership == bindparam("member"), draft.c.task == bindparam("of"))
    .order_by(draft.c.id)
)
_REWRITE = Statement(update(draft).where(draft.c.id == bindparam("of")))
_FORGET = Statement(
    delete(draft).where(
        draft.c.membership == bindparam("member"),
        draft.c.task == bindparam("of"),
        draft.c.late.is_(False) | (draft.c.id == bindparam("used")),
    )
)
_DROP = Statement(
    delete(draft).where(draft.c.id == bindparam("of"), draft.c.membership == bindparam("member"))
)
_WAITING = Statement(
    select(draft.c.id, pool.c.slug, draft.c.task, draft.c.day, draft.c.typed)
    .join(membership, membership.c.id == draft.c.membership)
    .join(pool, pool.c.id == membership.c.pool)
    .where(membership.c.card == bindparam("card"), draft.c.late)
    .order_by(draft.c.id)
    .limit(bindparam("most"))
)
_NEW_DRAFT = Statement(insert(draft))


def of_task(unit: Unit, member_id: int, task_id: int) -> list[Kept]:
    """A member's drafts for a task, the oldest first."""
    return [Kept(*row) for row in _OF_TASK.all(unit, {"member": member_id, "of": task_id})]


def add(
    unit: Unit, member_id: int, task_id: int, typed: Mapping[str, Any], late: bool, day: int
) -> None:
    """Keep typed text beside whatever is kept already."""
    _NEW_DRAFT.run(
        unit, {"membership": member_id, "task": task_id, "typed": typed, "late": late, "day": day}
    )


def rewrite(unit: Unit, draft_id: int, typed: Mapping[str, Any], day: int) -> None:
    """Keep newer text in a draft that the worker saved before."""
    _REWRITE.run(unit, {"of": draft_id, "typed": typed, "day": day})


def forget(unit: Unit, member_id: int, task_id: int, used: int) -> None:
    """Forget the saved drafts of a task that was answered, and the late one that was used."""
    _FORGET.run(unit, {"member": member_id, "of": task_id, "used": used})


def drop(unit: Unit, member_id: int, draft_id: int) -> None:
    """Forget one draft, because its worker said so."""
    _DROP.run(unit, {"member": member_id, "of": draft_id})


def waiting(unit: Unit, card_id: int, most: int = 100) -> list[Waiting]:
    """The drafts of a card that came after a sitting had ended."""
    return [Waiting(*row) for row in _WAITING.all(unit, {"card": card_id, "most": most})]
