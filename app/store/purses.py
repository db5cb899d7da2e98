"""Purses: what a pool can still promise, and what a batch of cards has used of its cap."""

from sqlalchemy import bindparam, insert, select, update

from app.rules.owe import Purse
from app.store.opening import Unit
from app.store.tables import batch_purse, pool

_LOCK = (
    select(pool.c.budget, pool.c.reserved, pool.c.spent, pool.c.pay)
    .where(pool.c.id == bindparam("of"))
    .with_for_update()
)
_KEEP = update(pool).where(pool.c.id == bindparam("of"))
_USED = (
    select(batch_purse.c.used)
    .where(batch_purse.c.batch == bindparam("of"), batch_purse.c.currency == bindparam("in"))
    .with_for_update()
)
_USE = update(batch_purse).where(
    batch_purse.c.batch == bindparam("of"), batch_purse.c.currency == bindparam("in")
)


def open_purse(unit: Unit, pool_id: int) -> Purse:
    """A pool's purse, locked for the rest of the transaction."""
    return Purse(*unit.execute(_LOCK, {"of": pool_id}).one())


def keep(unit: Unit, pool_id: int, purse: Purse) -> None:
    """Write a pool's purse back."""
    new = {"of": pool_id, "reserved": purse.reserved, "spent": purse.spent}
    unit.execute(_KEEP, new)


def used(unit: Unit, batch_id: int, currency: str) -> int:
    """What a batch's cards have reserved and earned, locked; its row is made where there is none."""
    row = unit.execute(_USED, {"of": batch_id, "in": currency}).first()
    if row:
        return int(row.used)
    unit.execute(insert(batch_purse), {"batch": batch_id, "currency": currency, "used": 0})
    return 0


def use(unit: Unit, batch_id: int, currency: str, amount: int) -> None:
    """Write what a batch's cards have used."""
    unit.execute(_USE, {"of": batch_id, "in": currency, "used": amount})
