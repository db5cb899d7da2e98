"""A turn: one act of one worker in one pool, in one transaction, and the next task after it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar

from app.actions.cards import hashed
from app.actions.dealing import Dealt, Money, deal_next, keep_money, open_money
from app.rules.hide import day_of, hour_of
from app.rules.preferences import read_settings
from app.rules.problem import Problem
from app.store import holds, memberships, sittings
from app.store.memberships import Member
from app.store.opening import Store, Unit
from app.store.sittings import Seated

FIRST_NUMBER = 10**11
# What was done where it was done with a practice task, after which nothing is dealt unasked.
PRACTICE = "practice"
Refused = TypeVar("Refused")


class Browser(NamedTuple):
    """Who acts, before anybody looked: the secret a browser keeps, and the card it must open."""

    secret: str
    card: int


@dataclass(slots=True)
class Turn:
    """What an act needs: the open transaction, who acts, the money at hand, and coarse time."""

    unit: Unit
    seated: Seated
    member: Member
    money: Money
    number: int
    day: int
    hour: int


class Done(NamedTuple):
    """What came of an act: its receipt (0: none), what it earned, and what was dealt after it.

    `in_run` says whether it belongs to the run of tasks that is being done in this sitting, and
    `alone` that no other task was in hand beside the one that it was about.
    """

    did: str
    receipt: int = 0
    earned: int = 0
    counted: bool = False
    deal: bool = True
    dealt: Dealt = Dealt()
    in_run: bool = False
    alone: bool = False


def take_turn(
    store: Store,
    who: Seated | Browser,
    slug: str,
    now: datetime,
    act: Callable[[Turn], Done | Refused],
) -> Done | Refused | Problem:
    """Run an act and deal the next task, all of it or nothing; it must refuse before it writes.

    Where one transaction's probes find no task and more may be there, the search goes on in
    transactions of its own: what was done is kept by then.
    """

    def run(unit: Unit) -> Done | Refused | Problem:
        turn = begin_turn(unit, who, slug, now)
        if turn is None:
            return Problem("task_not_yours")
        before = turn.money
        done = act(turn)
        return _finish(turn, before, done) if isinstance(done, Done) else done

    done = store.write(run)
    if isinstance(done, Done) and done.dealt.again:
        return done._replace(dealt=look_on(store, who, slug, now))
    return done


def look_on(store: Store, who: Seated | Browser, slug: str, now: datetime) -> Dealt:
    """Look for a task until there is one, or certainly none."""

    def run(unit: Unit) -> Dealt:
        turn = begin_turn(unit, who, slug, now)
        return next_task(turn) if turn else Dealt(why="none")

    dealt = Dealt(again=True)
    while dealt.again:
        dealt = store.write(run)
    return dealt


def next_task(turn: Turn) -> Dealt:
    """The task in hand, or one that is dealt now."""
    current = holds.current(turn.unit, turn.member.id)
    if current:
        return Dealt(current)
    before = turn.money
    dealt = _deal(turn)
    keep_money(turn.unit, turn.member, before, turn.money)
    if dealt.task:
        memberships.count(turn.unit, turn.member, turn.day, deals=1)
    return dealt


def new_number() -> int:
    """A random receipt number of twelve digits, the first of them no zero."""
    return FIRST_NUMBER + secrets.randbelow(9 * FIRST_NUMBER)


def begin_turn(unit: Unit, who: Seated | Browser, slug: str, now: datetime) -> Turn | None:
    """A worker's turn in a pool; None where their card is not open, or no member of it."""
    seated = _seat(unit, who) if isinstance(who, Browser) else who
    if seated is None:
        return None
    member = memberships.find(unit, seated.card, slug)
    if member is None:
        return None
    seconds = now.timestamp()
    money = open_money(unit, member)
    return Turn(unit, seated, member, money, new_number(), day_of(seconds), hour_of(seconds))


def _seat(unit: Unit, who: Browser) -> Seated | None:
    found = sittings.find(unit, hashed(who.secret))
    return found if found and found.card == who.card else None


def _deal(turn: Turn) -> Dealt:
    prefers = read_settings(turn.seated.settings)
    dealt, turn.money = deal_next(turn.unit, turn.member, turn.money, turn.hour, prefers)
    return dealt


def _finish(turn: Turn, before: Money, done: Done) -> Done:
    """Count what was done, and deal while the worker's own number is not reached."""
    seated, member, unit = turn.seated, turn.member, turn.unit
    in_run = seated.pool == member.pool
    # Practice is beside the worker's own number of tasks.
    count = int(done.counted and done.did != PRACTICE) if in_run else 0
    earned = done.earned if in_run else 0
    # Asked of the table: a second click must not see the number as it was before the first.
    reached = sittings.step(unit, seated.id, done.did, done.receipt, count, earned)
    dealt = Dealt()
    if done.deal and in_run and not reached and (done.alone or not holds.current(unit, member.id)):
        dealt = _deal(turn)
    keep_money(unit, member, before, turn.money)
    if dealt.task or done.counted:
        deals, answers = int(bool(dealt.task)), int(done.counted)
        memberships.count(unit, member, turn.day, deals, answers, done.earned)
    return done._replace(dealt=dealt, in_run=in_run)
