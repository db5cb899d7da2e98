"""Saying: the minutes of a run, why a task was skipped, and what is in the way on this site."""

from datetime import datetime
from hashlib import sha256

from app.actions.turn import new_number
from app.rules.hide import day_of
from app.rules.problem import Problem
from app.store import answers, barriers, said
from app.store.barriers import Barrier
from app.store.opening import Store, Unit
from app.store.sittings import Seated

__all__ = ["Barrier"]


def minutes_of_run(store: Store, seated: Seated) -> float | None:
    """The minutes that were reported for the run of this sitting; None where none were."""
    return store.read(lambda unit: said.minutes_of_run(unit, seated.id))


def report_minutes(
    store: Store, seated: Seated, pool: int, minutes: float | None, now: datetime
) -> bool:
    """Keep about how long the run of this sitting took, in the place of what was said before.

    None takes it back. False where there is no run in this pool any more to say it of.
    """

    def act(unit: Unit) -> bool:
        run = said.run(unit, seated.id)
        if run is None or run.pool != pool or not run.done:
            return False
        day = day_of(now.timestamp())
        if minutes is None:
            if run.report:
                said.withdraw_minutes(unit, seated.id, run.report)
        elif run.report:
            said.correct_minutes(unit, run.report, run.done, minutes, day)
        else:
            said.report_minutes(unit, seated.id, new_number(), pool, run.done, minutes, day)
        return True

    return store.write(act)


def why_skipped(store: Store, answer: int) -> str:
    """The reason that was said for a skip; empty where none was."""
    return store.read(lambda unit: said.why(unit, answer))


def say_why(store: Store, seated: Seated, number: int, reason: str) -> Problem | None:
    """Keep why a task was skipped, in the place of what was said before."""

    def act(unit: Unit) -> Problem | None:
        shown = answers.shown(unit, seated.card, number)
        if shown is None or shown.value is not None:
            return Problem("receipt_unknown")
        if shown.version != shown.latest:
            return Problem("task_answered")
        said.say_why(unit, shown.answer, reason)
        return None

    return store.write(act)


def report_barrier(store: Store, form: str, page: str, text: str, now: datetime) -> Barrier:
    """Keep what is in somebody's way, without any card; the answer will stand under its number.

    The same text from the same form is the same report. The number alone opens a report: it has
    twelve random digits, so with 10,000 reports one guess finds one with odds of 1 in 90 million.
    What it finds is a text that names nobody, unless its writer did.
    """
    sent = sha256("\0".join((form, page, text)).encode()).digest()

    def act(unit: Unit) -> Barrier:
        known = barriers.of_form(unit, sent)
        if known:
            return known
        report = Barrier(new_number(), page, text, "", day_of(now.timestamp()))
        barriers.add(unit, sent, report)
        return report

    return store.write(act)


def barrier(store: Store, number: int) -> Barrier | None:
    """One barrier report."""
    return store.read(lambda unit: barriers.find(unit, number))


def barrier_reports(store: Store, answered_too: bool) -> list[Barrier]:
    """The barrier reports that wait for an answer, or all of them."""
    return store.read(lambda unit: barriers.every(unit, answered_too))


def answer_barrier(store: Store, number: int, words: str) -> Problem | None:
    """Write the answer to a barrier report, in the place of the one that was there."""
    there = store.write(lambda unit: barriers.answer(unit, number, words))
    return None if there else Problem("report_unknown")


def remove_barrier(store: Store, number: int) -> Problem | None:
    """Remove a barrier report, which may hold what nobody should keep."""
    there = store.write(lambda unit: barriers.remove(unit, number))
    return None if there else Problem("report_unknown")
