"""Exporting: a pool's tasks and answers in their order, a page at a time.

Each page is a short read of its own, so that an export of hours holds up nobody. An answer that
comes meanwhile may be in it or not.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select, tuple_

from app.store.opening import Store, Unit
from app.store.statement import Statement
from app.store.tables import answer, card, hold, known, load, membership, place, strand, task

PAGE = 1_000
# Tasks that come with all their answers, of which each can have a hundred.
FEW = 200


class Given(NamedTuple):
    """An answer as it goes out, with the batch of its card (0 for self-made cards)."""

    task: int
    id: int
    key: str
    worker: str
    value: dict[str, Any]
    day: int
    surplus: bool
    excluded_reason: str
    batch: int


class Supplied(NamedTuple):
    """A task as it came in; `practice` is None where no answer to it is known."""

    id: int
    key: str
    lang: str
    needs: str
    payload: dict[str, Any]
    check_answer: dict[str, Any] | None
    explain: str
    explains: dict[str, str] | None
    practice: bool | None


class Answered(NamedTuple):
    """A task with all its answers; `waiting` where one more is still on its way."""

    task: Supplied
    answers: Sequence[Given]
    waiting: bool


_GIVEN = (
    select(
        answer.c.task,
        answer.c.id,
        task.c.key,
        membership.c.pseudonym,
        answer.c.value,
        answer.c.day,
        answer.c.surplus,
        answer.c.excluded_reason,
        func.coalesce(card.c.batch, 0),
    )
    .join(task, task.c.id == answer.c.task)
    .join(membership, membership.c.id == answer.c.membership)
    .outerjoin(card, card.c.id == membership.c.card)
    .where(answer.c.pool == bindparam("of"), answer.c.value.is_not(None))
    .order_by(answer.c.task, answer.c.id)
)
_PAGE_OF_ANSWERS = Statement(
    _GIVEN.where(
        tuple_(answer.c.task, answer.c.id) > tuple_(bindparam("task"), bindparam("id"))
    ).limit(bindparam("most"))
)
_ANSWERS_BETWEEN = Statement(
    _GIVEN.where(answer.c.task >= bindparam("first"), answer.c.task <= bindparam("last"))
)
_PAGE_OF_TASKS = Statement(
    select(
        task.c.id,
        task.c.key,
        task.c.lang,
        strand.c.needs,
        task.c.payload,
        task.c.check_answer,
        task.c.explain,
        known.c.explains,
        known.c.practice,
    )
    .join(strand, strand.c.id == task.c.strand)
    .join(load, load.c.id == task.c.load)
    .outerjoin(known, known.c.task == task.c.id)
    .where(task.c.pool == bindparam("of"), load.c.ready, task.c.id > bindparam("after"))
    .order_by(task.c.id)
    .limit(bindparam("most"))
)
_WANTED = Statement(
    select(place.c.task)
    .join(strand, strand.c.id == place.c.strand)
    .where(
        strand.c.pool == bindparam("of"),
        place.c.task >= bindparam("first"),
        place.c.task <= bindparam("last"),
        place.c.open > 0,
    )
)
_IN_HAND = Statement(
    select(hold.c.task).where(
        hold.c.pool == bindparam("of"),
        hold.c.task >= bindparam("first"),
        hold.c.task <= bindparam("last"),
        hold.c.released.is_(False),
    )
)


def answers(store: Store, pool_id: int) -> Iterator[Given]:
    """Every answer of a pool, by task, then by its random number."""
    at = {"task": -1, "id": -1}
    while page := store.read(partial(_page_of_answers, values={"of": pool_id, **at})):
        yield from page
        at = {"task": page[-1].task, "id": page[-1].id}


def tasks(store: Store, pool_id: int) -> Iterator[Supplied]:
    """Every task of a pool in the order it came in."""
    for page in _pages_of_tasks(store, pool_id, PAGE):
        yield from page


def with_answers(store: Store, pool_id: int) -> Iterator[Answered]:
    """Every task of a pool with its answers."""
    for page in _pages_of_tasks(store, pool_id, FEW):
        values = {"of": pool_id, "first": page[0].id, "last": page[-1].id}
        given, waiting = store.read(partial(_work, values=values))
        for one in page:
            yield Answered(one, given.get(one.id, []), one.id in waiting)


def _page_of_answers(unit: Unit, values: dict[str, int]) -> list[Given]:
    return [Given(*row) for row in _PAGE_OF_ANSWERS.all(unit, {**values, "most": PAGE})]


def _pages_of_tasks(store: Store, pool_id: int, most: int) -> Iterator[list[Supplied]]:
    after = -1
    while page := store.read(
        partial(_page_of_tasks, values={"of": pool_id, "after": after, "most": most})
    ):
        yield page
        after = page[-1].id


def _page_of_tasks(unit: Unit, values: dict[str, int]) -> list[Supplied]:
    return [Supplied(*row) for row in _PAGE_OF_TASKS.all(unit, values)]


def _work(unit: Unit, values: dict[str, int]) -> tuple[dict[int, list[Given]], set[int]]:
    """The answers to some tasks, and which of the tasks wait for one more."""
    given: dict[int, list[Given]] = {}
    for row in _ANSWERS_BETWEEN.all(unit, values):
        given.setdefault(row[0], []).append(Given(*row))
    waiting = {row[0] for row in _WANTED.all(unit, values)}
    return given, waiting | {row[0] for row in _IN_HAND.all(unit, values)}
