"""The site: the Flask application with its pages, its headers and its limits."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, request
from jinja2 import StrictUndefined
from werkzeug.routing import BaseConverter

from app.actions.showing import Store
from app.media.ear import Ear
from app.media.shelf import Shelf
from app.pages import errors, files, layout, operations, safety
from app.pages.assets import Assets
from app.pages.forms import FormRequest
from app.pages.parts import KEY, Parts
from app.pages.wording import PlainTemplates
from app.pages.worker import (
    card,
    first,
    leaving,
    mine,
    money,
    pools,
    practice,
    problem,
    receipts,
    recording,
    settings,
    tasks,
)
from app.settings import CHECKOUT, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

WORKER_PAGES = (
    *(first, card, mine, pools, practice, tasks, recording),
    *(receipts, money, settings, problem, leaving),
)
# What one field of a form may hold; a file of its own limit is read by the page that takes it.
MOST_FORM_BYTES = 1024 * 1024


class Slug(BaseConverter):
    """A pool's name in an address."""

    regex = "[a-z0-9][a-z0-9-]{0,79}"


class Number(BaseConverter):
    """A receipt's number in an address."""

    regex = "[0-9]{1,12}"

    def to_python(self, value: str) -> int:
        """The number itself."""
        return int(value)


class Site(Flask):
    """An application that guards every response, and logs faults without naming anybody."""

    request_class = FormRequest

    def wsgi_app(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request, with the headers that every response has."""
        site: Parts = self.extensions[KEY]
        return super().wsgi_app(environ, safety.guarded(start_response, site.settings.tls))

    def log_exception(self, exc_info: Any) -> None:
        """Log a fault by the kind of page: an address can name a receipt."""
        self.logger.error("A fault at %s %s", request.method, request.url_rule, exc_info=exc_info)


def make_site(settings: Settings, store: Store, shelf: Shelf) -> Flask:
    """Put the pages together."""
    app = Site(
        "app",
        root_path=str(CHECKOUT / "app"),
        template_folder=str(CHECKOUT / "templates"),
        static_folder=None,
    )
    # No other site has anything to ask here, so nothing is said about what it might.
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.config["MAX_CONTENT_LENGTH"] = MOST_FORM_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_FORM_BYTES
    app.extensions[KEY] = Parts(settings, store, shelf, Assets(CHECKOUT / "static"), Ear())
    app.jinja_environment = PlainTemplates
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    # A doubled slash is a mistyped address: mending it would send browsers to a host they name.
    app.url_map.merge_slashes = False
    app.url_map.converters |= {"slug": Slug, "number": Number}
    layout.prepare(app)
    for pages in (*WORKER_PAGES, files, operations):
        app.register_blueprint(pages.blueprint)
    errors.watch(app)
    app.before_request(safety.only_from_here)
    return app
