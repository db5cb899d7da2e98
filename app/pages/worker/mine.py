"""Where a card lands: go on, saved tasks, and pools that have tasks for it."""

from typing import Any

from flask import Blueprint, Response, request

from app.actions import cards, late, practising, showing
from app.actions.showing import Facts, TaskFacts, Waiting
from app.language import N_
from app.pages import door, safety
from app.pages.layout import render
from app.pages.parts import store
from app.pages.worker.kept_view import kept_lines
from app.pages.worker.views import seen_view, words_of

blueprint = Blueprint("mine", __name__)

# What is said here after an act that leads here; its name stands in the address.
SAID = {
    "stop": N_("You stopped. What you sent and what you typed is safe."),
    "drop": N_("The kept answer was dropped."),
    "join": N_("Your card now counts as the printed card."),
}


@blueprint.get("/mine")
def mine() -> Response:
    """What waits for this card."""
    seated = door.must_sit()
    speaks, said = door.speaks(), request.args.get("said", "")
    found = showing.mine(store(), seated, door.reader())
    words = {slug: words_of(pool) for slug, pool in found.known.items()}
    tasks = late.tasks(store(), found.kept) if found.kept else {}
    going_on = [
        {"slug": one.slug, "words": words[one.slug]} for one in found.in_hand if not one.saved
    ]
    saved = [
        {
            "slug": one.slug,
            "task_ref": one.task,
            "since_day": one.since // 24,
            "words": words[one.slug],
        }
        for one in found.in_hand
        if one.saved
    ]
    return render(
        "worker/mine.html",
        form_token=safety.make_token("go", seated.card),
        fresh_offer=cards.has_printed_code(store(), seated),
        going_on=going_on,
        saved=saved,
        practice=[
            {"slug": pool.slug, "words": words_of(pool), "left": left}
            for pool, left in practising.waiting(store(), seated, door.prefers())
        ],
        kept=[_kept(one, found.known[one.slug], tasks[one.task]) for one in found.kept],
        pools=[seen_view(one) for one in found.pools],
        foreign=found.foreign,
        left_out=found.left_out,
        said=speaks.gettext(SAID[said]) if said in SAID else "",
    )


def _kept(one: Waiting, pool: Facts, task: TaskFacts) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "task_ref": one.task,
        "draft": one.id,
        "lines": kept_lines(pool, task, one.typed),
        "words": words_of(pool),
    }
