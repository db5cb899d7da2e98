"""Barrier reports: what was in somebody's way, and what came of it."""

from typing import NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import barrier_report


class Barrier(NamedTuple):
    """A report, under the number that only its writer was given; `answer` may still be empty."""

    number: int
    page: str
    text: str
    answer: str
    day: int


_SHOWN = select(
    barrier_report.c.number,
    barrier_report.c.page,
    barrier_report.c.text,
    barrier_report.c.answer,
    barrier_report.c.day,
)
_ORDER = (barrier_report.c.day, barrier_report.c.number)
_ONE = Statement(_SHOWN.where(barrier_report.c.number == bindparam("of")))
_OF_FORM = Statement(_SHOWN.where(barrier_report.c.form == bindparam("sent")))
_EVERY = Statement(_SHOWN.order_by(*_ORDER))
_WAITING = Statement(_SHOWN.where(barrier_report.c.answer == "").order_by(*_ORDER))
_ANSWER = Statement(update(barrier_report).where(barrier_report.c.number == bindparam("of")))
_REMOVE = Statement(delete(barrier_report).where(barrier_report.c.number == bindparam("of")))
_NEW = Statement(insert(barrier_report))


def find(unit: Unit, number: int) -> Barrier | None:
    """A report by its number."""
    row = _ONE.first(unit, {"of": number})
    return Barrier(*row) if row else None


def of_form(unit: Unit, form: bytes) -> Barrier | None:
    """The report that came from a form, where it came already."""
    row = _OF_FORM.first(unit, {"sent": form})
    return Barrier(*row) if row else None


def every(unit: Unit, answered_too: bool) -> list[Barrier]:
    """The reports that wait for an answer, or all, the oldest first."""
    return [Barrier(*row) for row in (_EVERY if answered_too else _WAITING).all(unit, {})]


def add(unit: Unit, form: bytes, report: Barrier) -> None:
    """Keep a report, and the form that it came from."""
    _NEW.run(unit, {"form": form, **report._asdict()})


def answer(unit: Unit, number: int, words: str) -> bool:
    """Write the answer to a report; whether there is such a report."""
    return bool(_ANSWER.run(unit, {"of": number, "answer": words}))


def remove(unit: Unit, number: int) -> bool:
    """Remove a report with its answer; whether there was such a report."""
    return bool(_REMOVE.run(unit, {"of": number}))
