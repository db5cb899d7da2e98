"""Loads: an import's rows, put in by small steps and seen by nobody before the last one."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, literal, select, update

from app.store import known as known_answers
from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import known, load, medium, place, pool, pool_words, strand, task

LOADING = "loading"


class Standing(NamedTuple):
    """A pool as an import finds it; the row stays locked for the rest of the transaction."""

    id: int
    state: str
    overlap: int


class NewTask(NamedTuple):
    """A task to be put in, and its rank in the main order of its strand."""

    strand: int
    rank: int
    key: str
    lang: str
    payload: Mapping[str, Any]
    media: Mapping[str, Any]
    check_answer: Mapping[str, Any] | None
    explain: str
    explains: Mapping[str, str]
    practice: bool


_STANDING = Statement(
    select(pool.c.id, pool.c.state, pool.c.overlap)
    .where(pool.c.slug == bindparam("named"))
    .with_for_update(key_share=True)
)
_BEGIN = Statement(insert(load).returning(load.c.id))
_TOP = Statement(
    select(func.coalesce(func.max(strand.c.head), -1)).where(strand.c.pool == bindparam("of"))
)
_STRAND = Statement(
    select(strand.c.id).where(
        strand.c.pool == bindparam("of"),
        strand.c.needs == bindparam("with_needs"),
        strand.c.lang == bindparam("in_lang"),
    )
)
_NEW_STRAND = Statement(insert(strand).returning(strand.c.id))
_PRACTICE = Statement(
    select(func.count())
    .select_from(known)
    .join(task, task.c.id == known.c.task)
    .join(strand, strand.c.id == task.c.strand)
    .where(
        known.c.pool == strand.c.pool, known.c.practice.is_(True), strand.c.id == bindparam("of")
    )
)
_READY = Statement(
    update(load)
    .where(load.c.id == bindparam("of"))
    .values(ready=True, tasks=bindparam("how_many"), hosts=bindparam("named_hosts"))
)
_HOSTS = Statement(select(load.c.hosts).where(load.c.pool == bindparam("of"), load.c.ready))
_HEAD = Statement(update(strand).where(strand.c.id == bindparam("of")))
_ABANDONED = Statement(
    select(pool.c.slug, load.c.id)
    .join(pool, pool.c.id == load.c.pool)
    .where(load.c.ready.is_(False))
    .order_by(load.c.id)
)
_SOME_TASKS = Statement(
    select(task.c.id)
    .where(task.c.load == bindparam("of"))
    .order_by(task.c.id)
    .limit(bindparam("most"))
)
_DROP_LOAD = Statement(delete(load).where(load.c.id == bindparam("of")))
_DROP_MEDIA = Statement(delete(medium).where(medium.c.load == bindparam("of")))
_POOL_OF = Statement(
    select(pool.c.id, pool.c.state)
    .join(load, load.c.pool == pool.c.id)
    .where(load.c.id == bindparam("of"))
)
_DROP_STRANDS = Statement(delete(strand).where(strand.c.pool == bindparam("of")))
_DROP_EMPTY = Statement(
    delete(strand).where(
        strand.c.pool == bindparam("of"),
        strand.c.head < 0,
        strand.c.tail < 0,
        ~select(literal(1)).where(task.c.strand == strand.c.id).exists(),
    )
)
_DROP_WORDS = Statement(delete(pool_words).where(pool_words.c.pool == bindparam("of")))
_DROP_POOL = Statement(delete(pool).where(pool.c.id == bindparam("of")))
_READY_TASKS = Statement(
    select(literal(1))
    .where(load.c.pool == bindparam("of"), load.c.ready, load.c.tasks > 0)
    .limit(1)
)


def standing(unit: Unit, slug: str) -> Standing | None:
    """A pool by its slug, locked; None where there is none."""
    row = _STANDING.first(unit, {"named": slug})
    return Standing(*row) if row else None


def has_tasks(unit: Unit, pool_id: int) -> bool:
    """Whether a pool has a task that can be seen."""
    return _READY_TASKS.first(unit, {"of": pool_id}) is not None


def begin(unit: Unit, pool_id: int, hour: int) -> int:
    """Begin a load of a pool; its number."""
    new = {"pool": pool_id, "ready": False, "touched": hour, "tasks": 0}
    return int(_BEGIN.one(unit, new)[0])


def top(unit: Unit, pool_id: int) -> int:
    """The highest rank that a pool has in its main order; -1 where it has none."""
    return int(_TOP.one(unit, {"of": pool_id})[0])


def strand_of(unit: Unit, pool_id: int, needs: str, lang: str) -> int:
    """The strand of a pool's tasks with these needs in this language, made where it is new."""
    row = _STRAND.first(unit, {"of": pool_id, "with_needs": needs, "in_lang": lang})
    new = {"pool": pool_id, "needs": needs, "lang": lang, "head": -1, "tail": -1}
    return int((row or _NEW_STRAND.one(unit, new))[0])


