"""Importing: a pool, or more tasks for one, all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from app.actions import locks
from app.actions.checking import (
    Checked,
    Known,
    Progress,
    check_media,
    check_rows,
    check_terms,
)
from app.actions.filling import Load, fill
from app.actions.judging import NO_FLOORS, Floors, Place, money_problems
from app.actions.leftovers import Storage, clear
from app.formats.pool_folder import PoolSource, TaskSource, open_rows
from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import FILE
from app.formats.row_shape import RowShape, row_shape
from app.kinds import kinds
from app.rules.doubts import Note, unnoted
from app.rules.hide import hour_of
from app.rules.needs import by_file
from app.rules.problem import Problem
from app.store import loads, pools
from app.store.opening import Unit
from app.store.pools import Facts

__all__ = ["Imported", "Storage", "add_tasks", "import_pool"]


class Imported(NamedTuple):
    """What an import brought, and the pool's state now."""

    slug: str
    tasks: int
    state: str


class _Plan(NamedTuple):
    """How an import goes: what its rows are, how its load begins, what is judged of the whole."""

    kind: str
    ordered: bool
    known: Known
    begin: Callable[[Unit], Load | Problem]
    judge: Callable[[Checked], list[Problem]]


def import_pool(
    storage: Storage,
    source: PoolSource,
    publish: bool,
    progress: Progress,
    now: datetime,
    note: Note = unnoted,
    floors: Floors = NO_FLOORS,
) -> Imported | list[Problem]:
    """Bring a new pool in with all its tasks, or tell every problem and keep nothing."""
    spec = source.spec

    def begin(unit: Unit) -> Load | Problem:
        if pools.find(unit, spec.slug):
            return Problem("pool_exists", {"found": spec.slug}).at(file=FILE, column="pool.slug")
        made = pools.add(unit, _terms(spec), spec.words)
        number = loads.begin(unit, made, hour_of(now.timestamp()))
        state = "published" if publish else "draft"
        return Load(number, made, spec.slug, spec.kind, spec.overlap, state)

    with locks.import_of(storage.locks, spec.slug) as mine:
        if not mine:
            return [Problem("import_running", {"found": spec.slug})]
        clear(storage, spec.slug)
        if _find(storage, spec.slug):
            return [Problem("pool_exists", {"found": spec.slug}).at(file=FILE, column="pool.slug")]
        judge = partial(check_terms, spec, note=note, floors=floors)
        plan = _Plan(spec.kind, spec.ordered, lambda _: set(), begin, judge)
        return _bring(storage, source, plan, progress, note)


def add_tasks(
    storage: Storage,
    slug: str,
    path: Path,
    ordered: bool,
    progress: Progress,
    now: datetime,
    note: Note = unnoted,
) -> Imported | list[Problem]:
    """Bring more tasks into a pool that is there, or tell every problem and keep nothing."""
    missing = [Problem("pool_not_there", {"found": slug})]
    # Only the name of a pool that is there becomes the name of a lock.
    if _find(storage, slug) is None:
        return missing
    with locks.import_of(storage.locks, slug) as mine:
        if not mine:
            return [Problem("import_running", {"found": slug})]
        clear(storage, slug)
        pool = _find(storage, slug)
        if pool is None:
            return missing
        source = open_rows(path, _shape(storage, pool))
        if isinstance(source, list):
            return source
        return _bring(storage, source, _more(storage, pool, ordered, now), progress, note)


def _shape(storage: Storage, pool: Facts) -> RowShape:
    """What more rows must look like; what the pool's page says of needs holds for them too."""
    everywhere = storage.store.read(lambda unit: pools.needs_of_all(unit, pool.id))
    columns = [field.name for field in kinds()[pool.kind].supplies]
    needs = everywhere | (pool.needs & by_file(columns))
    return row_shape(pool.kind, pool.language, pool.ask, needs, pool.words)


def _more(storage: Storage, pool: Facts, ordered: bool, now: datetime) -> _Plan:
    """How tasks are added to a pool."""

    def known(keys: Sequence[str]) -> set[str]:
        return storage.store.read(lambda unit: loads.known_keys(unit, pool.id, keys))

    def begin(unit: Unit) -> Load | Problem:
        standing = loads.standing(unit, pool.slug)
        if standing is None or standing.state == "closed":
            return Problem("pool_closed_for_good", {"found": pool.slug})
        number = loads.begin(unit, pool.id, hour_of(now.timestamp()))
        return Load(number, pool.id, pool.slug, pool.kind, standing.overlap, "")

    def judge(checked: Checked) -> list[Problem]:
        there = storage.store.read(lambda unit: pools.counts(unit, pool.id)[0])
        return money_problems(pool, there + checked.tasks, Place(pool.slug))

    return _Plan(pool.kind, ordered, known, begin, judge)


def _find(storage: Storage, slug: str) -> Facts | None:
    return storage.store.read(lambda unit: pools.find(unit, slug))


def _bring(
    storage: Storage, source: TaskSource, plan: _Plan, progress: Progress, note: Note
) -> Imported | list[Problem]:
    """Check everything, then put everything in."""
    checked = check_rows(source, plan.kind, progress, plan.known, note)
    checked.problems += plan.judge(checked)
    if checked.problems:
        return check_media(source, checked, progress, note)
    load = storage.store.write(plan.begin)
    if isinstance(load, Problem):
        return [load]
    problems = fill(storage, load, source, checked, plan.ordered, progress, note)
    if problems:
        return problems
    pool = _find(storage, load.slug)
    return Imported(load.slug, checked.tasks, pool.state if pool else load.state)


def _terms(spec: PoolSpec) -> dict[str, Any]:
    """A new pool's row; nobody sees it before its load is ready."""
    return {
        "slug": spec.slug,
        "kind": spec.kind,
        "state": loads.LOADING,
        "language": spec.language,
        "overlap": spec.overlap,
        "minutes": spec.minutes,
        "notes": sorted(spec.content_notes),
        "choices": list(spec.ask.choices),
        "fields": [asdict(one) for one in spec.ask.fields] or None,
        "hide": spec.ask.hide,
        "entry": spec.entry,
        "currency": spec.currency,
        "pay": spec.pay,
        "budget": spec.budget,
        "reserved": 0,
        "spent": 0,
        "sample": spec.sample,
        "public_benefit": spec.public_benefit,
        "version": 1,
    }
