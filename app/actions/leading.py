"""Where the tasks of a pool lead: the other sites that they ask to open."""

from app.kinds import kinds
from app.store import loads
from app.store.opening import Store
from app.store.pools import Facts


def hosts(store: Store, pool: Facts) -> tuple[str, ...]:
    """Every site that the tasks of a pool lead to."""
    if not kinds()[pool.kind].leads_to:
        return ()
    return tuple(store.read(lambda unit: loads.hosts(unit, pool.id)))
