"""What keeps pages safe: form tokens, headers, and where a form came from."""

import secrets
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import abort, request
from itsdangerous import BadSignature, Signer

from app.pages.parts import parts

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
STRICT_TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")
NOT_KEPT = ("Cache-Control", "no-store")
# Of a page that has a player, and of a sound that a browser opens in a player of its own.
MAY_PLAY = ("Content-Security-Policy", f"{POLICY}; media-src 'self'")

# Of a page that has a recorder: its script, what it hears and plays, and where it sends that.
MAY_RECORD = (
    (
        "Content-Security-Policy",
        f"{POLICY}; script-src 'self'; connect-src 'self'; media-src 'self' blob:",
    ),
    ("Permissions-Policy", "microphone=(self)"),
)
# Of a file that somebody sent: whatever is in it, a browser saves it or plays it, and runs nothing.
SHUT_IN = (
    ("Content-Security-Policy", f"{POLICY}; sandbox"),
    ("Content-Disposition", "attachment; filename=recording.ogg"),
)


class Token(NamedTuple):
    """What a form says of itself: its name, and whose task its answer is (0 for none)."""

    form: str
    card: int
    task: int


def make_token(form: str, card: int = 0, task: int = 0) -> str:
    """A signed token; the random start makes every page's signature another (BREACH).

    It signs nobody in: it only names the card that an answer belongs to (WCAG 2.2.5).
    """
    said = f"{secrets.token_hex(4)}.{form}.{card}.{task}"
    return _signer(parts().settings.secret_key).sign(said).decode()


def read_token(form: str) -> Token | None:
    """The token that came with the form, where this site made it for such a form."""
    try:
        said = _signer(parts().settings.secret_key).unsign(request.form.get("token", "")).decode()
    except BadSignature:
        return None
    _, found, card, task = said.split(".")
    return Token(found, int(card), int(task)) if found == form else None


def only_from_here() -> None:
    """Refuse a form that another site sent; text browsers do not say, and are believed."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    origin = request.headers.get("Origin", "")
    if request.headers.get("Sec-Fetch-Site", "") == "cross-site":
        abort(403)
    # Compared as text: what is no proper origin cannot be taken apart.
    if origin and origin.partition("://")[2] != request.host:
        abort(403)


def wanted_token(form: str) -> Token:
    """The form's token; refused where this site did not make it for such a form."""
    token = read_token(form)
    if token is None:
        abort(403)
    return token


def guarded(start_response: "StartResponse", tls: bool) -> "StartResponse":
    """A start of responses that adds the headers which all have, page or fault."""

    def start(
        status: str, headers: list[tuple[str, str]], exc_info: Any = None, /
    ) -> Callable[[bytes], object]:
        given = {name for name, _ in headers}
        lines = [*headers, *(one for one in (*HEADERS, NOT_KEPT) if one[0] not in given)]
        if tls:
            lines.append(STRICT_TRANSPORT)
        return start_response(status, lines, exc_info)

    return start


@cache
def _signer(key: bytes) -> Signer:
    return Signer(key, salt="form", digest_method=sha256, sep="~")
