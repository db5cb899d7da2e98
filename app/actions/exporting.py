"""Exporting: a pool's answers, results and tasks, row by row."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TextIO

from app.fields import Value
from app.formats.exports import (
    AnswerRow,
    ResultRow,
    export_problem,
    write_answers,
    write_results,
    write_tasks,
)
from app.formats.row_shape import LANG, row_shape
from app.formats.task_rows import TaskRow
from app.kinds import kinds
from app.rules.agree import judge
from app.rules.problem import Problem
from app.store import exporting, loads, memberships, pools
from app.store.exporting import Answered, Given, Supplied
from app.store.opening import Store
from app.store.pools import Facts

FIRST_DAY = date(1970, 1, 1)
SECONDS = "seconds"


def find(store: Store, slug: str, what: str, form: str) -> Facts | Problem:
    """The pool to export, or why this cannot be exported so."""
    pool = store.read(lambda unit: pools.find(unit, slug))
    if pool is None or pool.state == loads.LOADING:
        return Problem("pool_not_there", {"found": slug})
    return export_problem(what, form, told(pool)) or pool


def export(store: Store, pool: Facts, what: str, form: str, out: TextIO) -> int:
    """Write what was asked for, and tell how many rows; open `out` with `newline=""`."""
    supplied = [field.name for field in kinds()[pool.kind].supplies]
    if what == "answers":
        return write_answers(_answers(store, pool), told(pool), out, form)
    if what == "results":
        figures = kinds()[pool.kind].figures
        columns = [*supplied, LANG]
        return write_results(judged(store, pool), columns, told(pool), out, form, figures)
    others = [locale for locale in pool.words if locale != pool.language]
    return write_tasks(_tasks(store, pool), supplied, asked(pool), out, form, others)


def recordings(store: Store, pool: Facts) -> Iterator[tuple[str, str]]:
    """Each recording that workers sent: its name outside, and that of its file on the shelf."""
    field = kinds()[pool.kind].records
    for one in exporting.answers(store, pool.id) if field else ():
        yield _outside(one), one.value[field][0]


def asked(pool: Facts) -> list[str]:
    """The names of the fields that a pool asks."""
    return [field.name for field in row_shape(pool.kind, pool.language, pool.ask).fields]


def told(pool: Facts) -> list[str]:
    """The names of what is told of an answer; how long a recording is stands beside it."""
    return [*asked(pool), SECONDS] if kinds()[pool.kind].records else asked(pool)


def judged(store: Store, pool: Facts) -> Iterator[ResultRow]:
    """What the answers to each task come to; answers that were left out do not count.

    Practice has no results: everybody may do it, and its answer was known before.
    """
    two_batches = store.read(lambda unit: memberships.has_two_batches(unit, pool.id))
    mixed = pool.entry == "cards" and two_batches
    for one in exporting.with_answers(store, pool.id):
        if not one.task.practice:
            yield _result(pool, one, mixed)


def _result(pool: Facts, one: Answered, mixed: bool) -> ResultRow:
    kind = kinds()[pool.kind]
    counted = [given for given in one.answers if not given.excluded_reason]
    values = [given.value for given in counted]
    keys = list(map(kind.same, values))
    verdict = judge(
        [(key, given.batch) for key, given in zip(keys, counted, strict=True)],
        pool.overlap,
        mixed=mixed,
        extra_asked=len(counted) > pool.overlap or not one.waiting,
    )
    agreed = [given for key, given in zip(keys, counted, strict=True) if key == verdict.key]
    return ResultRow(
        task_id=one.task.key,
        payload={**one.task.payload, LANG: one.task.lang},
        result=_spelling(agreed) if verdict.state == "agreed" else {},
        answers=verdict.answers,
        agreement=verdict.share if verdict.answers else None,
        state=verdict.state,
        figures={name: figure(values) for name, figure in kind.figures.items()},
    )


def _spelling(agreed: Sequence[Given]) -> dict[str, Value]:
    """How the agreed answer was given most often; a tie is about its spelling only."""
    counts = Counter(json.dumps(one.value, ensure_ascii=False, sort_keys=True) for one in agreed)
    value: dict[str, Value] = json.loads(min(counts, key=lambda text: (-counts[text], text)))
    return value


def _answers(store: Store, pool: Facts) -> Iterator[AnswerRow]:
    for one in exporting.answers(store, pool.id):
        yield AnswerRow(
            pool=pool.slug,
            task_id=one.key,
            answer_id=str(one.id),
            worker=one.worker,
            value=_values(pool, one),
            day=FIRST_DAY + timedelta(days=one.day),
            surplus=one.surplus,
            excluded_reason=one.excluded_reason,
        )


def _values(pool: Facts, one: Given) -> dict[str, Value]:
    """An answer's values; a recording by the name that it has outside."""
    field = kinds()[pool.kind].records
    if not field:
        return one.value
    return {**one.value, field: _outside(one), SECONDS: one.value[field][1]}


def _outside(one: Given) -> str:
    """What a recording is called where it goes: after its answer, which is a random number."""
    return f"{one.id}.ogg"


def _tasks(store: Store, pool: Facts) -> Iterator[TaskRow]:
    for one in exporting.tasks(store, pool.id):
        yield _task(one)


def _task(one: Supplied) -> TaskRow:
    return TaskRow(
        row=0,
        key=one.key,
        lang=one.lang,
        needs=frozenset(one.needs.split(",")) - {""},
        payload=one.payload,
        check_answer=one.check_answer,
        explain=one.explain,
        explains=one.explains or {},
    )
