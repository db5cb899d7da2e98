"""Fair pay: the rate by the slow, not by the fast, and what a pool must set aside."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from app.rules.problem import Problem
from app.rules.typed import latin_digits

Basis = Literal["reports", "pilot"]

ENOUGH_REPORTS = 20
# What is read of a pool's reports: older ones are of steps and workers that were others.
LATEST_REPORTS = 200
MINUTES_A_DAY = 24 * 60
SURPLUS_PERCENT = 3

# Nobody means a number this long; what lies behind it is not looked at.
_MOST_READ = 40
_MINUTES = re.compile(r"\d{1,15}(\.\d{0,15})?|\.\d{1,15}")
_POINTS = str.maketrans(
    dict.fromkeys(
        ",\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC COMMA}\N{FULLWIDTH FULL STOP}\N{FULLWIDTH COMMA}",
        ".",
    )
)


def hourly(pay: int, minutes: float) -> int:
    """What an hour comes to, in minor units rounded down, when a task takes so many minutes."""
    if minutes <= 0:
        raise ValueError("minutes must be above zero")
    # As written: in binary, 0.4 minutes are a little more than 0.4, and the rate a cent less.
    return int(pay * 60 / Fraction(str(minutes)))


def likely_minutes(reports: Sequence[float], pilot: float) -> tuple[float, Basis]:
    """The minutes that nine of ten workers need at most, and what that is based on.

    Until there are enough reports it is the coordinator's own pilot estimate.
    """
    if len(reports) < ENOUGH_REPORTS:
        return pilot, "pilot"
    nearest_rank = -(-9 * len(reports) // 10)
    return sorted(reports)[nearest_rank - 1], "reports"


def read_minutes(typed: str, tasks: int) -> float | Problem | None:
    """The minutes that so many tasks took, in any script's digits; None where nothing was typed.

    More than a day for each task says when somebody came back, not how long it took them.
    """
    plain = latin_digits(typed[:_MOST_READ]).translate(_POINTS).strip()
    if not plain:
        return None
    if not _MINUTES.fullmatch(plain):
        return Problem("minutes_unclear")
    minutes = round(float(plain), 2)
    most = tasks * MINUTES_A_DAY
    return minutes if 0 < minutes <= most else Problem("minutes_odd", {"most": most})


def total(tasks: int, overlap: int, pay: int) -> int:
    """What a pool costs when each of its tasks gets all the answers that are wanted."""
    return tasks * overlap * pay


def wanted_budget(tasks: int, overlap: int, pay: int) -> int:
    """The least budget that pays for every answer that is wanted, and for a share of surplus."""
    answers = total(tasks, overlap, pay)
    return answers + reserve_for_surplus(answers)


def reserve_for_surplus(amount: int) -> int:
    """What is set aside for answers beyond those wanted, rounded up."""
    return -(-amount * SURPLUS_PERCENT // 100)
