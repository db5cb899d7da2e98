"""Material that rows of several kinds supply: a text, a picture with its description, or both."""

from app.fields.picture import PictureFile
from app.fields.text import LongText, Text
from app.kinds.kind import Row
from app.language import N_
from app.rules.problem import Problem

PICTURE = PictureFile("image", N_("Picture"), required=False)
DESCRIPTION = Text("alt", N_("Description of the picture"), required=False)
TEXT = LongText("text", N_("Text"), required=False)


def shows_nothing(row: Row) -> Problem | None:
    """The problem with a row that has neither a text nor a picture."""
    return None if row.get("image") or row.get("text") else Problem("material_missing")


def must_be_seen(row: Row) -> bool:
    """Whether a row has a picture that no words stand for."""
    return bool(row.get("image")) and not row.get("alt")
