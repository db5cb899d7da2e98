"""What imports that failed or were killed left behind, and taking it away."""

import time
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from app.actions import locks
from app.media.shelf import Shelf
from app.store import loads, recordings
from app.store.opening import Store, StoreAwayError

# Few enough that each step is short, also where every removed row is looked for in other tables.
AT_ONCE = 200
# Between two steps, so that answers get their turn where two processes write to one SQLite file.
REST_SECONDS = 0.005


class Storage(NamedTuple):
    """Where imports put things, and the folder of the locks that keep them apart."""

    store: Store
    shelf: Shelf
    locks: Path


def clear(storage: Storage, slug: str) -> int:
    """Remove what killed imports into a pool left; call it under that pool's lock."""
    left = [load for pool, load in storage.store.read(loads.abandoned) if pool == slug]
    for load in left:
        _remove(storage.store, load)
    if left:
        sweep(storage)
    return len(left)


def clear_all(storage: Storage) -> int:
    """Remove what killed imports left in any pool, and tell how many; running ones go on."""
    cleared = 0
    for slug in sorted({pool for pool, _ in storage.store.read(loads.abandoned)}):
        with locks.import_of(storage.locks, slug) as mine:
            cleared += clear(storage, slug) if mine else 0
    return cleared


def undo(storage: Storage, load: int) -> None:
    """Take back an import that failed; where the database is away, the next import does it."""
    with suppress(StoreAwayError):
        # It may have been stopped right after it was done.
        if any(load == left for _, left in storage.store.read(loads.abandoned)):
            _remove(storage.store, load)
            sweep(storage)


def sweep(storage: Storage) -> int:
    """Remove the files that no load and no recording names, and tell how many.

    None while an import fills.
    """
    removed = 0
    with locks.sweeping_shelf(storage.locks) as alone:
        names = storage.shelf.names() if alone else iter(())
        while some := list(islice(names, AT_ONCE)):
            orphans = set(some) - _named(storage.store, some)
            for name in orphans:
                storage.shelf.remove(name)
            removed += len(orphans)
    return removed


def _named(store: Store, names: list[str]) -> set[str]:
    return store.read(lambda unit: loads.named(unit, names) | recordings.named(unit, names))


def _remove(store: Store, load: int) -> None:
    while store.write(lambda unit: loads.drop_some_tasks(unit, load, AT_ONCE)):
        time.sleep(REST_SECONDS)
    store.write(lambda unit: loads.drop(unit, load))
