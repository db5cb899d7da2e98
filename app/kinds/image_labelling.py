"""Image labelling: a picture, and the label that fits it."""

from dataclasses import replace

from app.fields import Field
from app.fields.choice import Choice
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import DESCRIPTION, PICTURE, must_be_seen
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("label", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"sight"}) if must_be_seen(row) else frozenset()


def _same(answer: Answer) -> str | None:
    return str(answer["label"])


KIND = Kind(
    name="image_labelling",
    title=N_("Image labelling"),
    supplies=(replace(PICTURE, required=True), DESCRIPTION),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
)
