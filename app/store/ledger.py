"""The ledger: what each card earned, line by line, with running balances."""

from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from app.store.memberships import Member
from app.store.opening import Unit
from app.store.statement import Statement
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
    """What a card has earned in one currency; sample pay is not real money."""

    currency: str
    amount: int
    sample: bool


_ADD = Statement(
    update(account)
    .where(
        account.c.card == bindparam("of"),
        account.c.currency == bindparam("in"),
        account.c.sample == bindparam("as_sample"),
    )
    .values(balance=account.c.balance + bindparam("more"))
    .returning(account.c.id)
)
_BALANCES = Statement(
    select(account.c.currency, account.c.balance, account.c.sample)
    .where(account.c.card == bindparam("of"))
    .order_by(account.c.currency, account.c.sample)
)
_LINES = Statement(
    select(
        entry.c.day, pool.c.slug, entry.c.kind, entry.c.amount, account.c.currency, pool.c.sample
    )
    .join(account, account.c.id == entry.c.account)
    .join(pool, pool.c.id == entry.c.pool)
    .where(account.c.card == bindparam("of"))
    .order_by(entry.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("past"))
)
_HOW_MANY = Statement(
    select(func.count())
    .select_from(entry)
    .join(account, account.c.id == entry.c.account)
    .where(account.c.card == bindparam("of"))
)
_NEW_ENTRY = Statement(insert(entry).returning(entry.c.id))
_NEW_ENTRY_ANSWER = Statement(insert(entry_answer))
_NEW_ACCOUNT = Statement(insert(account).returning(account.c.id))


def credit(unit: Unit, member: Member, answer_id: int, amount: int, day: int) -> None:
    """Credit an answer: a line, its link to the answer, and the running balance.

    The link is unique by answer, so nothing is ever credited twice.
    """
    purse = {"of": member.card, "in": member.currency, "as_sample": member.sample}
    found = _ADD.first(unit, {**purse, "more": amount})
    if found is None:
        found = _NEW_ACCOUNT.one(
            unit,
            {
                "card": member.card,
                "currency": member.currency,
                "sample": member.sample,
                "balance": amount,
            },
        )
    line = {
        "account": found[0],
        "pool": member.pool,
        "kind": "answer",
        "amount": amount,
        "day": day,
    }
    number = _NEW_ENTRY.one(unit, line)[0]
    _NEW_ENTRY_ANSWER.run(unit, {"entry": number, "answer": answer_id})


def balances(unit: Unit, card_id: int) -> list[Balance]:
    """A card's balances, by currency."""
    return [Balance(*row) for row in _BALANCES.all(unit, {"of": card_id})]


def lines(unit: Unit, card_id: int, most: int, past: int = 0) -> list[Line]:
    """A card's ledger lines, the newest first."""
    values = {"of": card_id, "most": most, "past": past}
    return [Line(*row) for row in _LINES.all(unit, values)]


def how_many(unit: Unit, card_id: int) -> int:
    """How many ledger lines a card has."""
    return int(_HOW_MANY.one(unit, {"of": card_id})[0])
