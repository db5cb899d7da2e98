"""Pools as a coordinator runs them: publish, pause, close, and how they go."""

from typing import NamedTuple

from app.actions import known_answers
from app.actions.exporting import judged
from app.actions.judging import (
    NO_FLOORS,
    Floors,
    Place,
    money_problems,
    note_words,
    rate_problems,
    sound_problems,
)
from app.actions.known_answers import KnownAnswer
from app.language.lists import SKIP_REASONS
from app.rules.deal import MORE_SKIPS
from app.rules.doubts import Note, unnoted
from app.rules.fair import LATEST_REPORTS, Basis, likely_minutes
from app.rules.problem import Problem
from app.store import loads, pools, progress, said
from app.store.opening import Store, Unit
from app.store.pools import Facts

DRAFT, PUBLISHED, PAUSED, CLOSED = "draft", "published", "paused", "closed"


class Status(NamedTuple):
    """How a pool goes; money is in minor units.

    `skip_reasons` counts the skips whose worker said why, by reason; `skipped_by_many` the tasks
    that are asked of nobody more until the coordinator looks; `outcomes` the tasks by result and
    `known` the known answers, where that was asked for. `minutes` are those a task that workers are
    shown.
    """

    slug: str
    kind: str
    state: str
    tasks: int
    answers: int
    skips: int
    open_places: int
    skipped_by_many: int
    currency: str
    budget: int
    reserved: int
    spent: int
    sample: bool
    skip_reasons: dict[str, int]
    minutes: float
    minutes_basis: Basis
    minutes_reports: int
    outcomes: dict[str, int] | None = None
    known: list[KnownAnswer] | None = None


def publish(
    store: Store, slug: str, note: Note = unnoted, floors: Floors = NO_FLOORS
) -> Problem | None:
    """Begin, or begin again, to deal a pool's tasks; its rows were checked as they came in."""

    def act(unit: Unit) -> Problem | None:
        found = _open(unit, slug)
        if isinstance(found, Problem):
            return found
        if not loads.has_tasks(unit, found.id):
            return Problem("pool_without_tasks", {"found": slug})
        if problem := _judged(unit, slug, note, floors):
            return problem
        _become(unit, found, PUBLISHED)
        return None

    return store.write(act)


def pause(store: Store, slug: str) -> Problem | None:
    """Deal no more tasks for now; those in hand are still taken and paid."""
    return store.write(lambda unit: _end(unit, slug, PAUSED))


def close(store: Store, slug: str) -> Problem | None:
    """Deal no more tasks, ever; those in hand are still taken and paid."""
    return store.write(lambda unit: _end(unit, slug, CLOSED))


def slugs(store: Store) -> set[str]:
    """The names of all pools, but for those that are still being imported."""
    return {pool.slug for pool in store.read(pools.every) if pool.state != loads.LOADING}


def every_status(store: Store) -> list[Status]:
    """How every pool goes, the oldest first."""
    found = store.read(pools.every)
    return [_status(store, pool) for pool in found if pool.state != loads.LOADING]


def status(store: Store, slug: str) -> Status | Problem:
    """How one pool goes, with what its answers come to so far."""
    pool = store.read(lambda unit: pools.find(unit, slug))
    if pool is None or pool.state == loads.LOADING:
        return Problem("pool_not_there", {"found": slug})
    outcomes = {"agreed": 0, "undecided": 0, "open": 0}
    for row in judged(store, pool):
        outcomes[row.state] += 1
    known = store.read(lambda unit: known_answers.of_pool(unit, pool.id))
    return _status(store, pool)._replace(outcomes=outcomes, known=known)


def _open(unit: Unit, slug: str) -> loads.Standing | Problem:
    """A pool that can still change its state."""
    found = loads.standing(unit, slug)
    if found is None:
        return Problem("pool_not_there", {"found": slug})
    if found.state == loads.LOADING:
        return Problem("import_running", {"found": slug})
    if found.state == CLOSED:
        return Problem("pool_closed_for_good", {"found": slug})
    return found


def _judged(unit: Unit, slug: str, note: Note, floors: Floors) -> Problem | None:
    """What is wrong with a pool as a whole, if anything."""
    pool = pools.find(unit, slug)
    if pool is None:
        return None
    place = Place(slug)
    note_words(pool, pools.needs_of_all(unit, pool.id), place, note)
    found = sound_problems(pool.kind, place)
    found += money_problems(pool, pools.counts(unit, pool.id)[0], place)
    return next(iter([*found, *rate_problems(pool, floors, place)]), None)


def _end(unit: Unit, slug: str, state: str) -> Problem | None:
    found = _open(unit, slug)
    if isinstance(found, Problem):
        return found
    if found.state == DRAFT:
        return Problem("pool_not_published", {"found": slug})
    _become(unit, found, state)
    return None


def _become(unit: Unit, found: loads.Standing, state: str) -> None:
    if found.state != state:
        pools.set_state(unit, found.id, state)


def _status(store: Store, pool: Facts) -> Status:
    def act(unit: Unit) -> Status:
        tasks, answers, skips = pools.counts(unit, pool.id)
        reports = said.minutes_a_task(unit, pool.id, LATEST_REPORTS)
        minutes, basis = likely_minutes(reports, pool.minutes)
        return Status(
            slug=pool.slug,
            kind=pool.kind,
            state=pool.state,
            tasks=tasks,
            answers=answers,
            skips=skips,
            open_places=progress.open_places(unit, pool.id),
            skipped_by_many=progress.stuck(unit, pool.id, pool.overlap + MORE_SKIPS, pool.overlap),
            currency=pool.currency,
            budget=pool.budget,
            reserved=pool.reserved,
            spent=pool.spent,
            sample=pool.sample,
            skip_reasons={**dict.fromkeys(SKIP_REASONS, 0), **said.skips_by_reason(unit, pool.id)},
            minutes=minutes,
            minutes_basis=basis,
            minutes_reports=len(reports),
        )

    return store.read(act)
