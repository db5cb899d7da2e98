"""Sittings: a card open in one browser."""

from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import card, sitting


class Seated(NamedTuple):
    """Who sits at a browser, and the run of tasks that is being done there."""

    id: int
    card: int
    own_device: bool
    pool: int | None
    goal: int
    done: int
    earned: int
    did: str
    receipt: int
    settings: dict[str, Any]


_FIND = Statement(
    select(
        sitting.c.id,
        sitting.c.card,
        sitting.c.own_device,
        sitting.c.pool,
        sitting.c.goal,
        sitting.c.done,
        sitting.c.earned,
        sitting.c.did,
        sitting.c.receipt,
        card.c.settings,
    )
    .join(card, card.c.id == sitting.c.card)
    .where(sitting.c.secret == bindparam("is"))
)
_STEP = Statement(
    update(sitting)
    .where(sitting.c.id == bindparam("of"))
    .values(
        done=sitting.c.done + bindparam("more_done"),
        earned=sitting.c.earned + bindparam("more_earned"),
        did=bindparam("now_did"),
        receipt=bindparam("now_receipt"),
    )
    .returning(sitting.c.goal, sitting.c.done)
)
_RUN = Statement(update(sitting).where(sitting.c.id == bindparam("of")))
_END = Statement(delete(sitting).where(sitting.c.id == bindparam("of")))
_END_OTHERS = Statement(
    delete(sitting).where(sitting.c.card == bindparam("of"), sitting.c.id != bindparam("but"))
)
_NEW_SITTING = Statement(insert(sitting).returning(sitting.c.id))


def find(unit: Unit, secret: bytes) -> Seated | None:
    """The sitting that a browser's secret (hashed) belongs to."""
    row = _FIND.first(unit, {"is": secret})
    return Seated._make(row) if row else None


def begin(unit: Unit, secret: bytes, card_id: int, own_device: bool, day: int) -> int:
    """Open a card in a browser; the sitting's number."""
    new = {
        "secret": secret,
        "card": card_id,
        "own_device": own_device,
        "pool": None,
        "goal": 0,
        "done": 0,
        "earned": 0,
        "did": "",
        "receipt": 0,
        "day": day,
        "minutes_report": None,
    }
    return int(_NEW_SITTING.one(unit, new)[0])


def run(unit: Unit, sitting_id: int, pool_id: int, goal: int) -> None:
    """Begin a run of tasks: in which pool, and the worker's own number (0: until they stop).

    Nothing leads to what was reported of the run before any more.
    """
    _RUN.run(
        unit,
        {
            "of": sitting_id,
            "pool": pool_id,
            "goal": goal,
            "done": 0,
            "earned": 0,
            "did": "",
            "receipt": 0,
            "minutes_report": None,
        },
    )


def step(unit: Unit, sitting_id: int, did: str, receipt: int, done: int, earned: int) -> bool:
    """Note what was just done, and count it; whether the worker's own number is reached."""
    row = _STEP.first(
        unit,
        {
            "of": sitting_id,
            "now_did": did,
            "now_receipt": receipt,
            "more_done": done,
            "more_earned": earned,
        },
    )
    # A sitting that has ended meanwhile asks for nothing more.
    return row is None or 0 < row[0] <= row[1]


def end(unit: Unit, sitting_id: int) -> None:
    """End a sitting: its browser is nobody's again."""
    _END.run(unit, {"of": sitting_id})


def end_others(unit: Unit, card_id: int, sitting_id: int) -> None:
    """End every sitting of a card but one (0: all)."""
    _END_OTHERS.run(unit, {"of": card_id, "but": sitting_id})
