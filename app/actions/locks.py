"""Locks on files: they tell a running import from one that was killed, as the system ends them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHELF = "shelf.lock"


@contextmanager
def import_of(folder: Path, slug: str) -> Iterator[bool]:
    """Be the only import into a pool; False where another one is running."""
    # A pool's name holds no dot, so it never meets the shelf's own lock.
    with _locked(folder, f"pool.{slug}.lock", fcntl.LOCK_EX | fcntl.LOCK_NB) as got:
        yield got


@contextmanager
def filling_shelf(folder: Path) -> Iterator[None]:
    """Put files on the shelf before the store names them; nobody sweeps meanwhile."""
    with _locked(folder, SHELF, fcntl.LOCK_SH):
        yield


@contextmanager
def sweeping_shelf(folder: Path) -> Iterator[bool]:
    """Be the only one who touches the shelf; False where somebody fills it."""
    with _locked(folder, SHELF, fcntl.LOCK_EX | fcntl.LOCK_NB) as got:
        yield got


@contextmanager
def _locked(folder: Path, name: str, how: int) -> Iterator[bool]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("wb") as file:
        try:
            fcntl.flock(file, how)
        except BlockingIOError:
            yield False
            return
        # Closing the file lets go of it; the file stays, since removing it would make two locks.
        yield True
