"""Known answers, as a coordinator writes them into a cell."""

import json

from app.fields import Field, Value
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.recording import Recording
from app.fields.tree import TreeChoice
from app.formats.nearest import nearest_leaf, not_one_of
from app.rules.problem import Problem


def read_known(field: Field, cell: str) -> Value | Problem:
    """A known answer; whoever wrote it sees no choices beside it, so a wrong one is told them."""
    if isinstance(field, Recording):
        return Problem("check_recording")
    value = field.read(_several(cell) if isinstance(field, Choices) else [cell])
    if not isinstance(value, Problem):
        return value
    if isinstance(field, Choice | Choices) and value.code == "choice_unknown":
        return not_one_of("answer", str(value.values["found"]), dict(field.options))
    return nearest_leaf(cell, value, field.tree) if isinstance(field, TreeChoice) else value


def _several(cell: str) -> list[str]:
    """Several answers in one cell: between upright lines, or as the list that an export writes."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        return found
    return [one.strip() for one in cell.split("|")]
