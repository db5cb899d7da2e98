"""A worker's own limit: how many tasks with content notes a day may hold."""

from datetime import datetime

from app.actions.dealing import limit_reached
from app.rules.hide import hour_of
from app.rules.preferences import read_settings
from app.store.opening import Store
from app.store.pools import Facts
from app.store.sittings import Seated


def reached(store: Store, seated: Seated, pool: Facts, now: datetime) -> int:
    """The limit of a card, where it keeps this pool from dealing more today; else 0."""
    prefers = read_settings(seated.settings)
    if not (pool.notes and prefers.day_limit):
        return 0
    hour = hour_of(now.timestamp())
    full = store.read(lambda unit: limit_reached(unit, seated.card, hour, prefers))
    return int(prefers.day_limit) if full else 0
