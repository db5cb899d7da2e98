"""Leaving: the sitting ends here and the browser is asked to forget."""

from flask import Blueprint, Response, request

from app.actions import cards
from app.pages import door, safety
from app.pages.layout import go, render
from app.pages.parts import store

blueprint = Blueprint("leaving", __name__)


@blueprint.get("/leave")
def leave() -> Response:
    """Ask once more, and whether the code is at hand."""
    seated = door.seated()
    if seated is None:
        door.speak(request.args.get("language", ""))
        return render("worker/goodbye.html")
    return render("worker/leave.html", form_token=safety.make_token("leave", seated.card))


@blueprint.post("/leave")
def left() -> Response:
    """End the sitting."""
    token = safety.wanted_token("leave")
    seated = door.seated()
    if seated and seated.card != token.card:
        # The page was left by the one before: whoever sits here now is asked for themselves.
        return go("/leave")
    # The browser forgets the language too, and goodbye is to be understood.
    chosen = door.prefers().language
    if seated:
        cards.leave(store(), seated)
    return door.let_out(go(f"/leave?language={chosen}" if chosen else "/leave"))
