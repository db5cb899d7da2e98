"""Pages for whoever runs the site: is it alive, is it ready, how much is done."""

import hmac
from ipaddress import ip_address

from flask import Blueprint, Response, abort, request

from app.actions import watching
from app.actions.showing import StoreAwayError
from app.pages.parts import parts, store

blueprint = Blueprint("operations", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Whether this process answers."""
    return _plain("ok\n")


@blueprint.get("/readyz")
def readyz() -> Response:
    """Whether this process reaches its database."""
    try:
        watching.reach(store())
    except StoreAwayError:
        return _plain("the database is away\n", 503)
    return _plain("ok\n")


@blueprint.get("/metrics")
def metrics() -> Response:
    """Counts in Prometheus' text format, for this machine or for who knows the token."""
    if not (_is_near() or _knows_token()):
        abort(404)
    return _plain("".join(f"ownpace_{name} {value}\n" for name, value in watching.counts(store())))


def _is_near() -> bool:
    # Behind a proxy every request comes from this machine: one that was passed on needs the token.
    # The proxy may hide that it did, but it keeps the site's name, and it alone speaks TLS.
    passed_on = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))
    if passed_on or parts().settings.tls:
        return False
    return _is_loopback(request.remote_addr or "") and _is_loopback(_name_asked())


def _name_asked() -> str:
    """The host that the request asked for, without its port."""
    name = request.host.rpartition(":")[0] if ":" in request.host else request.host
    return "127.0.0.1" if name == "localhost" else name.strip("[]")


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _knows_token() -> bool:
    wanted = parts().settings.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(wanted) and hmac.compare_digest(wanted.encode(), given.encode())


def _plain(text: str, status: int = 200) -> Response:
    return Response(text, status, content_type="text/plain; charset=utf-8")
