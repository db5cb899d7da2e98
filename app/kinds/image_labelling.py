"""Image labelling: a picture, and the label that fits it."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.picture import PictureFile
from app.fields.text import Text
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("label", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset() if row.get("alt") else frozenset({"sight"})


def _same(answer: Answer) -> str | None:
    return str(answer["label"])


KIND = Kind(
    name="image_labelling",
    title=N_("Image labelling"),
    supplies=(
        PictureFile("image", N_("Picture")),
        Text("alt", N_("Description of the picture"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
)
