"""Practice: what is known once a task is answered, and all of it again on one page."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, request

from app.actions import practising, showing
from app.actions.practising import Dealt, Known, Seen
from app.actions.showing import Facts, OneReceipt, Seated, TaskFacts
from app.fields import Value
from app.kinds import kinds
from app.language import N_, direction
from app.pages import door, safety
from app.pages.layout import go, render
from app.pages.parts import now, store
from app.pages.worker.answer_words import lines_of
from app.pages.worker.material import PICTURE, material_of
from app.pages.worker.views import pool_view, seen_view, words_of

blueprint = Blueprint("practice", __name__)

# What is said here after an act that leads here; its name stands in the address.
SAID = {
    "skip": N_("You passed over a practice task. You can do it later."),
    "save": N_("Saved for later. You find it in My work."),
}
NO_MONEY = N_("No money is left to promise for practice now. What you earned stays yours.")


@blueprint.get("/practice/<slug:slug>")
def practice(slug: str) -> Response:
    """Every practice task of a pool that a card did, with what is known of it."""
    seated = door.must_sit()
    found = showing.one_pool(store(), seated, slug, door.reader())
    if found is None:
        abort(404)
    pool = found.pool
    every = practising.recap(store(), seated, pool.id)
    if not every:
        return go(f"/pools/{slug}")
    why = request.args.get("said", "")
    said = SAID.get(why, "")
    seen = [_one(pool, one) for one in every]
    return render(
        "worker/practice.html",
        pool=seen_view(found),
        did=why if said else "",
        said=door.speaks().gettext(said) if said else "",
        no_money=door.speaks().gettext(NO_MONEY) if why == "money" else "",
        seen=seen,
        left=sum(one["known"] is None for one in seen),
        sounds=any(one.get("sounds") for one in seen),
        form_token=safety.make_token("go", seated.card),
    )


def after_practise(slug: str, dealt: Dealt) -> Response:
    """Where whoever asked for practice goes: to its task, or to why there is none."""
    if dealt.task or dealt.why == "limit":
        return go(f"/task/{slug}")
    return go(f"/practice/{slug}?said=money" if dealt.why == "money" else f"/practice/{slug}")


def practice_seen(found: OneReceipt) -> dict[str, Any]:
    """What the receipt of a practice task shows beside the answer."""
    return _beside(found, found.receipt.value or {})


def show_practice_again(
    seated: Seated, slug: str, task: int, answer: Mapping[str, Value]
) -> Response:
    """What is known of a practice task that was done again; nothing of it is kept."""
    found = showing.receipt(store(), seated, showing.receipt_of_task(store(), seated, slug, task))
    if found is None:
        abort(404)
    return render(
        "worker/practice_again.html",
        pool=pool_view(found.pool),
        receipt=found.receipt.number,
        answer=lines_of(found.pool, found.task, answer),
        form_token=safety.make_token("go", seated.card),
        **_beside(found, answer),
    )


def _beside(found: OneReceipt, answer: Mapping[str, Value]) -> dict[str, Any]:
    pool, task, seated = found.pool, found.task, door.must_sit()
    standing = practising.standing(store(), seated, pool.id, door.prefers(), now())
    return {
        **material_of(pool, task, f"/receipts/{found.receipt.number}", ""),
        "known": _known(pool, task, answer, practising.what_is_known(store(), task.id)),
        "left": standing.left,
    }


def _one(pool: Facts, one: Seen) -> dict[str, Any]:
    """A practice task in the recap; nothing but its number before it is done."""
    if one.known is None:
        return {"number": one.number, "known": None}
    answer = one.answer or {}
    # Several pictures at once are a price: here they wait until they are asked for.
    return {
        **material_of(pool, one.task, "", ""),
        "show_pictures": PICTURE in request.args,
        "number": one.number,
        "receipt": one.receipt,
        "answer": lines_of(pool, one.task, answer),
        "known": _known(pool, one.task, answer, one.known),
    }


def _known(
    pool: Facts, task: TaskFacts, answer: Mapping[str, Value], known: Known
) -> dict[str, Any]:
    """A known answer beside one that was given; not where it waits for the coordinator."""
    words = words_of(pool)
    said_in = words.locale if words.locale in (known.explains or {}) else pool.language
    why = (known.explains or {}).get(words.locale, known.explain)
    return {
        "paused": practising.is_paused(known.same, known.other, known.ruling),
        "matches": kinds()[pool.kind].matches(answer, known.answer),
        "lines": lines_of(pool, task, known.answer),
        "why": {"text": why, "lang": said_in, "dir": direction(said_in)} if why else None,
    }
