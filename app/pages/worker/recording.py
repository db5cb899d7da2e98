"""A recording on its way in, whole or in pieces, and heard again by the card that made it."""

import re
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass

from flask import Blueprint, Response, abort, jsonify, request

from app.actions import recordings
from app.actions.recordings import Piece, Whose
from app.kinds import kinds
from app.media.ear import BUSY
from app.media.shelf import NotOnShelfError
from app.pages import door, safety
from app.pages.layout import problem_words
from app.pages.parts import now, parts, store
from app.pages.safety import Token
from app.rules.problem import Problem

blueprint = Blueprint("recording", __name__)

Typed = dict[str, list[str]]
FORM = "multipart/form-data"
MEGABYTE = 1024 * 1024
_UPLOAD = re.compile(r"[0-9]{6,40}")


@dataclass(frozen=True, slots=True)
class RecordingView:
    """Where pieces are sent, and what is there already: its file, its length, its size.

    `plays` says whether the page has a player for it.
    """

    send: str = ""
    file: str = ""
    seconds: float = 0.0
    size: int = 0
    plays: bool = True


@blueprint.post("/task/<slug:slug>/sound")
def piece(slug: str) -> Response:
    """Take a piece of a recording, or say how much is there; with the last piece it is heard."""
    token = safety.wanted_token("task")
    seated = door.seated()
    if seated is None or seated.card != token.card:
        abort(403)
    whose, sent = Whose(token.card, slug, token.task), _sent()
    arrived = recordings.take_piece(store(), whose, sent)
    if isinstance(arrived, Problem):
        return _refused(arrived)
    if not arrived.whole:
        return jsonify(have=arrived.have, name=arrived.file)
    found = _heard(whose, arrived.whole, seated=True, upload=sent.upload)
    if found == BUSY:
        # The pieces stay: the page asks again in a moment.
        return _refused(BUSY, 503)
    if isinstance(found, Problem):
        recordings.forget_pieces(store(), whose)
        return _refused(found)
    tidy(whose)
    return jsonify(have=arrived.have, name=found)


@blueprint.get("/recordings/<name>")
def listen(name: str) -> Response:
    """A recording, for the card that made it and for nobody else."""
    found = recordings.of_card(store(), door.must_sit(), name)
    try:
        data = parts().shelf.open(found.file) if found else b""
    except NotOnShelfError:
        data = b""
    if not data:
        abort(404)
    response = Response(data, content_type="audio/ogg")
    response.headers.extend(safety.SHUT_IN)
    response.make_conditional(request, accept_ranges=True, complete_length=len(data))
    return response


def may_hold_sound() -> bool:
    """Whether the form that was sent is one that files come with; it may be larger than others."""
    if request.mimetype != FORM:
        return False
    request.max_content_length = parts().settings.max_upload_megabytes * MEGABYTE
    return True


def take_recording(token: Token, slug: str, typed: Typed) -> Typed | Problem:
    """What was typed, with the name of the recording that came with it, where one did."""
    with ExitStack() as stack:
        # Large ones lie on the disk.
        files = {name: stack.enter_context(closing(one)) for name, one in request.files.items()}
        chosen = any(one.filename for one in files.values())
        whose = Whose(token.card, slug, token.task)
        field = recordings.wanted(store(), whose) if chosen else ""
        file = files.get(f"answer.{field}")
        if file is None or not file.filename:
            return typed
        seated = door.seated()
        mine = seated is not None and seated.card == token.card
        found = _heard(whose, file.stream.read(), seated=mine)
    return found.at(field=field) if isinstance(found, Problem) else {**typed, field: [found]}


def tidy(whose: Whose) -> None:
    """Remove what no answer and no draft names."""
    recordings.tidy(store(), parts().shelf, whose)


def recording_seen(kind: str, slug: str, values: Mapping[str, object]) -> dict[str, RecordingView]:
    """What a page shows of the recording that is there, by the field's name."""
    field = kinds()[kind].records
    if not field:
        return {}
    return {field: heard_before(values.get(field), f"/task/{slug}/sound")}


def heard_before(value: object, send: str = "") -> RecordingView:
    """A recording that a draft or an answer names, where this card made it."""
    file = str(value[0]) if isinstance(value, list) and value else ""
    found = recordings.of_card(store(), door.must_sit(), file) if file else None
    if found is None:
        return RecordingView(send)
    return RecordingView(send, found.file, found.seconds, found.size, not door.light())


def _heard(whose: Whose, data: bytes, seated: bool, upload: str = "") -> str | Problem:
    # A page that asks again meanwhile must not have the same pieces heard twice.
    voice = parts().ear.hear(data, whose.card if upload else 0)
    if isinstance(voice, Problem):
        return voice
    return recordings.keep(store(), parts().shelf, whose, voice, now(), seated, upload)


def _sent() -> Piece:
    """The piece in the form; refused where it makes no sense."""
    upload, piece = request.form.get("upload", ""), request.files.get("piece")
    size, start = (request.form.get(name, "0") for name in ("size", "start"))
    if not (_UPLOAD.fullmatch(upload) and _whole(size) and _whole(start)):
        abort(400)
    return Piece(upload, int(size), int(start), piece.stream.read() if piece else b"")


def _refused(problem: Problem, status: int = 422) -> Response:
    """The reason in words, which the page says as they are."""
    text = problem_words(problem)
    return Response(text, status, content_type="text/plain; charset=utf-8")


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