def practice_in(unit: Unit, strand_id: int) -> int:
    """How many tasks of a strand are for practice."""
    return int(_PRACTICE.one(unit, {"of": strand_id})[0])


def put_media(unit: Unit, load_id: int, names: Sequence[str]) -> None:
    """Note which stored files a load brings."""
    if names:
        unit.execute(insert(medium), [{"name": name, "load": load_id} for name in names])


def put_tasks(
    unit: Unit, pool_id: int, load_id: int, tasks: Sequence[NewTask], overlap: int
) -> None:
    """Put tasks in with their places, which nobody is dealt before `reveal`."""
    rows = [
        {
            "pool": pool_id,
            "load": load_id,
            "strand": one.strand,
            "key": one.key,
            "lang": one.lang,
            "payload": one.payload,
            "media": one.media,
            "check_answer": one.check_answer,
            "explain": one.explain,
        }
        for one in tasks
    ]
    # Row by row, then their numbers by key: one statement of all rows takes PostgreSQL's driver
    # four times as long to read.
    unit.execute(insert(task), rows)
    keys = [one.key for one in tasks]
    made = select(task.c.key, task.c.id).where(task.c.pool == pool_id, task.c.key.in_(keys))
    ids = {str(row.key): int(row.id) for row in unit.execute(made)}
    places = [
        {"strand": one.strand, "lane": 1, "rank": one.rank, "task": ids[one.key], "open": overlap}
        for one in tasks
        # Practice is offered to every card, so that it has no places.
        if not one.practice
    ]
    if places:
        unit.execute(insert(place), places)
    rows = [
        known_answers.new(ids[one.key], pool_id, one.practice, one.explains)
        for one in tasks
        if one.check_answer is not None
    ]
    if rows:
        unit.execute(insert(known), rows)


def known_keys(unit: Unit, pool_id: int, keys: Sequence[str]) -> set[str]:
    """Which of these keys a pool's tasks have already."""
    found = select(task.c.key).where(task.c.pool == pool_id, task.c.key.in_(keys))
    return {row[0] for row in unit.execute(found)}


def hosts(unit: Unit, pool_id: int) -> list[str]:
    """Every site that the tasks of a pool lead to."""
    found = _HOSTS.all(unit, {"of": pool_id})
    return sorted({host for (named,) in found for host in named or ()})


def reveal(
    unit: Unit, load_id: int, tasks: int, strands: Sequence[int], head: int, hosts: Sequence[str]
) -> None:
    """Let a load be seen: its tasks count from now on, and can be dealt."""
    _READY.run(unit, {"of": load_id, "how_many": tasks, "named_hosts": list(hosts) or None})
    for strand_id in sorted(strands):
        _HEAD.run(unit, {"of": strand_id, "head": head})


def abandoned(unit: Unit) -> list[tuple[str, int]]:
    """Every load that is not ready, by the slug of its pool: running, or left behind."""
    return [(str(slug), int(number)) for slug, number in _ABANDONED.all(unit, {})]


def drop_some_tasks(unit: Unit, load_id: int, most: int) -> bool:
    """Remove a few of a load's tasks with their places; whether there were any."""
    ids = [row[0] for row in _SOME_TASKS.all(unit, {"of": load_id, "most": most})]
    if ids:
        unit.execute(delete(place).where(place.c.task.in_(ids)))
        unit.execute(delete(known).where(known.c.task.in_(ids)))
        unit.execute(delete(task).where(task.c.id.in_(ids)))
    return bool(ids)


def drop(unit: Unit, load_id: int) -> None:
    """Remove a load whose tasks are gone, and its pool where it was to bring that too."""
    pool_id, state = _POOL_OF.one(unit, {"of": load_id})
    _DROP_MEDIA.run(unit, {"of": load_id})
    _DROP_LOAD.run(unit, {"of": load_id})
    if state != LOADING:
        _DROP_EMPTY.run(unit, {"of": pool_id})
        return
    _DROP_STRANDS.run(unit, {"of": pool_id})
    _DROP_WORDS.run(unit, {"of": pool_id})
    _DROP_POOL.run(unit, {"of": pool_id})


def named(unit: Unit, names: Sequence[str]) -> set[str]:
    """Which of these stored files belong to some load."""
    found = select(medium.c.name).where(medium.c.name.in_(names))
    return {row[0] for row in unit.execute(found)}
