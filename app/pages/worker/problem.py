"""Reporting what is in the way on this site, without a card, and looking up what came of it."""

from collections.abc import Sequence

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import HTTPException

from app.actions import saying
from app.actions.answering import BROKEN
from app.actions.saying import Barrier
from app.fields.text import LongText, Text
from app.pages import safety
from app.pages.layout import problem_list, render
from app.pages.parts import now, store
from app.rules.problem import Problem
from app.rules.typed import receipt_number

blueprint = Blueprint("problem", __name__)

PAGE = Text("page", "", required=False, longest=200)
BARRIER = LongText("barrier", "", longest=4_000)


@blueprint.get("/problem")
def problem() -> Response:
    """Ask what is in the way."""
    return _ask(page=_known_page(request.args.get("page", "")))


@blueprint.post("/problem")
def report() -> Response:
    """Keep what is in the way; or show the report whose number was typed.

    The number opens a report, so no address has it: browsers keep addresses, and titles with them.
    """
    safety.wanted_token("problem")
    if "number" in request.form:
        return _found(request.form["number"])
    typed = {one.name: _typed(one.name) for one in (PAGE, BARRIER)}
    page, text = _read(PAGE, typed["page"]), _read(BARRIER, typed["barrier"])
    if isinstance(page, Problem) or isinstance(text, Problem):
        return _ask([one for one in (page, text) if isinstance(one, Problem)], **typed)
    sent = saying.report_barrier(store(), request.form["token"], page, text, now())
    return _shown(sent, said=True)


def _found(typed: str) -> Response:
    number = receipt_number(typed)
    found = None if number is None else saying.barrier(store(), number)
    if found is None:
        return _ask([Problem("report_unknown", field="number")], number=typed)
    return _shown(found)


def _shown(report: Barrier, said: bool = False) -> Response:
    return render("worker/problem_report.html", secret=True, report=report, said=said)


def _ask(
    problems: Sequence[Problem] = (), page: str = "", barrier: str = "", number: str | None = None
) -> Response:
    return render(
        "worker/problem.html",
        422 if problems else 200,
        form_token=safety.make_token("problem"),
        problems=problem_list(problems),
        page=page,
        barrier=barrier,
        number=number,
    )


def _typed(name: str) -> str:
    """What was typed; NUL is no text, so it becomes what browsers make of it."""
    return request.form.get(name, "").replace("\0", BROKEN)


def _read(field: Text | LongText, raw: str) -> str | Problem:
    """The text of a field; a character that was lost on its way is a problem too."""
    text = field.read([raw])
    if BROKEN in raw and not isinstance(text, Problem):
        return Problem("text_control", {"character": f"U+{ord(BROKEN):04X}"}, field=field.name)
    return text


def _known_page(path: str) -> str:
    """The path of a page of this site; nothing where it is none, or names more than a pool."""
    if not path.startswith("/") or path.startswith("//") or len(path) > PAGE.longest:
        return ""
    try:
        _, named = current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return ""
    return path if named.keys() <= {"slug"} else ""
