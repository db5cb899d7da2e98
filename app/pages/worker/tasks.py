"""The task page: one question, and what can be done with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, request

from app.actions import answering, late, practising, showing, walking, work
from app.actions.recordings import Whose
from app.actions.sheets import Sheet
from app.actions.showing import InPool, Seated
from app.actions.turn import PRACTICE, Browser, Done
from app.kinds.kind import Reading
from app.kinds.walk import says_something
from app.language import N_
from app.pages import door, safety
from app.pages.errors import refuse
from app.pages.layout import go, problem_words, render
from app.pages.parts import now, store
from app.pages.safety import Token
from app.pages.worker.break_page import report_minutes, show_break
from app.pages.worker.pools import read_goal
from app.pages.worker.practice import after_practise, show_practice_again
from app.pages.worker.recording import may_hold_sound, take_recording, tidy
from app.pages.worker.region_view import CLOSER, has_region
from app.pages.worker.survey import is_page, turn_page, way_on, with_page
from app.pages.worker.task_page import show_change, show_task
from app.pages.worker.tree_view import LOOK, UP, has_tree
from app.rules.problem import Problem

blueprint = Blueprint("tasks", __name__)

Typed = dict[str, list[str]]
PREFIX = "answer."
WAYS_ON = (("/mine", N_("My work")), ("/pools", N_("Pools")))
STATUS = {
    "task_not_yours": 403,
    "pool_unknown": 404,
    "pool_closed": 403,
    "answer_fixed": 409,
    "answer_often": 409,
    "money_gone": 409,
}


@blueprint.get("/task/<slug:slug>")
def task(slug: str) -> Response:
    """The task in hand; or the break after the worker's own number; or why there is none."""
    found = door.at_task(slug)
    seated = door.must_sit()
    if found is None:
        abort(404)
    if found.task:
        return show_task(seated, found, found.task, _kept_values(found))
    return show_break(seated, found)


@blueprint.post("/task/<slug:slug>")
def act(slug: str) -> Response:
    """Answer, look, skip, save, stop, go on, drop what was kept, or say how long it took."""
    holds_sound = may_hold_sound()
    typed = _typed()
    do = _pressed(typed)
    token = safety.read_token("task")
    if do in ("resume", "drop", PRACTICE) or (do == "continue" and token is None):
        return _go_on(slug, do)
    if do == "minutes":
        return report_minutes(slug)
    if token is None:
        return refuse(403)
    return (_press_with_sound if holds_sound else _press)(token, slug, typed, do)


def _press_with_sound(token: Token, slug: str, typed: Typed, do: str) -> Response:
    """A press on a page whose answer is a recording; what could be heard of it is kept."""
    found = typed if do == "skip" else take_recording(token, slug, typed)
    try:
        if not isinstance(found, Problem):
            return _press(token, slug, found, do)
        seated, at = _at_own_page(token, slug, typed)
        return _show_again(seated, token, at, typed, [found])
    finally:
        tidy(Whose(token.card, slug, token.task))


def _press(token: Token, slug: str, typed: Typed, do: str) -> Response:
    if is_page(typed) and do in walking.PRESSES:
        return _turn(token, slug, typed, do)
    if do == "answer":
        return _answer(token, slug, typed)
    seated, found = _at_own_page(token, slug, typed)
    if do in (LOOK, UP) or (do == CLOSER and has_region(typed)):
        return _show_again(seated, token, found, typed, [])
    return _after(_other(do, seated, token, slug, typed), slug, do)


def _pressed(typed: Typed) -> str:
    """The button that was pressed, or what is meant without: Enter in a text browser presses none.

    A word to search for, or a square, is no answer yet.
    """
    return request.form.get("do", LOOK if has_tree(typed) or has_region(typed) else "answer")


def _turn(token: Token, slug: str, typed: Typed, do: str) -> Response:
    """A press on one page of a survey; its last page sends the answer."""
    alone = request.form.get("from") != "receipt"
    walked = turn_page(token, Sheet(slug, token.task, typed, _draft(), alone), do)
    if isinstance(walked, walking.Walked) and not walked.problems:
        return _answer(token, slug, walked.typed) if walked.ready else way_on(slug, walked)
    seated, found = _at_own_page(token, slug, typed)
    if isinstance(walked, Problem):
        return _refuse(walked)
    return _show_again(seated, token, found, walked.typed, walked.problems)


def _answer(token: Token, slug: str, typed: Typed) -> Response:
    locale = request.form.get("words", "")
    sent = answering.Sent(slug, token.task, typed, _draft(), locale)
    # Who sits here is asked in the transaction that stores the answer.
    done = answering.answer(store(), Browser(door.secret(), token.card), sent, now())
    if isinstance(done, Done):
        again = request.form.get("from") == "receipt"
        if done.did == PRACTICE:
            return go(f"/receipts/{done.receipt}?said={'again' if again else 'sent'}")
        to_receipt = not done.in_run or again
        if done.did == "change" or to_receipt:
            return go(f"/receipts/{done.receipt}?said=sent")
        return go(f"/task/{slug}")
    seated, found = _at_own_page(token, slug, typed)
    if isinstance(done, Reading):
        if not done.problems:
            return show_practice_again(seated, slug, token.task, done.answer)
        return _show_again(seated, token, found, typed, done.problems)
    if done.code == "money_gone":
        late.keep(store(), seated.card, slug, token.task, typed, now())
    return _refuse(done)


