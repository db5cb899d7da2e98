"""Content moderation: a text or a picture, hidden where the pool wants it, and the verdict."""

from app.fields import Field
from app.fields.choice import Choice
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import DESCRIPTION, PICTURE, TEXT, must_be_seen, shows_nothing
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("verdict", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    # A text beside the picture is only a part of what is judged, so it takes no need away.
    return frozenset({"sight"}) if must_be_seen(row) else frozenset()


def _same(answer: Answer) -> str | None:
    return str(answer["verdict"])


KIND = Kind(
    name="content_moderation",
    title=N_("Content moderation"),
    supplies=(TEXT, PICTURE, DESCRIPTION),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
    can_hide=True,
    check=shows_nothing,
)
