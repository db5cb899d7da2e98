"""What is doubtful about a pool: warnings, of which the first few of each kind are kept."""

from collections import Counter
from collections.abc import Callable, Iterator

from app.rules.problem import Problem

Note = Callable[[Problem], None]

# The first few of a kind show what is meant; a hundred thousand rows could have it.
FIRST = 5


class Doubts:
    """Warnings and things that nobody judged, by their kind: the first few, and how many."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[str, list[Problem]] = {}
        self._counts: Counter[str] = Counter()

    def note(self, problem: Problem) -> None:
        """Take one in."""
        self._counts[problem.code] += 1
        kept = self._first.setdefault(problem.code, [])
        if len(kept) < FIRST:
            kept.append(problem)

    @property
    def warnings(self) -> int:
        """How many warnings there are; what was not judged is none."""
        return sum(count for code, count in self._counts.items() if is_warning(code))

    def kinds(self) -> Iterator[tuple[list[Problem], int]]:
        """The first few of each kind, and how many more there are like them."""
        for code, kept in self._first.items():
            yield kept, self._counts[code] - len(kept)


def is_warning(code: str) -> bool:
    """Whether what is noted under a code is doubtful, or only not judged."""
    return not code.startswith("unjudged_")


def unnoted(_problem: Problem) -> None:
    """For whoever wants no warnings."""
