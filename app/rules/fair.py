"""Fair pay: the rate by the slow, not by the fast, and what a pool must set aside."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

Basis = Literal["reports", "pilot"]

ENOUGH_REPORTS = 20
SURPLUS_PERCENT = 3


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


def total(tasks: int, overlap: int, pay: int) -> int:
    """What a pool costs when each of its tasks gets all the answers that are wanted."""
    return tasks * overlap * pay


def reserve_for_surplus(amount: int) -> int:
    """What is set aside for answers beyond those wanted, rounded up."""
    return -(-amount * SURPLUS_PERCENT // 100)
