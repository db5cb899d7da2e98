"""The card: make one, open one, print it, save it, give it another code."""

import segno
from flask import Blueprint, Response, abort, request

from app.actions import cards
from app.actions.cards import Opening, Seated
from app.language import N_
from app.pages import door, safety
from app.pages.layout import go, problem_list, render
from app.pages.parts import now, parts, store
from app.rules import card as codes
from app.rules.problem import Problem

blueprint = Blueprint("card", __name__)

# A saved card is a few lines; more is some other file.
MOST_FILE_BYTES = 20_000
FILE_LINES = (
    N_("This is your card. Whoever holds this code can open your work. Keep it like money."),
    N_("To come back: choose “I have a card” and type the code, or choose this file."),
)


@blueprint.get("/card/new")
def new() -> Response:
    """What a card is, before there is one."""
    return render("worker/card_new.html", form_token=safety.make_token("card"))


@blueprint.post("/card/new")
def make() -> Response:
    """Make a card and show its code, this once."""
    safety.wanted_token("card")
    chosen = door.chosen()
    _end_sitting()
    code, opening = cards.make_card(store(), parts().settings, _own_device(), now(), chosen)
    door.welcome(opening)
    return door.let_in(_shown(code), opening)


@blueprint.get("/card")
def card() -> Response:
    """Ask for a code; or, where a card is open, offer it other codes."""
    seated = door.seated()
    if seated is None:
        return _ask()
    return _codes(seated)


@blueprint.post("/card")
def open_card() -> Response:
    """Open a card with what was typed, or with the file that was chosen."""
    safety.wanted_token("card")
    opening = _opened()
    if isinstance(opening, Problem):
        return _ask(opening)
    _end_sitting()
    return door.let_in(go("/mine"), opening)


@blueprint.post("/card/renew")
def renew() -> Response:
    """Give the card a new code; the old ones end."""
    return _shown(cards.renew(store(), parts().settings, _named_in_form()))


@blueprint.post("/card/spare")
def spare() -> Response:
    """Give the card a second code."""
    return _shown(cards.make_spare(store(), parts().settings, _named_in_form()), is_spare=True)


@blueprint.post("/card/join")
def join() -> Response:
    """Count this card among those that a partner handed out."""
    seated = _named_in_form()
    typed = request.form.get("printed", "")
    problem = cards.join_batch(store(), parts().settings, seated, typed)
    return _codes(seated, problem.at(field="printed"), typed) if problem else go("/mine?said=join")


@blueprint.post("/card/file")
def save_file() -> Response:
    """The code as a text file that can be chosen later to come back."""
    code = _own_code()
    if isinstance(code, Problem):
        return go("/card")
    lines = tuple(door.speaks().gettext(line) for line in FILE_LINES)
    response = Response(codes.file_text(code, lines), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment; filename=card.txt"
    return response


@blueprint.post("/card/print")
def print_card() -> Response:
    """The card as a page to print, with the code as a QR picture: the code, not an address."""
    code = _own_code()
    if isinstance(code, Problem):
        return go("/card")
    picture = segno.make(code, error="m", micro=False).svg_inline(
        scale=4,
        svgclass="qr",
        lineclass=None,
        title=door.speaks().gettext(N_("The code as a QR picture")),
        omitsize=True,
    )
    groups = codes.groups(code)
    return render("worker/card_print.html", secret=True, code_groups=groups, qr=picture)


def _opened() -> Opening | Problem:
    file = request.files.get("file")
    typed = request.form.get("code", "")
    if typed.strip() or file is None or not file.filename:
        return _opening("code", typed)
    text = file.stream.read(MOST_FILE_BYTES).decode(errors="replace")
    code = codes.read_file(text)
    if isinstance(code, Problem):
        return code.at(field="file")
    return _opening("file", code)


def _opening(field: str, code: str) -> Opening | Problem:
    opened = cards.open_card(store(), parts().settings, code, _own_device(), now(), door.chosen())
    return opened.at(field=field) if isinstance(opened, Problem) else opened


def _ask(problem: Problem | None = None) -> Response:
    problems = [problem] if problem else []
    return render(
        "worker/card_enter.html",
        422 if problems else 200,
        secret=bool(problems),
        form_token=safety.make_token("card"),
        problems=problem_list(problems),
        code=request.form.get("code", "") if problems else "",
        own=_own_device() or request.args.get("own") == "1",
    )


def _codes(seated: Seated, problem: Problem | None = None, typed: str = "") -> Response:
    return render(
        "worker/card_codes.html",
        422 if problem else 200,
        form_token=safety.make_token("card", seated.card),
        fresh_offer=cards.has_printed_code(store(), seated),
        problems=problem_list([problem] if problem else []),
        printed=typed,
    )


def _shown(code: str, is_spare: bool = False) -> Response:
    return render(
        "worker/card_shown.html",
        secret=True,
        signed_in=True,
        form_token=safety.make_token("card"),
        code=code,
        code_groups=codes.groups(code),
        spare=is_spare,
    )


def _named_in_form() -> Seated:
    """The card that is open here, where the form was made for it and for no card before it."""
    token = safety.wanted_token("card")
    seated = door.must_sit()
    if token.card != seated.card:
        abort(go("/card"))
    return seated


def _end_sitting() -> None:
    """End the sitting that this browser has, before it gets another."""
    seated = door.seated()
    if seated:
        cards.leave(store(), seated)


def _own_code() -> str | Problem:
    """The code that the form carries, where it opens the card that is open here."""
    safety.wanted_token("card")
    given = request.form.get("code", "")
    return cards.opens(store(), parts().settings, door.must_sit(), given)


def _own_device() -> bool:
    return request.form.get("own_device") == "1"
