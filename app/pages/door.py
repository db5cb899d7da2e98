"""Who asks: the card that is open in this browser, and the language it reads."""

from typing import Any

from flask import Response, abort, g, request

from app.actions import cards, showing
from app.actions.cards import Opening, Seated
from app.actions.showing import InPool
from app.language import Language, asked, choose, language, locales
from app.pages.parts import parts, store
from app.rules.preferences import NONE, Preferences, Reader, read_cookie, read_settings, to_cookie

YEAR = 365 * 24 * 3600
SITTING, PREFERS = "sitting", "prefers"
_NOT_ASKED: Any = object()


def secret() -> str:
    """The secret of a sitting that this browser keeps; empty where it keeps none."""
    return request.cookies.get(_cookie(SITTING), "")


def seated() -> Seated | None:
    """Who sits at this browser; asked of the store once a request."""
    found: Seated | None = g.get("seated", _NOT_ASKED)
    if found is _NOT_ASKED:
        kept = secret()
        found = g.seated = cards.seat(store(), kept) if kept else None
    return found


def must_sit() -> Seated:
    """Who sits at this browser; whoever does not is asked for a card's code."""
    found = seated()
    if found is None:
        abort(Response(status=303, headers={"Location": "/card"}))
    return found


def at_task(slug: str) -> InPool | None:
    """How who sits at this browser stands in a pool; None where nobody sits or no pool is.

    It learns who sits here on the way: `seated` asks the store no more.
    """
    kept = secret()
    g.seated, found = showing.at_task(store(), kept, slug) if kept else (None, None)
    return found


def forget() -> None:
    """Ask no more who sits here: the rest of this request is nobody's."""
    g.seated = None


def welcome(opening: Opening) -> None:
    """Speak and look from here on as the card that was just opened asks."""
    g.seated, g.prefers = None, opening.prefers
    g.pop("language", None)
    g.pop("reader", None)


def prefers() -> Preferences:
    """What the reader prefers: the settings of the card that is open, else this browser's."""
    found: Preferences | None = g.get("prefers")
    if found is None:
        known = seated()
        found = g.prefers = read_settings(known.settings) if known else _kept()
    return found


def chosen() -> Preferences:
    """What was chosen in this browser on the way to a card.

    Nothing, where a card was open here: what the browser still keeps are then that card's settings,
    which are nobody else's.
    """
    return NONE if secret() else _kept()


def speaks() -> Language:
    """The language of this request's page: the one that was set, else the browser's."""
    found: Language | None = g.get("language")
    if found is None:
        found = g.language = language(choose(_accepted(), prefers().language))
    return found


def speak(tag: str) -> None:
    """Speak a language on this request's page, if there is such a one."""
    if tag in locales():
        g.language = language(tag)


def reader() -> Reader:
    """Who reads; where no languages were chosen, those that the browser asks for."""
    found: Reader | None = g.get("reader")
    if found is None:
        known = prefers()
        found = g.reader = Reader(known, (speaks().code, *(known.reads or asked(_accepted()))))
    return found


def light() -> bool:
    """Whether pictures wait until they are asked for: a browser that saves data says so."""
    return prefers().light or request.headers.get("Save-Data", "").lower() == "on"


def prefer(response: Response, preferences: Preferences, own_device: bool) -> Response:
    """The response with the cookie of what this browser's reader prefers.

    A card's settings stand there too, for the pages that come when the store is away.
    """
    if preferences == _kept():
        return response
    response.set_cookie(
        _cookie(PREFERS),
        to_cookie(preferences),
        max_age=YEAR if own_device else None,
        httponly=True,
        samesite="Lax",
        secure=parts().settings.tls,
    )
    return response


def let_in(response: Response, opening: Opening) -> Response:
    """The response with the cookies that keep a sitting; a borrowed computer forgets them."""
    response.set_cookie(
        _cookie(SITTING),
        opening.secret,
        max_age=YEAR if opening.own_device else None,
        httponly=True,
        samesite="Lax",
        secure=parts().settings.tls,
    )
    return prefer(response, opening.prefers, opening.own_device)


def let_out(response: Response) -> Response:
    """The response that asks the browser to forget everything of this site."""
    for name in (SITTING, PREFERS):
        response.delete_cookie(
            _cookie(name), httponly=True, samesite="Lax", secure=parts().settings.tls
        )
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _kept() -> Preferences:
    return read_cookie(request.cookies.get(_cookie(PREFERS), ""))


def _accepted() -> str:
    return request.headers.get("Accept-Language", "")


def _cookie(name: str) -> str:
    return f"__Host-{name}" if parts().settings.tls else name
