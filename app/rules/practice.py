"""Practice: how many tasks are for it, which comes next, and when a known answer is doubtful."""

from collections.abc import Iterable
from enum import Enum

# More would be a qualification, and practice is paid.
MOST = 5
# Fewer answers than this say nothing about a known answer.
ENOUGH_ANSWERS = 5

KEPT, DROPPED = RULINGS = ("kept", "dropped")


class Stand(Enum):
    """How a practice task stands with a worker; the first of them is dealt first."""

    IN_HAND = 0
    NEW = 1
    SAVED = 2
    PASSED = 3
    DONE = 4


def how_many(tasks: int, known: int) -> int:
    """How many tasks of a strand are for practice, where so many answers of them are known.

    At most a third of the tasks, so that most stay to be worked on.
    """
    return min(MOST, known, tasks // 3)


def following(stands: Iterable[Stand]) -> int | None:
    """The place of the practice task that comes next; None where all are done."""
    left = [(one.value, place) for place, one in enumerate(stands) if one is not Stand.DONE]
    return min(left)[1] if left else None


def is_paused(same: int, other: int, ruling: str = "") -> bool:
    """Whether a known answer is not to be shown.

    It waits for the coordinator once most of enough answers differ from it. What workers earn, and
    what they are dealt, never hangs on it.
    """
    if ruling:
        return ruling == DROPPED
    return same + other >= ENOUGH_ANSWERS and other > same
