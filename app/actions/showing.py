"""Showing a worker what is theirs: the task in hand, pools, receipts, earnings."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from app.actions.cards import hashed
from app.kinds import walk
from app.rules.fair import LATEST_REPORTS
from app.rules.preferences import AND, Reader
from app.store import answers, drafts, holds, memberships, places, pools, said, sittings
from app.store.answers import Shown
from app.store.drafts import Kept, Waiting
from app.store.holds import Before, InHand
from app.store.opening import Store, StoreAwayError, Unit
from app.store.pools import Facts, TaskFacts
from app.store.sittings import Seated

__all__ = [
    "Facts",
    "InHand",
    "Kept",
    "Seated",
    "Shown",
    "Store",
    "StoreAwayError",
    "TaskFacts",
    "Waiting",
]

MOST_LEFT = 200
SEEN = frozenset({"published", "paused", "closed"})


class InPool(NamedTuple):
    """A pool as a card stands in it: the task in hand with its drafts, where there is one."""

    pool: Facts
    before: Before
    task: TaskFacts | None
    drafts: tuple[Kept, ...]


class PoolSeen(NamedTuple):
    """A pool as a worker sees it from outside.

    `shut` says that this card was not handed out for it, `foreign` that its words or its material
    are in no language they read, `left_out` that it holds or needs what they leave out; `minutes`
    are those a task by the latest reports.
    """

    pool: Facts
    left: int
    few: bool
    has_money: bool
    shut: bool
    foreign: bool
    left_out: bool
    minutes: tuple[float, ...]


class Mine(NamedTuple):
    """What waits for a card; and how many pools are not offered to it, by the reason."""

    in_hand: list[InHand]
    kept: list[Waiting]
    pools: list[PoolSeen]
    foreign: int
    left_out: int
    known: dict[str, Facts]


class OneReceipt(NamedTuple):
    """A receipt, the task it is for, and every version of the answer."""

    receipt: Shown
    pool: Facts
    task: TaskFacts
    versions: list[Shown]


def in_pool(store: Store, seated: Seated, slug: str) -> InPool | None:
    """How a card stands in a pool; None where there is no such pool to be seen."""
    return store.read(lambda unit: _in_pool(unit, seated.card, slug))


def at_task(store: Store, secret: str, slug: str) -> tuple[Seated | None, InPool | None]:
    """Who sits at the browser that keeps this secret, and how they stand in a pool.

    Every task page needs both, so they are asked in one transaction.
    """

    def act(unit: Unit) -> tuple[Seated | None, InPool | None]:
        seated = sittings.find(unit, hashed(secret))
        return seated, _in_pool(unit, seated.card, slug) if seated else None

    return store.read(act)


def put_by(store: Store, seated: Seated, slug: str, task: int) -> InPool | None:
    """A pool with a task that a card saved or skipped there; None where it did neither."""

    def act(unit: Unit) -> InPool | None:
        before = holds.before(unit, seated.card, slug)
        if before is None or before.member is None:
            return None
        old = answers.find(unit, before.member, task)
        skipped = old is not None and old.value is None
        if not skipped and holds.find(unit, before.member, task) is None:
            return None
        pool = pools.recall(unit, slug, before.version)
        kept = drafts.of_task(unit, before.member, task)
        return InPool(pool, before, pools.recall_task(unit, task), tuple(kept))

    return store.read(act)


def every_pool(store: Store, seated: Seated | None, reader: Reader) -> list[PoolSeen]:
    """The pools that deal tasks, or would if they had money."""

    def act(unit: Unit) -> list[PoolSeen]:
        found = pools.every(unit, "published")
        return [_seen(unit, pool, seated, reader) for pool in found]

    return store.read(act)


def open_pools(store: Store) -> int:
    """How many pools deal tasks now."""
    return store.read(lambda unit: pools.how_many(unit, "published"))


def languages(store: Store) -> frozenset[str]:
    """Every language that the words or the tasks of an open pool are in."""

    def act(unit: Unit) -> frozenset[str]:
        found = pools.every(unit, "published")
        tasks = {one for pool in found for langs in pool.langs for one in langs.split(AND)}
        return frozenset(tasks).union(*(pool.words for pool in found))

    return store.read(act)


def not_offered(found: Iterable[PoolSeen]) -> tuple[int, int]:
    """How many pools are foreign to a worker, and how many of the rest they leave out."""
    seen = list(found)
    return (
        sum(one.foreign for one in seen),
        sum(one.left_out and not one.foreign for one in seen),
    )


def one_pool(store: Store, seated: Seated | None, slug: str, reader: Reader) -> PoolSeen | None:
    """One pool from outside; None where there is none to be seen."""

    def act(unit: Unit) -> PoolSeen | None:
        pool = pools.find(unit, slug)
        return _seen(unit, pool, seated, reader) if pool and pool.state in SEEN else None

    return store.read(act)


def mine(store: Store, seated: Seated, reader: Reader) -> Mine:
    """What a card has in hand, what was kept for it, and the pools that have tasks for it."""

    def act(unit: Unit) -> Mine:
        found = [_seen(unit, pool, seated, reader) for pool in pools.every(unit, "published")]
        in_hand = holds.of_card(unit, seated.card)
        kept = drafts.waiting(unit, seated.card)
        slugs = {one.slug for one in in_hand} | {one.slug for one in kept}
        known = named(unit, slugs)
        offered = [one for one in found if not (one.foreign or one.left_out)]
        open_now = [one for one in offered if one.left and one.has_money and not one.shut]
        return Mine(in_hand, kept, open_now, *not_offered(found), known)

    return store.read(act)


def receipt(store: Store, seated: Seated, number: int) -> OneReceipt | None:
    """One receipt of a card; None where this card has none of that number."""

    def act(unit: Unit) -> OneReceipt | None:
        shown = answers.shown(unit, seated.card, number)
        if shown is None:
            return None
        pool = pools.recall(unit, shown.slug, shown.pool_version)
        versions = answers.versions(unit, seated.card, shown.answer)
        return OneReceipt(shown, pool, pools.recall_task(unit, shown.task), versions)

    return store.read(act)


def kept_for(store: Store, one: Shown) -> list[Kept]:
    """The drafts for the task of a receipt."""
    return store.read(lambda unit: drafts.of_task(unit, one.membership, one.task))


def receipt_of_task(store: Store, seated: Seated, slug: str, task: int) -> int:
    """The number of the latest receipt for a task; 0 where it has none."""

    def act(unit: Unit) -> int:
        before = holds.before(unit, seated.card, slug)
        stored = answers.find(unit, before.member, task) if before and before.member else None
        return stored.number if stored else 0

    return store.read(act)


def _in_pool(unit: Unit, card: int, slug: str) -> InPool | None:
    before = holds.before(unit, card, slug)
    if before is None or before.state not in SEEN:
        return None
    pool = pools.recall(unit, slug, before.version)
    if before.task is None or before.member is None:
        return InPool(pool, before, None, ())
    kept = drafts.of_task(unit, before.member, before.task) if before.drafts else []
    return InPool(pool, before, pools.recall_task(unit, before.task), tuple(kept))


def named(unit: Unit, slugs: set[str]) -> dict[str, Facts]:
    """Pools by their slugs."""
    found = ((slug, pools.find(unit, slug)) for slug in slugs)
    return {slug: pool for slug, pool in found if pool}


def _seen(unit: Unit, pool: Facts, seated: Seated | None, reader: Reader) -> PoolSeen:
    before = holds.before(unit, seated.card, pool.slug) if seated else None
    member = before.member if before and before.member else 0
    left = places.left(unit, pool.id, member, reader.prefers, MOST_LEFT + 1)
    has_money = pool.budget - pool.reserved - pool.spent >= pool.pay
    shut = pool.entry == "cards" and not (
        member or (seated and memberships.may_enter(unit, seated.card, pool.id))
    )
    readable = any(reader.prefers.can_read(lang) for lang in pool.langs)
    foreign = not (readable and reader.best(pool.words))
    held = pool.notes if left else (*pool.notes, *pool.needs)
    left_out = reader.prefers.leaves_out(held)
    few = memberships.company(unit, pool.id) < 5
    minutes = said.minutes_a_task(unit, pool.id, LATEST_REPORTS)
    return PoolSeen(pool, left, few, has_money, shut, foreign, left_out, tuple(minutes))


def describe(values: dict[str, Any]) -> str:
    """The raw text of a draft, one field after the other."""
    fields = (texts for name, texts in values.items() if walk.is_field(name))
    return "\n".join(text for texts in fields for text in texts if text)
