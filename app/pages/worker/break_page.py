"""No task in hand: the break after the worker's own number, or why there is none."""

from collections.abc import Sequence
from typing import Any

from flask import Response, abort, request

from app.actions import limits, saying, showing
from app.actions.answering import BROKEN
from app.actions.showing import InPool, Seated
from app.actions.turn import PRACTICE
from app.language import N_
from app.pages import door, safety
from app.pages.layout import go, problem_list, render
from app.pages.parts import now, store
from app.pages.worker.pools import GOALS
from app.pages.worker.views import pool_view
from app.rules.fair import read_minutes
from app.rules.problem import Problem

# What is said here after the minutes were sent; its name stands in the address.
SAID = {
    "minutes": N_("Your minutes are noted. You can still change them."),
    "nothing": N_("No minutes are noted. You need not say any."),
}


def show_break(seated: Seated, found: InPool, problems: Sequence[Problem] = ()) -> Response:
    """What comes where no task is in hand."""
    in_run = seated.pool == found.pool.id
    if in_run and seated.did == PRACTICE:
        return go(f"/practice/{found.pool.slug}")
    if in_run and (seated.done or seated.did == "stop") and _is_over(seated):
        return _render("worker/break.html", seated, found, problems, goals=GOALS)
    published = found.pool.state == "published"
    if not in_run and published:
        # Nothing was asked for yet in this sitting: tasks are dealt from the pool's own page.
        return go(f"/pools/{found.pool.slug}")
    limit = limits.reached(store(), seated, found.pool, now()) if published else 0
    reason = _why(found) if published else found.pool.state
    if limit and reason != "left_out":
        reason = "limit"
    return _render("worker/no_work.html", seated, found, problems, reason=reason, limit=limit)


def report_minutes(slug: str) -> Response:
    """Note about how long a run took, or take it back where nothing was typed."""
    token = safety.wanted_token("go")
    found = door.at_task(slug)
    seated = door.must_sit()
    if token.card != seated.card:
        return go("/mine")
    if found is None:
        abort(404)
    if found.task or seated.pool != found.pool.id or not seated.done:
        # The page was left open, and the run it asked about has gone on or is over.
        return go(f"/task/{slug}")
    minutes = read_minutes(request.form.get("minutes", ""), seated.done)
    if isinstance(minutes, Problem):
        return show_break(seated, found, [minutes.at(field="minutes")])
    saying.report_minutes(store(), seated, found.pool.id, minutes, now())
    return go(f"/task/{slug}?said={'nothing' if minutes is None else 'minutes'}")


def _render(
    template: str, seated: Seated, found: InPool, problems: Sequence[Problem], **context: Any
) -> Response:
    in_run = seated.pool == found.pool.id
    said = SAID.get(request.args.get("said", ""), "") if not problems else ""
    did = "done" if said else seated.did
    return render(
        template,
        422 if problems else 200,
        pool=pool_view(found.pool),
        done=seated.done if in_run else 0,
        earned=seated.earned,
        currency=found.pool.currency,
        sample=found.pool.sample,
        receipt=seated.receipt if in_run else 0,
        did=did if in_run and not problems else "",
        said=door.speaks().gettext(said),
        problems=problem_list(problems),
        typed=_minutes(seated) if in_run and seated.done else "",
        form_token=safety.make_token("go", seated.card),
        **context,
    )


def _minutes(seated: Seated) -> str:
    """What stands in the field: what was typed, or what was reported before."""
    if request.method == "POST":
        # NUL is no text, so it becomes what browsers make of it.
        return request.form.get("minutes", "").replace("\0", BROKEN)
    known = saying.minutes_of_run(store(), seated)
    return "" if known is None else str(known).removesuffix(".0")


def _is_over(seated: Seated) -> bool:
    return seated.did == "stop" or 0 < seated.goal <= seated.done


def _why(found: InPool) -> str:
    seen = showing.one_pool(store(), door.seated(), found.pool.slug, door.reader())
    if seen is None or (seen.has_money and not seen.left_out):
        return "none"
    return "left_out" if seen.left_out else "money"
