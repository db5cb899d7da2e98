"""Content moderation: a text or a picture, hidden where the pool wants it, and the verdict."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.picture import PictureFile
from app.fields.text import LongText, Text
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.problem import Problem


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("verdict", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    # A text beside the picture is only a part of what is judged, so it takes no need away.
    described = bool(row.get("alt")) or not row.get("image")
    return frozenset() if described else frozenset({"sight"})


def _same(answer: Answer) -> str | None:
    return str(answer["verdict"])


def _check(row: Row) -> Problem | None:
    return None if row.get("image") or row.get("text") else Problem("material_missing")


KIND = Kind(
    name="content_moderation",
    title=N_("Content moderation"),
    supplies=(
        LongText("text", N_("Text"), required=False),
        PictureFile("image", N_("Picture"), required=False),
        Text("alt", N_("Description of the picture"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
    can_hide=True,
    check=_check,
)
