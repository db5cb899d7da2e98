"""Checking whether a database can be used, for those who run a site."""

from sqlalchemy import select

from app.store.opening import AddressError, Store, Unit
from app.store.tables import load, medium


def open_store(url: str) -> Store | str:
    """The store at an address, or what is wrong with the address."""
    try:
        return Store(url)
    except AddressError as reason:
        return str(reason)


def media_names(unit: Unit, most: int) -> list[str]:
    """Stored files that finished imports brought; their names are as good as drawn by lot."""
    found = select(medium.c.name).join(load, load.c.id == medium.c.load).where(load.c.ready)
    return [row[0] for row in unit.execute(found.distinct().order_by(medium.c.name).limit(most))]
