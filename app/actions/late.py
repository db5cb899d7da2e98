"""Answers that come when nobody is signed in any more: kept as drafts of their own card."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.actions.sheets import Sheet, so_far
from app.rules.hide import day_of
from app.store import answers, drafts, holds, memberships, pools
from app.store.drafts import Waiting
from app.store.opening import Store, Unit
from app.store.pools import TaskFacts
from app.store.sittings import Seated

# A page somebody left can be sent over and over by whoever sits there next.
MOST_KEPT = 20


def keep(
    store: Store,
    card: int,
    slug: str,
    task: int,
    typed: Mapping[str, Any],
    now: datetime,
    draft: int = 0,
) -> bool:
    """Keep what was sent beside whatever is kept; False where there is nobody to keep it for.

    The same text is kept once. A page of a survey is kept together with its other pages; `draft` is
    the kept text that its form was filled from (0: none).
    """

    def act(unit: Unit) -> bool:
        member = memberships.find(unit, card, slug)
        if member is None:
            return False
        if not holds.find(unit, member.id, task) and not answers.find(unit, member.id, task):
            return False
        kept = drafts.of_task(unit, member.id, task)
        found = so_far(unit, member, Sheet(slug, task, typed, draft))
        if any(one.typed == found for one in kept):
            return True
        if len(kept) >= MOST_KEPT:
            return False
        drafts.add(unit, member.id, task, found, late=True, day=day_of(now.timestamp()))
        return True

    return store.write(act)


def drop(store: Store, seated: Seated, slug: str, draft: int) -> None:
    """Forget one kept text, because its worker said so."""

    def act(unit: Unit) -> None:
        member = memberships.find(unit, seated.card, slug)
        if member:
            drafts.drop(unit, member.id, draft)

    store.write(act)


def tasks(store: Store, kept: Sequence[Waiting]) -> dict[int, TaskFacts]:
    """The tasks that kept answers are for."""
    return store.read(lambda unit: {one.task: pools.recall_task(unit, one.task) for one in kept})
