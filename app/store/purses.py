"""Purses: what a pool can still promise, and what a batch of cards has used of its cap."""

from sqlalchemy import bindparam, insert, select, update

from app.rules.owe import Purse
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import batch_purse, pool

_LOCK = Statement(
    select(pool.c.budget, pool.c.reserved, pool.c.spent, pool.c.pay)
    .where(pool.c.id == bindparam("of"))
    # The weaker lock, which a reference to the pool does not wait for: two who join at one moment
    # both refer to it before they open its purse, and would wait for each other for ever.
    .with_for_update(key_share=True)
)
_KEEP = Statement(update(pool).where(pool.c.id == bindparam("of")))
_USED = Statement(
    select(batch_purse.c.used)
    .where(batch_purse.c.batch == bindparam("of"), batch_purse.c.currency == bindparam("in"))
    .with_for_update()
)
_USE = Statement(
    update(batch_purse).where(
        batch_purse.c.batch == bindparam("of"), batch_purse.c.currency == bindparam("in")
    )
)
_NEW_BATCH_PURSE = Statement(insert(batch_purse))


def open_purse(unit: Unit, pool_id: int) -> Purse:
    """A pool's purse, locked for the rest of the transaction."""
    return Purse(*_LOCK.one(unit, {"of": pool_id}))


def keep(unit: Unit, pool_id: int, purse: Purse) -> None:
    """Write a pool's purse back."""
    new = {"of": pool_id, "reserved": purse.reserved, "spent": purse.spent}
    _KEEP.run(unit, new)


def used(unit: Unit, batch_id: int, currency: str) -> int:
    """What a batch's cards have reserved and earned, locked; a missing row is made."""
    row = _USED.first(unit, {"of": batch_id, "in": currency})
    if row:
        return int(row[0])
    _NEW_BATCH_PURSE.run(unit, {"batch": batch_id, "currency": currency, "used": 0})
    return 0


def use(unit: Unit, batch_id: int, currency: str, amount: int) -> None:
    """Write what a batch's cards have used."""
    _USE.run(unit, {"of": batch_id, "in": currency, "used": amount})
