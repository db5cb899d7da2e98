"""Memberships: a card in a pool, under a pseudonym, and how far it has come."""

from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update

from app.rules.deal import MAIN, REOPENED, Lane
from app.rules.preferences import Preferences
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import batch, card, cursor, membership, pool, strand


class Member(NamedTuple):
    """A card in a pool, with what dealing needs to know of both."""

    id: int
    card: int
    deals: int
    pool: int
    kind: str
    state: str
    version: int
    overlap: int
    entry: str
    currency: str
    sample: bool
    notes: list[str]
    batch: int | None
    cap: int | None


_FIND = (
    select(
        membership.c.id,
        membership.c.card,
        membership.c.deals,
        pool.c.id,
        pool.c.kind,
        pool.c.state,
        pool.c.version,
        pool.c.overlap,
        pool.c.entry,
        pool.c.currency,
        pool.c.sample,
        pool.c.notes,
        card.c.batch,
        batch.c.cap,
    )
    .join(pool, pool.c.id == membership.c.pool)
    .join(card, card.c.id == membership.c.card)
    .outerjoin(batch, batch.c.id == card.c.batch)
    .where(membership.c.card == bindparam("card"), pool.c.slug == bindparam("slug"))
)
_LOCK = Statement(_FIND.with_for_update(of=membership))
_LANES = Statement(
    select(strand.c.id, strand.c.needs, strand.c.lang, strand.c.head, cursor.c.lane, cursor.c.rank)
    .outerjoin(
        cursor,
        (cursor.c.strand == strand.c.id) & (cursor.c.membership == bindparam("member")),
    )
    .where(strand.c.pool == bindparam("of"))
    .order_by(strand.c.id)
)
_JOIN = Statement(insert(membership))
_MOVE = Statement(
    update(cursor).where(
        cursor.c.membership == bindparam("member"),
        cursor.c.strand == bindparam("of"),
        cursor.c.lane == bindparam("on"),
    )
)
_COUNT = Statement(
    update(membership)
    .where(membership.c.id == bindparam("member"))
    .values(
        deals=membership.c.deals + bindparam("more_deals"),
        answers=membership.c.answers + bindparam("more_answers"),
        earned=membership.c.earned + bindparam("more_earned"),
        day=bindparam("today"),
    )
)
_MAY = Statement(
    select(card.c.id)
    .join(batch, batch.c.id == card.c.batch)
    .where(
        card.c.id == bindparam("one"), batch.c.pool.is_(None) | (batch.c.pool == bindparam("of"))
    )
)
_BATCHES = Statement(
    select(card.c.batch)
    .join(membership, membership.c.card == card.c.id)
    .where(membership.c.pool == bindparam("of"))
    .distinct()
    .limit(2)
)
_COMPANY = Statement(select(membership.c.id).where(membership.c.pool == bindparam("of")).limit(5))
_NEW_CURSOR = Statement(insert(cursor))


def find(unit: Unit, card_id: int, slug: str) -> Member | None:
    """A card's membership of a pool, locked for the rest of the transaction."""
    row = _LOCK.first(unit, {"card": card_id, "slug": slug})
    return Member._make(row) if row else None


def join(unit: Unit, card_id: int, pool_id: int, pseudonym: str) -> None:
    """Make a card a member of a pool."""
    _JOIN.run(
        unit,
        {
            "card": card_id,
            "pool": pool_id,
            "pseudonym": pseudonym,
            "deals": 0,
            "answers": 0,
            "earned": 0,
        },
    )


def lanes(unit: Unit, member: Member, prefers: Preferences) -> list[Lane]:
    """The lanes a member may be dealt from: strands whose tasks suit their preferences."""
    found: dict[tuple[int, int], Lane] = {}
    rows = _LANES.all(unit, {"member": member.id, "of": member.pool})
    for strand_id, needs, lang, head, number, rank in rows:
        if not prefers.suit(frozenset(needs.split(",")), lang):
            continue
        for lane in (MAIN, REOPENED):
            found.setdefault((strand_id, lane), Lane(strand_id, lane, head=head))
        if number is not None:
            at = Lane(strand_id, number, after=rank, head=head, new=False)
            found[strand_id, number] = at
    return list(found.values())


def move(unit: Unit, member: Member, lane: Lane) -> None:
    """Remember how far a member has come in a lane."""
    if lane.new:
        _NEW_CURSOR.run(
            unit,
            {
                "membership": member.id,
                "strand": lane.strand,
                "lane": lane.number,
                "rank": lane.after,
            },
        )
    else:
        key = {"member": member.id, "of": lane.strand, "on": lane.number, "rank": lane.after}
        _MOVE.run(unit, key)


def count(
    unit: Unit, member: Member, day: int, deals: int = 0, answers: int = 0, earned: int = 0
) -> None:
    """Add to a member's running sums, on a day of their work."""
    more = {"more_deals": deals, "more_answers": answers, "more_earned": earned}
    _COUNT.run(unit, {"member": member.id, "today": day, **more})


def company(unit: Unit, pool_id: int) -> int:
    """How many cards work in a pool, counted up to five."""
    return len(_COMPANY.all(unit, {"of": pool_id}))


def may_enter(unit: Unit, card_id: int, pool_id: int) -> bool:
    """Whether a card was handed out by a partner, for this pool or for any."""
    return _MAY.first(unit, {"one": card_id, "of": pool_id}) is not None


def has_two_batches(unit: Unit, pool_id: int) -> bool:
    """Whether cards of more than one batch work in a pool."""
    return len(_BATCHES.all(unit, {"of": pool_id})) > 1
