"""Practising: paid tasks whose answer is known, done once by each card, beside the others."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from app.actions.dealing import Dealt, can_promise, keep_money, limit_reached, reserved
from app.actions.turn import Turn
from app.actions.work import begin_run, enter
from app.rules.hide import day_of
from app.rules.practice import MOST, Stand, following, is_paused
from app.rules.preferences import Preferences, read_settings
from app.rules.problem import Problem
from app.rules.recap import has_been_a_week
from app.store import answers, cards, holds, known, memberships, pools
from app.store.known import Known, Practice
from app.store.opening import Store, Unit
from app.store.pools import Facts, TaskFacts
from app.store.sittings import Seated

__all__ = ["Dealt", "Known", "is_paused"]


class Standing(NamedTuple):
    """How practice in a pool stands with somebody.

    `left` are to be done yet, those that were passed over too; `checks` says that answers to some
    of the other tasks are known as well, `a_week` that the last day of work is a week ago or more.
    """

    all: int
    left: int
    checks: bool
    a_week: bool

    @property
    def done(self) -> int:
        """How many are done."""
        return self.all - self.left


class Seen(NamedTuple):
    """A practice task for its recap, by its place; once done, with its answer and what is known."""

    number: int
    task: TaskFacts
    receipt: int
    answer: dict[str, Any] | None
    known: Known | None


def standing(
    store: Store, seated: Seated | None, pool_id: int, prefers: Preferences, now: datetime
) -> Standing:
    """How practice in a pool stands with whoever looks at it."""

    def act(unit: Unit) -> Standing:
        found = _mine(known.practice(unit, pool_id, seated.card if seated else 0), prefers)
        day = day_of(now.timestamp())
        week = any(has_been_a_week(one.day, day) for one in found)
        return Standing(len(found), _left(found), known.has_checks(unit, pool_id), week)

    return store.read(act)


def waiting(store: Store, seated: Seated, prefers: Preferences) -> list[tuple[Facts, int]]:
    """The open pools that a card works in where practice is left for it, and how much."""

    def act(unit: Unit) -> list[tuple[Facts, int]]:
        found = sorted(known.practice_of_card(unit, seated.card), key=attrgetter("slug", "task"))
        of_pools = {slug: list(some) for slug, some in groupby(found, attrgetter("slug"))}
        left = {slug: _left(_mine(some, prefers)) for slug, some in of_pools.items()}
        known_pools = ((pools.find(unit, slug), count) for slug, count in left.items() if count)
        return [(pool, count) for pool, count in known_pools if pool]

    return store.read(act)


def place(store: Store, seated: Seated, pool_id: int, task: int) -> tuple[int, int]:
    """The place of a practice task among those of a card, and how many these are."""

    def act(unit: Unit) -> tuple[int, int]:
        every = known.practice(unit, pool_id, seated.card)
        tasks = [one.task for one in _mine(every, read_settings(seated.settings))]
        # What a card's settings leave out by now may still be in its hand.
        tasks = tasks if task in tasks else [*tasks, task]
        return tasks.index(task) + 1, len(tasks)

    return store.read(act)


def recap(store: Store, seated: Seated, pool_id: int) -> list[Seen]:
    """The practice tasks of a card; what is known of each only once it is done."""

    def act(unit: Unit) -> list[Seen]:
        every = known.practice(unit, pool_id, seated.card)
        found = _mine(every, read_settings(seated.settings))
        return [_seen(unit, seated, number, one) for number, one in enumerate(found, 1)]

    return store.read(act)


def what_is_known(store: Store, task: int) -> Known:
    """What is known of a practice task."""
    return store.read(lambda unit: known.find(unit, task))


def practise(
    store: Store, seated: Seated, slug: str, goal: int | None, now: datetime
) -> Dealt | Problem:
    """Put the next practice task in a worker's hand and promise its pay; a new run with `goal`."""

    def act(unit: Unit) -> Dealt | Problem:
        turn = enter(unit, seated, slug, now)
        if isinstance(turn, Problem):
            return turn
        begin_run(unit, seated, turn.member.pool, goal)
        return _deal(turn)

    return store.write(act)


def _deal(turn: Turn) -> Dealt:
    unit, member = turn.unit, turn.member
    prefers = read_settings(turn.seated.settings)
    if member.state != "published" or prefers.leaves_out(member.notes):
        return Dealt(why="none")
    current = holds.current(unit, member.id)
    found = _mine(known.practice(unit, member.pool, member.card), prefers)
    at = following([_stand(one, current) for one in found])
    if at is None:
        return Dealt(why="none")
    task = found[at].task
    if found[at].saved is None:
        counted = bool(member.notes and prefers.day_limit)
        if counted and limit_reached(unit, member.card, turn.hour, prefers):
            return Dealt(why="limit")
        if not can_promise(member, turn.money):
            return Dealt(why="money")
        if counted:
            cards.count_noted(unit, member.card, turn.day)
        # It has no place that could be given to somebody else meanwhile.
        pay = turn.money.purse.pay
        holds.add(unit, member.id, member.pool, task, pay, turn.hour, released=True)
        keep_money(unit, member, turn.money, reserved(turn.money))
        memberships.count(unit, member, turn.day, deals=int(found[at].receipt is None))
    holds.bring_back(unit, member.id, task)
    return Dealt(task)


def _mine(every: Iterable[Practice], prefers: Preferences) -> list[Practice]:
    """The practice tasks that suit somebody; one whose known answer is paused only once had."""
    suiting = [one for one in every if prefers.suit(frozenset(one.needs.split(",")), one.lang)]
    return [one for one in suiting[:MOST] if one.answered or one.saved is not None or _shown(one)]


def _shown(one: Practice) -> bool:
    return not is_paused(one.same, one.other, one.ruling)


def _left(found: Sequence[Practice]) -> int:
    return sum(not one.answered for one in found)


def _stand(one: Practice, current: int) -> Stand:
    if one.answered:
        return Stand.DONE
    if one.saved is not None:
        return Stand.IN_HAND if one.task == current else Stand.SAVED
    return Stand.NEW if one.receipt is None else Stand.PASSED


def _seen(unit: Unit, seated: Seated, number: int, one: Practice) -> Seen:
    task = pools.recall_task(unit, one.task)
    if not one.answered or one.receipt is None:
        return Seen(number, task, 0, None, None)
    shown = answers.shown(unit, seated.card, one.receipt)
    return Seen(
        number, task, one.receipt, shown.value if shown else None, known.find(unit, one.task)
    )
