"""Pools: the list, and one pool with all there is to know before the start."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, abort, request

from app.actions import leading, practising, showing, work
from app.actions.turn import PRACTICE
from app.language import N_
from app.pages import door, safety
from app.pages.errors import refuse
from app.pages.layout import go, problem_words, render
from app.pages.parts import now, store
from app.pages.worker.practice import after_practise
from app.pages.worker.views import PoolView, seen_view
from app.rules.problem import Problem

blueprint = Blueprint("pools", __name__)

MOST_HOSTS = 5
GOALS = (3, 5, 10, 0)
WAYS_ON = (("/pools", N_("Pools")), ("/card", N_("Your card and its codes")))


@blueprint.get("/pools")
def pools() -> Response:
    """Every pool that is open."""
    found = showing.every_pool(store(), door.seated(), door.reader())
    offered = [seen_view(one) for one in found if not (one.foreign or one.left_out)]
    foreign, left_out = showing.not_offered(found)
    return render("worker/pools.html", pools=offered, foreign=foreign, left_out=left_out)


@blueprint.get("/pools/<slug:slug>")
def pool(slug: str) -> Response:
    """One pool."""
    seated = door.seated()
    found = showing.one_pool(store(), seated, slug, door.reader())
    if found is None:
        abort(404)
    return render(
        "worker/pool.html",
        pool=_with_hosts(seen_view(found), leading.hosts(store(), found.pool)),
        few=found.few,
        practice=practising.standing(store(), seated, found.pool.id, door.prefers(), now()),
        goals=GOALS,
        form_token=safety.make_token("go", seated.card if seated else 0),
    )


@blueprint.post("/pools/<slug:slug>")
def start(slug: str) -> Response:
    """Begin a run of tasks."""
    token = safety.wanted_token("go")
    seated = door.must_sit()
    if token.card != seated.card:
        # Somebody else's page, or one from before there was a card: it is shown anew.
        return go(f"/pools/{slug}")
    goal = read_goal()
    if goal is None:
        abort(400)
    practice = request.form.get("do") == PRACTICE
    begin = practising.practise if practice else work.go_on
    dealt = begin(store(), seated, slug, goal, now())
    if isinstance(dealt, Problem):
        status = 404 if dealt.code == "pool_unknown" else 403
        return refuse(status, text=problem_words(dealt), way_on=WAYS_ON)
    return after_practise(slug, dealt) if practice else go(f"/task/{slug}")


def _with_hosts(pool: PoolView, hosts: Sequence[str]) -> PoolView:
    """A pool with the sites that it leads to; a page of this site is not called another."""
    others = tuple(host for host in hosts if host != request.host)
    more = max(0, len(others) - MOST_HOSTS)
    return replace(pool, hosts=others[:MOST_HOSTS], more_hosts=more)


def read_goal() -> int | None:
    """The worker's own number of tasks; None where none of those offered came."""
    given = request.form.get("goal", "")
    return next((goal for goal in GOALS if str(goal) == given), None)
