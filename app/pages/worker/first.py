"""The first page, and the pages that explain."""

from flask import Blueprint, Response

from app.actions import showing
from app.pages.layout import render
from app.pages.parts import store
from app.pages.worker.settings import page_languages, settings_token

blueprint = Blueprint("first", __name__)


@blueprint.get("/")
def first() -> Response:
    """What this is, and the two ways in."""
    pools = showing.open_pools(store())
    return render(
        "worker/first.html", pools=pools, languages=page_languages(), form_token=settings_token()
    )


@blueprint.get("/help")
def help_page() -> Response:
    """How it works, and every page of the site."""
    return render("worker/help.html")


@blueprint.get("/privacy")
def privacy() -> Response:
    """What is stored and what is not."""
    return render("worker/privacy.html")


@blueprint.get("/accessibility")
def accessibility() -> Response:
    """What was tried and what was not."""
    return render("worker/accessibility.html")


@blueprint.get("/terms")
def terms() -> Response:
    """What both sides can count on."""
    return render("worker/terms.html")
