"""Earnings, from the ledger."""

from flask import Blueprint, Response

from app.actions import past
from app.language import N_
from app.pages import door
from app.pages.layout import render
from app.pages.paging import asked_past
from app.pages.parts import store
from app.pages.worker.views import words_of

blueprint = Blueprint("money", __name__)

MOST = 100
WHAT = {"answer": N_("A task"), "practice": N_("Practice")}


@blueprint.get("/earnings")
def earnings() -> Response:
    """What a card earned, and for what."""
    seated = door.must_sit()
    money = past.earnings(store(), seated, MOST, asked_past())
    gettext = door.speaks().gettext
    entries = []
    for line in money.lines:
        words = words_of(money.known[line.slug])
        entries.append(
            {
                "day": line.day,
                "title": words.title,
                "lang": words.locale,
                "amount": line.amount,
                "currency": line.currency,
                "what": gettext(WHAT[line.kind]),
            }
        )
    balances = [
        {"currency": one.currency, "amount": one.amount, "sample": one.sample}
        for one in money.balances
    ]
    return render(
        "worker/earnings.html",
        balances=balances,
        entries=entries,
        past=money.past,
        most=MOST,
        more=money.more,
    )
