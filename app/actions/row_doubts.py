"""What is doubtful in the rows of a pool, found in one walk through them."""

from collections.abc import Iterator
from hashlib import blake2b

from app.formats.task_rows import TaskRow
from app.kinds import kinds
from app.rules.doubts import Note
from app.rules.plain import steps_wording
from app.rules.problem import Problem
from app.rules.trace import could_tell
from app.rules.typing_there import asks_to_type

_SEVERAL = 0


class RowDoubts:
    """Looks at each row, and remembers which addresses only one row has."""

    def __init__(self, kind: str, file: str, note: Note) -> None:
        """Look at rows of a kind in `file`, and note what is doubtful."""
        self._said = kinds()[kind].says
        self._links = kinds()[kind].leads_to
        self._file = file
        self._note = note
        # Digests, so that a million long addresses take little memory: where each was met first.
        self._met: dict[tuple[str, int], int] = {}

    def look(self, task: TaskRow) -> None:
        """Note what is doubtful in a row's own words to a worker."""
        for column in self._said:
            for line in task.payload[column].split("\n"):
                for found in self._of_line(line, task):
                    self._note(found.at(file=self._file, row=task.row, column=column))
        for column in self._links:
            address = task.payload[column]
            if could_tell(address):
                digest = blake2b(address.encode(), digest_size=8).digest()
                known = (column, int.from_bytes(digest))
                self._met[known] = _SEVERAL if known in self._met else task.row

    def _of_line(self, line: str, task: TaskRow) -> Iterator[Problem]:
        yield from steps_wording([line], task.lang, task.needs)
        if self._links and "typing" not in task.needs:
            for found in asks_to_type(line, task.lang):
                yield Problem("steps_typing", {"found": found})

    def finish(self) -> None:
        """Note each address that only one row has."""
        for (column, _), row in self._met.items():
            if row != _SEVERAL:
                self._note(Problem("link_of_one_row", file=self._file, row=row, column=column))
