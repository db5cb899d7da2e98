"""Pools: their terms, their words, and their tasks as they are shown."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, bindparam, func, insert, select, update

from app.kinds.ask import Ask, AskedField, FieldWords, Words
from app.rules.branching import When
from app.store import trees
from app.store.loads import LOADING
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, known, load, pool, pool_words, strand, task


class Facts(NamedTuple):
    """A pool's terms, money in minor units of its currency.

    Each of `langs` is a language of its tasks, or several that a task wants at once.
    """

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
    langs: frozenset[str]


class TaskFacts(NamedTuple):
    """A task as it is shown: never its known answer; `practice` is None where none is known."""

    id: int
    key: str
    lang: str
    payload: dict[str, Any]
    media: dict[str, Any]
    practice: bool | None


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
_ALL = select(*_TERMS, pool.c.choices, pool.c.fields, pool.c.hide).order_by(pool.c.id)
_EVERY = Statement(_ALL)
_ONE = Statement(_ALL.where(pool.c.slug == bindparam("named")))
_IN = Statement(_ALL.where(pool.c.state == bindparam("now")))
_HOW_MANY = Statement(select(func.count()).where(pool.c.state == bindparam("now")))
_WORDS = Statement(
    select(
        pool_words.c.locale,
        pool_words.c.title,
        pool_words.c.purpose,
        pool_words.c.asked_by,
        pool_words.c.steps,
        pool_words.c.question,
        pool_words.c.choices,
        pool_words.c.fields,
        pool_words.c.below_floor,
    ).where(pool_words.c.pool == bindparam("of"))
)
_STRANDS = Statement(
    select(strand.c.needs, strand.c.lang).where(
        strand.c.pool == bindparam("of"), strand.c.head >= 0
    )
)
_TASK = Statement(
    select(task.c.id, task.c.key, task.c.lang, task.c.payload, task.c.media, known.c.practice)
    .outerjoin(known, known.c.task == task.c.id)
    .where(task.c.id == bindparam("of"))
)
_STATE = Statement(
    update(pool)
    .where(pool.c.id == bindparam("of"))
    .values(state=bindparam("now"), version=pool.c.version + 1)
)
_NEW_WORDS = Statement(insert(pool_words))
_NEW = Statement(insert(pool).returning(pool.c.id))


def find(unit: Unit, slug: str) -> Facts | None:
    """A pool by its slug."""
    row = _ONE.first(unit, {"named": slug})
    return _facts(unit, row) if row else None


def every(unit: Unit, state: str = "") -> list[Facts]:
    """All pools, or those in one state, the oldest first."""
    rows = _IN.all(unit, {"now": state}) if state else _EVERY.all(unit, {})
    return [_facts(unit, row) for row in rows]


def how_many(unit: Unit, state: str) -> int:
    """How many pools are in a state."""
    return int(_HOW_MANY.one(unit, {"now": state})[0])


def task_facts(unit: Unit, task_id: int) -> TaskFacts:
    """A task as it is shown."""
    return TaskFacts(*_TASK.one(unit, {"of": task_id}))


def set_state(unit: Unit, pool_id: int, state: str) -> None:
    """Publish, pause or close a pool."""
    _STATE.run(unit, {"of": pool_id, "now": state})


def add(unit: Unit, terms: Mapping[str, Any], words: Mapping[str, Words]) -> int:
    """Make a pool with its words; its number."""
    made = int(_NEW.one(unit, {"fields": None, "hide": None, **terms})[0])
    for locale, said in words.items():
        _NEW_WORDS.run(
            unit,
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
                "fields": [asdict(one) for one in said.fields] or None,
                "tree": list(said.tree.paths) if said.tree else None,
                "below_floor": said.below_floor or None,
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


def needs_of_all(unit: Unit, pool_id: int) -> frozenset[str]:
    """What every task of a pool needs; nothing where it has no tasks."""
    found = _STRANDS.all(unit, {"of": pool_id})
    every = [frozenset(filter(None, row[0].split(","))) for row in found]
    return frozenset.intersection(*every) if every else frozenset()


def _facts(unit: Unit, row: tuple[Any, ...]) -> Facts:
    *terms, choices, fields, hide = row
    terms[7] = tuple(terms[7])
    tree = trees.of_pool(unit, row[0], row[16], row[4], settled=row[3] != LOADING)
    words = {}
    for locale, title, purpose, asked_by, steps, *asked in _WORDS.all(unit, {"of": row[0]}):
        question, said, labels = asked[0], tuple(asked[1]), tuple(map(_field_words, asked[2] or ()))
        words[locale] = Words(
            locale,
            title,
            purpose,
            asked_by,
            tuple(steps),
            question,
            said,
            labels,
            tree.get(locale),
            asked[3] or "",
        )
    strands = _STRANDS.all(unit, {"of": row[0]})
    needs = frozenset(need for listed, _ in strands for need in listed.split(",") if need)
    langs = frozenset(lang for _, lang in strands)
    named = tuple(map(_asked_field, fields or ()))
    ask = Ask(words[row[4]].question, tuple(choices), named, bool(hide), tree.get(row[4]))
    return Facts._make([*terms, ask, words, needs, langs])


def _asked_field(kept: Mapping[str, Any]) -> AskedField:
    when = kept.get("when")
    hangs = When(when["field"], tuple(when["answers"])) if when else None
    several = {name: tuple(kept.get(name, ())) for name in ("choices", "pattern")}
    return AskedField(**{**kept, **several, "when": hangs})


def _field_words(kept: Mapping[str, Any]) -> FieldWords:
    return FieldWords(**{**kept, "choices": tuple(kept["choices"])})


# A process's own copies: terms by pool and version, and tasks, which never change. Kept for each
# pool of connections, which those that read and those that write share.
_POOLS: WeakKeyDictionary[Pool, dict[str, Facts]] = WeakKeyDictionary()
_TASKS: WeakKeyDictionary[Pool, dict[int, TaskFacts]] = WeakKeyDictionary()
MOST_TASKS_REMEMBERED = 2_000


def recall(unit: Unit, slug: str, version: int) -> Facts:
    """A pool's terms and words at a version that was just read; its sums may be old."""
    pools = _POOLS.setdefault(unit.engine.pool, {})
    known = pools.get(slug)
    if known is None or known.version != version:
        known = find(unit, slug)
        if known is None:
            raise LookupError(slug)
        pools[slug] = known
    return known


def recall_task(unit: Unit, task_id: int) -> TaskFacts:
    """A task as it is shown, from this process's memory where it was shown lately."""
    tasks = _TASKS.setdefault(unit.engine.pool, {})
    known = tasks.get(task_id)
    if known is None:
        if len(tasks) >= MOST_TASKS_REMEMBERED:
            tasks.clear()
        known = tasks[task_id] = task_facts(unit, task_id)
    return known
