"""How a task is shown: before it is answered, and when its answer is changed."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from flask import Response, abort, request

from app.actions import practising, showing
from app.actions.showing import Facts, InPool, Kept, Seated, TaskFacts
from app.fields import Field
from app.fields.raw import raw_of
from app.fields.text import Text
from app.kinds.ask import Words
from app.pages import door, safety
from app.pages.layout import problem_list, render
from app.pages.parts import now, store
from app.pages.worker.kept_view import kept_lines
from app.pages.worker.material import material_of
from app.pages.worker.recording import recording_seen
from app.pages.worker.survey import page_shown, problems_here
from app.pages.worker.tree_view import LOOK, trees_seen
from app.pages.worker.views import fields_of, label_lang, ticks_the_first, words_of
from app.rules.hide import hour_of
from app.rules.problem import Problem
from app.rules.recap import has_been_a_while, steps_open


def show_task(
    seated: Seated,
    found: InPool,
    task: TaskFacts,
    values: Mapping[str, Any],
    problems: Sequence[Problem] = (),
) -> Response:
    """The task in hand, with what was typed so far."""
    in_run = seated.pool == found.pool.id
    # What was done is said once, and not again where the same task is looked at more closely.
    news = in_run and request.method != "POST"
    hour = hour_of(now().timestamp())
    # A task that was put by has no hour here; only a mistake in it shows it again.
    dealt = found.before.since if found.before.task == task.id else hour
    dealt = hour if dealt is None else dealt
    return _render(
        found.pool,
        task,
        values,
        problems,
        mode="task",
        n=seated.done + 1 if in_run else 1,
        goal=seated.goal if in_run else 0,
        receipt=str(seated.receipt) if news and seated.receipt else "",
        did=seated.did if news else "",
        steps_open=steps_open(seated.done if in_run else 0, dealt, hour),
        been_a_while=has_been_a_while(dealt, hour),
        recap=has_been_a_while(dealt, hour) and _has_practised(seated, found.pool),
        drafts=found.drafts,
        practice=_practice(seated, found.pool, task) if task.practice else None,
        form_token=safety.make_token("task", seated.card, task.id),
    )


def show_change(
    seated: Seated,
    slug: str,
    task_id: int,
    values: Mapping[str, Any] | None = None,
    problems: Sequence[Problem] = (),
) -> Response:
    """An answer that was stored, to be changed."""
    number = showing.receipt_of_task(store(), seated, slug, task_id)
    found = showing.receipt(store(), seated, number)
    if found is None or found.receipt.value is None:
        abort(404)
    drafts = showing.kept_for(store(), found.receipt)
    chosen = next((one.typed for one in drafts if str(one.id) == request.args.get("kept")), None)
    # A change of a survey that was begun on one of its pages goes on there.
    begun = next((one.typed for one in drafts if not one.late), None)
    fields = {field.name: field for field in fields_of(found.pool, found.task)}
    values_there = found.receipt.value.items()
    stored = {name: raw_of(fields[name], value) for name, value in values_there if name in fields}
    if found.task.practice:
        # Done again, it is no change of the answer that is kept.
        stored = {}
    return _render(
        found.pool,
        found.task,
        values or chosen or begun or stored,
        problems,
        mode="change",
        n=1,
        goal=0,
        receipt=str(number),
        did="",
        steps_open=False,
        been_a_while=False,
        drafts=drafts,
        practice=_practice(seated, found.pool, found.task) if found.task.practice else None,
        form_token=safety.make_token("task", seated.card, task_id),
    )


def _practice(seated: Seated, pool: Facts, task: TaskFacts) -> tuple[int, int]:
    """The place of a practice task, and how many there are."""
    return practising.place(store(), seated, pool.id, task.id)


def _has_practised(seated: Seated, pool: Facts) -> bool:
    """Whether somebody who comes back after a week can read their practice again."""
    standing = practising.standing(store(), seated, pool.id, door.prefers(), now())
    return standing.a_week and standing.done > 0


def _render(
    pool: Facts,
    task: TaskFacts,
    values: Mapping[str, Any],
    problems: Sequence[Problem],
    drafts: Sequence[Kept],
    **context: Any,
) -> Response:
    wanted = request.form.get("draft") or request.args.get("kept", "")
    words = words_of(pool)
    survey, fields, values = page_shown(pool, words, fields_of(pool, task), values)
    problems = problems_here(problems, fields)
    trees = trees_seen(fields, values, _pressed(), f"/task/{pool.slug}")
    recorded = recording_seen(pool.kind, pool.slug, values)
    late = {str(one.id): one.typed for one in drafts if one.late}
    draft = wanted if wanted in late else ""
    here = f"/receipts/{context['receipt']}/change" if context["mode"] == "change" else ""
    shown = partial(
        render,
        "worker/task.html",
        422 if problems else 200,
        pool=pool,
        words=words,
        fields=fields,
        survey=survey,
        # A number is read by the rules of the language that its form was in.
        says_words=survey.page or any(field.macro == "number" for field in fields),
        values={**values, **trees, **recorded},
        records=bool(recorded),
        place=next((seen.place for seen in trees.values()), ""),
        problems=_labelled(problems, fields, words, task.lang),
        unanswered=ticks_the_first(),
        draft=draft,
        kept=_kept(pool, task, late, wanted),
        **material_of(pool, task, here, draft),
        **context,
    )
    page = shown(weight=0)
    # Bytes are a price: light mode says what this page cost, by its first compression.
    return shown(weight=len(page.get_data())) if door.light() else page


def _pressed() -> str:
    """The button that shows the task again; "" where none did."""
    return request.form.get("do", LOOK) if request.method == "POST" else ""


def _kept(
    pool: Facts, task: TaskFacts, late: Mapping[str, Mapping[str, Any]], wanted: str
) -> list[dict[str, Any]]:
    """The kept answers, but for the one that stands in the form."""
    others = {id: typed for id, typed in late.items() if id != wanted}
    return [{"id": id, "lines": kept_lines(pool, task, typed)} for id, typed in others.items()]


def _labelled(
    problems: Sequence[Problem], fields: Sequence[Field], words: Words, lang: str
) -> list[dict[str, str]]:
    """Problems in the reader's words; where several fields are asked, each says which it is in.

    What a text should look like is said in the pool's words.
    """
    listed = problem_list(problems)
    by_name = {field.name: field for field in fields}
    for one in listed:
        field = by_name[one["field"]]
        one["label_lang"] = label_lang(field, words, lang)
        if len(fields) > 1:
            # A colon follows.
            one["label"] = field.label.rstrip(".")
        if isinstance(field, Text):
            one["wanted"] = field.wanted
    return listed
