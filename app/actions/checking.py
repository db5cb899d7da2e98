"""Checking a pool or more tasks before anything of them is kept."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.actions import media
from app.actions.judging import (
    NO_FLOORS,
    Floors,
    Place,
    money_problems,
    note_words,
    rate_problems,
    sound_problems,
)
from app.actions.media import File, Found, Use
from app.actions.row_doubts import RowDoubts
from app.fields.media_file import MediaFile
from app.fields.picture import PictureFile
from app.formats.nearest import shown
from app.formats.pool_folder import PoolSource, TaskSource
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import FILE
from app.formats.row_shape import KEY
from app.formats.task_rows import TaskRow
from app.kinds import kinds
from app.media.picture import Picture
from app.rules.doubts import Note, unnoted
from app.rules.preferences import AND
from app.rules.problem import Problem

# What is being done, how many are done, and of how many (0: not known).
Progress = Callable[[str, int, int], None]
# Which of these keys are taken already.
Known = Callable[[Sequence[str]], set[str]]
# The needs and the languages of tasks.
Strand = tuple[str, str]

BATCH = 1_000
# What large text must have at least (WCAG 2.2, 1.4.3).
LEAST_CONTRAST = 3
MOST_PROBLEMS = 10_000


@dataclass(slots=True)
class Checked:
    """What a walk through the rows found: how many tasks, which files, what is wrong.

    `needs` are those that all tasks have, None before the first one; `strands` and `known` count
    the tasks of each strand, and those of them whose answer is known; `of_text` the columns of
    pictures in which text is read.
    """

    tasks: int = 0
    strands: Counter[Strand] = field(default_factory=Counter)
    known: Counter[Strand] = field(default_factory=Counter)
    uses: dict[File, Use] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    needs: frozenset[str] | None = None
    of_text: frozenset[str] = frozenset()

    @property
    def full(self) -> bool:
        """Whether there are more problems than anybody would read."""
        return len(self.problems) >= MOST_PROBLEMS

    def take(self, task: TaskRow, kind: str, columns: Mapping[str, str]) -> None:
        """Take in a task of a kind, whose files are named in these columns."""
        self.tasks += 1
        strand = strand_of(kind, task)
        self.strands[strand] += 1
        self.known[strand] += task.check_answer is not None
        self.needs = task.needs if self.needs is None else self.needs & task.needs
        for column, file in named_files(columns, task.payload).items():
            self.uses.setdefault(file, Use(task.row, column))


def check_pool(
    source: PoolSource, progress: Progress, note: Note = unnoted, floors: Floors = NO_FLOORS
) -> list[Problem]:
    """Every problem with a pool, its files included; nothing is kept."""
    checked = check_rows(source, source.spec.kind, progress, _none_known, note)
    checked.problems += check_terms(source.spec, checked, note, floors)
    return check_media(source, checked, progress, note)


def check_terms(spec: PoolSpec, checked: Checked, note: Note, floors: Floors) -> list[Problem]:
    """What is wrong with a pool as a whole, once its rows are known."""
    place = Place(FILE, spec.rows)
    note_words(spec, spec.needs if checked.needs is None else checked.needs, place, note)
    found = sound_problems(spec.kind, place) + money_problems(spec, checked.tasks, place)
    return found + rate_problems(spec, floors, place)


def check_rows(
    source: TaskSource, kind: str, progress: Progress, known: Known, note: Note = unnoted
) -> Checked:
    """Walk through all rows."""
    checked = Checked(of_text=_of_text(kind))
    doubts = RowDoubts(kind, source.file, note)
    columns = media_columns(kind)
    for batch in in_batches(source.read(), BATCH):
        tasks = [item for item in batch if isinstance(item, TaskRow)]
        checked.problems += [item for item in batch if isinstance(item, Problem)]
        checked.problems += _twice(source, tasks, known)
        for task in tasks:
            checked.take(task, kind, columns)
            doubts.look(task)
        progress("check", checked.tasks, 0)
        if checked.full:
            break
    doubts.finish()
    return checked


def check_media(
    source: TaskSource, checked: Checked, progress: Progress, note: Note = unnoted
) -> list[Problem]:
    """The problems with the rows, and those with their files, which nobody keeps."""
    if not checked.full:
        decoded = decode(source, checked, progress, note)
        wrong = (found for _, found in decoded if isinstance(found, Problem))
        checked.problems += islice(wrong, MOST_PROBLEMS - len(checked.problems))
    if checked.full:
        del checked.problems[MOST_PROBLEMS:]
        checked.problems.append(Problem("problems_many", {"most": MOST_PROBLEMS}))
    return checked.problems


def strand_of(kind: str, task: TaskRow) -> Strand:
    """The needs of a task, and its languages, its material's first: who it can be dealt to."""
    others = kinds()[kind].langs(task.payload)
    return ",".join(sorted(task.needs)), AND.join(dict.fromkeys((task.lang, *others)))


def decode(
    source: TaskSource, checked: Checked, progress: Progress, note: Note
) -> Iterator[tuple[File, Found]]:
    """What is in each file that the rows name; what is doubtful in it is noted."""
    total = len(checked.uses)

    def doubt(file: File, picture: Picture) -> None:
        use = checked.uses[file]
        if use.column in checked.of_text and 0 < picture.contrast < LEAST_CONTRAST:
            values: dict[str, str | int] = {
                "picture": shown(file.name),
                "found": f"{picture.contrast:.1f}",
                "wanted": LEAST_CONTRAST,
            }
            note(
                Problem("contrast_low", values).at(file=source.file, row=use.row, column=use.column)
            )

    return media.decode(source, checked.uses, lambda count: progress("media", count, total), doubt)


def _of_text(kind: str) -> frozenset[str]:
    pictures = (one for one in kinds()[kind].supplies if isinstance(one, PictureFile))
    return frozenset(one.name for one in pictures if one.of_text)


def media_columns(kind: str) -> dict[str, str]:
    """The columns of a kind that name a file, and what each is wanted as."""
    return {one.name: one.macro for one in kinds()[kind].supplies if isinstance(one, MediaFile)}


def named_files(columns: Mapping[str, str], payload: Mapping[str, str]) -> dict[str, File]:
    """The files that a task names, by column."""
    return {
        column: File(wanted, payload[column])
        for column, wanted in columns.items()
        if payload[column]
    }


def in_batches(items: Iterable[TaskRow | Problem], size: int) -> Iterator[list[TaskRow | Problem]]:
    """The items, so many at a time."""
    walk = iter(items)
    while batch := list(islice(walk, size)):
        yield batch


def _twice(source: TaskSource, tasks: list[TaskRow], known: Known) -> list[Problem]:
    """A problem for each task whose key the pool has already."""
    taken = known([task.key for task in tasks]) if tasks else set()
    return [
        Problem("id_twice", {"found": shown(task.key)}).at(
            file=source.file, row=task.row, column=KEY.name
        )
        for task in tasks
        if task.key in taken
    ]


def _none_known(_keys: Sequence[str]) -> set[str]:
    return set()
