"""What a card did and earned before, a page at a time, the newest first."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from app.actions.showing import named
from app.store import answers, ledger
from app.store.answers import Shown
from app.store.ledger import Balance, Line
from app.store.opening import Store, Unit
from app.store.pools import Facts
from app.store.sittings import Seated

Row = TypeVar("Row")


class Receipts(NamedTuple):
    """Some of a card's receipts with their pools: after how many newer ones, and if more follow."""

    lines: list[Shown]
    known: dict[str, Facts]
    past: int
    more: bool


class Money(NamedTuple):
    """A card's balances and some of its ledger lines with their pools, counted as receipts are."""

    balances: list[Balance]
    lines: list[Line]
    known: dict[str, Facts]
    past: int
    more: bool


def receipts(store: Store, seated: Seated, most: int, past: int = 0) -> Receipts:
    """Some of a card's receipts; the last of them where `past` lies behind them all."""

    def act(unit: Unit) -> Receipts:
        card = seated.card
        read, count = partial(answers.latest, unit, card), partial(answers.how_many, unit, card)
        lines, at, more = _some(read, count, most, past)
        return Receipts(lines, named(unit, {line.slug for line in lines}), at, more)

    return store.read(act)


def earnings(store: Store, seated: Seated, most: int, past: int = 0) -> Money:
    """What a card earned, and for what; the last lines where `past` lies behind them all."""

    def act(unit: Unit) -> Money:
        card = seated.card
        read, count = partial(ledger.lines, unit, card), partial(ledger.how_many, unit, card)
        lines, at, more = _some(read, count, most, past)
        known = named(unit, {line.slug for line in lines})
        return Money(ledger.balances(unit, card), lines, known, at, more)

    return store.read(act)


def _some(
    read: Callable[[int, int], list[Row]], count: Callable[[], int], most: int, past: int
) -> tuple[list[Row], int, bool]:
    """At most so many rows after the first few, where that is, and whether more follow.

    The rows are counted only for an address that somebody made up.
    """
    found = read(most + 1, past)
    if past and not found:
        past = max(0, count() - 1) // most * most
        found = read(most + 1, past)
    return found[:most], past, len(found) > most
