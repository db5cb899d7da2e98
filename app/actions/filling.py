"""Filling a load: files first, then tasks by the thousand, seen by nobody until the end."""

import json
import time
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import SystemRandom

from app.actions import locks
from app.actions.checking import (
    BATCH,
    Checked,
    Progress,
    Strand,
    decode,
    in_batches,
    media_columns,
    named_files,
    strand_of,
)
from app.actions.leftovers import Storage, undo
from app.actions.media import File, hang
from app.fields.link import host_of
from app.formats.pool_folder import TaskSource
from app.formats.task_rows import TaskRow
from app.kinds import kinds
from app.rules import practice
from app.rules.doubts import Note, unnoted
from app.rules.problem import Problem
from app.store import loads, pools
from app.store.loads import NewTask
from app.store.opening import Unit

# Between two batches, so that answers get their turn where two processes write to one SQLite file.
REST_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Load:
    """A load in progress; where it brings its pool, `state` is what that becomes ("" if not)."""

    id: int
    pool: int
    slug: str
    kind: str
    overlap: int
    state: str


def fill(
    storage: Storage,
    load: Load,
    source: TaskSource,
    checked: Checked,
    ordered: bool,
    progress: Progress,
    note: Note = unnoted,
) -> list[Problem]:
    """Put everything in and let it be seen; or undo it all and tell why, or raise what happened."""
    try:
        with locks.filling_shelf(storage.locks):
            problems = _fill(storage, load, source, checked, ordered, progress, note)
    except BaseException:
        undo(storage, load.id)
        raise
    if problems:
        undo(storage, load.id)
    return problems


def _fill(
    storage: Storage,
    load: Load,
    source: TaskSource,
    checked: Checked,
    ordered: bool,
    progress: Progress,
    note: Note,
) -> list[Problem]:
    decoded = decode(source, checked, progress, note)

    def name(names: Sequence[str]) -> None:
        storage.store.write(lambda unit: loads.put_media(unit, load.id, names))

    kept = hang(storage.shelf, decoded, name)
    if isinstance(kept, list):
        return kept
    base = storage.store.read(lambda unit: loads.top(unit, load.pool)) + 1
    tasks = _Tasks(storage, load, kept, _order(checked.tasks, ordered, base), checked)
    for batch in in_batches(source.read(), BATCH):
        if not tasks.put([item for item in batch if isinstance(item, TaskRow)]):
            break
        progress("tasks", tasks.count, checked.tasks)
        time.sleep(REST_SECONDS)
    if tasks.count != checked.tasks or tasks.strange:
        # Somebody wrote to the files between the check and now.
        return [Problem("file_changed").at(file=source.file)]
    tasks.reveal(base + checked.tasks - 1)
    return []


class _Tasks:
    """The tasks of a load on their way into the store."""

    def __init__(
        self,
        storage: Storage,
        load: Load,
        kept: Mapping[File, str],
        order: "array[int]",
        checked: Checked,
    ) -> None:
        self.count = 0
        self.strange = False
        self._storage = storage
        self._load = load
        self._kept = kept
        self._order = order
        self._columns = media_columns(load.kind)
        self._checked = checked
        self._strands: dict[Strand, int] = {}
        # How many more tasks of a strand are for practice.
        self._practice: dict[Strand, int] = {}
        self._hosts: set[str] = set()

    def put(self, rows: Sequence[TaskRow]) -> bool:
        """Put some tasks in; False where they are not those that were checked."""
        load, write = self._load, self._storage.store.write
        more = self.count + len(rows) > len(self._order)
        self.strange = more or any(
            file not in self._kept for row in rows for file in self._files(row).values()
        )
        if self.strange or not rows:
            return not self.strange
        new = [self._new(row, self._order[self.count + n]) for n, row in enumerate(rows)]
        write(lambda unit: loads.put_tasks(unit, load.pool, load.id, new, load.overlap))
        self.count += len(rows)
        return True

    def reveal(self, head: int) -> None:
        """Let all of it be seen, at once."""
        load, strands = self._load, list(self._strands.values())

        def act(unit: Unit) -> None:
            standing = loads.standing(unit, load.slug)
            loads.reveal(unit, load.id, self.count, strands, head, sorted(self._hosts))
            pools.set_state(unit, load.pool, load.state or (standing.state if standing else ""))

        self._storage.store.write(act)

    def _files(self, row: TaskRow) -> dict[str, File]:
        return named_files(self._columns, row.payload)

    def _new(self, row: TaskRow, rank: int) -> NewTask:
        media = {column: self._kept[file] for column, file in self._files(row).items()}
        strand = strand_of(self._load.kind, row)
        self._hosts.update(host_of(row.payload[one]) for one in kinds()[self._load.kind].leads_to)
        return NewTask(
            strand=self._strand(strand),
            rank=rank,
            key=row.key,
            lang=row.lang,
            payload=row.payload,
            media={column: json.loads(facts) for column, facts in media.items()},
            check_answer=row.check_answer,
            explain=row.explain,
            explains=row.explains,
            practice=row.check_answer is not None and self._is_practice(strand),
        )

    def _strand(self, strand: Strand) -> int:
        known = self._strands.get(strand)
        if known is None:
            pool = self._load.pool
            write = self._storage.store.write
            known = write(lambda unit: loads.strand_of(unit, pool, *strand))
            self._strands[strand] = known
            there = self._storage.store.read(lambda unit: loads.practice_in(unit, known))
            most = practice.how_many(self._checked.strands[strand], self._checked.known[strand])
            self._practice[strand] = min(most, practice.MOST - there)
        return known

    def _is_practice(self, strand: Strand) -> bool:
        """Whether the next task of a strand with a known answer is for practice."""
        left = self._practice[strand]
        self._practice[strand] = left - 1
        return left > 0


def _order(tasks: int, ordered: bool, base: int) -> "array[int]":
    """The rank of each task in the file's order; shuffled, so that no topic comes all at once."""
    ranks = array("q", range(base, base + tasks))
    if not ordered:
        SystemRandom().shuffle(ranks)
    return ranks
