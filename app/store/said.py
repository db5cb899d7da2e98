"""What people say beside their answers: minutes of a run, and reasons for skips."""

from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, minutes_report, sitting, skip_reason


class Run(NamedTuple):
    """The run of tasks in a sitting: its pool, how many are done, and the report of its minutes."""

    pool: int | None
    done: int
    report: int | None


_RUN = Statement(
    select(sitting.c.pool, sitting.c.done, sitting.c.minutes_report)
    .where(sitting.c.id == bindparam("of"))
    # Locked, so that two clicks at once make one report.
    .with_for_update()
)
_NAME = Statement(
    update(sitting)
    .where(sitting.c.id == bindparam("of"))
    .values(minutes_report=bindparam("now_report"))
)
_NEW_REPORT = Statement(insert(minutes_report))
_CORRECT = Statement(update(minutes_report).where(minutes_report.c.number == bindparam("of")))
_WITHDRAW = Statement(delete(minutes_report).where(minutes_report.c.number == bindparam("of")))
_SAID = Statement(
    select(minutes_report.c.minutes)
    .join(sitting, sitting.c.minutes_report == minutes_report.c.number)
    .where(sitting.c.id == bindparam("of"))
)
_LATEST = Statement(
    select(minutes_report.c.minutes / minutes_report.c.tasks)
    .where(minutes_report.c.pool == bindparam("of"))
    .order_by(minutes_report.c.day.desc())
    .limit(bindparam("most"))
)
_NEW_REASON = Statement(insert(skip_reason))
_OTHER_REASON = Statement(update(skip_reason).where(skip_reason.c.answer == bindparam("of")))
_REASON = Statement(select(skip_reason.c.reason).where(skip_reason.c.answer == bindparam("of")))
_REASONS = Statement(
    select(skip_reason.c.reason, func.count())
    .join(answer, answer.c.id == skip_reason.c.answer)
    .where(answer.c.pool == bindparam("of"), answer.c.value.is_(None))
    .group_by(skip_reason.c.reason)
)


def run(unit: Unit, sitting_id: int) -> Run | None:
    """The run of a sitting, locked; None where the sitting has ended."""
    row = _RUN.first(unit, {"of": sitting_id})
    return Run(*row) if row else None


def report_minutes(
    unit: Unit, sitting_id: int, number: int, pool_id: int, tasks: int, minutes: float, day: int
) -> None:
    """Keep a first report for the run of a sitting."""
    new = {"number": number, "pool": pool_id, "tasks": tasks, "minutes": minutes, "day": day}
    _NEW_REPORT.run(unit, new)
    _NAME.run(unit, {"of": sitting_id, "now_report": number})


def correct_minutes(unit: Unit, number: int, tasks: int, minutes: float, day: int) -> None:
    """Let a report say something else."""
    _CORRECT.run(unit, {"of": number, "tasks": tasks, "minutes": minutes, "day": day})


def withdraw_minutes(unit: Unit, sitting_id: int, number: int) -> None:
    """Take a report back."""
    _NAME.run(unit, {"of": sitting_id, "now_report": None})
    _WITHDRAW.run(unit, {"of": number})


def minutes_of_run(unit: Unit, sitting_id: int) -> float | None:
    """What was reported for the run of a sitting; None where nothing was."""
    row = _SAID.first(unit, {"of": sitting_id})
    return float(row[0]) if row else None


def minutes_a_task(unit: Unit, pool_id: int, most: int) -> list[float]:
    """The minutes a task by the latest reports of a pool."""
    return [float(row[0]) for row in _LATEST.all(unit, {"of": pool_id, "most": most})]


def say_why(unit: Unit, answer_id: int, reason: str) -> None:
    """Keep the reason for a skip, in the place of the one that was there."""
    if not _OTHER_REASON.run(unit, {"of": answer_id, "reason": reason}):
        _NEW_REASON.run(unit, {"answer": answer_id, "reason": reason})


def why(unit: Unit, answer_id: int) -> str:
    """The reason for a skip; empty where none was said."""
    row = _REASON.first(unit, {"of": answer_id})
    return str(row[0]) if row else ""


def skips_by_reason(unit: Unit, pool_id: int) -> dict[str, int]:
    """How many skips of a pool have which reason."""
    return {reason: int(count) for reason, count in _REASONS.all(unit, {"of": pool_id})}
