"""Who is asked what next.

A search walks the open places of a pool, lane by lane, from where the worker stopped last time.
It never looks at what the worker did before beyond one question for each place ("had this task
already?"), so its cost does not grow with the work. Lane 1 is the main order; lane 0 holds places
that were reopened.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

MAIN, REOPENED = 1, 0
MOST_PROBES = 20
REOPENED_EVERY = 5
OLD_AFTER_HOURS = 24
RELEASED_AT_ONCE = 5
MORE_SKIPS = 3


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of one strand, and the rank after which the worker has not looked yet."""

    strand: int
    number: int
    after: int = -1
    head: int = -1
    new: bool = True
    probes: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """A search in progress: lanes still to try, those that moved, and whether one hit its cap."""

    ahead: tuple[Lane, ...]
    moved: tuple[Lane, ...] = ()
    capped: bool = False

    @property
    def lane(self) -> Lane | None:
        """The lane to look at now; None when all were tried."""
        return self.ahead[0] if self.ahead else None


def begin(lanes: Sequence[Lane], deals: int) -> Search:
    """A search over a worker's lanes; every fifth deal starts with the reopened places."""
    first = REOPENED if deals % REOPENED_EVERY == REOPENED_EVERY - 1 else MAIN
    order = [lane for lane in lanes if lane.number == first]
    order += [lane for lane in lanes if lane.number != first]
    return Search(tuple(order))


def nothing(search: Search) -> Search:
    """The search after its lane had no open place left."""
    return replace(search, ahead=search.ahead[1:])


def had(search: Search, rank: int) -> Search:
    """The search after a place whose task this worker had before; its lane stops at its cap."""
    lane = replace(search.ahead[0], after=rank, probes=search.ahead[0].probes + 1)
    moved = _moved(search, lane)
    if lane.probes >= MOST_PROBES:
        return Search(search.ahead[1:], moved, capped=True)
    return Search((lane, *search.ahead[1:]), moved, search.capped)


def taken(search: Search, rank: int) -> Search:
    """The search after its place was dealt."""
    return Search((), _moved(search, replace(search.ahead[0], after=rank)))


def _moved(search: Search, lane: Lane) -> tuple[Lane, ...]:
    others = (m for m in search.moved if (m.strand, m.number) != (lane.strand, lane.number))
    return (*others, lane)


def is_old(since: int, now: int) -> bool:
    """Whether a hold taken in one hour lets its place go to somebody else in another."""
    return now - since > OLD_AFTER_HOURS


def went_round(skips: int, overlap: int) -> bool:
    """Whether so many skipped a task that a person should look at it instead of one more worker."""
    return skips >= overlap + MORE_SKIPS


def is_surplus(filled: int, overlap: int) -> bool:
    """Whether a late answer comes on top of those wanted, when no place of its task is open.

    `filled` counts the task's answers and those that somebody is still asked for.
    """
    return filled >= overlap
