"""Receipts: what was stored, and the ways to change it."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, request

from app.actions import past, saying, showing, work
from app.actions.showing import Facts, OneReceipt, Shown
from app.fields.choice import Choice
from app.kinds import kinds
from app.language import N_
from app.language.lists import SKIP_REASONS
from app.pages import door, safety
from app.pages.errors import refuse
from app.pages.layout import go, problem_list, problem_words, render
from app.pages.paging import asked_past
from app.pages.parts import now, store
from app.pages.worker.answer_words import lines_of
from app.pages.worker.practice import practice_seen
from app.pages.worker.task_page import show_change
from app.pages.worker.views import pool_view, ticks_the_first, words_of
from app.rules.problem import Problem
from app.rules.typed import receipt_number

blueprint = Blueprint("receipts", __name__)

MOST = 50
WHY = N_("Why did you skip it? You need not say.")
WHY_HINT = N_("It never counts against you. The asker sees how often each reason was given.")


@blueprint.get("/receipts")
def receipts() -> Response:
    """The receipts, the latest first, and a way to look one up."""
    seated = door.must_sit()
    wanted = request.args.get("number", "")
    problems = []
    if wanted:
        number = receipt_number(wanted)
        if number is not None and showing.receipt(store(), seated, number):
            return go(f"/receipts/{number}")
        problems = [Problem("receipt_unknown", field="number")]
    found = past.receipts(store(), seated, MOST, asked_past())
    return render(
        "worker/receipts.html",
        422 if problems else 200,
        problems=problem_list(problems),
        wanted=wanted,
        receipts=[_line(one, found.known[one.slug]) for one in found.lines],
        past=found.past,
        most=MOST,
        more=found.more,
    )


@blueprint.get("/receipts/<number:number>")
def receipt(number: int) -> Response:
    """One receipt."""
    return _show(number, _find(number))


@blueprint.post("/receipts/<number:number>")
def say_why(number: int) -> Response:
    """Keep why a task was skipped."""
    safety.wanted_token("go")
    found = _find(number)
    reason = _reasons().read(request.form.getlist("answer.reason"))
    if isinstance(reason, Problem):
        missing = Problem("reason_missing", field="reason")
        return _show(number, found, [missing if reason.code == "choice_missing" else reason])
    refused = saying.say_why(store(), door.must_sit(), number, reason)
    return go(f"/receipts/{number}" if refused else f"/receipts/{number}?said=why")


def _show(number: int, found: OneReceipt, problems: Sequence[Problem] = ()) -> Response:
    shown, pool = found.receipt, found.pool
    answered = shown.value is not None
    latest = shown.version == shown.latest
    said = request.args.get("said", "")
    practice = found.task.practice and answered
    why = "" if answered else saying.why_skipped(store(), shown.answer)
    return render(
        "worker/receipt.html",
        422 if problems else 200,
        problems=problem_list(problems),
        receipt=number,
        pool=pool_view(pool),
        did="answer" if answered else "skip",
        on_day=shown.day,
        pay=shown.pay,
        currency=pool.currency,
        sample=pool.sample,
        surplus=shown.surplus,
        said=said if said in ("sent", "why", "again") and not problems else "",
        reasons=None if answered or not latest else _reasons(),
        reason=why,
        reason_words=dict(_reasons().options).get(why, ""),
        unanswered=ticks_the_first(),
        newer=0 if latest else found.versions[-1].number,
        answer=lines_of(pool, found.task, shown.value),
        # What a page may load.
        heard=bool(kinds()[pool.kind].records),
        versions=[] if practice else _earlier(found),
        can_change=answered and pool.state != "closed" and latest and not practice,
        can_answer=not answered and latest and pool.state != "closed",
        form_token=safety.make_token("go", door.must_sit().card),
        **(practice_seen(found) if practice else {"known": None}),
    )


@blueprint.get("/receipts/<number:number>/change")
def change(number: int) -> Response:
    """The task again with the answer that was stored."""
    found = _find(number)
    if found.pool.state == "closed" or found.receipt.value is None:
        return go(f"/receipts/{number}")
    return show_change(door.must_sit(), found.pool.slug, found.task.id)


@blueprint.post("/receipts/<number:number>/again")
def again(number: int) -> Response:
    """Take a skipped task in hand again."""
    safety.wanted_token("go")
    slug = work.answer_after_all(store(), door.must_sit(), number, now())
    if isinstance(slug, Problem):
        status = 404 if slug.code == "receipt_unknown" else 403
        return refuse(status, text=problem_words(slug), way_on=(("/receipts", N_("Receipts")),))
    return go(f"/task/{slug}")


def _find(number: int) -> OneReceipt:
    found = showing.receipt(store(), door.must_sit(), number)
    if found is None:
        abort(404)
    return found


def _reasons() -> Choice:
    """The reasons for a skip, to choose from."""
    gettext = door.speaks().gettext
    return Choice(
        name="reason",
        label=gettext(WHY),
        options=tuple((key, gettext(words)) for key, words in SKIP_REASONS.items()),
        hint=gettext(WHY_HINT),
    )


def _line(shown: Shown, pool: Facts) -> dict[str, object]:
    """A receipt in the list."""
    words = words_of(pool)
    return {
        "number": shown.number,
        "title": words.title,
        "lang": words.locale,
        "did": "skip" if shown.value is None else "answer",
        "day": shown.day,
        "changed": shown.version > 1 and shown.value is not None,
        "pay": shown.pay,
        "currency": pool.currency,
        "sample": pool.sample,
        "surplus": shown.surplus,
    }


def _earlier(found: OneReceipt) -> list[dict[str, object]]:
    """The versions before this one."""
    return [
        {"day": one.day, "lines": lines_of(found.pool, found.task, one.value)}
        for one in found.versions
        if one.version < found.receipt.version and one.value is not None
    ]
