"""Dealing: the next task of a pool for one worker, inside a transaction that is already open."""

from typing import NamedTuple

from app.rules import deal, owe
from app.rules.hide import day_of_hour
from app.rules.preferences import Preferences
from app.store import cards, holds, memberships, places, purses
from app.store.memberships import Member
from app.store.opening import Unit


class Money(NamedTuple):
    """What dealing may promise: the pool's purse, and what the card's batch has used."""

    purse: owe.Purse
    used: int


class Dealt(NamedTuple):
    """What came of dealing: a task; or none and why; or none yet, and another try is worth it."""

    task: int = 0
    why: str = ""
    again: bool = False


def open_money(unit: Unit, member: Member) -> Money:
    """The money behind a member's work; all nothing where the pool is voluntary."""
    if not member.currency:
        return Money(owe.Purse(0), 0)
    purse = purses.open_purse(unit, member.pool)
    used = purses.used(unit, member.batch, member.currency) if member.batch else 0
    return Money(purse, used)


def keep_money(unit: Unit, member: Member, old: Money, new: Money) -> None:
    """Write back what changed."""
    if new.purse != old.purse:
        purses.keep(unit, member.pool, new.purse)
    if member.batch and new.used != old.used:
        purses.use(unit, member.batch, member.currency, new.used)


def reserved(money: Money) -> Money:
    """The money after one more task's pay was promised."""
    return Money(owe.reserve(money.purse), money.used + money.purse.pay)


def can_promise(member: Member, money: Money) -> bool:
    """Whether one more task's pay can be promised to this member."""
    cap = member.cap if member.batch else None
    return money.purse.has_pay and owe.fits_cap(money.used, cap, money.purse.pay)


def deal_next(
    unit: Unit, member: Member, money: Money, hour: int, prefers: Preferences
) -> tuple[Dealt, Money]:
    """Put the next task in a member's hand and promise its pay."""
    if member.state != "published":
        return Dealt(why=member.state), money
    if prefers.leaves_out(member.notes):
        return Dealt(why="left_out"), money
    counted = bool(member.notes and prefers.day_limit)
    if counted and limit_reached(unit, member.card, hour, prefers):
        return Dealt(why="limit"), money
    if not can_promise(member, money):
        return Dealt(why="money"), money
    more_old = _release_old(unit, member, money, hour)
    search = deal.begin(memberships.lanes(unit, member, prefers), member.deals)
    search, task = _search(unit, member, search)
    for lane in search.moved:
        memberships.move(unit, member, lane)
    if not task:
        return Dealt(why="none", again=search.capped or more_old), money
    holds.add(unit, member.id, member.pool, task, money.purse.pay, hour)
    if counted:
        cards.count_noted(unit, member.card, day_of_hour(hour))
    return Dealt(task), reserved(money)


def limit_reached(unit: Unit, card: int, hour: int, prefers: Preferences) -> bool:
    """Whether a card has had as many tasks with content notes today as its owner wants."""
    return prefers.is_enough(cards.noted_tasks(unit, card, day_of_hour(hour)))


def _search(unit: Unit, member: Member, search: deal.Search) -> tuple[deal.Search, int]:
    """Walk the lanes to a place whose task the member never had, and take it; 0 for no task."""
    while lane := search.lane:
        found = places.first_open(unit, member.id, lane)
        if found is None:
            search = deal.nothing(search)
        elif found.had:
            search = deal.had(search, found.rank)
        elif places.take(unit, lane.strand, lane.number, found.rank):
            return deal.taken(search, found.rank), found.task
    return search, 0


def _release_old(unit: Unit, member: Member, money: Money, hour: int) -> bool:
    """Let places go that are held for long; whether there may be more of them."""
    most = deal.RELEASED_AT_ONCE
    if money.purse.pay:
        most = min(most, money.purse.free // money.purse.pay)
    tasks = holds.release_old(unit, member.pool, hour - deal.OLD_AFTER_HOURS, most)
    for task in tasks:
        places.reopen(unit, task)
    return len(tasks) == most
