"""Working: begin, go on, skip, save, stop, and come back to what was put by."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.actions.dealing import Dealt, Money, can_promise, keep_money, open_money, reserved
from app.actions.sheets import Sheet, save_typed, so_far
from app.actions.turn import PRACTICE, Done, Turn, begin_turn, look_on, next_task, take_turn
from app.kinds import walk
from app.rules import deal, owe
from app.rules.hide import hour_of, pseudonym
from app.rules.problem import Problem
from app.store import answers, holds, memberships, places, pools, sittings
from app.store.opening import Store, Unit
from app.store.sittings import Seated

# A worker's own number of tasks.
UNTIL_STOPPED = 0
ONE = 1


def go_on(
    store: Store, seated: Seated, slug: str, goal: int | None, now: datetime
) -> Dealt | Problem:
    """The task in hand, or the next one; a new run of tasks where `goal` is given.

    `goal` is the worker's own number (0: until they stop; None: the run there is).
    """

    def act(unit: Unit) -> Dealt | Problem:
        turn = enter(unit, seated, slug, now)
        if isinstance(turn, Problem):
            return turn
        begin_run(unit, seated, turn.member.pool, goal)
        if goal is not None:
            put_practice_by(turn)
        return next_task(turn)

    dealt = store.write(act)
    if isinstance(dealt, Dealt) and dealt.again:
        return look_on(store, seated, slug, now)
    return dealt


def skip(
    store: Store, seated: Seated, slug: str, task: int, now: datetime, page: Sheet | None = None
) -> Done | Problem:
    """Hand a task back; it is asked of somebody else, and can be answered after all.

    What stands on `page` is kept for that.
    """

    def act(turn: Turn) -> Done | Problem:
        unit, member = turn.unit, turn.member
        held = holds.find(unit, member.id, task)
        old = answers.find(unit, member.id, task)
        if held is None:
            if old is None:
                return Problem("task_not_yours")
            return _passed(turn, task, old.number, "skip" if old.value is None else "answer")
        if page:
            _keep_typed(turn, page)
        holds.drop(unit, member.id, task)
        purse, used = turn.money
        turn.money = Money(owe.release(purse, held.pay), used - held.pay if member.batch else 0)
        if old is None:
            answers.add(unit, turn.number, member.id, member.pool, task, None, 0, False, turn.day)
        if not held.released and not deal.went_round(answers.skipped(unit, task), member.overlap):
            places.reopen(unit, task)
        return _passed(turn, task, turn.number if old is None else old.number)

    return take_turn(store, seated, slug, now, act)


def save(
    store: Store,
    seated: Seated,
    slug: str,
    task: int,
    typed: Mapping[str, Any],
    now: datetime,
    draft: int = 0,
) -> Done | Problem:
    """Keep what was typed; the task waits under the saved ones while others are dealt."""

    def act(turn: Turn) -> Done | Problem:
        if holds.find(turn.unit, turn.member.id, task) is None:
            return Problem("task_not_yours")
        _keep_typed(turn, Sheet(slug, task, typed, draft))
        holds.save(turn.unit, turn.member.id, task)
        return _passed(turn, task, 0, "save")

    return take_turn(store, seated, slug, now, act)


def stop(
    store: Store,
    seated: Seated,
    slug: str,
    task: int,
    typed: Mapping[str, Any],
    now: datetime,
    draft: int = 0,
) -> Done | Problem:
    """Keep what was typed and deal nothing more; the task stays in hand."""

    def act(turn: Turn) -> Done | Problem:
        if holds.find(turn.unit, turn.member.id, task):
            _keep_typed(turn, Sheet(slug, task, typed, draft))
        return Done("stop", deal=False)

    return take_turn(store, seated, slug, now, act)


def resume(store: Store, seated: Seated, slug: str, task: int, now: datetime) -> Problem | None:
    """Put a saved task before the worker again."""

    def act(unit: Unit) -> Problem | None:
        turn = begin_turn(unit, seated, slug, now)
        if turn is None or holds.find(unit, turn.member.id, task) is None:
            return Problem("task_not_yours")
        holds.bring_back(unit, turn.member.id, task)
        begin_run(unit, seated, turn.member.pool, None, alone=ONE)
        return None

    return store.write(act)


def answer_after_all(store: Store, seated: Seated, number: int, now: datetime) -> str | Problem:
    """Take a skipped task in hand again from its receipt; the slug of its pool."""

    def act(unit: Unit) -> str | Problem:
        shown = answers.shown(unit, seated.card, number)
        if shown is None or shown.value is not None:
            return Problem("receipt_unknown")
        member = memberships.find(unit, seated.card, shown.slug)
        if member is None:
            return Problem("receipt_unknown")
        stored = answers.find(unit, member.id, shown.task)
        if stored is None or stored.value is not None:
            # The receipt is of the skip, and stays as it was.
            return Problem("task_answered")
        if holds.find(unit, member.id, shown.task) is None:
            money = open_money(unit, member)
            if member.state == "closed":
                return Problem("pool_closed")
            if not can_promise(member, money):
                return Problem("money_gone")
            hour = hour_of(now.timestamp())
            pay = money.purse.pay
            holds.add(unit, member.id, member.pool, shown.task, pay, hour, released=True)
            keep_money(unit, member, money, reserved(money))
        holds.bring_back(unit, member.id, shown.task)
        begin_run(unit, seated, member.pool, None, alone=ONE)
        return shown.slug

    return store.write(act)


def _passed(turn: Turn, task: int, receipt: int, did: str = "skip") -> Done:
    """What came of putting a task away; after practice nothing is dealt that nobody asked for."""
    if pools.recall_task(turn.unit, task).practice:
        return Done(PRACTICE, receipt, deal=False)
    return Done(did, receipt)


def enter(unit: Unit, seated: Seated, slug: str, now: datetime) -> Turn | Problem:
    """A worker's turn in a pool, which they join where they are no member yet."""
    turn = begin_turn(unit, seated, slug, now)
    if turn is None:
        problem = _join(unit, seated.card, slug)
        if problem:
            return problem
        turn = begin_turn(unit, seated, slug, now)
    return turn or Problem("pool_unknown")


def put_practice_by(turn: Turn) -> None:
    """Let a practice task in hand wait, so that the others can be begun without it."""
    task = holds.current(turn.unit, turn.member.id)
    if task and pools.recall_task(turn.unit, task).practice:
        holds.save(turn.unit, turn.member.id, task)


def begin_run(
    unit: Unit, seated: Seated, pool: int, goal: int | None, alone: int = UNTIL_STOPPED
) -> None:
    """Begin a run of tasks, or go on with the one there is; what was done last is said no more.

    `alone` is the number where none is given and there is no run to go on with.
    """
    over = 0 < seated.goal <= seated.done
    if goal is not None or over or seated.pool != pool:
        sittings.run(unit, seated.id, pool, alone if goal is None else goal)
    else:
        sittings.step(unit, seated.id, "", 0, done=0, earned=0)


def _join(unit: Unit, card_id: int, slug: str) -> Problem | None:
    pool = pools.find(unit, slug)
    if pool is None or pool.state == "draft":
        return Problem("pool_unknown")
    if pool.entry == "cards" and not memberships.may_enter(unit, card_id, pool.id):
        return Problem("pool_wants_printed_card")
    memberships.join(unit, card_id, pool.id, pseudonym(secrets.token_bytes(4)))
    return None


def _keep_typed(turn: Turn, sheet: Sheet) -> None:
    typed = so_far(turn.unit, turn.member, sheet)
    if walk.says_something(typed):
        save_typed(turn.unit, turn.member, sheet, typed, turn.day)
