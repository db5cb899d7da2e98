"""Who asks: the card that is open in this browser, and the language it reads."""

from flask import Response, abort, g, request

from app.actions import cards, showing
from app.actions.cards import Opening, Seated
from app.actions.showing import InPool
from app.language import Language, choose, language
from app.pages.parts import parts, store

YEAR = 365 * 24 * 3600


def secret() -> str:
    """The secret of a sitting that this browser keeps; empty where it keeps none."""
    return request.cookies.get(_cookie(), "")


def seated() -> Seated | None:
    """Who sits at this browser; asked of the store once a request."""
    if "seated" not in g:
        g.seated = cards.seat(store(), secret()) if secret() else None
    found: Seated | None = g.seated
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


def speaks() -> Language:
    """The language of this request's page."""
    if "language" not in g:
        g.language = language(choose(request.headers.get("Accept-Language", ""), ""))
    found: Language = g.language
    return found


def light() -> bool:
    """Whether pictures wait until they are asked for: a browser that saves data says so."""
    return request.headers.get("Save-Data", "").lower() == "on"


def let_in(response: Response, opening: Opening) -> Response:
    """The response with the cookie that keeps a sitting; a borrowed computer forgets it."""
    response.set_cookie(
        _cookie(),
        opening.secret,
        max_age=YEAR if opening.own_device else None,
        httponly=True,
        samesite="Lax",
        secure=parts().settings.tls,
    )
    return response


def let_out(response: Response) -> Response:
    """The response that asks the browser to forget everything of this site."""
    response.delete_cookie(_cookie(), httponly=True, samesite="Lax", secure=parts().settings.tls)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _cookie() -> str:
    return "__Host-sitting" if parts().settings.tls else "sitting"
