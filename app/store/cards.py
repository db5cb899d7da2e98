"""Cards and the codes that open them."""

from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from app.store.opening import Unit
from app.store.tables import batch, card, code


class Opened(NamedTuple):
    """The card that a code opens, and what the code was made for."""

    card: int
    purpose: str
    key_version: int


_FIND = select(code.c.card, code.c.purpose, code.c.key_version).where(code.c.mac == bindparam("is"))
_PURPOSES = select(code.c.purpose).where(code.c.card == bindparam("of"))
_DROP_CODES = delete(code).where(code.c.card == bindparam("of"))
_DROP_PURPOSE = _DROP_CODES.where(code.c.purpose == bindparam("for"))
_SETTINGS = update(card).where(card.c.id == bindparam("of"))


def add(unit: Unit, day: int, batch_id: int | None = None) -> int:
    """Make a card without a code; its number."""
    new: dict[str, Any] = {"batch": batch_id, "settings": {}, "day": day}
    return int(unit.execute(insert(card).returning(card.c.id), new).scalar_one())


def add_code(unit: Unit, card_id: int, mac: bytes, key_version: int, purpose: str) -> None:
    """Let a code open a card."""
    unit.execute(
        insert(code), {"mac": mac, "key_version": key_version, "card": card_id, "purpose": purpose}
    )


def find(unit: Unit, mac: bytes) -> Opened | None:
    """The card that a code opens."""
    row = unit.execute(_FIND, {"is": mac}).first()
    return Opened(*row) if row else None


def purposes(unit: Unit, card_id: int) -> frozenset[str]:
    """What the codes of a card were made for: main, spare, printed."""
    return frozenset(row.purpose for row in unit.execute(_PURPOSES, {"of": card_id}))


def drop_codes(unit: Unit, card_id: int, purpose: str = "") -> None:
    """Let a card's codes open it no longer: those of one purpose, or all."""
    if purpose:
        unit.execute(_DROP_PURPOSE, {"of": card_id, "for": purpose})
    else:
        unit.execute(_DROP_CODES, {"of": card_id})


def set_settings(unit: Unit, card_id: int, settings: dict[str, Any]) -> None:
    """Keep a worker's own settings."""
    unit.execute(_SETTINGS, {"of": card_id, "settings": settings})


def add_batch(unit: Unit, cards: int, pool_id: int | None, cap: int | None, day: int) -> int:
    """Make a batch of cards; its number."""
    new = {"pool": pool_id, "cards": cards, "cap": cap, "day": day}
    return int(unit.execute(insert(batch).returning(batch.c.id), new).scalar_one())
