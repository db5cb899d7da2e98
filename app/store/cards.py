"""Cards and the codes that open them."""

from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, delete, insert, literal, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import batch, card, code, membership, sitting


class Opened(NamedTuple):
    """The card that a code opens, and what the code was made for."""

    card: int
    purpose: str
    key_version: int


_FIND = Statement(
    select(code.c.card, code.c.purpose, code.c.key_version).where(code.c.mac == bindparam("is"))
)
_PURPOSES = Statement(select(code.c.purpose).where(code.c.card == bindparam("of")))
_OF_CARD = delete(code).where(code.c.card == bindparam("of"))
_DROP_CODES = Statement(_OF_CARD)
_DROP_PURPOSE = Statement(_OF_CARD.where(code.c.purpose == bindparam("for")))
_BATCH = Statement(select(card.c.batch).where(card.c.id == bindparam("of")))
_USED = Statement(select(membership.c.id).where(membership.c.card == bindparam("of")).limit(1))
_SET_BATCH = Statement(
    update(card).where(card.c.id == bindparam("of")).values(batch=bindparam("into"))
)
_END = Statement(delete(sitting).where(sitting.c.card == bindparam("of")))
_REMOVE = Statement(delete(card).where(card.c.id == bindparam("of")))
_SETTINGS = Statement(select(card.c.settings).where(card.c.id == bindparam("of")))
_SET_SETTINGS = Statement(update(card).where(card.c.id == bindparam("of")))
_NOTED = Statement(
    select(card.c.noted_tasks).where(
        card.c.id == bindparam("of"), card.c.noted_day == bindparam("on")
    )
)
_COUNT_NOTED = Statement(
    update(card)
    .where(card.c.id == bindparam("of"))
    .values(
        noted_tasks=case(
            (card.c.noted_day == bindparam("on"), card.c.noted_tasks + 1), else_=literal(1)
        ),
        noted_day=bindparam("today"),
    )
)
_NEW = Statement(insert(card).returning(card.c.id))
_NEW_CODE = Statement(insert(code))
_NEW_BATCH = Statement(insert(batch).returning(batch.c.id))


def add(unit: Unit, day: int, batch_id: int | None = None) -> int:
    """Make a card without a code; its number."""
    new: dict[str, Any] = {"batch": batch_id, "settings": {}, "day": day}
    return int(_NEW.one(unit, new)[0])


def add_code(unit: Unit, card_id: int, mac: bytes, key_version: int, purpose: str) -> None:
    """Let a code open a card."""
    _NEW_CODE.run(
        unit, {"mac": mac, "key_version": key_version, "card": card_id, "purpose": purpose}
    )


def find(unit: Unit, mac: bytes) -> Opened | None:
    """The card that a code opens."""
    row = _FIND.first(unit, {"is": mac})
    return Opened(*row) if row else None


def purposes(unit: Unit, card_id: int) -> frozenset[str]:
    """What the codes of a card were made for: main, spare, printed."""
    return frozenset(row[0] for row in _PURPOSES.all(unit, {"of": card_id}))


def drop_codes(unit: Unit, card_id: int, purpose: str = "") -> None:
    """Let a card's codes open it no longer: those of one purpose, or all."""
    if purpose:
        _DROP_PURPOSE.run(unit, {"of": card_id, "for": purpose})
    else:
        _DROP_CODES.run(unit, {"of": card_id})


def noted_tasks(unit: Unit, card_id: int, day: int) -> int:
    """How many tasks with content notes a card was dealt on a day, where that is counted."""
    row = _NOTED.first(unit, {"of": card_id, "on": day})
    return int(row[0]) if row else 0


def count_noted(unit: Unit, card_id: int, day: int) -> None:
    """Count one more; another day's count is forgotten."""
    _COUNT_NOTED.run(unit, {"of": card_id, "on": day, "today": day})


def settings_of(unit: Unit, card_id: int) -> dict[str, Any]:
    """A worker's own settings."""
    found: dict[str, Any] = _SETTINGS.one(unit, {"of": card_id})[0]
    return found


def set_settings(unit: Unit, card_id: int, settings: dict[str, Any]) -> None:
    """Keep a worker's own settings."""
    _SET_SETTINGS.run(unit, {"of": card_id, "settings": settings})


def add_batch(unit: Unit, cards: int, pool_id: int | None, cap: int | None, day: int) -> int:
    """Make a batch of cards; its number."""
    new = {"pool": pool_id, "cards": cards, "cap": cap, "day": day}
    return int(_NEW_BATCH.one(unit, new)[0])


def batch_of(unit: Unit, card_id: int) -> int | None:
    """The batch that a card was printed in; None for a self-made card."""
    found: int | None = _BATCH.one(unit, {"of": card_id})[0]
    return found


def is_used(unit: Unit, card_id: int) -> bool:
    """Whether a card is a member of any pool."""
    return _USED.first(unit, {"of": card_id}) is not None


def set_batch(unit: Unit, card_id: int, batch_id: int) -> None:
    """Count a card among those of a batch."""
    _SET_BATCH.run(unit, {"of": card_id, "into": batch_id})


def remove_unused(unit: Unit, card_id: int) -> None:
    """Remove a card that never did anything, with its codes and sittings."""
    _DROP_CODES.run(unit, {"of": card_id})
    _END.run(unit, {"of": card_id})
    _REMOVE.run(unit, {"of": card_id})
