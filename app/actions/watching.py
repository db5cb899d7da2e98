"""Watching: whether the database answers, and counts that tell of nobody."""

from app.store import counting
from app.store.opening import Store


def reach(store: Store) -> None:
    """Ask the database for anything at all. Raises StoreAwayError."""
    store.read(counting.anything)


def counts(store: Store) -> list[tuple[str, int]]:
    """How much there is of everything, by name."""
    return store.read(counting.everything)
