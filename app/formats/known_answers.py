"""Known answers, as a coordinator writes them into a cell."""

import json
import re

from app.fields import Field, Value
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.recording import Recording
from app.fields.region import RegionField
from app.fields.text import Text
from app.fields.tree import TreeChoice
from app.formats.nearest import nearest_leaf, not_one_of, shown
from app.rules import region
from app.rules.problem import Problem

BETWEEN = " | "
# What people put between several answers in place of the upright line, and what a list leaves.
_OTHER_SIGNS = re.compile(r"[,;/+&|\[\]\n]")


def read_known(field: Field, cell: str) -> Value | Problem:
    """A known answer; whoever wrote it sees no choices beside it, so a wrong one is told them."""
    if isinstance(field, Recording):
        return Problem("check_recording")
    if isinstance(field, RegionField):
        return _squares(field, cell)
    value = field.read(_several(cell) if isinstance(field, Choices) else [cell])
    if not isinstance(value, Problem):
        return value
    if isinstance(field, Text) and value.code == "text_pattern":
        return Problem("answer_pattern", {"found": shown(cell), "wanted": field.wanted})
    if isinstance(field, Choice | Choices) and value.code == "choice_unknown":
        if isinstance(field, Choices) and (meant := _meant(field, cell)):
            return Problem("answer_meant", {"found": shown(cell), "nearest": meant})
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


def _meant(field: Choices, cell: str) -> str:
    """The choices in a cell as they should stand there; empty where others stand there too."""
    named = {one.strip(" \"'") for one in _OTHER_SIGNS.split(cell)} - {""}
    options = [key for key, _ in field.options]
    return BETWEEN.join(key for key in options if key in named) if named <= {*options} else ""


def _squares(field: RegionField, cell: str) -> Value | Problem:
    """A region as an export has it, or as two corners."""
    value = field.read([cell])
    # What has a slash was meant as squares of a grid, and not as corners.
    if isinstance(value, Problem) or ("/" in cell and not region.read(cell)):
        return Problem("answer_squares", {"found": shown(cell)})
    return value
