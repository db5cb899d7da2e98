"""Checking whether a database can be used, for those who run a site."""

from sqlalchemy import select, union

from app.store.opening import AddressError, Store, Unit
from app.store.tables import load, medium, recording


def open_store(url: str) -> Store | str:
    """The store at an address, or what is wrong with the address."""
    try:
        return Store(url)
    except AddressError as reason:
        return str(reason)


def media_names(unit: Unit, most: int) -> list[str]:
    """Files that finished imports and workers brought; their names are as good as drawn by lot."""
    found = select(medium.c.name).join(load, load.c.id == medium.c.load).where(load.c.ready)
    named = union(found, select(recording.c.file)).subquery()
    return [row[0] for row in unit.execute(select(named.c.name).order_by(named.c.name).limit(most))]
