"""Files: the style sheet, and the media of tasks."""

from flask import Blueprint, Response, abort, request

from app.media.grids import FORMS
from app.media.shelf import PRIVATE, NotOnShelfError, media_type
from app.pages import door, safety
from app.pages.assets import FOREVER, coding
from app.pages.parts import parts
from app.rules.frame import Frame

blueprint = Blueprint("files", __name__)


@blueprint.get("/static/<name>")
def static_file(name: str) -> Response:
    """A static file; its name changes with its content, so it is kept for good."""
    asset = parts().assets.find(name)
    if asset is None:
        abort(404)
    taken = coding(request.headers.get("Accept-Encoding", ""))
    response = Response(asset.bodies[taken], content_type=asset.media_type)
    if taken:
        response.headers["Content-Encoding"] = taken
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    return response


@blueprint.get("/media/<name>")
def medium(name: str) -> Response:
    """A picture or sound of a task; not kept by a browser that somebody else may use next."""
    if name.endswith(PRIVATE):
        abort(404)
    try:
        data, sort = parts().shelf.open(name), media_type(name)
    except NotOnShelfError:
        abort(404)
    response = Response(data, content_type=sort)
    if not sort.startswith("audio/"):
        return response
    response.headers.extend([safety.MAY_PLAY])
    # A player asks for a part; some play nothing where they do not get one.
    response.make_conditional(request, accept_ranges=True, complete_length=len(data))
    return response


@blueprint.get("/media/<name>/<grid>")
def gridded(name: str, grid: str) -> Response:
    """A picture of a task with squares drawn over it; work for us, so only for an open card."""
    about, _, form = grid.rpartition(".")
    frame, seated = Frame.read(about), door.seated()
    if frame is None or form not in FORMS or seated is None:
        abort(404)
    try:
        data = parts().shelf.open(name)
    except NotOnShelfError:
        abort(404)
    drawn = parts().drawer.draw(data, name, frame, form, seated.card)
    if drawn is None:
        abort(404)
    return Response(drawn, content_type=f"image/{FORMS[form].lower()}")
