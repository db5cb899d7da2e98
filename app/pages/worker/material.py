"""The material of a task: there at once, or hidden until the worker asks for it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import request

from app.actions.showing import Facts, TaskFacts
from app.language import direction
from app.language.lists import CONTENT_NOTES
from app.pages import door
from app.pages.worker.hearing import sounds_of
from app.pages.worker.views import pictures_of

SHOW = "show"
PICTURE = "picture"


def material_of(pool: Facts, task: TaskFacts, here: str, kept: str) -> Mapping[str, Any]:
    """What the template shows of a task's material; nothing of it while it is hidden.

    `here` is the page's own address, and `kept` the draft that its form was filled from ("": none).
    """
    asked, loaded = _asked_for(task), PICTURE in request.values
    if pool.ask.hide and not asked:
        return _hidden(pool, task, _address(here, kept=kept, show=str(task.id)))
    show = str(task.id) if pool.ask.hide else ""
    carried = {SHOW: show, PICTURE: "1" if loaded else ""}
    return {
        "hides": pool.ask.hide,
        "hidden": "",
        "notes": _notes(pool),
        "row": task.payload,
        "lang": task.lang,
        "dir": direction(task.lang),
        "pictures": pictures_of(task, _address(here, kept=kept, show=show, picture="1")),
        "sounds": sounds_of(pool, task),
        "show_pictures": not door.light() or loaded,
        "carried": {name: value for name, value in carried.items() if value},
    }


def _hidden(pool: Facts, task: TaskFacts, address: str) -> Mapping[str, Any]:
    """The way to the material and nothing else of it; a picture alone is loaded at one press."""
    alone = not task.payload.get("text")
    sizes = [one.size for one in pictures_of(task).values()] if alone else []
    return {
        "hides": True,
        "hidden": f"{address}&{PICTURE}=1" if sizes else address,
        "hidden_size": sum(sizes),
        "notes": _notes(pool),
        "lang": task.lang,
        "dir": direction(task.lang),
        "pictures": {},
        "carried": {},
    }


def _asked_for(task: TaskFacts) -> bool:
    # The address, and the form after it, name the task: the next one is hidden again.
    return request.values.get(SHOW) == str(task.id)


def _address(here: str, **query: str) -> str:
    return f"{here}?{urlencode({name: value for name, value in query.items() if value})}"


def _notes(pool: Facts) -> list[str]:
    return [door.speaks().gettext(CONTENT_NOTES[note]) for note in pool.notes]
