"""The ledger: what each card earned, line by line, with running balances."""

from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update

from app.store.opening import Unit
from app.store.tables import account, entry, entry_answer, pool


class Line(NamedTuple):
    """One line of a card's ledger."""

    day: int
    slug: str
    kind: str
    amount: int
    currency: str
    sample: bool


class Balance(NamedTuple):
    """What a card has earned in one currency."""

    currency: str
    amount: int


_ADD = (
    update(account)
    .where(account.c.card == bindparam("of"), account.c.currency == bindparam("in"))
    .values(balance=account.c.balance + bindparam("more"))
    .returning(account.c.id)
)
_BALANCES = (
    select(account.c.currency, account.c.balance)
    .where(account.c.card == bindparam("of"))
    .order_by(account.c.currency)
)
_LINES = (
    select(
        entry.c.day, pool.c.slug, entry.c.kind, entry.c.amount, account.c.currency, pool.c.sample
    )
    .join(account, account.c.id == entry.c.account)
    .join(pool, pool.c.id == entry.c.pool)
    .where(account.c.card == bindparam("of"), entry.c.id < bindparam("before"))
    .order_by(entry.c.id.desc())
    .limit(bindparam("most"))
)
_NEW_ENTRY = insert(entry).returning(entry.c.id)


def credit(
    unit: Unit, card_id: int, pool_id: int, answer_id: int, amount: int, currency: str, day: int
) -> None:
    """Credit an answer: a line, its link to the answer, and the running balance.

    The link is unique by answer, so nothing is ever credited twice.
    """
    found = unit.execute(_ADD, {"of": card_id, "in": currency, "more": amount}).scalar()
    if found is None:
        new = {"card": card_id, "currency": currency, "balance": amount}
        found = unit.execute(insert(account).returning(account.c.id), new).scalar_one()
    line = {"account": found, "pool": pool_id, "kind": "answer", "amount": amount, "day": day}
    number = unit.execute(_NEW_ENTRY, line).scalar_one()
    unit.execute(insert(entry_answer), {"entry": number, "answer": answer_id})


def balances(unit: Unit, card_id: int) -> list[Balance]:
    """A card's balances, by currency."""
    return [Balance(*row) for row in unit.execute(_BALANCES, {"of": card_id})]


def lines(unit: Unit, card_id: int, most: int, before: int = 2**62) -> list[Line]:
    """A card's latest ledger lines."""
    key = {"of": card_id, "before": before, "most": most}
    return [Line(*row) for row in unit.execute(_LINES, key)]