def _at_own_page(token: Token, slug: str, typed: Typed) -> tuple[Seated, InPool]:
    """Who sits here, and how they stand in the pool; what another card's page sent is kept."""
    found = door.at_task(slug)
    seated = door.seated()
    if seated is None or seated.card != token.card:
        abort(_keep(seated, token, slug, typed))
    if found is None:
        abort(404)
    return seated, found


def _show_again(
    seated: Seated, token: Token, found: InPool, typed: Typed, problems: Sequence[Problem]
) -> Response:
    """The task that the form was about, which need not be the one in hand by now."""
    if found.task and found.task.id == token.task:
        return show_task(seated, found, found.task, typed, problems)
    put_by = showing.put_by(store(), seated, found.pool.slug, token.task)
    if put_by and put_by.task:
        return show_task(seated, put_by, put_by.task, typed, problems)
    return show_change(seated, found.pool.slug, token.task, typed, problems)


def _other(do: str, seated: Seated, token: Token, slug: str, typed: Typed) -> Done | Problem:
    if do == "skip":
        page = Sheet(slug, token.task, typed, _draft()) if is_page(typed) else None
        return work.skip(store(), seated, slug, token.task, now(), page)
    if do not in ("save", "stop"):
        abort(400)
    keep = work.save if do == "save" else work.stop
    return keep(store(), seated, slug, token.task, typed, now(), _draft())


def _after(done: Done | Problem, slug: str, do: str) -> Response:
    if isinstance(done, Problem):
        return _refuse(done)
    if done.did == PRACTICE:
        return go(f"/practice/{slug}?said={do}")
    return go("/mine?said=stop" if do == "stop" else f"/task/{slug}")


def _go_on(slug: str, do: str) -> Response:
    token = safety.wanted_token("go")
    seated = door.must_sit()
    if token.card != seated.card:
        return go("/mine")
    if do == "drop":
        return _drop(seated, slug)
    task_ref = request.form.get("task", "")
    if do == "resume" and _whole(task_ref):
        problem = work.resume(store(), seated, slug, int(task_ref), now())
        if problem:
            number = showing.receipt_of_task(store(), seated, slug, int(task_ref))
            return go(f"/receipts/{number}/change") if number else _refuse(problem)
        return go(f"/task/{slug}")
    begin = practising.practise if do == PRACTICE else work.go_on
    dealt = begin(store(), seated, slug, read_goal(), now())
    if isinstance(dealt, Problem):
        return _refuse(dealt)
    return after_practise(slug, dealt) if do == PRACTICE else go(f"/task/{slug}")


def _drop(seated: Seated, slug: str) -> Response:
    if draft := _draft():
        late.drop(store(), seated, slug, draft)
    return go("/mine?said=drop")


def _keep(seated: Seated | None, token: Token, slug: str, typed: Typed) -> Response:
    """Keep what came after its sitting had ended, for the card that the form names."""
    if not says_something(typed):
        return go("/mine" if seated else "/card")
    if not late.keep(store(), token.card, slug, token.task, typed, now(), _draft()):
        return refuse(403)
    return render("worker/kept.html", 403, other_card=seated is not None)


def _kept_values(found: InPool) -> Mapping[str, Any]:
    """What stands in the form: a late answer that was chosen, else what was saved."""
    wanted = request.args.get("kept", "")
    chosen = [one for one in found.drafts if str(one.id) == wanted]
    saved = [one for one in found.drafts if not one.late]
    return (chosen or saved)[0].typed if chosen or saved else {}


def _typed() -> Typed:
    """The raw text of each answer field; NUL is no text, so it becomes what browsers make of it."""
    fields = {
        name.removeprefix(PREFIX): [text.replace("\0", answering.BROKEN) for text in texts]
        for name, texts in request.form.lists()
        if name.startswith(PREFIX)
    }
    return with_page(fields)


def _draft() -> int:
    """The number of the kept text that the form was filled from; 0 for none."""
    found = request.form.get("draft", "")
    return int(found) if _whole(found) else 0


def _refuse(problem: Problem) -> Response:
    status = STATUS.get(problem.code, 400)
    return refuse(status, text=problem_words(problem), way_on=WAYS_ON)


def _whole(text: str) -> bool:
    # Numbers of rows have 32 bits; PostgreSQL refuses to compare them with larger ones.
    return text.isascii() and text.isdigit() and len(text) < 10
