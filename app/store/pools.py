"""Pools: their terms, their words, and their tasks as they are shown."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from app.kinds.ask import Ask, Words
from app.store.opening import Unit
from app.store.tables import answer, load, pool, pool_words, strand, task


class Facts(NamedTuple):
    """A pool's terms, money in minor units of its currency."""

    id: int
    slug: str
    kind: str
    state: str
    language: str
    overlap: int
    minutes: float
    notes: tuple[str, ...]
    entry: str
    currency: str
    pay: int
    budget: int
    reserved: int
    spent: int
    sample: bool
    public_benefit: bool
    version: int
    ask: Ask
    words: Mapping[str, Words]
    needs: frozenset[str]


class TaskFacts(NamedTuple):
    """A task as it is shown: never its known answer."""

    id: int
    key: str
    lang: str
    payload: dict[str, Any]


_TERMS = (
    pool.c.id,
    pool.c.slug,
    pool.c.kind,
    pool.c.state,
    pool.c.language,
    pool.c.overlap,
    pool.c.minutes,
    pool.c.notes,
    pool.c.entry,
    pool.c.currency,
    pool.c.pay,
    pool.c.budget,
    pool.c.reserved,
    pool.c.spent,
    pool.c.sample,
    pool.c.public_benefit,
    pool.c.version,
)
_ALL = select(*_TERMS, pool.c.choices).order_by(pool.c.id)
_ONE = _ALL.where(pool.c.slug == bindparam("named"))
_IN = _ALL.where(pool.c.state.in_(bindparam("states", expanding=True)))
_STAMP = select(pool.c.version, pool.c.state).where(pool.c.slug == bindparam("named"))
_WORDS = select(pool_words).where(pool_words.c.pool == bindparam("of"))
_NEEDS = select(strand.c.needs).where(strand.c.pool == bindparam("of"), strand.c.head >= 0)
_TASK = select(task.c.id, task.c.key, task.c.lang, task.c.payload).where(
    task.c.id == bindparam("of")
)
_STATE = (
    update(pool)
    .where(pool.c.id == bindparam("of"))
    .values(state=bindparam("now"), version=pool.c.version + 1)
)


def find(unit: Unit, slug: str) -> Facts | None:
    """A pool by its slug."""
    row = unit.execute(_ONE, {"named": slug}).first()
    return _facts(unit, row) if row else None


def every(unit: Unit, states: frozenset[str] = frozenset()) -> list[Facts]:
    """All pools, or those in one of the states, the oldest first."""
    rows = unit.execute(_IN, {"states": sorted(states)}) if states else unit.execute(_ALL)
    return [_facts(unit, row) for row in rows.all()]


def stamp(unit: Unit, slug: str) -> tuple[int, str] | None:
    """A pool's version and state: what tells whether remembered facts still hold."""
    row = unit.execute(_STAMP, {"named": slug}).first()
    return (row.version, row.state) if row else None


def task_facts(unit: Unit, task_id: int) -> TaskFacts:
    """A task as it is shown."""
    return TaskFacts(*unit.execute(_TASK, {"of": task_id}).one())


def set_state(unit: Unit, pool_id: int, state: str) -> None:
    """Publish, pause or close a pool."""
    unit.execute(_STATE, {"of": pool_id, "now": state})


def add(unit: Unit, terms: Mapping[str, Any], words: Mapping[str, Words]) -> int:
    """Make a pool with its words; its number."""
    made = int(unit.execute(insert(pool).returning(pool.c.id), terms).scalar_one())
    for locale, said in words.items():
        unit.execute(
            insert(pool_words),
            {
                "pool": made,
                "locale": locale,
                "version": 1,
                "title": said.title,
                "purpose": said.purpose,
                "asked_by": said.asked_by,
                "question": said.question,
                "steps": list(said.steps),
                "choices": list(said.choices),
            },
        )
    return made


def counts(unit: Unit, pool_id: int) -> tuple[int, int, int]:
    """How many tasks a pool has, how many answers, and how many skips."""
    tasks = select(func.count()).join(load, load.c.id == task.c.load)
    tasks = tasks.where(task.c.pool == pool_id, load.c.ready)
    mine = select(func.count()).where(answer.c.pool == pool_id)
    return (
        int(unit.execute(tasks).scalar_one()),
        int(unit.execute(mine.where(answer.c.value.is_not(None))).scalar_one()),
        int(unit.execute(mine.where(answer.c.value.is_(None))).scalar_one()),
    )


def _facts(unit: Unit, row: Any) -> Facts:
    words = {
        said.locale: Words(
            said.locale,
            said.title,
            said.purpose,
            said.asked_by,
            tuple(said.steps),
            said.question,
            tuple(said.choices),
        )
        for said in unit.execute(_WORDS, {"of": row.id})
    }
    needs = (set(one.needs.split(",")) for one in unit.execute(_NEEDS, {"of": row.id}))
    *terms, choices = row
    terms[7] = tuple(terms[7])
    ask = Ask(words[row.language].question, tuple(choices))
    return Facts._make([*terms, ask, words, frozenset().union(*needs) - {""}])
